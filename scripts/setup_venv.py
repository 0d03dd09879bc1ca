"""Make the virtual environment: `python3 -m scripts.setup_venv FOLDER`.

This runs on whatever Python the reader has, so it uses nothing newer than Python 3.7.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys

from scripts import apt

OLDEST = (3, 11)


def main(folder: str) -> int:
    """Make the environment in `folder`; returns the exit status."""
    found = f"{sys.version_info.major}.{sys.version_info.minor}"
    if sys.version_info < OLDEST:
        print(
            f"error: Python 3.11 or newer is needed, and {sys.executable} is {found}\n"
            "  hint: name another one: make PYTHON=python3.13 ...",
            file=sys.stderr,
        )
        return 1
    print(f"set-up: virtual environment in {folder} (Python {found})", flush=True)
    # Debian's Python comes without what makes environments.
    package = f"python{found}-venv"
    if importlib.util.find_spec("ensurepip") is None and not apt.install([package]):
        print(
            f"error: {sys.executable} cannot make virtual environments\n"
            f"  hint: on Debian or Ubuntu: sudo apt install {package}",
            file=sys.stderr,
        )
        return 1
    # A new process, since this one has looked for ensurepip before it was there.
    return subprocess.call([sys.executable, "-m", "venv", "--clear", folder])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
