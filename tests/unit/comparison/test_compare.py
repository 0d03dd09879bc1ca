"""Two codes side by side: what they stand for, what is answered alike, and how they meet."""

import pytest

from codepairs.comparison.compare import AxisComparison, Comparison, compare
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import ABSENT
from codepairs.content.whole import Content
from tests.support.made import answer, catalogue, code, situation, use

LOST = situation("lost", facts={"payer": "sender", "reason": "address"})
BIG = situation("big", facts={"payer": "sender", "weight": "heavy", "reason": "size"})
SHUT = situation("shut", facts={"payer": "nobody", "reason": "hours"})


def compared(office: Catalogue, a: str, b: str) -> Comparison:
    return compare(office, office.by_id[a], office.by_id[b])


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("x", "x", "same"),
        ("x", "y", "different"),
        ("x", None, "unknown"),
        (None, "x", "unknown"),
        (None, None, "unknown"),
        (ABSENT, "x", "only-b"),
        ("x", ABSENT, "only-a"),
        (ABSENT, ABSENT, "same"),
    ],
)
def test_not_knowing_is_not_the_same_as_not_arising(
    a: str | None, b: str | None, kind: str
) -> None:
    assert AxisComparison(axis="any", a=a, b=b).kind == kind


def test_the_axes_are_answered_in_the_shared_situation() -> None:
    office = catalogue(
        code("L1", uses=[use("shut"), use("big")]),
        code("N1", uses=[use("big"), use("lost")]),
        situations=[LOST, BIG, SHUT],
    )
    found = compared(office, "L1", "N1")
    assert found.shared == ("big",)
    assert (found.situation_a, found.situation_b) == ("big", "big")
    assert {axis.axis: (axis.a, axis.b) for axis in found.axes} == {
        "fate": ("waits", "returned"),
        "payer": ("sender", "sender"),
        "weight": ("heavy", "heavy"),
        "reason": ("size", "size"),
    }


def test_a_rare_meeting_is_not_what_two_codes_are_about() -> None:
    once = [answer("one", "L1 one big", "big"), answer("one", "N1 one big", "big")]
    again = [answer("two", "L1 two big", "big"), answer("two", "N1 two big", "big")]
    codes = (code("L1", uses=[use("shut")]), code("N1", uses=[use("lost")]))
    rare = catalogue(*codes, situations=[LOST, BIG, SHUT], answers=once)
    found = compared(rare, "L1", "N1")
    assert (found.shared, found.situation_a, found.situation_b) == (("big",), "shut", "lost")
    usual = catalogue(*codes, situations=[LOST, BIG, SHUT], answers=[*once, *again])
    found = compared(usual, "L1", "N1")
    assert (found.situation_a, found.situation_b) == ("big", "big")


def test_what_one_provider_makes_of_a_code_is_not_what_the_pair_is_about() -> None:
    habit = [answer("one", "N1 one big", "big"), answer("one", "N1 so big", "big")]
    codes = (code("L1", uses=[use("big")]), code("N1", uses=[use("lost")]))
    alone = catalogue(*codes, situations=[LOST, BIG], answers=habit)
    found = compared(alone, "L1", "N1")
    assert (found.shared, found.situation_a, found.situation_b) == (("big",), "big", "lost")
    common = catalogue(
        *codes, situations=[LOST, BIG], answers=[*habit, answer("two", "N1 two big", "big")]
    )
    found = compared(common, "L1", "N1")
    assert (found.situation_a, found.situation_b) == ("big", "big")
    own = [answer("one", "N1 one lost", "lost"), *habit]
    office = catalogue(
        code("L1", uses=[use("big")]), code("N1"), situations=[LOST, BIG], answers=own
    )
    found = compared(office, "L1", "N1")
    assert (found.situation_a, found.situation_b) == ("big", "big")


def test_what_is_one_of_many_meanings_of_a_code_is_not_what_the_pair_is_about() -> None:
    many = [answer(f"shop{one}", f"N1 no {one}", "lost") for one in range(5)]
    office = catalogue(
        code("L1", uses=[use("big")]),
        code("N1", uses=[use("lost"), use("big")]),
        situations=[LOST, BIG],
        answers=many,
    )
    found = compared(office, "L1", "N1")
    assert (found.shared, found.situation_a, found.situation_b) == (("big",), "big", "lost")


def test_what_only_a_copied_list_says_is_shared_with_nobody() -> None:
    office = catalogue(
        code("L1", uses=[use("big", by="list")]), code("N1", uses=[use("big")]), situations=[BIG]
    )
    found = compared(office, "L1", "N1")
    assert (found.shared, found.situation_a) == ((), "big")


def test_without_a_shared_situation_each_answers_for_what_it_mostly_stands_for() -> None:
    office = catalogue(
        code("L1", uses=[use("shut"), use("big")]),
        code("N1", uses=[use("lost")]),
        situations=[LOST, BIG, SHUT],
    )
    found = compared(office, "L1", "N1")
    assert found.shared == ()
    assert (found.situation_a, found.situation_b) == ("shut", "lost")
    assert next(axis for axis in found.axes if axis.axis == "reason").kind == "different"


def test_what_follows_from_the_class_gives_way_to_the_situation_and_that_to_the_number() -> None:
    kept = situation("kept", facts={"fate": "taken", "door": "open"})
    own = situation(
        "own",
        outcomes={
            "later": {"next": {"en": "wait", "ko": "기다립니다"}, "facts": {"fate": "taken"}}
        },
        facts={"fate": "returned"},
    )
    office = catalogue(
        code("L1"),
        code("L2", uses=[use("kept")], facts={"door": "shut"}),
        code("L3", uses=[use("own")]),
        situations=[kept, own],
    )
    facts = [
        office.facts_in(one, office.typical(one))[office.axis_ids.index("fate")]
        for one in office.codes
    ]
    assert facts == ["waits", "taken", "taken"]
    door = office.axis_ids.index("door")
    assert office.facts_in(office.by_id["L2"], "kept")[door] == "shut"
    assert office.class_facts_in("later", "kept")[door] == "open"


def test_a_typical_situation_is_shared_first_then_what_more_show() -> None:
    answers = [
        *(answer(who, f"L1 {who} big", "big") for who in ("one", "two")),
        *(answer(who, f"N1 {who} big", "big") for who in ("one", "two")),
        answer("one", "L1 one lost", "lost"),
        answer("one", "N1 one lost", "lost"),
        answer("one", "N1 one shut", "shut"),
    ]
    office = catalogue(
        code("L1", uses=[use("shut")]), code("N1"), situations=[LOST, BIG, SHUT], answers=answers
    )
    assert compared(office, "L1", "N1").shared == ("big", "shut", "lost")


def test_twins_are_one_situation_at_two_strengths() -> None:
    office = catalogue(
        code("L1", uses=[use("big")]),
        code("N1", uses=[use("big")]),
        code("N2", uses=[use("big")]),
        code("L3", uses=[use("shut")]),
        code("N3", uses=[use("lost")]),
        situations=[LOST, BIG, SHUT],
    )
    assert compared(office, "L1", "N1").relation == "twins"
    assert compared(office, "L1", "N2").relation != "twins"
    assert compared(office, "L3", "N3").relation != "twins"


def test_twins_agree_in_the_reason_where_nobody_knows_of_situations() -> None:
    office = catalogue(
        code("L1", facts={"reason": "size"}),
        code("N1", facts={"reason": "size"}),
        code("L2", facts={"reason": "size"}),
        code("N2", facts={"reason": "hours"}),
        code("Y3", facts={"reason": "size"}),
        code("N3", facts={"reason": "size"}),
        code("L4"),
        code("N4", facts={"reason": "size"}),
    )
    assert compared(office, "L1", "N1").relation == "twins"
    assert compared(office, "L2", "N2").relation != "twins"
    assert compared(office, "Y3", "N3").relation != "twins"
    assert compared(office, "L4", "N4").relation != "twins"


def test_one_fate_needs_one_class_and_every_consequence_known_and_alike() -> None:
    office = catalogue(
        code("N1", facts={"door": "shut"}),
        code("N2", facts={"door": "shut"}),
        code("N3", facts={"door": "open"}),
        code("N4"),
        code("G1", facts={"fate": "waits"}),
        code("G2", facts={"fate": "waits"}),
        code("L5", facts={"fate": "returned", "door": "shut"}),
    )
    assert compared(office, "N1", "N2").relation == "same-fate"
    assert compared(office, "N1", "N3").relation != "same-fate"
    assert compared(office, "N1", "N4").relation != "same-fate"
    assert compared(office, "G1", "G2").relation != "same-fate"
    assert compared(office, "N1", "L5").relation != "same-fate"


def test_how_codes_meet_in_a_session() -> None:
    office = catalogue(
        code("Y1", stages=["greet"]),
        code("G1", stages=["hand"]),
        code("Y2", stages=["ask"]),
        code("L1", stages=["greet", "name"]),
        code("N1", stages=["name", "down"]),
        code("N2", stages="any"),
    )
    relation = {
        (a, b): compared(office, a, b).relation
        for a, b in [("Y1", "G1"), ("Y1", "Y2"), ("L1", "N1"), ("Y1", "N1"), ("G1", "N2")]
    }
    assert relation == {
        ("Y1", "G1"): "sequence",
        ("Y1", "Y2"): "apart",
        ("L1", "N1"): "alternatives",
        ("Y1", "N1"): "apart",
        ("G1", "N2"): "alternatives",
    }
    found = compared(office, "L1", "N1")
    assert (found.shared_stages, found.stages_only_a, found.stages_only_b) == (
        ("name",),
        ("greet",),
        ("down",),
    )


def test_a_catalogue_tells_only_relations_that_it_names_and_in_its_order() -> None:
    codes = [
        code("L1", stages=["name"], facts={"reason": "size"}),
        code("N1", stages=["name"], facts={"reason": "size"}),
    ]
    assert compared(catalogue(*codes), "L1", "N1").relation == "twins"
    quiet = catalogue(*codes, relations=["alternatives", "twins"])
    assert compared(quiet, "L1", "N1").relation == "alternatives"
    assert compared(catalogue(*codes, relations=["same-fate"]), "L1", "N1").relation == "apart"


@pytest.mark.parametrize(
    ("a", "b", "situations"),
    [
        # What a client says when it gave up names no code, so it does not show what servers send 301 and 302 for.
        ("301", "302", ("moved-for-good", "moved-for-now")),
        ("401", "403", ("not-logged-in", "not-allowed")),
        ("502", "504", ("backend-answer-invalid", "backend-silent")),
    ],
)
def test_pairs_that_many_ask_about_are_laid_side_by_side_for_what_they_mostly_stand_for(
    a: str, b: str, situations: tuple[str, str], content: Content
) -> None:
    http = next(one for one in content.catalogues if one.id == "http")
    found = compared(http, a, b)
    assert (found.situation_a, found.situation_b) == situations
