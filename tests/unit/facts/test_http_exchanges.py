"""The sample exchanges of HTTP are such as the standards allow."""

import re
from collections.abc import Iterator
from typing import Final

import pytest

from codepairs.comparison.compare import compare
from codepairs.comparison.transcript import Moment, Planner, events, lead, reply, usual_moment
from codepairs.content.catalogue import Catalogue
from codepairs.content.whole import Content

# RFC 9110, section 15, with RFC 3229, section 10.4.1, for 226: what these answers carry, or should.
CARRIED: Final = {
    "101": ("Upgrade", "Connection"),
    "201": ("Location",),
    "206": ("Content-Range",),
    "226": ("ETag", "IM"),
    "301": ("Location",),
    "302": ("Location",),
    "303": ("Location",),
    "304": ("ETag",),
    "307": ("Location",),
    "308": ("Location",),
    "401": ("WWW-Authenticate",),
    "405": ("Allow",),
    "407": ("Proxy-Authenticate",),
    "416": ("Content-Range",),
    "426": ("Upgrade", "Connection"),
    "451": ("Link",),
    "503": ("Retry-After",),
}
# RFC 6455, sections 4.1 and 4.2.2.
ASKED_OF_WEBSOCKET: Final = {
    *("Host", "Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version"),
}
# RFC 4918, section 13, and RFC 5842, section 7.1: numbers of parts, told in the body of a 207.
OF_PARTS: Final = ("208", "424")


@pytest.fixture
def http(content: Content) -> Catalogue:
    return next(found for found in content.catalogues if found.id == "http")


def names(lines: tuple[str, ...]) -> set[str]:
    """The names of the headers among the lines of a message."""
    return {line.partition(":")[0] for line in lines[1:] if ": " in line and line[0] != "("}


def answers(http: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code in http.codes:
        for lines in code.lines.values():
            yield code.code, tuple(lines)


def requests(http: Catalogue) -> Iterator[tuple[str, ...]]:
    for stage in http.stages.values():
        yield tuple(stage.client or ())
    for situation in http.situations.values():
        yield from (tuple(lines) for lines in situation.stages.values() if lines)
    yield from (tuple(code.asked) for code in http.codes if code.asked)
    for code in http.codes:
        # What only goes on with a request, such as its body, names no host.
        yield from (tuple(lines) for lines in code.then.values() if not lines[0].startswith("("))


def test_answers_carry_what_belongs_to_them(http: Catalogue) -> None:
    wrong = [
        (code, missing)
        for code, lines in answers(http)
        if (missing := set(CARRIED.get(code, ())) - names(lines))
    ]
    assert wrong == []


def test_the_number_of_a_part_is_told_in_the_answer_of_the_whole(http: Catalogue) -> None:
    for code, lines in answers(http):
        if code in OF_PARTS:
            assert lines[0] == "HTTP/1.1 207 Multi-Status"
            assert [line for line in lines if code in line] == [lines[-1]]
            assert lines[-1].startswith("<status>HTTP/1.1 ")


def test_requests_name_their_host(http: Catalogue) -> None:
    hostless = [
        lines
        for lines in requests(http)
        if lines and "Host" not in names(lines) and "HTTP/1.1" in lines[0]
    ]
    # What lacks it is told as lacking it.
    told = {tuple(lines) for lines in http.situations["host-missing"].stages.values()}
    assert [lines for lines in hostless if lines not in told] == []


def test_a_site_is_asked_by_a_path_and_a_proxy_by_a_whole_address(http: Catalogue) -> None:
    """RFC 9112, section 3.2: the form of an address is for proxies, and that of a host for CONNECT."""
    proxied = {
        tuple(lines)
        for place in (http.stages["proxy"].client, *http.situations["proxy-login"].stages.values())
        if (lines := place)
    }
    strange = [
        lines[0]
        for lines in requests(http)
        if lines and lines not in proxied and not re.match(r"(?:[A-Z]+ [/*]|CONNECT )", lines[0])
    ]
    assert strange == []


def test_the_status_lines_are_those_that_servers_send(http: Catalogue) -> None:
    """Symfony, on which Laravel stands, has no words of its own for 419."""
    assert http.by_id["419"].lines["any"][0] == "HTTP/1.1 419 unknown status"
    strange = [
        (code, lines[0])
        for code, lines in answers(http)
        if lines[0].startswith("HTTP/1.1 4")
        and http.by_id[code].standing == "standard"
        and http.by_id[code].name["en"] not in lines[0]
    ]
    assert strange == []


def test_whoever_blocks_names_itself(http: Catalogue) -> None:
    """RFC 7725, section 4: `blocked-by` leads to whoever blocks and not to what demands it."""
    (link,) = (line for line in http.by_id["451"].lines["any"] if line.startswith("Link: "))
    assert 'rel="blocked-by"' in link
    assert not re.search(r"law|court|order", link)


def test_a_websocket_is_opened_as_its_standard_asks(http: Catalogue) -> None:
    opened = tuple(http.stages["upgrade"].client or ())
    assert names(opened) >= ASKED_OF_WEBSOCKET
    assert "Sec-WebSocket-Accept" in names(tuple(http.stages["upgrade"].ok))
    assert "Sec-WebSocket-Accept" in names(tuple(http.by_id["101"].lines["any"]))


def test_a_server_says_nothing_that_no_server_sends(http: Catalogue) -> None:
    """A status line, headers, a part of the body, and notes in brackets: every line is one of these."""
    strange = [
        (code, line)
        for code, lines in answers(http)
        for line in lines
        if not re.match(r"HTTP/1\.1 \d{3}|[A-Z][\w-]*: |<|\(.*\)$", line)
    ]
    assert strange == []


def test_the_line_in_question_is_the_one_that_shows_the_code(http: Catalogue) -> None:
    for code in http.codes:
        if moment := usual_moment(http, code):
            marked = [line.text for line in reply(moment) if line.code]
            assert len(marked) == 1
            if code.code in OF_PARTS:
                assert f"<status>HTTP/1.1 {code.code} " in marked[0]


def test_nobody_says_what_is_only_noted(http: Catalogue) -> None:
    """nginx's 499 stands in its log alone, and no answer is shown for it."""
    for number in ("000", "444", "460", "499", "599"):
        moment = usual_moment(http, http.by_id[number])
        assert moment
        assert {line.speaker for line in reply(moment)} == {""}


def test_a_body_told_in_brackets_belongs_to_what_is_asked(http: Catalogue) -> None:
    """An order is not sent to the address of a report."""
    strange = [
        lines[0]
        for lines in requests(http)
        if "(the order as JSON)" in lines and not re.search("order|checkout", lines[0])
    ]
    assert strange == []


def exchange(http: Catalogue, moment: Moment) -> tuple[list[str], list[object]]:
    """What an exchange says apart from the line that shows its code."""
    asked = lead(http, moment.stage, moment.situation, moment.code.asked or ())
    lines = [line.text for line in (*asked, *reply(moment)) if not line.code]
    return lines, list(events(http, moment))


def test_the_exchanges_of_an_explained_pair_differ_in_more_than_their_numbers(
    http: Catalogue,
) -> None:
    planner = Planner(http)
    plans = {
        (a, b): planner.plan(compare(http, http.by_id[a], http.by_id[b])) for a, b in http.insights
    }
    alike = [
        pair
        for pair, plan in plans.items()
        if plan and exchange(http, plan.a) == exchange(http, plan.b)
    ]
    assert alike == []


def test_what_becomes_of_a_post_is_seen_in_the_next_request(http: Catalogue) -> None:
    planner = Planner(http)
    for a, b in (("301", "308"), ("302", "307"), ("303", "307"), ("301", "307"), ("302", "308")):
        plan = planner.plan(compare(http, http.by_id[a], http.by_id[b]))
        assert plan
        asked = [line.text for line in lead(http, plan.a.stage, plan.a.situation)]
        assert asked[0].startswith("POST ")
        goes_on = [
            next(line.text for line in reply(one) if line.speaker == "C")
            for one in (plan.a, plan.b)
        ]
        assert [line.partition(" ")[0] for line in goes_on] == ["GET", "POST"]
        # Only what keeps the method brings the order along.
        assert "(the order as JSON)" not in {line.text for line in reply(plan.a)}
        assert "(the order as JSON)" in {line.text for line in reply(plan.b)}
