"""A card is drawn once, and kept until its words change."""

from pathlib import Path

import pytest

from codepairs.build.cards import CardShelf
from codepairs.site.cards import Card, CardPress

FONTS = Path(__file__).resolve().parents[3] / "templates" / "cards"
CARD = Card(place="Codepairs", title="421", text="It waits.")


def test_a_card_that_was_drawn_is_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = CardShelf(CardPress(FONTS), tmp_path / "kept")
    first = shelf.picture(CARD)
    monkeypatch.setattr(CardPress, "draw", lambda _press, _card: b"anew")
    assert shelf.picture(CARD) == first
    assert shelf.picture(Card(place="Codepairs", title="450", text="It waits.")) == b"anew"
