"""Installing packages of the system, where this is Debian or alike and we may."""

from __future__ import annotations

import os
import shutil
import subprocess


def prefix() -> list[str] | None:
    """What has to stand before `apt-get`: nothing for root, sudo where it asks for no password.

    None where packages cannot be installed.
    """
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return [sudo, "-n"] if asked.returncode == 0 else None


def install(packages: list[str]) -> bool:
    """Install the packages; False, with apt's own words printed, if that did not work."""
    before = prefix()
    if before is None:
        return False
    print(f"set-up: {', '.join(packages)} (apt)", flush=True)
    apt_get = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"]
    for command in (["update"], ["install", "--no-install-recommends", *packages]):
        done = subprocess.run(
            apt_get + command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            print(done.stdout)
            return False
    return True
