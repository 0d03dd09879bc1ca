"""What codes stand for, and at whose: sayings, the order of situations, facts, and what is offered for them."""

import pytest

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import ABSENT, QUEUE
from codepairs.content.schema.codes import LIST
from tests.support.made import SOURCE, answer, catalogue, code, insight, situation, use

BIG = situation(
    "big",
    facts={"reason": "size", "weight": "heavy"},
    outcomes={
        "later": {"next": {"en": "wait", "ko": "기다리세요"}, "facts": {"payer": "nobody"}},
        "no": {
            "next": {"en": "pay", "ko": "내세요"},
            "facts": {"payer": "sender", "fate": "waits", "weight": "light"},
        },
    },
)
LOST, SHUT, WET = situation("lost"), situation("shut"), situation("wet")
ALL = (BIG, LOST, SHUT, WET)


def facts(place: Catalogue, name: str, about: str | None) -> dict[str, str | None]:
    return dict(zip(place.axis_ids, place.facts_in(place.by_id[name], about), strict=True))


def test_what_is_written_comes_before_what_replies_show() -> None:
    place = catalogue(
        code("N1", uses=[use("lost"), use("big", by="anna", stages=["name"])]),
        situations=ALL,
        answers=[
            answer("berta", "N1 too big", "big", stage="down"),
            answer("carla", "N1 no", "wet"),
        ],
    )
    said = place.sayings["N1"]
    assert [(one.situation, one.by, one.stages) for one in said] == [
        ("lost", "standard", ()),
        ("big", "anna", ("name",)),
        ("big", "berta", ("down",)),
        ("wet", "carla", ()),
    ]
    assert [one.written is not None for one in said] == [True, True, False, False]
    assert [one.answer is not None for one in said] == [False, False, True, True]


def test_a_reply_whose_situation_nobody_has_named_says_nothing() -> None:
    place = catalogue(
        code("N1"), situations=ALL, answers=[answer("anna", "N1 no", "big", situation=None)]
    )
    assert place.sayings["N1"] == ()
    assert place.situations_of["N1"] == ()
    assert place.typical(place.by_id["N1"]) is None


def test_the_source_of_a_standard_is_its_section_and_that_of_a_provider_its_name() -> None:
    place = catalogue(
        code(
            "N1",
            uses=[
                use("big"),
                use("big", by="anna"),
                use("big", by=LIST, url="https://example.org/list"),
            ],
        ),
        situations=ALL,
        answers=[answer("berta", "N1 no", "big")],
    )
    assert [one.source for one in place.sayings["N1"]] == [
        "https://example.org/rules#2",
        "anna",
        "https://example.org/list",
        "berta",
    ]
    assert [one.is_evidence for one in place.sayings["N1"]] == [True, True, False, True]


def test_situations_stand_as_the_file_orders_them_then_by_how_many_replies_show_them() -> None:
    place = catalogue(
        code("N1", uses=[use("shut"), use("lost"), use("shut", by="anna")]),
        situations=ALL,
        answers=[
            *(answer(who, "N1 wet", "wet") for who in ("anna", "berta")),
            *(answer(who, "N1 big", "big") for who in ("anna", "berta")),
            *(answer(who, "N1 lost", "lost") for who in ("anna", "berta", "carla")),
        ],
    )
    assert place.situations_of["N1"] == ("shut", "lost", "big", "wet")
    assert place.typical(place.by_id["N1"]) == "shut"
    more = catalogue(
        code("N1"),
        situations=ALL,
        answers=[
            answer("anna", "N1 big", "big"),
            answer("anna", "N1 wet", "wet"),
            answer("berta", "N1 wet", "wet"),
        ],
    )
    assert more.situations_of["N1"] == ("wet", "big")


def test_the_class_gives_way_to_the_situation_and_that_to_the_number() -> None:
    place = catalogue(
        code("N1", uses=[use("big")], facts={"door": "shut", "reason": "address"}),
        code("L1", uses=[use("big")]),
        situations=ALL,
    )
    assert facts(place, "N1", "big") == {
        "fate": "waits",  # the class says returned, the outcome waits
        "payer": "sender",
        "weight": "light",  # the situation says heavy, its outcome light
        "door": "shut",
        "reason": "address",  # the situation says size, the number address
    }
    assert facts(place, "L1", "big") == {
        "fate": "waits",
        "payer": "nobody",
        "weight": "heavy",
        "door": None,
        "reason": "size",
    }


@pytest.mark.parametrize("about", [None, "unknown", "lost"])
def test_without_a_situation_only_class_and_number_speak(about: str | None) -> None:
    place = catalogue(code("N1", facts={"door": ABSENT}), situations=ALL)
    assert facts(place, "N1", about) == {
        "fate": "returned",
        "payer": None,
        "weight": None,
        "door": ABSENT,
        "reason": None,
    }


def test_an_outcome_of_another_class_says_nothing() -> None:
    place = catalogue(code("Y1", uses=[use("big")]), situations=ALL)
    assert facts(place, "Y1", "big")["payer"] is None
    assert facts(place, "Y1", "big")["reason"] == "size"


def test_shared_situations_begin_with_the_typical_ones_then_those_that_more_show() -> None:
    place = catalogue(
        code("L1", uses=[use("lost"), use("big"), use("wet"), use("shut")]),
        code("N1", uses=[use("shut"), use("big"), use("wet"), use("lost")]),
        situations=ALL,
        answers=[
            *(answer(who, "L1 big", "big") for who in ("anna", "berta")),
            answer("anna", "L1 wet", "wet"),
            answer("anna", "N1 wet", "wet"),
        ],
    )
    a, b = place.codes
    # Lost and shut are typical of one each; wet is shown twice on both sides, big once on one.
    assert place.shared_situations(a, b) == ("lost", "shut", "wet", "big")


def test_what_is_typical_of_both_comes_first() -> None:
    place = catalogue(
        code("L1", uses=[use("wet"), use("big")]),
        code("N1", uses=[use("wet"), use("big")]),
        situations=ALL,
    )
    assert place.shared_situations(*place.codes) == ("wet", "big")


def test_a_comparison_is_offered_for_an_insight_before_all_else() -> None:
    place = catalogue(
        code("L1", uses=[use("big")]),
        code("N1", uses=[use("big")]),
        code("N2", uses=[use("lost")]),
        situations=ALL,
        insights=[insight("L1", "N1"), insight("L1", "N2")],
    )
    one, two, three = place.codes
    assert place.offered_for(one, two) == "insight"
    assert place.offered_for(one, three) == "insight"
    assert place.offered_for(two, three) is None


def test_a_comparison_is_offered_for_a_situation_that_is_shown_on_both_sides() -> None:
    place = catalogue(
        code("L1", uses=[use("big"), use("lost", by=LIST)]),
        code("N1", uses=[use("big", by="anna"), use("lost")]),
        code("N2", uses=[use("big", by=LIST)]),
        code("N3"),
        situations=ALL,
        answers=[answer("anna", "N3 so", "big")],
    )
    one, two, listed, quoted = place.codes
    assert place.offered_for(one, two) == "situation"
    assert place.shared_situations(one, two) == ("big",)
    assert place.offered_for(one, quoted) == "situation"
    assert place.offered_for(one, listed) is None
    assert place.shared_situations(one, listed) == ()


def test_without_situations_every_comparison_is_offered() -> None:
    place = catalogue(code("L1"), code("N1"))
    assert place.offered_for(*place.codes) == "all"


def test_what_happens_in_the_queue_is_no_stage_of_the_session() -> None:
    place = catalogue(code("N1", uses=[use("big", stages=[QUEUE])]), situations=ALL)
    assert place.sayings["N1"][0].stages == (QUEUE,)
    assert place.course.stages_of(place.by_id["N1"]) == ()


def test_who_sends_a_code_shows_its_stages_where_no_standard_does() -> None:
    at_hand = [use("big", stages=["hand"])]
    place = catalogue(
        code("N1", stages=["name"], uses=at_hand),
        code("N2", stages=["name"], uses=at_hand, standing="habit"),
        code("N3", uses=at_hand, standing="habit"),
        situations=ALL,
    )
    assert [place.course.seen_at(one) for one in place.codes] == [("name",), ("name", "hand"), ()]
    assert [place.course.stages_of(one) for one in place.codes] == [("name",), ("name",), ()]


def test_a_table_of_stages_covers_only_what_its_own_standard_defines() -> None:
    place = catalogue(
        code("N1", stages=["name"]),
        code("N2", stages=["name"], standing="annex"),
        code("N3", stages=["name"], standing="habit"),
    )
    references = [place.course.references(one, ["name"]) for one in place.codes]
    assert [[one.section for one in found] for found in references] == [["4"], ["1"], []]
    bare = catalogue(code("N1", stages=["name"]), stages_source=None)
    assert bare.course.references(bare.codes[0], ["name"]) == ()


def test_a_registry_tells_of_no_stages() -> None:
    """It lists codes; only a section of a standard says when one comes."""
    row = {"title": "Registry", "url": "https://example.org/registry", "checked": SOURCE["checked"]}
    place = catalogue(code("N1", stages=["name"], standing="annex", sources=[row, SOURCE]))
    assert place.course.references(place.codes[0], ["name"]) == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # Anna alone says it three times; that is one who says so, like the standard.
        ([use("lost")], "lost"),
        ([use("lost"), use("big", by="berta")], None),
        ([use("lost"), use("big", by=LIST)], "lost"),
        ([use("big"), use("lost")], "big"),
        ([], "big"),
    ],
)
def test_what_a_code_mostly_stands_for_is_called_so_only_if_no_other_thing_is_said_by_more(
    written: list[dict[str, object]], expected: str | None
) -> None:
    answers = [answer("anna", f"N1 big {number}", "big") for number in range(3)]
    place = catalogue(code("N1", uses=written), situations=ALL, answers=answers)
    assert place.commonest(place.by_id["N1"]) == expected


def test_nothing_is_commonest_where_nobody_says_anything() -> None:
    place = catalogue(code("N1"), situations=ALL)
    assert place.commonest(place.by_id["N1"]) is None
    listed = catalogue(code("N1", uses=[use("big", by=LIST)]), situations=ALL)
    assert listed.commonest(listed.by_id["N1"]) is None
