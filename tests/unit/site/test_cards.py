"""Cards: pictures of a page's words, in a size and a place that link previews keep."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from codepairs.languages import LANGUAGES
from codepairs.site.cards import Card, CardPress
from codepairs.site.drawing import _broken
from codepairs.site.site import Site

FONTS = Path(__file__).resolve().parents[3] / "templates" / "cards"
CARD = Card(place="Codepairs · SMTP", title="SMTP error 421 vs 450", text="Both are temporary.")
LONG = Card(
    place="코드페어", title="아주 긴 제목이 여기에 " * 6, text="긴 문장이 이어집니다. " * 30
)
# One word of it is wider than a line in the largest letters.
WIDE = Card(
    place="코드페어", title="Email Security.cloud(MessageLabs, 시만텍) SMTP 응답", text="뜻"
)


@pytest.fixture(scope="module")
def press() -> CardPress:
    return CardPress(FONTS)


@pytest.mark.parametrize("card", [CARD, LONG, WIDE])
def test_a_card_has_its_size_and_keeps_its_words_in_the_middle(
    press: CardPress, card: Card
) -> None:
    picture = Image.open(io.BytesIO(press.draw(card)))
    assert picture.format == "PNG"
    assert picture.size == (1200, 630)
    # What is cropped to 2:1 keeps the middle 600 rows; the background is the first colour.
    box = picture.convert("L").point([255 * (shade > 40) for shade in range(256)]).getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert left >= 80
    assert top >= 15
    assert right <= 1200 - 40
    assert bottom <= 615


@pytest.mark.parametrize("sign", ["/", "·", "—"])
def test_no_line_of_a_card_begins_with_a_sign_between_two(sign: str) -> None:
    font = ImageFont.truetype(FONTS / "cards-bold.otf", 80)
    for count in range(1, 30):
        lines = list(_broken(f"{'가' * count} {sign} 일부 내용", font))
        assert not [line for line in lines if line.startswith(sign)]
        assert " ".join(lines) == f"{'가' * count} {sign} 일부 내용"


def test_a_card_is_small(press: CardPress) -> None:
    assert len(press.draw(LONG)) < 90_000


def test_a_card_has_another_name_as_soon_as_a_word_changes(press: CardPress) -> None:
    changed = [
        Card(place="Codepairs", title=CARD.title, text=CARD.text),
        Card(place=CARD.place, title="421", text=CARD.text),
        Card(place=CARD.place, title=CARD.title, text="Both wait."),
    ]
    assert len({press.mark(card) for card in (CARD, *changed)}) == 4
    assert press.mark(CARD) == CardPress(FONTS).mark(CARD)


def test_the_fonts_have_every_letter_of_every_card(shipped_site: Site) -> None:
    letters = {
        letter
        for page in shipped_site.pages
        if page.is_offered
        for language in LANGUAGES
        for card in [shipped_site.card(page, language)]
        for text in (card.place, card.title, card.text)
        for letter in text
        if not letter.isspace()
    }
    for weight in ("bold", "medium"):
        font = ImageFont.truetype(FONTS / f"cards-{weight}.otf", 40)
        missing = bytes(font.getmask("\U0010fffd"))
        assert [one for one in sorted(letters) if bytes(font.getmask(one)) == missing] == []


def test_a_head_names_the_card_with_its_size_and_words(shipped_site: Site) -> None:
    own = shipped_site.text_at("ko/smtp/421-vs-450/index.html") or ""
    assert (
        '<meta property="og:image" content="https://example.org/cards/ko/smtp/421-vs-450.png">'
        in (own)
    )
    assert '<meta property="og:image:width" content="1200">' in own
    assert '<meta name="twitter:card" content="summary_large_image">' in own
    hidden = shipped_site.text_at("en/smtp/214-vs-252/index.html") or ""
    assert "noindex" in hidden
    assert "og:image" not in hidden
