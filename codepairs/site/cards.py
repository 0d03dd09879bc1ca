"""The pictures that link previews show, and what tells whether one has to be drawn anew."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

# Raised by hand when the same words are to be drawn in another way.
_DRAWING: Final = "4"


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says: where the page belongs, what it is about, and what settles that."""

    place: str
    title: str
    text: str


class CardPress:
    """Draws cards with the two fonts of `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _edition(self) -> bytes:
        """What a picture depends on beside its words: the fonts, and how it is drawn."""
        fonts = (self._folder / f"cards-{weight}.otf" for weight in ("bold", "medium"))
        return b"".join([_DRAWING.encode(), *(font.read_bytes() for font in fonts)])

    @cached_property
    def _edition_mark(self) -> bytes:
        return hashlib.sha256(self._edition).digest()

    def mark(self, card: Card) -> str:
        """A name for the picture: another one as soon as anything about it changes."""
        words = f"{card.place}\0{card.title}\0{card.text}".encode()
        return hashlib.sha256(self._edition_mark + words).hexdigest()[:32]

    def draw(self, card: Card) -> bytes:
        """The picture as PNG."""
        # Most builds draw nothing, and need not hold what draws.
        from codepairs.site.drawing import drawing  # noqa: PLC0415

        return drawing(self._folder).picture(card.place, card.title, card.text)
