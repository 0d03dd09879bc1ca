"""Cards as files: each is drawn once and kept between builds, outside the site, until its words change."""

import os
from dataclasses import dataclass
from pathlib import Path

from codepairs.site.cards import Card, CardPress


@dataclass(frozen=True, slots=True)
class CardShelf:
    """Draws a card, or takes it from the folder of those drawn before."""

    press: CardPress
    folder: Path

    def picture(self, card: Card) -> bytes:
        """The card as PNG."""
        kept = self.folder / f"{self.press.mark(card)}.png"
        try:
            return kept.read_bytes()
        except FileNotFoundError:
            pass
        drawn = self.press.draw(card)
        # Several processes draw, and one that is stopped leaves no half of a picture.
        part = kept.with_suffix(f".{os.getpid()}")
        self.folder.mkdir(parents=True, exist_ok=True)
        part.write_bytes(drawn)
        part.replace(kept)
        return drawn
