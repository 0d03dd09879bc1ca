"""What a quoted reply says by itself."""

from datetime import date

import pytest

from codepairs.content.schema.providers import Reply

TEXT = {"means": "It is said.", "do": "Do it."}


def reply(text: str, **fields: object) -> Reply:
    """A reply with a text."""
    return Reply.model_validate(
        {
            "id": "said",
            "text": text,
            "mark": text,
            "source": "https://example.org/",
            "checked": date(2026, 11, 26),
            "en": TEXT,
            "ko": TEXT,
        }
        | fields
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("550 5.1.1 User unknown", ("550", "5.1.1")),
        ("550-5.7.26 Unauthenticated", ("550", "5.7.26")),
        ("554", ("554",)),
        ("552 1 Requested mail action aborted", ("552",)),
        ("421 192.0.2.1 is listed", ("421",)),
        ("554 192.0.2.1> is listed", ("554",)),
        ("550 12345 no such user", ("550",)),
        ("HTTP/1.1 502 Bad Gateway", ("HTTP/1.1", "502")),
        ("550 User unknown", ("550", "User")),
    ],
)
def test_the_second_word_of_a_reply_is_a_code_only_in_the_form_of_one(
    text: str, codes: tuple[str, ...]
) -> None:
    assert reply(text).codes == codes


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("550 5.1.1 User unknown", ("550", "5.1.1")),
        ("5.1.1 User unknown", ("5.1.1",)),
        ("552 1 Requested mail action aborted", ("552",)),
        ("Sorry, 550 mailboxes are full", ()),
        ("192.0.2.1 does not like the recipient", ()),
    ],
)
def test_the_numbers_of_a_reply_are_those_in_the_form_of_codes(
    text: str, numbers: tuple[str, ...]
) -> None:
    assert reply(text).numbers == reply(text, codes=[]).numbers == numbers


def test_codes_that_are_written_stand_for_themselves() -> None:
    assert reply("552 1 Requested", codes=["552", "5.2.2"]).codes == ("552", "5.2.2")
    assert reply("552 1 Requested", codes=[]).codes == ()
