"""Check the content and publish the site: `python build.py --help`."""

from codepairs.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
