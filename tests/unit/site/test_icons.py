"""The icon as files for what reads no SVG: the same two bars."""

from pathlib import Path

from PIL import Image, ImageChops

from codepairs.site.site import Site
from scripts import icons


def test_both_files_are_drawn_after_the_icon() -> None:
    for name, drawn in (
        ("favicon.ico", icons.draw(32)),
        ("apple-touch-icon.png", icons.draw(180, is_whole=True)),
    ):
        with Image.open(icons.THEME / name) as file:
            kept = file.convert("RGBA")
        assert kept.size == drawn.size
        assert not ImageChops.difference(kept, drawn).getbbox(alpha_only=False), name


def test_the_icon_shows_two_bars() -> None:
    picture = icons.draw(180, is_whole=True)
    assert [picture.getpixel(dot) for dot in ((2, 2), (56, 90), (123, 90))] == [
        (0x16, 0x18, 0x1D, 255),
        (0x6F, 0xD3, 0x9F, 255),
        (0xF2, 0xB7, 0x5C, 255),
    ]


def test_pages_that_are_offered_name_all_icons(shipped_site: Site) -> None:
    text = shipped_site.text_at("en/smtp/421/index.html") or ""
    for name in ("icon.svg", "favicon.ico", "apple-touch-icon.png"):
        assert f'href="../../../{name}"' in text
        assert (Path(icons.THEME) / name).is_file()
