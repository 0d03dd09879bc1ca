"""Rate each kind of page with Lighthouse on phone settings: `make lighthouse`.

Lighthouse is a program for Node.js, which this project needs for nothing else; `npx` fetches it.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from codepairs.languages import LANGUAGES
from tests.support import chromium
from tests.support.server import serve

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSE = "lighthouse@12"
# Each kind of page, in both languages.
PATHS = (
    *("", "smtp/", "smtp-enhanced/", "smtp-enhanced/pairs/policy/", "http/", "grpc/"),
    *("smtp/550/", "http/502/", "grpc/UNAVAILABLE/", "smtp/250-vs-421/", "http/502-vs-504/"),
    *("smtp-enhanced/5.1.1-vs-5.1.10/", "grpc/RESOURCE_EXHAUSTED-vs-UNAVAILABLE/"),
    *("smtp/situations/", "http/situations/", "smtp/situations/greylisted/", "providers/gmail/"),
    *("guides/reading-a-reply/", "numbers/503/", "quality/"),
)
AT_LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def main() -> int:
    """Print the scores of every page; the exit status is 1 where one is below what we promise."""
    npx = shutil.which("npx")
    if npx is None:
        print("error: Lighthouse needs Node.js; npx was not found", file=sys.stderr)
        return 2
    missed = 0
    with serve(ROOT / "site") as site:
        for address in (f"{language}/{path}" for path in PATHS for language in LANGUAGES):
            scores = _scores(npx, f"{site}/{address}")
            low = [name for name, score in scores.items() if score < AT_LEAST[name]]
            missed += bool(low)
            shown = "  ".join(f"{name} {score}" for name, score in scores.items())
            print(f"{address:36} {shown}{'  below: ' + ', '.join(low) if low else ''}", flush=True)
    return int(missed > 0)


def _scores(npx: str, url: str) -> dict[str, int]:
    options = [f"--only-categories={','.join(AT_LEAST)}", "--output=json", "--quiet"]
    flags = "--chrome-flags=--headless --no-sandbox --disable-gpu"
    done = subprocess.run(
        [npx, "--yes", LIGHTHOUSE, url, *options, flags],
        env=os.environ | {"CHROME_PATH": chromium.installed() or ""},
        stdout=subprocess.PIPE,
        check=True,
    )
    categories = json.loads(done.stdout)["categories"]
    return {name: round(100 * categories[name]["score"]) for name in AT_LEAST}


if __name__ == "__main__":
    raise SystemExit(main())
