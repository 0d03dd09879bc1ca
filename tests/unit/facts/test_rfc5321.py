"""The shipped catalogue says what the standards say."""

from pathlib import Path

import pytest
import yaml

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.content.whole import Content

DATA = Path(__file__).parents[1] / "data"
LISTED: dict[str, list[str]] = yaml.safe_load(
    (DATA / "rfc5321_replies.yml").read_text(encoding="utf-8")
)
REGISTERED: dict[str, str] = yaml.safe_load(
    (DATA / "enhanced_codes.yml").read_text(encoding="utf-8")
)
# RFC 5321 section 4.3.2: "any SMTP command can return any of the following codes".
ANSWERS_ANY_COMMAND = {"421", "500", "501"}
# Section 3.8: 421 also "as a result of having no outstanding command".
ANYWHERE = {"421"}
# RFC 5321 section 4.2.3.
STANDARD = [
    "211",
    "214",
    "220",
    "221",
    "250",
    "251",
    "252",
    "354",
    "421",
    "450",
    "451",
    "452",
    "455",
    "500",
    "501",
    "502",
    "503",
    "504",
    "550",
    "551",
    "552",
    "553",
    "554",
    "555",
]
# RFC 4954 section 6, RFC 2554 section 6 (538), RFC 3207 section 4; RFC 1985 (253, 458, 459), RFC 2645 (453),
# RFC 7504 (521, 556), RFC 1845 (355); and the reply codes that the registry of enhanced codes names (RFC 5248).
LOGIN = ["235", "334", "432", "454", "530", "534", "535", "538"]
EXTENSION = sorted([*LOGIN, "253", "355", "453", "458", "459", "521", "556"])
REGISTRY_ONLY = ["422", "430", "523", "524", "525", "533"]


# What these say by their nature: that an address cannot be verified, that a host takes no mail, that nothing is explained.
NOT_TOLD = {"252": {"cause"}, "521": {"connection"}, "554": {"scope"}}


def usual(smtp: Catalogue, code: CodeFile) -> dict[str, str | None]:
    """The answers where a code stands for what it mostly stands for."""
    return dict(zip(smtp.axis_ids, smtp.facts_in(code, smtp.typical(code)), strict=True))


def at_rcpt(smtp: Catalogue, code: CodeFile) -> bool:
    """Whether what a code mostly stands for can happen to a recipient."""
    situation = smtp.typical(code)
    return situation is not None and list(smtp.situations[situation].stages)[:1] == ["rcpt"]


@pytest.fixture
def smtp(content: Content) -> Catalogue:
    return next(found for found in content.catalogues if found.id == "smtp")


def test_the_codes_are_those_of_the_standards(smtp: Catalogue) -> None:
    of = (("standard", STANDARD), ("extension", EXTENSION), ("registered", REGISTRY_ONLY))
    for standing, codes in of:
        assert [code.code for code in smtp.codes if code.standing == standing] == codes


@pytest.mark.parametrize("stage", LISTED)
def test_standard_codes_stand_at_the_stages_of_section_4_3_2(stage: str, smtp: Catalogue) -> None:
    found = {
        code.code
        for code in smtp.codes
        if code.standing == "standard" and stage in smtp.course.stages_of(code)
    }
    assert found == set(LISTED[stage]) | (ANYWHERE if stage == "connect" else ANSWERS_ANY_COMMAND)


def test_codes_that_can_come_anywhere_do(smtp: Catalogue) -> None:
    found = {
        code.code for code in smtp.codes if code.standing == "standard" and code.stages == "any"
    }
    assert found == ANYWHERE


def test_only_a_code_for_something_that_happens_at_the_greeting_can_greet(smtp: Catalogue) -> None:
    """402 answers a command that Postfix does not know, so there has been one."""
    found = {
        code.code
        for code in smtp.codes
        if "connect" in smtp.course.stages_of(code)
        and not any(
            "connect" in smtp.situations[one].stages for one in smtp.situations_of[code.code]
        )
    }
    assert found == set()


def test_starttls_and_auth_are_answered_as_their_standards_say(smtp: Catalogue) -> None:
    at = {
        stage: {
            code.code
            for code in smtp.codes
            if code.code in STANDARD + LOGIN and stage in smtp.course.stages_of(code)
        }
        - ANSWERS_ANY_COMMAND
        for stage in ("starttls", "auth")
    }
    assert at["starttls"] == {"220", "454"}
    assert at["auth"] == {"235", "334", "432", "454", "503", "504", "530", "534", "535", "538"}


def test_only_421_and_221_close_the_connection(smtp: Catalogue) -> None:
    closing = {
        code.code
        for code in smtp.codes
        if code.standing == "standard" and usual(smtp, code)["connection"] == "closes"
    }
    assert closing == {"221", "421"}


def test_every_axis_is_answered_for_every_code_that_somebody_sends(smtp: Catalogue) -> None:
    """In what it mostly stands for. Whether an address stays on a list is asked of refused recipients only."""
    for code in smtp.codes:
        if code.code in STANDARD + EXTENSION and smtp.typical(code):
            unknown = {axis for axis, value in usual(smtp, code).items() if value is None}
            assert unknown - {"list"} == NOT_TOLD.get(code.code, set()), code.code
            assert "list" not in unknown or code.class_ != "permanent" or not at_rcpt(smtp, code)


def test_temporary_failures_are_tried_again_and_permanent_ones_only_after_a_change(
    smtp: Catalogue,
) -> None:
    for code in smtp.codes:
        if code.class_ == "permanent":
            assert usual(smtp, code)["retry"] == "after-change", code.code
        # 432 asks for another login first, 459 for leave to start the queue.
        if code.class_ == "transient" and code.code in {*STANDARD, *EXTENSION} - {"432", "459"}:
            assert usual(smtp, code)["retry"] == "later", code.code


def test_enhanced_codes_are_registered(smtp: Catalogue) -> None:
    for code in smtp.codes:
        for enhanced in code.companions.get("smtp-enhanced", ()):
            assert enhanced.partition(".")[2] in REGISTERED, (code.code, enhanced)


def test_real_replies_are_shown_for_every_code_that_servers_send(smtp: Catalogue) -> None:
    rarely_sent = {"211", "251", "432", "455", "538"}
    for code in smtp.codes:
        if code.standing == "standard" and code.code not in rarely_sent:
            assert len(smtp.answers[code.code]) >= 2, code.code
