"""Write what the field that finds codes is given, without building the site: `python -m scripts.find_tables`.

The tests of the scripts read it from `tests/js/made/`.
"""

import json
from pathlib import Path

from codepairs.checks import run
from codepairs.pages.frame import Setting
from codepairs.site.site import Site

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / "tests" / "js" / "made"
SETTING = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")


def main() -> None:
    """Write the field's files of each language, and the quoted replies in full."""
    content, written = run.load(ROOT / "content", ROOT / "content" / "pages")
    for address, make in Site(content, written.pages, ROOT / "templates", SETTING).texts():
        if address.startswith("find/"):
            file = MADE / address.removeprefix("find/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(make(), encoding="utf-8")
    quoted = [
        {
            "protocol": protocol.id,
            "provider": provider.id,
            "reply": reply.id,
            "text": reply.text,
        }
        for protocol in content.protocols
        for provider in protocol.providers
        for reply in provider.replies
    ]
    text = json.dumps(quoted, ensure_ascii=False, indent=1)
    (MADE / "quoted.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
