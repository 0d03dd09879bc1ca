"""What a code's page says to whoever writes a program."""

import pytest

from codepairs.content.whole import Content
from codepairs.languages import Language
from codepairs.pages.pieces.libraries import in_programs
from codepairs.site.site import Site


def page(site: Site, path: str, language: Language) -> str:
    found = site.pages.at(path)
    assert found is not None
    return found.text(language)


@pytest.mark.parametrize("code", ["250", "354", "471", "111"])
def test_what_is_no_failure_or_is_never_sent_leads_to_no_error(
    code: str, content: Content, shipped_site: Site
) -> None:
    (protocol,) = (one for one in content.protocols if one.id == "smtp")
    catalogue = protocol.catalogues[0]
    found = in_programs(protocol.libraries, catalogue, catalogue.by_id[code], "en")
    assert list(found) == []
    assert 'id="libraries"' not in page(shipped_site, f"smtp/{code}/", "en")


def test_errors_are_named_with_the_stages_at_which_the_code_comes(content: Content) -> None:
    (protocol,) = (one for one in content.protocols if one.id == "smtp")
    catalogue = protocol.catalogues[0]
    found = {
        one["library"].id: one
        for one in in_programs(protocol.libraries, catalogue, catalogue.by_id["535"], "ko")
    }
    (place,) = found["nodemailer"]["places"]
    assert place["code"] == "err.responseCode"
    assert {"name": "EAUTH", "stages": ["AUTH"]} in place["errors"]
    # One name is told once, however many entries it has.
    names = [error["name"] for one in found["ruby-net-smtp"]["places"] for error in one["errors"]]
    assert len(names) == len(set(names))
    assert found["mailkit"]["constants"] == ["SmtpStatusCode.AuthenticationInvalidCredentials"]


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("450", "en", "Worth another try"),
        ("550", "en", "Not worth another try"),
        ("450", "ko", "다시 보낼 만합니다"),
        ("550", "ko", "그대로 다시 보내면 또 거부됩니다"),
    ],
)
def test_whether_to_try_again_follows_from_the_class(
    code: str, language: Language, expected: str, shipped_site: Site
) -> None:
    text = page(shipped_site, f"smtp/{code}/", language)
    section = text[text.index('id="libraries"') :].split("</section>")[0]
    assert expected in section
    assert "smtplib.SMTPRecipientsRefused" in section
    assert "e.recipients[address][0]" in section


def test_enhanced_codes_are_in_the_words_and_have_no_such_section(shipped_site: Site) -> None:
    assert 'id="libraries"' not in page(shipped_site, "smtp-enhanced/5.1.1/", "en")


@pytest.mark.parametrize(
    ("path", "language", "expected"),
    [
        (
            "http/403/",
            "en",
            ["The body", "error.response.data", "no error from <code>fetch()</code>"],
        ),
        (
            "http/503/",
            "ko",
            ["본문", "e.response.text", "<code>http.StatusServiceUnavailable</code>"],
        ),
        ("grpc/UNAVAILABLE/", "en", ["The description", "e.details()", "codes.Unavailable"]),
    ],
)
def test_other_protocols_say_where_the_answer_is(
    path: str, language: Language, expected: list[str], shipped_site: Site
) -> None:
    text = page(shipped_site, path, language)
    section = text[text.index('id="libraries"') :].split("</section>")[0]
    assert [one for one in expected if one not in section] == []
    # What comes without an answer is no matter of a code.
    assert "ReadTimeout" not in section


def test_errors_for_some_codes_stand_on_the_pages_of_these_alone(shipped_site: Site) -> None:
    forbidden, gone = (page(shipped_site, f"http/{code}/", "en") for code in ("403", "410"))
    assert "Faraday::ForbiddenError" in forbidden
    assert "Faraday::ForbiddenError" not in gone
    assert "Faraday::ClientError" in gone


def test_what_one_error_is_raised_for_is_not_told_of_another(shipped_site: Site) -> None:
    gone, forbidden, proxy = (page(shipped_site, f"http/{code}/", "en") for code in (410, 403, 407))
    assert "java.io.FileNotFoundException" in gone
    assert "Server returned HTTP response code" not in gone
    assert "Server returned HTTP response code" in forbidden
    # A proxy's question for a login is not handed to whoever calls fetch().
    assert "no error from <code>fetch()</code>" not in proxy


# What no answer shows: it is in a log, inside of nginx, or made up by the client.
@pytest.mark.parametrize("code", ["444", "460", "494", "495", "496", "497", "499", "599"])
def test_a_code_that_no_answer_shows_leads_to_no_error_in_programs(
    code: str, shipped_site: Site
) -> None:
    assert 'id="libraries"' not in page(shipped_site, f"http/{code}/", "en")


@pytest.mark.parametrize("path", ["http/200/", "http/301/", "grpc/OK/"])
def test_what_is_no_failure_has_no_such_section_in_any_protocol(
    path: str, shipped_site: Site
) -> None:
    assert 'id="libraries"' not in page(shipped_site, path, "en")
