"""Each rule about clients, broken once."""

from pathlib import Path

import pytest

from codepairs.checks import run
from codepairs.content import reading
from codepairs.content.shelf import Shelf
from codepairs.problems import ContentError

CLIENT = """\
id: postman
name: {en: Postman, ko: Postman}
updated: 2026-11-24
does:
  - codes: ["4??", "250"]
    url: https://example.org/postman
    checked: 2026-11-24
    en: Tries again.
    ko: 다시 시도합니다.
"""


def problems(content: Path, text: str) -> list[str]:
    file = content / "smtp" / "clients" / "postman.yml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    try:
        found = list(run.run(reading.read(content, Shelf())))
    except ContentError as error:
        found = list(error.problems)
    return [str(problem) for problem in found if problem.file == file]


def test_a_client_that_is_right_is_taken(with_situations: Path) -> None:
    assert problems(with_situations, CLIENT) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: postman", "id: post", "id: expected 'postman', the file's name; got 'post'"),
        ("updated: 2026-11-24", "updated: 2026-11-23", "updated: expected 2026-11-24 or later"),
        ('"4??"', '"7??"', "codes › item 1: expected a pattern of known codes; '7??' fits none"),
        ("Tries again.", "Tries <b>again</b>.", "en: expected text without HTML; found"),
        ("Tries again.", "Tries again and again. Tries again and again.", "a sentence only once"),
        ("    ko: 다시 시도합니다.\n", "", "ko: expected a value; found nothing"),
    ],
)
def test_each_rule_names_the_place(
    old: str, new: str, expected: str, with_situations: Path
) -> None:
    assert old in CLIENT
    found = problems(with_situations, CLIENT.replace(old, new, 1))
    assert any(expected in problem for problem in found), found
