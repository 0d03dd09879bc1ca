"""How cards are drawn: 1200 × 630, with all text within the middle 1200 × 600, which others crop to.

Two bars, as in the icon, the title of a page and its description, in six colours so that a picture stays small: there are thousands of them.
"""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
_LEFT, _RIGHT = 84, 84
_ROOM = WIDTH - _LEFT - _RIGHT
_TOP, _BOTTOM = 62, 596
_BACK, _FRONT = (16, 18, 22), (240, 242, 246)
_BARS: Final = ((111, 211, 159), (242, 183, 92))
_WHITE, _MUTED = 255, 185
# Four shades look as nine do at the size at which previews are shown, and take a third less.
_SHADES: Final = 4
_TITLE_SIZES: Final = (70, 60, 50)
_TEXT_SIZES: Final = (36, 32, 28, 24, 22)
_EYEBROW_SIZE: Final = 30
_LEADING: Final = 1.32
_MOST_LINES_OF_TITLE: Final = 3
_BETWEEN_WORDS: Final = re.compile(r"\s+(?![/·—](?:\s|$))")


@cache
def drawing(folder: Path) -> "Drawing":
    """What draws with the two fonts of `folder`."""
    return Drawing(folder)


class Drawing:
    """Draws with the two fonts of `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def picture(self, place: str, heading: str, words: str) -> bytes:
        """A card's picture as PNG: where the page belongs, what it is about, and what settles that."""
        shades = Image.new("L", (WIDTH, HEIGHT), 0)
        pen = ImageDraw.Draw(shades)
        pen.text((_LEFT + 66, _TOP), place, _MUTED, font=self._font("medium", _EYEBROW_SIZE))
        top = float(_TOP + 74)
        size, lines = self._fitting("bold", heading, _TITLE_SIZES, _MOST_LINES_OF_TITLE)
        for line in lines:
            pen.text((_LEFT, top), line, _WHITE, font=self._font("bold", size))
            top += size * _LEADING
        top += 22
        size, lines = self._fitting("medium", words, _TEXT_SIZES, height=_BOTTOM - top)
        for line in lines:
            pen.text((_LEFT, top), line, _MUTED, font=self._font("medium", size))
            top += size * _LEADING
        steps = [shade * _SHADES // 256 for shade in range(256)]
        found = Image.frombytes("P", shades.size, shades.point(steps).tobytes())
        found.putpalette([*_ramp(), *(part for bar in _BARS for part in bar)])
        bars = ImageDraw.Draw(found)
        for number in range(len(_BARS)):
            left = _LEFT + 26 * number
            bars.rounded_rectangle((left, _TOP, left + 18, _TOP + 38), 5, fill=_SHADES + number)
        stream = io.BytesIO()
        found.save(stream, "PNG", compress_level=7)
        return stream.getvalue()

    def _font(self, weight: str, size: int) -> ImageFont.FreeTypeFont:
        key = weight, size
        if key not in self._fonts:
            self._fonts[key] = ImageFont.truetype(self._folder / f"cards-{weight}.otf", size)
        return self._fonts[key]

    def _fitting(
        self,
        weight: str,
        text: str,
        sizes: tuple[int, ...],
        most: int = 9,
        height: float = HEIGHT,
    ) -> tuple[int, list[str]]:
        """The largest of `sizes` in which a text fits, and its lines; the smallest in any case."""
        size, lines = sizes[0], [""]
        for size in sizes:
            font = self._font(weight, size)
            lines = list(_broken(text, font))
            is_narrow = max(map(font.getlength, lines)) <= _ROOM
            if is_narrow and len(lines) <= most and len(lines) * size * _LEADING <= height:
                break
        return size, lines


def _broken(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """The text in lines that fit, broken between words; a sign that stands between two ends a line and begins none."""
    line = ""
    for word in _BETWEEN_WORDS.split(text.strip()):
        longer = f"{line} {word}" if line else word
        if line and font.getlength(longer) > _ROOM:
            yield line
            line = word
        else:
            line = longer
    yield line


def _ramp() -> Iterator[int]:
    """The shades between background and text, as parts of colours."""
    for shade in range(_SHADES):
        for back, front in zip(_BACK, _FRONT, strict=True):
            yield back + (front - back) * shade // (_SHADES - 1)
