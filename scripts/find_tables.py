"""Write what the field that finds codes is given, without building the site: `python -m scripts.find_tables`.

The tests of the scripts read it from `tests/js/made/`.
"""

import json
from pathlib import Path

from codepairs.checks import run
from codepairs.languages import LANGUAGES
from codepairs.pages.frame import Setting
from codepairs.site import finder
from codepairs.site.site import Site

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / "tests" / "js" / "made"
SETTING = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")


def main() -> None:
    """Write the tables of each language, and the quoted replies in full."""
    content, written = run.load(ROOT / "content", ROOT / "content" / "pages")
    texts = dict(Site(content, written.pages, ROOT / "templates", SETTING).texts())
    MADE.mkdir(exist_ok=True)
    for language in LANGUAGES:
        tables = texts[finder.address(language)]()
        (MADE / f"{language}.json").write_text(tables, encoding="utf-8")
        told = finder.replies(content, language)
        (MADE / f"{language}-replies.json").write_text(told, encoding="utf-8")
    quoted = [
        {"provider": provider.id, "reply": reply.id, "text": reply.text}
        for provider in content.providers
        for reply in provider.replies
    ]
    text = json.dumps(quoted, ensure_ascii=False, indent=1)
    (MADE / "quoted.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
