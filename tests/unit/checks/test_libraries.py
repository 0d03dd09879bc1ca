"""Each rule about libraries, broken once."""

import shutil
from pathlib import Path
from typing import Final

import pytest

from codepairs.checks import run
from codepairs.content import reading
from codepairs.content.shelf import Shelf
from codepairs.problems import ContentError
from tests.support.files import replace

LIBRARY = "smtp/libraries/postlib.yml"
INVENTED: Final = Path(__file__).resolve().parents[1] / "data" / "invented"


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


WITHOUT_SESSION = """\
id: glow
name: glow
language: Snake
updated: 2026-11-24
sources:
  - {title: glow, url: "https://example.org/glow", checked: 2026-11-24}
en: {about: It glows.}
ko: {about: 빛납니다.}
errors:
  - {name: Dim, codes: [C2], code: err.number, words: err.words, en: It was dim., ko: 어두웠습니다.}
  - {name: Dim, codes: [C10], code: err.number, words: err.words, en: It was dimmer., ko: 더 어두웠습니다.}
  - {name: look(), returned: true, codes: ["*"], code: it.number, words: it.words, en: It looks., ko: 봅니다.}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("C10", "C10", None),
        ("codes: [C10]", "codes: [C2]", "item 1 › name: expected 'Dim' once for these codes"),
        ("codes: [C10], ", "", "item 2: expected the codes that lead to it"),
        ('codes: ["*"], code: it.number, ', "", "item 3: expected the codes that lead to it"),
        ("codes: [C10], code: err.number, ", "", None),
    ],
)
def test_where_there_is_no_session_codes_alone_lead_to_an_error(
    old: str, new: str, expected: str | None, with_situations: Path
) -> None:
    shutil.copytree(INVENTED / "lamp", with_situations / "lamp")
    file = with_situations / "lamp" / "libraries" / "glow.yml"
    file.parent.mkdir()
    file.write_text(WITHOUT_SESSION.replace(old, new), encoding="utf-8")
    found = [
        str(one) for one in run.run(reading.read(with_situations, Shelf())) if one.file == file
    ]
    assert any(expected in one for one in found) if expected else found == [], found


def test_every_problem_of_a_library_is_told_at_once(with_situations: Path) -> None:
    file = with_situations / LIBRARY
    replace(file, "[mail, rcpt]", "[mail, rctp]")
    replace(file, "server-closing", "server-close")
    replace(file, 'Busy: "450"', 'Busy: "459"')
    found = list(run.run(reading.read(with_situations, Shelf())))
    assert [problem.line for problem in found] == [13, 26, 31]
