"""Each rule about libraries, broken once."""

from pathlib import Path

import pytest

from codepairs.checks import run
from codepairs.content import reading
from codepairs.content.shelf import Shelf
from codepairs.problems import ContentError
from tests.support.files import replace

LIBRARY = "smtp/libraries/postlib.yml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: postlib", "id: post", "id: expected 'postlib', the file's name; got 'post'"),
        ("updated: 2026-11-24", "updated: 2026-11-23", "updated: expected 2026-11-24 or later"),
        ("[mail, rcpt]", "[mail, rctp]", "errors › item 1 › stages › item 2: expected one of con"),
        ("server-closing", "server-close", "errors › item 3 › situation: expected one of mail"),
        ("outcome: transient", "outcome: final", "item 3 › outcome: expected one of transient"),
        ("4??", "7??", "item 1 › codes › item 1: expected a pattern of known codes; '7??' fits"),
        ('Busy: "450"', 'Busy: "459"', "constants › Busy: expected one of 250, 421, 450, 550"),
        ("[body]", "[mail, rcpt]", "errors › item 1 › name: expected 'Refused' once for these"),
        ("    stages: [body]\n", "", "item 2: expected the stages at which an answer leads to it"),
        ("It raises early.", "It <b>raises</b>.", "en › about: expected text without HTML; found"),
        ("raises early.", "raises. It raises.", "about: expected a sentence only once; line"),
        ("주소가 거부", "550가 거부", "errors › item 1 › ko: expected '550이'; found"),
        ("    words: str(err)\n", "", "errors › item 3 › words: expected a value; found nothing"),
        ("    words: str(err)\n", "    text: x\n    words: x\n", "text: expected one of"),
    ],
)
def test_each_rule_names_the_place(
    old: str, new: str, expected: str, with_situations: Path
) -> None:
    replace(with_situations / LIBRARY, old, new)
    try:
        found = [str(problem) for problem in run.run(reading.read(with_situations, Shelf()))]
    except ContentError as error:
        found = [str(problem) for problem in error.problems]
    assert any(expected in problem and LIBRARY in problem for problem in found), found


def test_every_problem_of_a_library_is_told_at_once(with_situations: Path) -> None:
    file = with_situations / LIBRARY
    replace(file, "[mail, rcpt]", "[mail, rctp]")
    replace(file, "server-closing", "server-close")
    replace(file, 'Busy: "450"', 'Busy: "459"')
    found = list(run.run(reading.read(with_situations, Shelf())))
    assert [problem.line for problem in found] == [13, 26, 31]
