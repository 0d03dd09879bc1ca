"""What the field knows of codes."""

import pytest

from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES, Language
from tests.support.field import Files, read, rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_an_answer(shipped: tuple[Content, Files], language: Language) -> None:
    files = shipped[1]
    core = read(files, f"find/{language}.json")
    apart = [one["id"] for one in core["protocols"] if one.get("speaks")]
    assert apart
    full = [one for one in core["catalogues"] if one["protocol"] not in apart]
    for protocol in apart:
        full += read(files, f"find/{language}/{protocol}.json")["catalogues"]
    assert [one["id"] for one in full] == [one["id"] for one in core["catalogues"]]
    assert all(len(verdict) == 3 for verdict in core["verdicts"])
    for catalogue in full:
        for code in rows(catalogue["codes"]):
            told = read(files, f"find/{language}/{catalogue['id']}/{code['code']}.json")
            assert told["name"]
            assert told["gist"].endswith(".")
            assert told["next"].endswith(".")
            # Either the first situation tells, or three answers do, of which some may not be known.
            assert ("verdict" in code) != code.get("usual", False)


def test_a_code_that_mostly_stands_for_one_thing_is_told_by_it(
    shipped: tuple[Content, Files],
) -> None:
    tables = read(shipped[1], "find/en.json")
    codes = {code["code"]: code for one in tables["catalogues"] for code in rows(one["codes"])}
    told = tables["verdicts"]
    assert codes["5.2.2"]["usual"]
    assert tables["situations"]["id"][codes["5.2.2"]["situations"][0]] == "mailbox-full"
    # An unknown user, a block, a refused relay: the number alone does not say who acts.
    assert "usual" not in codes["550"]
    assert told[codes["550"]["verdict"]][2] is None


def test_what_holds_mostly_says_so(shipped: tuple[Content, Files]) -> None:
    tables = read(shipped[1], "find/en.json")
    codes = {
        code["code"]: code
        for catalogue in tables["catalogues"]
        for code in rows(catalogue["codes"])
    }
    assert tables["verdicts"][codes["550"]["verdict"]][0] == "Refused (mostly)"
