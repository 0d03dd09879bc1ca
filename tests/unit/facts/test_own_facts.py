"""What codes answer by themselves: of the number it must be true whatever the code stands for."""

import re
from typing import Final

import pytest

from codepairs.content.catalogue import Catalogue
from codepairs.content.whole import Content

# Exchange's 431 is the only one that loses the mail; Google's rule on mail floods addresses whoever runs the server.
KNOWN: Final = {("431", "too-many-recipients"), ("4.7.28", "spam-detected")}
# Whether a server hangs up is a matter of the number: by RFC 5321, section 3.8, only 221 and 421 do.
ABOUT_THE_NUMBER: Final = "connection"
# Who made an answer to HTTP is left open by many a situation, and told more closely by the number.
LEFT_OPEN: Final = ("made-by", "any")
# Exchange Online takes these mails from its customer, and reports afterwards that it did not send them.
BOUNCES: Final = ("5.1.90", "5.7.233", "5.7.501", "5.7.502", "5.7.503", "5.7.705", "5.7.750")

# What each code answers for what it mostly stands for; None is an answer that nobody knows.
RIGHT: Final = (
    # Nobody sends the number, so no reply leaves a cause open; the lists mean a report of the sending server.
    ("smtp", "442", "cause", None),
    # What to do is to let the server try again, so nobody who sent a mail has to act.
    ("smtp", "442", "actor", "program"),
    ("smtp", "471", "actor", "program"),
    # The success of an interface of the web says nothing about whether the mail went out.
    ("smtp", "200", "retry", None),
    ("smtp", "446", "retry", "after-change"),
    # A mail that ran out of time comes back although nobody refused it.
    ("smtp", "447", "message", "given-up"),
    ("smtp-enhanced", "4.4.7", "message", "given-up"),
    ("smtp-enhanced", "5.4.7", "message", "given-up"),
    ("smtp-enhanced", "5.4.300", "message", "given-up"),
    ("smtp", "449", "actor", "sending-admin"),
    # `soft_bounce` makes a 4xx of it, which a client waits for as for any other.
    ("smtp", "402", "message", "waiting"),
    # The wrong address is in the mail that waits, so no attempt of the queue can pass.
    ("smtp", "401", "retry", "after-change"),
    # A sending Sendmail says it of its own handshake, keeps the mail, and tells the sender that it waits.
    ("smtp", "403", "notice", "delay"),
    # RFC 7372, section 3.3, calls it "contrary to local policy requirements".
    ("smtp-enhanced", "5.7.25", "cause", "policy"),
    ("smtp-enhanced", "4.7.28", "cause", "reputation"),
    ("smtp", "552", "cause", "storage"),
    # A login comes before any recipient is named.
    ("smtp-enhanced", "4.5.6", "list", "does-not-arise"),
    ("smtp-enhanced", "5.5.6", "list", "does-not-arise"),
)


def test_no_code_answers_for_a_situation_that_answers_otherwise(content: Content) -> None:
    found = [
        (code.code, situation, axis)
        for catalogue in content.catalogues
        for code in catalogue.codes
        for situation in catalogue.situations_of[code.code]
        if situation != catalogue.typical(code) and (code.code, situation) not in KNOWN
        for axis, answer in said(catalogue, situation, code.class_).items()
        if axis != ABOUT_THE_NUMBER and (axis, answer) != LEFT_OPEN
        if code.facts.get(axis, answer) != answer
    ]
    assert found == []


def said(catalogue: Catalogue, situation: str, class_: str) -> dict[str, str]:
    """What a situation answers by itself in one class of codes."""
    told = catalogue.situations[situation]
    outcome = told.outcomes.get(class_)
    return {**told.facts, **(outcome.facts if outcome else {})}


def test_what_a_quoted_server_sends_does_not_stand_in_lists_only(content: Content) -> None:
    found = [
        (code.code, provider.id, reply.id)
        for protocol in content.protocols
        for provider in protocol.providers
        for reply in provider.replies
        for catalogue in protocol.catalogues
        for code in (catalogue.by_id.get(one) for one in reply.codes)
        if code and code.standing == "folklore"
    ]
    assert found == []


def test_chkuser_says_511_of_an_unknown_mailbox(content: Content) -> None:
    smtp = next(one for one in content.catalogues if one.id == "smtp")
    code = smtp.by_id["511"]
    assert (code.standing, smtp.typical(code)) == ("vendor", "user-unknown")


@pytest.mark.parametrize("name", BOUNCES)
def test_what_was_taken_from_a_customer_comes_back_as_a_bounce(name: str, content: Content) -> None:
    enhanced = next(one for one in content.catalogues if one.id == "smtp-enhanced")
    code = enhanced.by_id[name]
    facts = dict(
        zip(enhanced.axis_ids, enhanced.facts_in(code, enhanced.typical(code)), strict=True)
    )
    assert (facts["message"], facts["notice"]) == ("refused", "bounce")


def test_the_cases_of_a_list_end_alike_in_korean(content: Content) -> None:
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            # What is added in brackets stands behind the end.
            cases = [re.sub(r"\([^()]*\)$", "", case) for case in code.text("ko").when]
            ends = {case.endswith("때") for case in cases}
            assert len(ends) <= 1, code.code


@pytest.mark.parametrize(("place", "name", "axis", "right"), RIGHT)
def test_codes_answer_as_their_sources_say(
    place: str, name: str, axis: str, right: str | None, content: Content
) -> None:
    catalogue = next(one for one in content.catalogues if one.id == place)
    code = catalogue.by_id[name]
    assert catalogue.by_axis(catalogue.facts_in(code, catalogue.typical(code)))[axis] == right


def test_what_begins_with_a_four_refuses_nothing_for_good(content: Content) -> None:
    """A client keeps the mail, whatever the two digits after the 4 are meant to say."""
    for catalogue in content.protocols[0].catalogues:
        for code in catalogue.codes:
            facts = catalogue.by_axis(catalogue.facts_in(code, catalogue.typical(code)))
            assert not (code.code.startswith("4") and facts["message"] == "refused"), code.code


def test_who_is_asked_to_log_in_at_a_stranger_s_server_is_told_so_with_530(
    content: Content,
) -> None:
    """The page of the situation says which code it is, instead of that there is none."""
    smtp, enhanced = content.protocols[0].catalogues
    assert "login-asked-of-strangers" in smtp.situations_of["530"]
    assert "login-asked-of-strangers" in enhanced.situations_of["5.7.57"]


@pytest.mark.parametrize("name", ["address-malformed", "sender-malformed", "line-too-long"])
def test_what_is_wrong_in_the_mail_itself_does_not_pass_by_waiting(
    content: Content, name: str
) -> None:
    smtp = next(found for found in content.catalogues if found.id == "smtp")
    assert smtp.by_axis(smtp.class_facts_in("transient", name))["retry"] == "after-change"


@pytest.mark.parametrize("class_", ["transient", "permanent"])
def test_a_notice_without_its_reason_tells_not_what_became_of_the_mail(
    content: Content, class_: str
) -> None:
    """It may have been refused or have run out of time, and nobody knows yet who has to act."""
    smtp = next(found for found in content.catalogues if found.id == "smtp")
    facts = smtp.by_axis(smtp.class_facts_in(class_, "reason-not-quoted"))
    assert {axis for axis, answer in facts.items() if answer} == {"notice"}


def test_a_source_is_named_once(content: Content) -> None:
    """The same section cited twice looks like two witnesses."""
    cited = [code.sources for one in content.catalogues for code in one.codes]
    cited += [found.sources for one in content.catalogues for found in one.situations.values()]
    links = [[source.url for source in sources] for sources in cited]
    assert [one for one in links if len(set(one)) < len(one)] == []


def test_a_code_to_look_at_instead_is_defined(content: Content) -> None:
    """To whoever has a number of no standard, another such number is no help."""
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            found = [one for one in code.instead if catalogue.by_id[one].instead]
            assert not found, (code.code, found)


def test_what_is_tried_again_later_does_not_fail_again(content: Content) -> None:
    """A page that says "Yes, later" does not say below that a later attempt fails."""
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            facts = catalogue.by_axis(catalogue.facts_in(code, catalogue.typical(code)))
            told = code.text("en").facts.get("retry", ""), code.text("ko").facts.get("retry", "")
            fails = "fails again" in told[0] or "fail again" in told[0] or "또 실패" in told[1]
            assert not (fails and facts.get("retry") == "later"), code.code


def test_who_has_to_act_is_told_what_to_do(content: Content) -> None:
    for protocol in content.protocols:
        catalogue = protocol.catalogues[0]
        assert catalogue.acting is not None
        roles = {role.id for role in catalogue.roles}
        for found in protocol.situations.values():
            for class_, outcome in found.outcomes.items():
                facts = catalogue.by_axis(catalogue.class_facts_in(class_, found.id))
                actor = facts[catalogue.acting.id]
                told = actor not in roles or actor in outcome.actions("en")
                assert told, (protocol.id, found.id, class_, actor)


def test_which_of_two_servers_tries_again_is_said(content: Content) -> None:
    """Beside "the server has no room", "the server tries again" would be the one that has none."""
    told = [
        *(code.text("en").next for one in content.protocols[0].catalogues for code in one.codes),
        *(
            outcome.next["en"]
            for found in content.protocols[0].situations.values()
            for outcome in found.outcomes.values()
        ),
    ]
    assert [one for one in told if "the server tries again" in one] == []
    assert [one for one in told if "the server try again" in one] == []
