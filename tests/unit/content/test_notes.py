"""Notes in sample lines."""

import pytest

from codepairs.content import notes
from codepairs.content.schema.base import Text

NOTES = [Text(en="message text", ko="메일 본문")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(message text) .", "(메일 본문) ."),
        ("250 (something else)", "250 (something else)"),
        ("message text", "message text"),
    ],
)
def test_a_note_is_told_in_the_words_of_a_language(line: str, expected: str) -> None:
    assert notes.told(line, notes.in_words(NOTES, "ko")) == expected
    assert notes.told(line, notes.in_words(NOTES, "en")) == line
