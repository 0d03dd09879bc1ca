"""Sites of which tests ask single pages, without building them."""

from pathlib import Path
from typing import Final

from codepairs.content import handwritten
from codepairs.content.whole import Content
from codepairs.pages.frame import Setting
from codepairs.site.site import Site

ROOT: Final = Path(__file__).resolve().parents[2]
SETTING: Final = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")


def site_of(content: Content, pages: Path) -> Site:
    """The site of a content that has been read, with the hand-written pages below `pages`."""
    return Site(content, handwritten.read(pages).pages, ROOT / "templates", SETTING)
