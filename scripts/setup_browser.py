"""Get Chromium and a Korean font for the browser tests: `python -m scripts.setup_browser`.

Debian has a Chromium package; elsewhere (Ubuntu's is a snap, which does not run in containers) Playwright brings its own.
"""

import platform
import shutil
import subprocess
import sys

from scripts import apt
from tests.support import chromium

# Small, and enough to lay out Korean pages with real glyphs.
KOREAN_FONT = "fonts-nanum"


def main() -> int:
    """Install what is missing; returns the exit status."""
    missing = []
    if chromium.installed() is None and _is_debian():
        missing.append("chromium")
    if not _has_korean_font():
        missing.append(KOREAN_FONT)
    if missing and apt.prefix() is not None and not apt.install(missing):
        return 1
    if chromium.installed() is not None:
        return 0
    print("set-up: Chromium (Playwright)", flush=True)
    # The libraries it needs are packages of the system.
    extra = ["--with-deps"] if apt.prefix() is not None else []
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", *extra, "chromium"]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        print(
            f"{done.stdout}\nerror: no Chromium could be installed\n"
            f"  hint: install one and name it: {chromium.VARIABLE}=/path/to/chromium make test",
            file=sys.stderr,
        )
    return done.returncode


def _is_debian() -> bool:
    try:
        return platform.freedesktop_os_release()["ID"] == "debian"
    except OSError:
        return False


def _has_korean_font() -> bool:
    fc_list = shutil.which("fc-list")
    if fc_list is None:
        return False
    return bool(subprocess.run([fc_list, ":lang=ko"], capture_output=True, check=False).stdout)


if __name__ == "__main__":
    raise SystemExit(main())
