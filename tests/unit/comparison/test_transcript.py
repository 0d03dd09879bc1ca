import pytest

from codepairs.comparison import transcript
from codepairs.comparison.compare import compare
from codepairs.content.catalogue import Catalogue, Content


@pytest.fixture
def smtp(content: Content) -> Catalogue:
    return content.catalogues[0]


@pytest.mark.parametrize(
    ("pair", "kind", "stages"),
    [
        ("250 421", "same", ("body", "body")),
        ("450 550", "same", ("body", "body")),
        ("530 535", "same", ("auth", "auth")),
        ("250 354", "one", ("body", "data")),
        ("220 354", "one", ("connect", "data")),
        ("211 535", "apart", ("help", "auth")),
    ],
)
def test_the_plan_that_shows_a_pair_best(
    pair: str, kind: str, stages: tuple[str, str], smtp: Catalogue
) -> None:
    a, b = (smtp.by_id[code] for code in pair.split())
    plan = transcript.plan(smtp, compare(smtp, a, b))
    assert plan is not None
    assert plan.kind == kind
    if kind == "one":
        assert plan.stage_a in smtp.stages_of(a)
        assert plan.stage_b in smtp.stages_of(b)
    else:
        assert (plan.stage_a, plan.stage_b) == stages


def test_every_pair_has_a_plan_with_stages_of_its_codes(smtp: Catalogue) -> None:
    for a, b in smtp.pairs:
        plan = transcript.plan(smtp, compare(smtp, a, b))
        if not (smtp.stages_of(a) and smtp.stages_of(b)):
            assert plan is None
            continue
        assert plan is not None
        assert plan.stage_a in smtp.stages_of(a), (a.code, b.code)
        assert plan.stage_b in smtp.stages_of(b), (a.code, b.code)


def test_the_lead_ends_with_the_command_in_question(smtp: Catalogue) -> None:
    lines = transcript.lead(smtp, "rcpt")
    assert [line.speaker for line in lines] == ["S", "C", "S", "C", "S", "C"]
    assert lines[0].text.startswith("220 ")
    assert lines[-1].text.startswith("RCPT TO:")


def test_a_connection_needs_no_command(smtp: Catalogue) -> None:
    assert transcript.lead(smtp, "connect") == ()


def test_a_long_lead_keeps_its_beginning_and_its_end(smtp: Catalogue) -> None:
    lines = transcript.lead(smtp, "body")
    short = transcript.shortened(lines)
    assert len(short) == transcript.FIRST_LINES + 1 + transcript.LAST_LINES
    assert (short[0], short[-1]) == (lines[0], lines[-1])
    assert transcript.shortened(short) == short


def test_a_code_says_its_own_line_or_the_one_for_any_stage(smtp: Catalogue) -> None:
    assert transcript.reply(smtp.by_id["550"], "rcpt")[0].text.startswith("550 5.1.1")
    anywhere = smtp.by_id["421"]
    assert transcript.reply(anywhere, "rcpt") == transcript.reply(anywhere, "quit")


def test_what_follows_a_reply_is_told(smtp: Catalogue) -> None:
    events = [event.en for event in transcript.events(smtp, smtp.by_id["421"])]
    assert events == [
        "The mail waits on the sending side and is tried again.",
        "The server closes the connection.",
    ]
    assert transcript.events(smtp, smtp.by_id["250"]) == []


def test_both_codes_stand_in_one_session_in_its_order(smtp: Catalogue) -> None:
    shown = {"connect": smtp.by_id["220"], "data": smtp.by_id["354"]}
    lines = transcript.one_session(smtp, shown)
    assert [line.code for line in lines if line.code] == ["220", "354"]
