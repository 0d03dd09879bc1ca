"""The picture of how far a mail or a request came shows what is known, and nothing where nobody can tell."""

import re

import pytest

from codepairs.content.schema.protocols import Way
from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES
from codepairs.pages.pieces.way import stop_of
from codepairs.pages.templating import DOT
from codepairs.site.site import Site


def page(site: Site, address: str) -> str:
    text = site.text_at(f"{address}/index.html")
    assert text is not None
    return text


def drawn(text: str) -> list[str]:
    """The pictures of a page, each station as `class name`, with its marks in brackets."""
    return [
        " > ".join(
            re.sub(r"<[^>]+>", "", station.replace('class="came">', ">+").replace("<i>", "*"))
            for station in re.findall(r"<li(.*?)(?=<li|</ol>)", figure)
        )
        for figure in re.findall(r'<figure class="way.*?</figure>', text, re.DOTALL)
    ]


def way_of(content: Content, protocol: str) -> Way:
    found = next(one for one in content.protocols if one.id == protocol).vocabulary.way
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("situation", "stages", "facts", "reached", "mark"),
    [
        ("user-unknown", ["rcpt"], {"message": "refused"}, "sending-server", "refused"),
        ("greylisted", ["rcpt"], {"message": "waiting"}, "sending-server", "put off"),
        ("expired", ["queue"], {"message": "given-up"}, "sending-server", "given up"),
        ("user-unknown", ["rcpt", "queue"], {"message": "refused"}, "sending-server", "refused"),
        ("suppressed", ["queue"], {"message": "held-back"}, "sending-server", "not sent"),
        (
            "login-wrong",
            ["auth"],
            {"message": "held-back", "scope": "login"},
            "sender",
            "not taken",
        ),
        ("message-accepted", ["body"], {"message": "accepted"}, "receiving-server", "taken over"),
    ],
)
def test_a_mail_comes_as_far_as_the_facts_say(
    content: Content,
    situation: str,
    stages: list[str],
    facts: dict[str, str],
    reached: str,
    mark: str,
) -> None:
    stop = stop_of(way_of(content, "smtp"), situation, stages, facts)
    assert stop is not None
    assert (stop.reached, stop.mark.en) == (reached, mark)


@pytest.mark.parametrize(
    ("situation", "stages", "facts"),
    [
        # Either server on the way may refuse to relay.
        ("relay-refused", ["rcpt"], {"message": "refused"}),
        ("send-text", ["data"], {"message": "under-way"}),
        ("wrong-order", ["mail"], {"message": "held-back", "actor": "sending-admin"}),
        ("information", ["help"], {"message": "untouched"}),
        ("no-such-thing", [], {}),
    ],
)
def test_nothing_is_drawn_where_nobody_can_tell(
    content: Content, situation: str, stages: list[str], facts: dict[str, str]
) -> None:
    assert stop_of(way_of(content, "smtp"), situation, stages, facts) is None


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("5.7.20", True),
        ("5.7.703", False),
        ("5.1.10", False),
        ("5.1.90", False),
        ("5.7.708", False),
    ],
)
def test_a_receiving_server_that_nobody_asked_has_not_refused(
    shipped_site: Site, code: str, *, asked: bool
) -> None:
    text = page(shipped_site, f"en/smtp-enhanced/{code}")
    assert ("the receiving server did not take it" in text) is asked


def test_a_comparison_shows_both_ways_and_who_acts(shipped_site: Site) -> None:
    ways = drawn(page(shipped_site, "en/smtp/250-vs-550"))
    assert len(ways) == 2
    assert ways[0].count("+") == 3
    assert ways[1].count("+") == 2
    assert "*acts" in ways[1]


def test_two_codes_that_come_equally_far_share_a_picture(shipped_site: Site) -> None:
    text = page(shipped_site, "en/http/201-vs-202")
    assert len(drawn(text)) == 1
    assert re.search(
        rf'<figcaption><b class="n">201</b>{DOT}<b class="n">202</b></figcaption>', text
    )


def test_what_is_said_of_two_ways_stands_once(shipped_site: Site) -> None:
    text = page(shipped_site, "en/smtp-enhanced/4.1.1-vs-4.2.1")
    assert len(drawn(text)) == 2
    assert text.count("The mail waits on the sending server") == 1


def test_pages_of_http_show_no_mail(shipped_site: Site) -> None:
    for language in LANGUAGES:
        text = page(shipped_site, f"{language}/http/502")
        assert len(drawn(text)) == 1
        assert "mailbox" not in text.lower()
        assert "메일" not in text


def test_a_code_that_anybody_on_the_way_may_send_has_no_picture(shipped_site: Site) -> None:
    assert drawn(page(shipped_site, "en/http/404")) == []


# Whose reply cannot come from where an answer is said to be made: a framework is part of the site's server, and so on.
@pytest.mark.parametrize(
    ("made_by", "kinds"), [("gateway", {"framework"}), ("origin", {"gateway", "cdn"})]
)
def test_nobody_is_said_to_answer_where_a_quoted_reply_shows_another(
    made_by: str, kinds: set[str], content: Content
) -> None:
    (http,) = (one for one in content.protocols if one.id == "http")
    classes = {code.code: code.class_ for code in http.catalogues[0].codes}
    wrong = {
        (reply.situation, provider.id)
        for provider in http.providers
        if provider.kind in kinds
        for reply in provider.replies
        if reply.situation is not None
        for code in reply.codes
        if code in classes
        for situation in [http.situations[reply.situation]]
        if situation.facts.get("made-by") == made_by
        and "made-by" not in situation.outcomes[classes[code]].facts
    }
    # Nothing is drawn of what the vocabulary calls unclear.
    assert {one for one in wrong if one[0] not in way_of(content, "http").unclear} == set()


# IIS and ModSecurity filter within the site's server, Envoy reads tokens before it, nginx has a disk of its own.
@pytest.mark.parametrize(
    "situation",
    ["blocked-by-filter", "session-expired", "storage-full", "request-timed-out-in-app"],
)
def test_nothing_is_drawn_of_what_servers_at_several_places_say(
    situation: str, shipped_site: Site
) -> None:
    text = page(shipped_site, f"en/http/situations/{situation}")
    section = text[text.index("What to do") :].split("<h2")[0]
    assert "made the answer" not in section
