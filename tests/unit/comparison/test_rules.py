"""Each rule on its own, on codes made for it: where it speaks, and a pair of which it must not."""

import dataclasses

import pytest

from codepairs.comparison.compare import compare
from codepairs.comparison.explanation import (
    CodeWord,
    Explanation,
    ListWord,
    ReferencesWord,
    SituationsWord,
    StagesWord,
    StandingWord,
)
from codepairs.comparison.rules import (
    RULES,
    Rule,
    alternatives,
    apart,
    axis_difference,
    companions,
    explain,
    own_reasons,
    same_answers,
    same_fate,
    sequence,
    single_axis,
    standing,
    twins,
)
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.base import Text
from codepairs.content.schema.catalogues import ABSENT
from codepairs.content.schema.codes import CodeFile
from codepairs.content.whole import Content
from tests.support.made import SOURCE, VOCABULARY, answer, catalogue, code, situation, text, use

BIG = situation("big", facts={"reason": "size"})
LOST = situation("lost", facts={"reason": "address"})
ANNEX = {**SOURCE, "title": "Annex", "section": "7"}


def said(rule: Rule, *codes: CodeFile, office: Catalogue | None = None) -> list[Explanation]:
    """What a rule says of two codes."""
    place = office or catalogue(*codes)
    return list(rule(place, compare(place, *place.codes[:2])))


def phrases(found: list[Explanation]) -> list[object]:
    return [explanation.phrase for explanation in found]


def test_alternatives_name_the_shared_stages_and_what_each_has_alone() -> None:
    found = said(
        alternatives.explain,
        code("L1", stages=["greet", "name", "hand"]),
        code("N1", stages=["name", "hand", "down"]),
    )
    assert phrases(found) == ["stages.alternatives", "stages.also", "stages.also"]
    assert found[0].words["shared"] == StagesWord(("name", "hand"))
    assert found[0].words["standards"] == ReferencesWord((("Rules", "4"),))
    assert found[1].words["stages"] == StagesWord(("greet",))
    assert found[2].words["stages"] == StagesWord(("down",))


def test_nobody_is_alone_at_a_stage_where_a_server_sends_the_other_too() -> None:
    office = catalogue(
        code("L1", stages=["greet", "name", "hand"]),
        code("N1", stages=["name"]),
        situations=[BIG],
        answers=[answer("post", "N1 put off", "big", stage="hand")],
    )
    found = said(alternatives.explain, office=office)
    assert phrases(found) == ["stages.alternatives", "stages.also"]
    assert found[1].words["stages"] == StagesWord(("greet",))


def test_any_other_stage_is_not_ones_own_where_a_server_sends_the_other_at_one() -> None:
    office = catalogue(
        code("L1", stages="any"),
        code("N1", stages=["name"]),
        situations=[BIG],
        answers=[answer("post", "N1 put off", "big", stage="hand")],
    )
    found = said(alternatives.explain, office=office)
    assert phrases(found) == ["stages.alternatives", "stages.also"]
    stages = found[1].words["stages"]
    assert isinstance(stages, StagesWord)
    assert "hand" not in stages.stages


def test_alternatives_say_at_once_that_a_code_can_come_anywhere() -> None:
    anywhere, one = code("L1", stages="any"), code("N1", stages=["name"])
    assert phrases(said(alternatives.explain, anywhere, one)) == [
        "stages.alternatives",
        "stages.also_any",
    ]
    both = said(alternatives.explain, anywhere, code("N2", stages="any"))
    assert phrases(both) == ["stages.alternatives"]


def test_each_standard_that_says_so_is_named() -> None:
    (found,) = said(
        alternatives.explain,
        code("L1", stages=["name"]),
        code("N1", stages=["name"], standing="annex", sources=[ANNEX]),
    )
    assert found.words["standards"] == ReferencesWord((("Rules", "4"), ("Annex", "7")))


def test_a_stage_that_another_standard_brought_is_credited_to_it() -> None:
    stages = [dict(stage) for stage in VOCABULARY["stages"]]
    stages[1]["source"] = {"title": "Names", "section": "2", "url": "https://example.org/names"}
    office = catalogue(
        code("L1", stages=["greet", "name"]), code("N1", stages=["name"]), stages=stages
    )
    found = said(alternatives.explain, office=office)[0]
    assert found.words["standards"] == ReferencesWord((("Rules", "4"), ("Names", "2")))


@pytest.mark.parametrize("other", ["habit", "rumour"])
def test_no_standard_is_claimed_for_a_code_that_none_defines(other: str) -> None:
    shared = (code("L1", stages=["name"]), code("N1", stages=["name"], standing=other))
    assert said(alternatives.explain, *shared) == []
    separate = (code("L1", stages=["name"]), code("N1", stages=["down"], standing=other))
    assert said(apart.explain, *separate) == []
    good = (code("Y1", stages=["greet"]), code("G1", stages=["hand"], standing=other))
    assert said(sequence.explain, *good) == []


def test_alternatives_are_silent_without_a_shared_stage() -> None:
    assert (
        said(alternatives.explain, code("L1", stages=["name"]), code("N1", stages=["down"])) == []
    )


def test_sequence_tells_which_one_meets_first() -> None:
    later, earlier = code("Y1", stages=["down"]), code("Y2", stages=["greet", "ask"])
    for pair in ((later, earlier), (earlier, later)):
        (found,) = said(sequence.explain, *pair)
        assert found.phrase == "stages.sequence"
        assert found.words["first"] == CodeWord(earlier)
        assert found.words["second"] == CodeWord(later)
        assert found.words["stages_first"] == StagesWord(("greet",))


def test_sequence_claims_no_order_where_the_stages_interleave() -> None:
    found = said(
        sequence.explain, code("Y1", stages=["greet", "hand"]), code("Y2", stages=["name"])
    )
    assert phrases(found) == ["stages.interleaved"]


def test_sequence_is_silent_about_failures() -> None:
    assert said(sequence.explain, code("Y1", stages=["greet"]), code("N1", stages=["name"])) == []


def test_apart_speaks_where_by_the_standards_no_command_has_both() -> None:
    (found,) = said(apart.explain, code("L1", stages=["name"]), code("N1", stages=["down"]))
    assert found.phrase == "stages.apart"
    assert found.words["stages_a"] == StagesWord(("name",))
    assert found.words["stages_b"] == StagesWord(("down",))
    assert said(apart.explain, code("L1", stages=["name"]), code("N1", stages=["name"])) == []
    assert said(apart.explain, code("Y1", stages=["greet"]), code("G1", stages=["hand"])) == []
    assert said(apart.explain, code("L1"), code("N1", stages=["down"])) == []


@pytest.mark.parametrize(("who", "stage"), [("L1", "down"), ("N1", "name")])
def test_apart_is_silent_where_a_server_shows_the_contrary(who: str, stage: str) -> None:
    office = catalogue(
        code("L1", stages=["name"]),
        code("N1", stages=["down"]),
        situations=[BIG],
        answers=[answer("post", f"{who} put off", "big", stage=stage)],
    )
    assert said(apart.explain, office=office) == []


def test_twins_name_what_both_are_sent_for() -> None:
    office = catalogue(
        code("L1", uses=[use("big")]), code("N1", uses=[use("big")]), situations=[BIG]
    )
    (found,) = said(twins.explain, office=office)
    assert found.phrase == "differences.twins_of"
    assert found.words["situation"] == SituationsWord(("big",))


def test_twins_that_mostly_stand_for_something_else_say_so() -> None:
    office = catalogue(
        code("L1", uses=[use("lost"), use("big")]),
        code("N1", uses=[use("late"), use("big")]),
        situations=[BIG, LOST, situation("late")],
    )
    (found,) = said(twins.explain, office=office)
    assert found.phrase == "differences.twins_at_times"
    assert found.words["situation"] == SituationsWord(("big",))


def test_twins_name_the_situation_that_the_table_answers_for() -> None:
    office = catalogue(
        code("L1", uses=[use("lost"), use("big")]),
        code("N1", uses=[use("big"), use("lost")]),
        situations=[BIG, LOST],
        answers=[answer("post", "N1 Too heavy", "big", stage="hand")],
    )
    compared = compare(office, *office.codes[:2])
    told = compared.situation_a
    assert told is not None
    assert told == compared.situation_b
    for shared in (compared.shared, compared.shared[::-1]):
        (found,) = twins.explain(office, dataclasses.replace(compared, shared=shared))
        assert found.words["situation"] == SituationsWord((told,))


def test_twins_without_situations_have_one_reason() -> None:
    same = {"reason": "size"}
    assert phrases(said(twins.explain, code("L1", facts=same), code("N1", facts=same))) == [
        "differences.twins"
    ]
    assert said(twins.explain, code("L1", facts=same), code("N2", facts=same)) == []


def test_twins_are_silent_where_every_answer_is_the_same() -> None:
    same = {"fate": "waits", "payer": "sender", "weight": "light", "door": "open", "reason": "size"}
    assert said(twins.explain, code("L1", facts=same), code("N1", facts=same)) == []
    other = {**same, "payer": "reader"}
    assert len(said(twins.explain, code("L1", facts=same), code("N1", facts=other))) == 1
    unknown = {axis: value for axis, value in same.items() if axis != "payer"}
    assert len(said(twins.explain, code("L1", facts=unknown), code("N1", facts=unknown))) == 1


def test_same_fate_speaks_of_that_relation_only() -> None:
    assert phrases(said(same_fate.explain, code("N1"), code("N2"))) == ["differences.same_fate"]
    assert said(same_fate.explain, code("L1"), code("N2")) == []


def test_same_fate_in_one_situation_is_no_matter_of_reasons() -> None:
    office = catalogue(
        code("N1", uses=[use("big")]), code("N2", uses=[use("big")]), situations=[BIG]
    )
    (found,) = said(same_fate.explain, office=office)
    assert found.phrase == "differences.same_fate_of"
    assert found.words["situation"] == SituationsWord(("big",))


def test_same_fate_in_two_situations_names_these() -> None:
    office = catalogue(
        code("N1", uses=[use("big")]), code("N2", uses=[use("lost")]), situations=[BIG, LOST]
    )
    (found,) = said(same_fate.explain, office=office)
    assert found.phrase == "differences.same_fate_apart"
    assert found.words["situation_a"] == SituationsWord(("big",))
    assert found.words["situation_b"] == SituationsWord(("lost",))


def test_a_code_that_more_servers_send_for_something_else_is_not_mostly_sent_for_it(
    content: Content,
) -> None:
    """5.7.1 heads its page with the neutral reading, while relaying, DMARC and spam are far commoner."""
    enhanced = content.catalogues[1]
    pair = compare(enhanced, enhanced.by_id["5.1.1"], enhanced.by_id["5.7.1"])
    assert enhanced.commonest(pair.b) is None
    assert phrases([*same_fate.explain(enhanced, pair)]) == ["differences.same_fate"]


def test_nothing_is_sent_for_what_no_server_answers() -> None:
    never = situation("never").model_copy(update={"sent": False})
    office = catalogue(
        code("N1", uses=[use("never")]), code("N2", uses=[use("never")]), situations=[never]
    )
    (found,) = said(same_fate.explain, office=office)
    assert found.phrase == "differences.same_fate"


@pytest.mark.parametrize("other", ["big", "lost"])
def test_nobody_sends_a_code_for_what_only_a_list_says(other: str) -> None:
    office = catalogue(
        code("N1", uses=[use("big", by="list", title="A list")]),
        code("N2", uses=[use(other)]),
        situations=[BIG, LOST],
    )
    assert phrases(said(same_fate.explain, office=office)) == ["differences.same_fate"]


def test_names_that_are_alike_tell_nothing_apart() -> None:
    alike = text("Blocked")
    no = [code(name).model_copy(update={"name": Text(**alike)}) for name in ("N1", "N2")]
    yes = [code(name).model_copy(update={"name": Text(**alike)}) for name in ("Y1", "Y2")]
    assert said(same_fate.explain, *no) == []
    assert said(same_answers.explain, *yes) == []


def test_same_answers_speaks_where_every_answer_is_known_and_alike() -> None:
    same = {"payer": "nobody"}
    found = said(same_answers.explain, code("Y1", facts=same), code("Y2", facts=same))
    assert phrases(found) == ["differences.same_answers"]
    assert (
        said(same_answers.explain, code("N1"), code("N2")) == []
    )  # one fate, which is told already
    assert said(same_answers.explain, code("Y1", facts=same), code("Y2")) == []


def test_axis_difference_asks_the_weightiest_questions_only() -> None:
    one = {"fate": "taken", "payer": "nobody", "weight": "light", "door": "open"}
    other = {"fate": "waits", "payer": "sender", "weight": "heavy", "door": "shut"}
    office = catalogue(code("Y1", facts=one), code("Y2", facts=other))
    found = said(axis_difference.explain, office=office)
    assert [one.title for one in found] == [
        office.questions[axis] for axis in ("fate", "payer", "weight")
    ]
    assert len(found) == axis_difference.MOST


def test_axis_difference_is_silent_about_what_agrees_or_is_not_known() -> None:
    facts = {"payer": "nobody"}
    assert said(axis_difference.explain, code("Y1", facts=facts), code("Y2", facts=facts)) == []
    assert said(axis_difference.explain, code("Y1", facts=facts), code("Y2")) == []
    absent = {"payer": ABSENT}
    assert said(axis_difference.explain, code("Y1", facts=facts), code("Y2", facts=absent)) == []


def test_own_reasons_tell_apart_what_is_of_one_kind() -> None:
    facts, words = {"reason": "size"}, {"reason": "it is too long"}
    office = catalogue(
        code("N1", facts=facts, clauses=words), code("N2", facts=facts, clauses=words)
    )
    (found,) = said(own_reasons.explain, office=office)
    assert found.title == office.questions["reason"]
    silent = code("N2", facts=facts)
    assert said(own_reasons.explain, code("N1", facts=facts, clauses=words), silent) == []
    other = code("N2", facts={**facts, "payer": "sender"}, clauses=words)
    differs = code("N1", facts={**facts, "payer": "nobody"}, clauses=words)
    assert said(own_reasons.explain, differs, other) == []


def test_a_codes_own_words_are_about_what_it_mostly_stands_for() -> None:
    words = {"reason": "it is too long"}
    office = catalogue(
        code("N1", uses=[use("lost"), use("big")], clauses=words),
        code("N2", uses=[use("big")], clauses=words),
        situations=[BIG, LOST],
    )
    assert said(own_reasons.explain, office=office) == []


def test_single_axis_speaks_of_what_does_not_arise_for_the_other() -> None:
    one, other = {"payer": "sender"}, {"payer": ABSENT}
    office = catalogue(code("N1", facts=one), code("N2", facts=other))
    (found,) = said(single_axis.explain, office=office)
    assert found.title == office.questions["payer"]
    assert found.words["code"] == CodeWord(office.codes[0])
    turned = catalogue(code("N1", facts=other), code("N2", facts=one))
    (found,) = said(single_axis.explain, office=turned)
    assert found.words["code"] == CodeWord(turned.codes[1])


def test_single_axis_is_silent_about_an_answer_from_which_nothing_follows() -> None:
    """To say that only one of two codes has it would be to say nothing."""
    one, other = code("N1", facts={"payer": "nobody"}), code("N2", facts={"payer": ABSENT})
    assert said(single_axis.explain, one, other) == []


def test_single_axis_is_silent_about_what_is_merely_not_known() -> None:
    assert said(single_axis.explain, code("N1", facts={"payer": "sender"}), code("N2")) == []


def test_standing_tells_who_defines_each() -> None:
    other = code("N2", standing="annex")
    (found,) = said(standing.explain, code("N1"), other)
    assert found.words["clause_b"] == StandingWord(other)


def test_each_standard_that_makes_a_reply_of_the_code_at_stages_of_its_own_defines_it() -> None:
    one = {**ANNEX, "url": "https://example.org/annex#7"}
    two = {**ANNEX, "title": "Appendix", "url": "https://example.org/appendix#1"}
    big = use("big", url=one["url"], stages=["name"])
    lost = use("lost", url=two["url"], stages=["down"])

    def defining(uses: list[dict[str, object]], standing: str = "annex") -> list[str]:
        made = code("N1", stages="any", standing=standing, sources=[one, two], uses=uses)
        office = catalogue(made, situations=[BIG, LOST])
        assert standing != "annex" or [
            ref.title for ref in office.course.references(made, office.course.stages_of(made))
        ] == [source.title for source in office.course.defined_by(made)]
        return [source.title for source in office.course.defined_by(made)]

    assert defining([big, lost]) == ["Annex", "Appendix"]
    assert defining([big, {**lost, "stages": []}]) == ["Annex"]
    assert defining([lost]) == ["Annex"]
    assert defining([big, {**lost, "by": "post"}]) == ["Annex"]
    assert defining([big, lost], standing="habit") == ["Annex"]


def test_standing_is_silent_where_it_is_the_same_or_without_words() -> None:
    assert said(standing.explain, code("N1"), code("N2")) == []
    assert said(standing.explain, code("N1"), code("N2", standing="rumour")) == []


LINK = {
    "catalogue": "stamp",
    "label": text("Stamps"),
    "row": text("Stamps"),
    "question": text("Which stamp?"),
    "shared": {"en": "Both carry {shared}.", "ko": "둘 다 {shared|과/와} 함께 옵니다."},
}


def test_companions_in_common_tell_nothing_apart() -> None:
    stamps = [{"stamp": ["S1", "S2"]}, {"stamp": ["S2"]}, {"stamp": ["S3"]}]
    one, other, third = (code(f"N{n}", companions=c) for n, c in enumerate(stamps))
    (found,) = said(companions.explain, office=catalogue(one, other, companions=[LINK]))
    assert found.words["shared"] == ListWord(("S2",))
    assert said(companions.explain, office=catalogue(one, third, companions=[LINK])) == []
    assert said(companions.explain, office=catalogue(one, other)) == []


def test_all_rules_speak_in_their_order() -> None:
    office = catalogue(
        code("L1", stages=["name"], facts={"reason": "size"}),
        code("N1", stages=["name"], facts={"reason": "size"}, standing="annex", sources=[ANNEX]),
    )
    found = list(explain(office, compare(office, *office.codes)))
    assert phrases(found) == [
        "stages.alternatives",
        "differences.twins",
        "differences.axis",
        "differences.standing",
    ]
    assert [one.section for one in found] == ["stages", *["differences"] * 3]
    assert len(set(RULES)) == len(RULES)
