"""Sample sessions: only what can happen at somebody's server is shown as two endings of one session."""

import re

from codepairs.comparison import transcript
from codepairs.comparison.compare import compare
from codepairs.comparison.transcript import Moment, Plan
from codepairs.content.catalogue import Catalogue
from codepairs.content.uses import Answer
from codepairs.content.whole import Content
from codepairs.site.site import Site
from tests.support.made import VOCABULARY, answer, catalogue, code, situation, use

# A shorter phrase is told by the class that comes with it as well.
TELLING = 8
BIG = situation("big", stages={"hand": "HERE 40kg", "down": ""})
LOST = situation("lost", stages={"name": ""})


def planned(office: Catalogue) -> Plan | None:
    return transcript.Planner(office).plan(compare(office, *office.codes[:2]))


def beside_l1(other: Answer) -> Catalogue:
    """An office that is quoted with L1 for what is big, and with another reply."""
    answers = [answer("post", "L1 Too heavy today", "big", stage="hand"), other]
    codes = (code("L1", stages="any"), code("N1", stages="any"))
    return catalogue(*codes, situations=[BIG], answers=answers)


def test_one_server_that_says_both_for_one_thing_ends_the_session_in_two_ways() -> None:
    office = beside_l1(answer("post", "N1 Too heavy", "big", stage="hand"))
    found = planned(office)
    assert found is not None
    assert (found.kind, found.a.stage, found.b.stage) == ("same", "hand", "hand")
    assert transcript.reply(found.a)[0].text == "L1 Too heavy today"
    assert transcript.reply(found.b)[0] == transcript.Line("S", "N1 Too heavy", "N1")
    assert transcript.lead(office, "hand", "big")[-1].text == "HERE 40kg"


def test_a_quoted_reply_speaks_of_the_address_that_this_client_names() -> None:
    asked = [transcript.Line("C", "TO:<minsu@example.net>")]
    said = transcript.in_session("L1 <user@example.com>: not here, ask mx.example.com", asked)
    assert said == "L1 <minsu@example.net>: not here, ask mx.example.com"
    asked = [transcript.Line("C", "FROM:<www@web.localdomain>")]
    assert transcript.in_session("L1 no such domain: example.com.", asked) == (
        "L1 no such domain: web.localdomain."
    )
    assert transcript.in_session("L1 see https://example.com/a", asked) == (
        "L1 see https://example.com/a"
    )
    # That is the address to which somebody has moved, and nobody has named it.
    assert transcript.in_session("L1 try <user@example.net>", asked) is None


def test_a_reply_that_repeats_what_nobody_said_is_not_shown_in_a_session() -> None:
    asked = [transcript.Line("C", "HELLO mail.example.com"), transcript.Line("S", "OK <localhost>")]
    assert transcript.in_session("L1 <mail.example.com>: not found", asked) is not None
    assert transcript.in_session('L1 end with "." alone, <CR><LF>', asked) is not None
    for text in ("L1 <localhost>: no full name", 'L1 name "PhpStorm 9" is bad', "L1 <a@b>: no"):
        assert transcript.in_session(text, asked) is None

    found = planned(
        beside_l1(answer("post", 'N1 "90 kg" are too much', "big", stage="hand", id="quoted"))
    )
    assert found is not None
    assert (found.kind, found.b.words) == ("apart", None)


def test_words_that_do_not_show_their_code_end_no_session() -> None:
    """Both endings would be the same words."""
    both = answer("post", "Too heavy", "big", stage="hand", codes=["L1", "N1"])
    office = catalogue(
        code("L1", stages="any"), code("N1", stages="any"), situations=[BIG], answers=[both]
    )
    found = planned(office)
    assert found is not None
    assert (found.kind, found.a.words, found.b.words) == ("apart", None, None)


def test_two_servers_make_two_sessions() -> None:
    answers = [
        answer("post", "L1 Too heavy today", "big", stage="hand"),
        answer("rail", "N1 Too heavy", "big", stage="hand"),
    ]
    office = catalogue(
        code("L1", stages="any"), code("N1", stages="any"), situations=[BIG], answers=answers
    )
    found = planned(office)
    assert found is not None
    assert found.kind == "apart"


def test_two_stages_of_one_server_make_two_sessions() -> None:
    answers = [
        answer("post", "L1 Too heavy today", "big", stage="hand"),
        answer("post", "N1 Too heavy", "big", stage="down"),
    ]
    office = catalogue(
        code("L1", stages="any"), code("N1", stages="any"), situations=[BIG], answers=answers
    )
    found = planned(office)
    assert found is not None
    assert found.kind == "apart"


def test_the_rules_end_one_session_both_ways_where_they_say_both_at_one_stage() -> None:
    office = catalogue(
        code("L1", stages=["hand", "down"], uses=[use("big")]),
        code("N1", stages=["down"], uses=[use("big")]),
        situations=[BIG],
    )
    found = planned(office)
    assert found is not None
    assert (found.kind, found.a.stage) == ("same", "down")
    assert transcript.reply(found.a)[0].text == "L1 so says the clerk"


def test_a_document_that_defines_no_reply_ends_no_session_of_the_rules() -> None:
    office = catalogue(
        code("L1", stages=["down"], uses=[use("big")]),
        code("N1", standing="habit", stages=["down"], uses=[use("big")]),
        situations=[BIG],
    )
    found = planned(office)
    assert found is not None
    assert found.kind == "apart"


def test_a_code_is_not_given_words_that_belong_to_another_situation() -> None:
    office = catalogue(
        code("L1", stages="any", uses=[use("lost"), use("big")]),
        code("N1", stages="any", uses=[use("big")]),
        situations=[BIG, LOST],
    )
    found = planned(office)
    assert found is not None
    assert (found.kind, found.a.situation, found.a.stage) == ("apart", "lost", "name")


def test_two_sessions_show_what_the_table_tells_where_a_reply_is_quoted_for_it() -> None:
    answers = [
        answer("post", "L1 Too heavy today", "big", stage="hand"),
        answer("rail", "N1 Too heavy", "big", stage="down"),
    ]
    office = catalogue(
        code("L1", stages="any", uses=[use("lost"), use("big")]),
        code("N1", stages="any"),
        situations=[BIG, LOST],
        answers=answers,
    )
    compared = compare(office, *office.codes)
    assert (compared.situation_a, compared.situation_b) == ("big", "big")
    found = planned(office)
    assert found is not None
    assert (found.kind, found.a.situation, found.a.stage) == ("apart", "big", "hand")
    assert transcript.reply(found.a)[0].text == "L1 Too heavy today"


def test_a_code_is_shown_at_a_stage_at_which_it_is_written_to_come() -> None:
    office = catalogue(
        code("L1", stages="any", uses=[use("big", stages=["down"]), use("lost", stages=["name"])]),
        code("N1", stages="any", uses=[use("big")]),
        situations=[BIG, LOST],
    )
    assert transcript.usual_stages(office, office.codes[0]) == ("down",)
    assert transcript.usual_stages(office, office.codes[1]) == ("hand", "down")


def test_codes_of_one_good_session_stand_in_it() -> None:
    office = catalogue(code("Y1", stages=["greet"]), code("G1", stages=["hand"]))
    found = planned(office)
    assert found is not None
    assert found.kind == "one"
    lines = transcript.one_session(office, found.a, found.b)
    assert [line.code for line in lines if line.code] == ["Y1", "G1"]
    assert [line.speaker for line in lines] == ["S", "C", "S", "C", "S"]


def test_in_one_session_too_the_client_says_what_leads_to_the_reply() -> None:
    asked = situation("asked", stages={"hand": "HERE, BY POST"})
    met = situation("met", stages={"greet": "", "name": ""})
    office = catalogue(
        code("Y1", stages=["name", "down"], uses=[use("met")]),
        code("G1", stages=["hand"], uses=[use("asked")]),
        situations=[asked, met],
    )
    found = planned(office)
    assert found is not None
    # Down would be as near as name, but what Y1 stands for does not happen there.
    assert (found.kind, found.a.stage, found.b.stage) == ("one", "name", "hand")
    lines = [line.text for line in transcript.one_session(office, found.a, found.b)]
    assert lines[-2] == "HERE, BY POST"


def test_a_session_does_not_go_on_after_half_an_answer() -> None:
    half, whole = code("G1", stages=["name"]), code("Y1", stages=["greet"])
    found = planned(catalogue(half, whole))
    assert found is not None
    assert found.kind == "one"
    asked = situation("asked", stages={"ask": "", "hand": ""})
    done = situation("done", stages={"down": ""})
    stages = [
        {**stage, "main": True} if stage["id"] == "ask" else stage for stage in VOCABULARY["stages"]
    ]
    for stage, kind in (("ask", "apart"), ("hand", "one")):
        office = catalogue(
            code("G1", stages=[stage], uses=[use("asked")]),
            code("Y1", stages=["down"], uses=[use("done")]),
            situations=[asked, done],
            # Asked for before the parcel is named, and answered by half.
            stages=[stages[0], stages[4], *stages[1:4]],
        )
        found = planned(office)
        assert found is not None
        assert found.kind == kind


def test_a_session_leaves_out_what_has_been_done_before() -> None:
    resumed = situation("resumed", stages={"greet": ""}, skips=["name"])
    again = code("Y1", stages=["greet"], uses=[use("resumed")])
    done = situation("done", stages={"name": "", "hand": ""})

    def shown(stage: str) -> transcript.Plan:
        later = code("G1", stages=[stage], uses=[use("done")])
        found = planned(catalogue(again, later, situations=[resumed, done]))
        assert found is not None
        return found

    assert shown("name").kind == "apart"
    whole = shown("hand")
    assert whole.kind == "one"
    office = catalogue(again, whole.b.code, situations=[resumed, done])
    lines = [line.text for line in transcript.one_session(office, whole.a, whole.b)]
    assert "FOR anna" not in lines
    assert "HERE" in lines


def test_nobody_knows_what_leads_to_a_code_that_stands_for_nothing() -> None:
    office = catalogue(
        code("L1", stages="any"), code("N1", stages="any", uses=[use("big")]), situations=[BIG]
    )
    assert transcript.usual_moment(office, office.codes[0]) is None
    assert transcript.usual_moment(office, office.codes[1]) is not None
    assert planned(office) is None


def test_nothing_is_shown_where_no_moment_is_known() -> None:
    nowhere = situation("nowhere", stages={})
    office = catalogue(
        code("L1", stages="any", uses=[use("nowhere")]),
        code("N1", stages="any"),
        code("N2"),
        situations=[nowhere],
    )
    assert planned(office) is None
    assert (
        transcript.Planner(office).plan(compare(office, office.codes[1], office.codes[2])) is None
    )
    assert transcript.usual_moment(office, office.codes[0]) is None


def test_the_usual_moment_is_the_first_that_the_situation_names() -> None:
    office = catalogue(code("L1", stages=["down", "hand"], uses=[use("big")]), situations=[BIG])
    found = transcript.usual_moment(office, office.codes[0])
    assert found is not None
    assert found.stage == "hand"


def test_without_situations_the_catalogue_prefers_a_stage() -> None:
    office = catalogue(code("L1", stages=["greet", "hand"]))
    found = transcript.usual_moment(office, office.codes[0])
    assert found is not None
    assert found.stage == "hand"


def test_the_lead_ends_with_the_command_in_question() -> None:
    office = catalogue(code("L1"))
    lines = transcript.lead(office, "hand")
    assert [line.text for line in lines] == ["Y1 Good day", "FOR anna", "Y2 Known", "HERE"]
    assert transcript.lead(office, "greet") == ()


def test_a_long_lead_keeps_its_beginning_and_its_end() -> None:
    lines = transcript.lead(catalogue(code("L1")), "down")
    short = transcript.shortened(lines)
    assert short == (lines[0], transcript.Line("", "…"), *lines[-2:])
    assert transcript.shortened(short) == short
    assert transcript.shortened(lines[:4]) == lines[:4]


def test_what_is_said_last_is_left_whole() -> None:
    said = [*("CHELO", "S250", "S250", "CINVITE", "CFrom", "CTo")]
    lines = tuple(transcript.Line("C" if one[0] == "C" else "S", one[1:]) for one in said)
    short = transcript.shortened(lines)
    assert [line.text for line in short] == ["HELO", "…", "INVITE", "From", "To"]
    assert transcript.shortened(lines[3:]) == lines[3:]


def test_a_code_says_its_own_line_or_the_one_for_any_stage() -> None:
    one = code("L1", lines={"name": ["L1 No Anna", "Ask again"], "any": "L1 Not now"})
    at_name = transcript.reply(Moment(code=one, stage="name", situation=None))
    assert [(line.text, line.code) for line in at_name] == [
        ("L1 No Anna", "L1"),
        ("Ask again", None),
    ]
    elsewhere = transcript.reply(Moment(code=one, stage="down", situation=None))
    assert [line.text for line in elsewhere] == ["L1 Not now"]


def test_two_codes_from_which_a_client_goes_on_in_two_ways_are_shown_where_it_does() -> None:
    going = {"hand": ["HERE again"]}
    codes = (
        code("L1", stages="any", uses=[use("heavy")], then=going),
        code("N1", stages="any", uses=[use("heavy")], then={"hand": ["ASK elsewhere"]}),
    )
    heavy = situation("heavy", stages={"name": "", "hand": ""})
    found = planned(catalogue(*codes, situations=[heavy]))
    assert found is not None
    assert (found.kind, found.a.stage, found.b.stage) == ("apart", "hand", "hand")
    assert transcript.reply(found.a)[-1] == transcript.Line("C", "HERE again")
    alike = (codes[0], code("N1", stages="any", uses=[use("heavy")], then=going))
    found = planned(catalogue(*alike, situations=[heavy]))
    assert found is not None
    assert found.a.stage == "name"


def test_a_note_before_the_answer_is_said_by_nobody() -> None:
    noted = code("L1", stages=["hand"], lines={"any": ["(down the hall)", "L1 No", "(a slip)"]})
    shown = transcript.reply(Moment(code=noted, stage="hand", situation=None))
    assert [line.speaker for line in shown] == ["", "S", "S"]
    assert [line.code for line in shown] == [None, "L1", None]


def test_what_follows_a_reply_is_told_for_the_situation() -> None:
    axes = [dict(axis) for axis in VOCABULARY["axes"]]
    axes[0] = {**axes[0], "values": [dict(value) for value in axes[0]["values"]]}
    axes[0]["values"][1]["event"] = {"en": "It waits.", "ko": "기다립니다."}
    kept = situation("kept", facts={"fate": "taken"})
    office = catalogue(code("L1", uses=[use("kept")]), situations=[kept], axes=axes)
    one = office.codes[0]
    told = [
        transcript.events(office, Moment(code=one, stage=stage, situation=situation))
        for stage, situation in (("hand", None), ("hand", "kept"), ("ask", None))
    ]
    assert [[event.en for event in events] for events in told] == [["It waits."], [], []]


def test_where_no_stage_belongs_to_one_course_each_exchange_tells_what_follows() -> None:
    axes = [dict(axis) for axis in VOCABULARY["axes"]]
    axes[0] = {**axes[0], "values": [dict(value) for value in axes[0]["values"]]}
    axes[0]["values"][1]["event"] = {"en": "It waits.", "ko": "기다립니다."}
    stages = [{**stage, "main": False, "path": []} for stage in VOCABULARY["stages"]]
    office = catalogue(code("L1"), axes=axes, stages=stages)
    moment = Moment(code=office.codes[0], stage="ask", situation=None)
    assert [event.en for event in transcript.events(office, moment)] == ["It waits."]


def test_several_lines_of_the_client_may_lead_to_a_situation() -> None:
    asked = situation("asked", stages={"hand": ["HERE", "Weight: 40kg"], "down": ""})
    office = catalogue(code("L1"), situations=[asked])
    at_hand = transcript.lead(office, "hand", "asked")
    assert [line.text for line in at_hand[-2:]] == ["HERE", "Weight: 40kg"]
    usual = transcript.lead(office, "down")
    assert transcript.lead(office, "down", "asked") == usual


def test_what_stands_in_a_log_or_on_a_page_is_nothing_that_a_server_says_in_a_session() -> None:
    found = planned(beside_l1(answer("post", "N1 Too heavy", "big", stage="hand", seen="log")))
    assert found is not None
    assert found.kind == "apart"
    assert transcript.reply(found.b)[0].text == "N1 so says the clerk"


# Both words of it are those of the registry for 5.7.13.
OWN_WORDS = {"525"}


def test_a_sample_line_says_what_the_code_mostly_stands_for(content: Content) -> None:
    """Its words are not those by which servers say something else, as the phrases of the situations tell."""
    for protocol in content.protocols:
        said = [
            (one.id, re.compile(".*".join(map(re.escape, phrase.split(" … ")))))
            for one in protocol.situations.values()
            for phrase in one.said
            if len(phrase) >= TELLING
        ]
        for office in protocol.catalogues:
            for one in office.codes:
                moment = transcript.usual_moment(office, one)
                if moment is None or one.code in OWN_WORDS:
                    continue
                line = transcript.reply(moment)[0].text.lower()
                spoken = {situation for situation, phrase in said if phrase.search(line)}
                assert not spoken or moment.situation in spoken, (one.code, line, spoken)


def test_a_sample_line_names_whom_the_client_names(content: Content) -> None:
    """417 says that DNS knows nothing of a domain: of that in MAIL, and of no other."""
    for office in content.catalogues:
        for one in office.codes:
            moment = transcript.usual_moment(office, one)
            if moment is None:
                continue
            asked = transcript.lead(office, moment.stage, moment.situation, one.asked or ())
            for line in transcript.reply(moment):
                assert transcript.in_session(line.text, asked) in (None, line.text), one.code


def test_a_code_may_know_better_what_leads_to_it(content: Content) -> None:
    """463 is no answer to a sign that must not stand in an address, nor 464 one to a version of HTTP."""
    http = next(one for one in content.catalogues if one.id == "http")
    for pair, name in ((("400", "463"), "463"), (("464", "505"), "464")):
        a, b = (http.by_id[one] for one in pair)
        plan = transcript.Planner(http).plan(compare(http, a, b))
        assert plan is not None
        assert plan.kind == "apart"
        moment = plan.a if plan.a.code.code == name else plan.b
        lines = transcript.lead(http, moment.stage, moment.situation, moment.code.asked or ())
        assert [line.text for line in lines] == moment.code.asked


def test_what_a_code_is_asked_with_stands_on_its_pages(shipped_site: Site) -> None:
    for page in shipped_site.pages:
        if page.path in ("http/463/", "http/400-vs-463/"):
            text = page.text("en")
            assert "X-Forwarded-For: (a list of 31 addresses)" in text
            assert text.count("/search?q={1}") == (page.path == "http/400-vs-463/")
