"""Who says a code for a situation, and the rows that lay two codes side by side."""

import re
from collections.abc import Sequence

import pytest

from codepairs.comparison.compare import compare
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import LIST, CodeFile
from codepairs.content.schema.situations import SituationFile
from codepairs.content.uses import Answer
from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages.pieces.evidence import Providers
from codepairs.pages.pieces.situations import SituationPieces
from codepairs.pages.templating import environment
from codepairs.site.site import Site
from tests.conftest import ROOT
from tests.support.made import answer, catalogue, code, situation, use

NAMES = ("anna", "berta", "carla", "dora", "emil", "fritz")
SITUATIONS = [
    situation(name) for name in ("big", "lost", "shut", "wet", "late", "dark", "cold", "hot")
]
LINK = re.compile(
    r'<a(?: class="tag plain")? href="([^"]*)">([^<]*)</a>(?:\s<small>([^<]*)</small>)?'
)
ROW = re.compile(r"<tr><th>(.*?)<td>(.*?)<td>(.*?)(?=<tr>|$)")


def pieces(
    content: Content, place: Catalogue, answers: Sequence[Answer], language: Language = "en"
) -> SituationPieces:
    phrases = Phrases(language, content.phrases[language])
    known = {one.provider.id: one.provider for one in answers}
    return SituationPieces(
        place,
        phrases,
        environment(ROOT / "templates", phrases),
        Providers(place="clerks", by_id=known),
        up="../../",
    )


def office(
    *codes: CodeFile,
    answers: Sequence[Answer] = (),
    situations: Sequence[SituationFile] = SITUATIONS,
) -> Catalogue:
    return catalogue(*codes, situations=situations, answers=answers)


def who(content: Content, *uses: dict[str, str], answers: Sequence[Answer] = ()) -> str:
    place = office(code("N1", uses=list(uses)), answers=answers)
    return str(pieces(content, place, answers).who(place.codes[0], "big"))


def test_standards_come_before_providers_in_the_order_of_the_file(content: Content) -> None:
    answers = [
        answer("anna", "N1 5.1.1 Too big", "big", id="too-big"),
        answer("berta", "N1 Too big", "big"),
    ]
    said = who(
        content,
        use("big", title="Rules", section="9"),
        use("big", by="berta"),
        use("big", by=LIST, title="Some list", url="https://example.org/list"),
        answers=answers,
    )
    assert LINK.findall(said) == [
        ("https://example.org/rules#2", "Rules §9", ""),
        ("../../clerks/berta/", "berta", ""),
        ("https://example.org/list", "Some list", ""),
        ("../../clerks/anna/#too-big", "anna", "5.1.1"),
    ]


def test_a_document_is_named_once_for_sections_in_a_row(content: Content) -> None:
    answers = [answer("anna", "N1 Too big", "big")]
    further = use("big", title="Rules", section="12", url="https://example.org/rules#12")
    other = use("big", title="Other rules", section="3", url="https://example.org/other#3")
    said = who(content, use("big", title="Rules", section="9"), further, other, answers=answers)
    assert [name for _, name, _ in LINK.findall(said)] == [
        "Rules §9",
        "§12",
        "Other rules §3",
        "anna",
    ]


def test_another_code_of_the_same_catalogue_does_not_stand_beside_a_name(content: Content) -> None:
    """Among those who say N1, `berta N2` would read as if she said N2."""
    answers = [
        answer("anna", "Too big", "big", codes=["N1", "N2", "5.1.1"]),
        answer("berta", "Far too big", "big", codes=["N1", "N2"]),
    ]
    place = office(code("N1"), code("N2"), answers=answers)
    said = str(pieces(content, place, answers).who(place.codes[0], "big"))
    assert [found[1:] for found in LINK.findall(said)] == [("anna", "5.1.1"), ("berta", "")]


def test_a_document_without_a_title_is_named_by_its_address(content: Content) -> None:
    assert LINK.findall(who(content, use("big"))) == [
        ("https://example.org/rules#2", "https://example.org/rules#2", "")
    ]


def test_a_provider_is_named_once_however_many_replies_it_sends(content: Content) -> None:
    answers = [answer("anna", "N1 Too big", "big"), answer("anna", "N1 Far too big", "big")]
    assert LINK.findall(who(content, answers=answers)) == [
        ("../../clerks/anna/#n1-too-big", "anna", "")
    ]


def test_what_is_said_for_something_else_is_left_out(content: Content) -> None:
    answers = [answer("anna", "N1 Too big", "big"), answer("berta", "N1 Lost", "lost")]
    assert [name for _, name, _ in LINK.findall(who(content, answers=answers))] == ["anna"]


@pytest.mark.parametrize(
    ("count", "named", "more"),
    [(4, 4, ""), (5, 5, ""), (6, 4, " and 2 more")],
)
def test_four_are_named_and_more_than_one_more_are_counted(
    count: int, named: int, more: str, content: Content
) -> None:
    """One more is named: "and 1 more" would be no shorter."""
    said = who(content, answers=[answer(name, "N1 Too big", "big") for name in NAMES[:count]])
    assert [name for _, name, _ in LINK.findall(said)] == list(NAMES[:named])
    assert said.rpartition("</a>")[2] == more


def test_where_nobody_is_known_it_says_so(content: Content) -> None:
    assert who(content) == "<small>none known</small>"


def test_a_shared_row_names_who_says_the_one_and_who_the_other(content: Content) -> None:
    answers = [answer("anna", "L1 Later", "big"), answer("berta", "N1 No", "big")]
    place = office(code("L1"), code("N1"), answers=answers)
    rows = ROW.findall(pieces(content, place, answers).shared(compare(place, *place.codes)))
    (row,) = [[LINK.findall(cell) for cell in found] for found in rows]
    assert row == [
        [("../../parcel/situations/big/", "The big", "")],
        [("../../clerks/anna/#l1-later", "anna", "")],
        [("../../clerks/berta/#n1-no", "berta", "")],
    ]


def test_rows_of_what_tells_two_codes_apart_take_turns(content: Content) -> None:
    place = office(
        code("L1", uses=[use(name) for name in ("big", "lost", "wet", "late", "dark")]),
        code("N1", uses=[use(name) for name in ("shut", "big")]),
    )
    rows = ROW.findall(pieces(content, place, ()).apart(compare(place, *place.codes)))
    shown = [
        (LINK.findall(name)[0][1], "none known" in a, "none known" in b) for name, a, b in rows
    ]
    assert shown == [
        ("The lost", False, True),
        ("The shut", True, False),
        ("The wet", False, True),
        ("The late", False, True),
    ]


def test_a_comparison_shows_at_most_six_rows_of_each_kind(content: Content) -> None:
    names = [one.id for one in SITUATIONS]
    alike = office(
        code("L1", uses=[use(name) for name in names]),
        code("N1", uses=[use(name) for name in names]),
    )
    assert len(ROW.findall(pieces(content, alike, ()).shared(compare(alike, *alike.codes)))) == 6
    others = office(
        code("L1", uses=[use(name) for name in names[:4]]),
        code("N1", uses=[use(name) for name in names[4:]]),
    )
    assert len(ROW.findall(pieces(content, others, ()).apart(compare(others, *others.codes)))) == 6


def test_a_verdict_answers_what_the_catalogue_asks_first_where_it_is_known(
    content: Content,
) -> None:
    place = office(code("N1", uses=[use("big")]), code("Y1"))
    made = pieces(content, place, ())
    assert list(made.verdict(place.codes[0], "big")) == [{"label": "fate", "value": "returned"}]
    assert list(made.verdict(place.codes[1], None)) == []
    assert made.name(None) == ""


def test_korean_says_it_in_its_own_words(content: Content) -> None:
    answers = [answer(name, "N1 Too big", "big") for name in NAMES]
    place = office(code("N1"), answers=answers)
    said = pieces(content, place, answers, "ko").who(place.codes[0], "big")
    assert said.endswith(" 외 2곳")
    assert "anna 합니다" in said


def test_a_class_has_a_verdict_where_none_of_its_codes_is_known(content: Content) -> None:
    made = pieces(content, office(code("Y1")), ())
    assert list(made.class_verdict("later", "big")) == [{"label": "fate", "value": "waits"}]
    assert list(made.class_verdict("yes", "big")) == []


def test_a_code_that_stands_for_several_situations_says_so(content: Content) -> None:
    place = office(code("N1", uses=[use("big"), use("lost")]), code("N2", uses=[use("big")]))
    made = pieces(content, place, ())
    assert made.others(place.by_id["N1"]).startswith("N1 ")
    assert made.others(place.by_id["N2"]) == ""


def test_what_a_code_comes_to_is_told_with_its_class_and_who_defined_it(content: Content) -> None:
    place = office(code("N1", uses=[use("big")]))
    outcome = pieces(content, place, ()).outcome(place.codes[0], "big")
    assert (outcome.code, outcome.label, outcome.tone) == ("", "no", "fail")
    assert outcome.standing == "Rules"
    assert list(outcome.verdict) == [{"label": "fate", "value": "returned"}]


@pytest.mark.parametrize("heading", ["situations", "replies"])
def test_of_a_long_list_the_first_are_seen_and_the_rest_unfolds(
    shipped_site: Site, heading: str
) -> None:
    def section(path: str) -> str:
        text = shipped_site.text_at(f"{path}/index.html") or ""
        return text.split(f'id="{heading}"')[1].split("</section>")[0]

    one = "<li>" if heading == "situations" else "<details><summary>"
    seen, folded = section("en/smtp/550").split('<details class="further">')
    assert seen.count(one) == 8
    assert f"<summary>{folded.count(one)} further situations</summary>" in folded
    assert "The mail was taken for spam" in folded
    assert "further" not in section("en/smtp/535")
    assert "<summary>다른 상황 " in section("ko/smtp/550")
