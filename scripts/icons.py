"""Draws the icon anew as files for what reads no SVG: `favicon.ico`, and `apple-touch-icon.png` for home screens.

Run it when `icon.svg` has changed: `python -m scripts.icons`.
"""

import re
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

THEME: Final = Path(__file__).resolve().parents[1] / "templates" / "theme"
# Drawn larger and made smaller, so that round corners are smooth.
_FINER: Final = 8
_SIDE: Final = 32
_RECTANGLE: Final = re.compile(r'(\w+)="([^"]+)"')


def draw(size: int, *, is_whole: bool = False) -> Image.Image:
    """The icon of `size` × `size` dots; where it `is_whole` it fills the square, since the phone rounds its corners."""
    side = size * _FINER
    picture = Image.new("RGBA", (side, side))
    pen = ImageDraw.Draw(picture)
    unit = side / _SIDE
    svg = (THEME / "icon.svg").read_text(encoding="utf-8")
    for element in re.findall("<rect .*?/>", svg):
        found = dict(_RECTANGLE.findall(element))
        left, top, width, height, radius = (
            float(found.get(name, 0)) * unit for name in ("x", "y", "width", "height", "rx")
        )
        is_back = width == side
        pen.rounded_rectangle(
            (left, top, left + width - 1, top + height - 1),
            0 if is_back and is_whole else radius,
            fill=found["fill"],
        )
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def main() -> None:
    """Write both files."""
    draw(_SIDE).save(THEME / "favicon.ico", sizes=[(_SIDE, _SIDE)])
    draw(180, is_whole=True).convert("RGB").save(THEME / "apple-touch-icon.png", optimize=True)


if __name__ == "__main__":
    main()
