"""What the sections of a comparison name: whose session it is, who says so, and where it can be read."""

import html
import re
from collections.abc import Iterator
from typing import Final

import pytest

from codepairs.comparison import transcript
from codepairs.comparison.compare import compare
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import ABSENT
from codepairs.languages import LANGUAGES, Language
from codepairs.pages.catalogues import PairPage
from codepairs.pages.templating import DOT
from codepairs.site.site import Site

# Enough pairs of all over the catalogues to meet every kind of section.
EVERY: Final = 40
_SECTION = re.compile(r'<section[^>]*>(?=.*?<h2 id="([a-z-]+)">)(.*?)</section>', re.DOTALL)
_ROW = re.compile(r"<th>(.*?)<td")
_HEADING = re.compile(r"<h3>(.*?)</h3>")
_SPOKEN = re.compile(r"<(?:b|span)[^>]*>([CS]): (.*?)</(?:b|span)>")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def pages(site: Site) -> Iterator[PairPage]:
    yield from [page for page in site.pages if isinstance(page, PairPage)][::EVERY]


def sections(page: PairPage, language: Language) -> dict[str, str]:
    return dict(_SECTION.findall(page.text(language)))


def plain(text: str) -> str:
    return html.unescape(re.sub("<[^>]+>", "", text)).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_session_is_headed_by_its_code_and_by_what_happens_in_it(
    shipped_site: Site, language: Language
) -> None:
    seen = 0
    for page in pages(shipped_site):
        catalogue = page.of.catalogue
        headings = [
            plain(one) for one in _HEADING.findall(sections(page, language).get("sessions", ""))
        ]
        for code, heading in zip((page.a, page.b), headings, strict=bool(headings)):
            names = [
                catalogue.situations[one].name[language]
                for one in catalogue.situations_of[code.code]
            ]
            assert code.code in re.findall(r"[\d.]+\d|[A-Z_]{2,}", heading), (page.path, heading)
            assert any(heading.endswith(f": {name}") for name in names) == bool(names), (
                page.path,
                heading,
            )
            seen += 1
    assert seen > EVERY


def test_the_heading_of_a_session_names_what_leads_to_its_reply(shipped_site: Site) -> None:
    for page in pages(shipped_site):
        catalogue = page.of.catalogue
        by_name = {one.name["en"]: one for one in catalogue.situations.values()}
        section = sections(page, "en").get("sessions", "")
        lead = re.match(r".*?</h2>(.*?)<div class=\"duo", section, re.DOTALL)
        shared = _SPOKEN.findall(lead[1]) if lead else []
        for block in section.split('<div class="ending">')[1:]:
            name = plain(_HEADING.findall(block)[0]).partition(": ")[2]
            if name not in by_name:
                continue
            said = [
                html.unescape(line)
                for who, line in (*shared, *_SPOKEN.findall(block))
                if who == "C"
            ]
            # What the client says after the answer leads to nothing here.
            for onwards in (*page.a.then.values(), *page.b.then.values()):
                if said[-len(onwards) :] == list(onwards):
                    del said[-len(onwards) :]
            led_to_by = {
                lines[-1] if lines else _usual_line(catalogue, stage)
                for stage, lines in by_name[name].stages.items()
                if stage in catalogue.stages
            }
            # A code may know better than its situation what leads to it.
            led_to_by |= {code.asked[-1] for code in (page.a, page.b) if code.asked}
            assert (said[-1] if said else None) in led_to_by, (page.path, name)


def _usual_line(catalogue: Catalogue, stage: str) -> str | None:
    client = catalogue.stages[stage].client
    return client[-1] if client else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_that_arises_for_neither_code_has_no_row(
    shipped_site: Site, language: Language
) -> None:
    seen = 0
    for page in pages(shipped_site):
        catalogue = page.of.catalogue
        rows = [plain(row) for row in _ROW.findall(sections(page, language).get("facts", ""))]
        for found in compare(catalogue, page.a, page.b).axes:
            label = next(axis.label[language] for axis in catalogue.axes if axis.id == found.axis)
            arises = not found.a == found.b == ABSENT
            assert (label in rows) == arises, (page.path, label)
            seen += not arises
    assert seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_below_the_stages_stands_for_each_code_which_standard_says_so_or_who_sends_it(
    shipped_site: Site, language: Language
) -> None:
    for page in pages(shipped_site):
        section = sections(page, language).get("stages", "")
        found = re.search(r'<p class="muted small">(.*?)</p>', section)
        if not found:
            continue
        told = [one.partition(": ") for one in plain(found[1]).split(DOT) if one]
        course = page.of.catalogue.course
        # Of protocols without a session no single source says which requests a code answers.
        sides = (page.a, page.b) if course.has_main else ()
        shown = {code.code: code for code in sides if course.seen_at(code)}
        assert [code for code, _, _ in told] == list(shown), page.path
        for code, _, sources in told:
            titles = [one.title for one in course.standards[code]]
            assert all(title in sources for title in titles), page.path
            assert titles or sources, page.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sources_are_those_of_both_codes_and_of_the_insight(
    shipped_site: Site, language: Language
) -> None:
    seen_insight = False
    for page in [page for page in shipped_site.pages if isinstance(page, PairPage)]:
        insight = page.of.catalogue.insights.get(page.pair)
        if insight is None:
            continue
        seen_insight = True
        section = sections(page, language)["sources"]
        expected = [*insight.sources, *page.a.sources, *page.b.sources]
        links = [html.unescape(one) for one in re.findall(r'href="(.*?)"', section)]
        assert sorted(links) == sorted({one.url for one in expected}), page.path
        # Many files give one document other sections.
        places = [html.unescape(one) for one in re.findall(r">§(.*?)</a>", section)]
        assert set(places) <= {one.section for one in expected}, page.path
        lines = re.findall(r"<li>(.*?)(?=<li>|</ul>)", section, re.DOTALL)
        newest = max(one.checked for one in expected).isoformat()
        assert max(_DATE.findall(" ".join(map(plain, lines)))) == newest, page.path
    assert seen_insight


def test_of_a_disagreement_only_the_code_is_named(shipped_site: Site) -> None:
    """What each source says stands on the code's own page, so none is named here."""
    seen = False
    for page in pages(shipped_site):
        disputed = [code for code in (page.a, page.b) if code.disagreements]
        section = sections(page, "en").get("readings", "")
        assert bool(section) == bool(disputed), page.path
        items = [plain(one) for one in re.findall(r"<li>(.*?)(?=<li>|</ul>)", section, re.DOTALL)]
        assert len(items) == len(disputed), page.path
        for code, item in zip(disputed, items, strict=True):
            assert code.code in item
            titles = {source.title for one in code.disagreements for source in one.sources}
            assert not any(title in item for title in titles), page.path
            seen = True
    assert seen


def test_a_note_in_a_sample_session_is_in_the_language_of_the_page(shipped_site: Site) -> None:
    page = shipped_site.pages.at("smtp/551-vs-554/")
    assert page is not None
    assert "(message text) ." in page.text("en")
    assert "(메일 본문) ." in page.text("ko")


def test_a_sample_session_leaves_open_what_the_server_offers(shipped_site: Site) -> None:
    """A list that ends would say that whatever the client then uses was never offered."""
    for page in (one for one in pages(shipped_site) if "ehlo" in one.of.catalogue.stages):
        for stage in page.of.catalogue.stages:
            lines = transcript.lead(page.of.catalogue, stage, None)
            after = [number for number, line in enumerate(lines) if line.text.startswith("EHLO")]
            if not after or after[0] + 1 == len(lines):
                continue
            replies = []
            for line in lines[after[0] + 1 :]:
                if line.speaker != "S":
                    break
                replies.append(line.text)
            assert replies[-1] == "250 (list of extensions)", stage
            assert all(one.startswith("250-") for one in replies[:-1]), stage
        break


@pytest.mark.parametrize("path", ["http/460-vs-499/", "grpc/CANCELLED-vs-INTERNAL/"])
def test_what_no_server_sends_is_not_said_to_be_sent(path: str, shipped_site: Site) -> None:
    page = shipped_site.pages.at(path)
    assert page is not None
    text = page.text("en")
    assert "Used for the same thing" in text
    assert "sent for" not in text.lower()


@pytest.mark.parametrize(
    "path",
    ["smtp/451-vs-525/", "smtp/422-vs-554/", "smtp-enhanced/5.7.3-vs-5.7.5/", "http/460-vs-499/"],
)
def test_what_a_standard_alone_says_is_not_told_of_servers(path: str, shipped_site: Site) -> None:
    page = shipped_site.pages.at(path)
    assert page is not None
    assert "Servers send" not in page.text("en")


@pytest.mark.parametrize(
    ("path", "idle"),
    [
        # The situation's own page tells a user to choose another file, or to start from the site's page.
        ("http/415/", ["Operator of server or proxy"]),
        ("http/405/", []),
        ("http/415-vs-416/", []),
        ("smtp/502-vs-534/", []),
        # What went well asks nothing of anybody.
        ("http/302/", ["User at the browser"]),
    ],
)
def test_nobody_is_said_to_have_nothing_to_do_who_is_told_what_to_do(
    path: str, idle: list[str], shipped_site: Site
) -> None:
    page = shipped_site.pages.at(path)
    assert page is not None
    assert re.findall(r"No action needed: (.*?)\.", page.text("en")) == idle


@pytest.mark.parametrize("path", ["http/401-vs-403/", "http/403-vs-404/", "http/404-vs-500/"])
def test_one_servers_two_pages_are_held_against_each_other(path: str, shipped_site: Site) -> None:
    """Not its log line of a wrong password against its page of a refusal, of which neither shows what is compared."""
    page = shipped_site.pages.at(path)
    assert isinstance(page, PairPage)
    replies = sections(page, "en")["codes"]
    assert len(set(re.findall(r"/providers/([a-z-]+)/", replies))) == 1
    shown = [plain(text) for text in re.findall(r"<samp[^>]*>(.*?)</samp>", replies, re.DOTALL)]
    for code, text in zip((page.a.code, page.b.code), shown, strict=True):
        assert re.match(rf"(HTTP Status )?{code} ", text), (code, text)


def test_a_reply_that_another_providers_answers_contradict_stands_on_its_codes_page_alone(
    shipped_site: Site,
) -> None:
    """431 is what Exchange logs of a mail that it drops; Courier says it of mail that it takes later."""
    quoted = "431 Mail system full."
    assert quoted in (shipped_site.text_at("en/smtp/431/index.html") or "")
    assert quoted not in (shipped_site.text_at("en/smtp/431-vs-449/index.html") or quoted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_is_named_once_among_the_sources_however_many_places_are_read(
    shipped_site: Site, language: Language
) -> None:
    page = next(
        page
        for page in shipped_site.pages
        if isinstance(page, PairPage) and (page.a.code, page.b.code) == ("413", "431")
    )
    found = sections(page, language)["sources"]
    titles = re.findall(r"<a [^>]*>([^<]*)</a>", found)
    assert titles.count("nginx, ngx_http_core_module.c") == 1
    assert titles[titles.index("nginx, ngx_http_core_module.c") + 1] == "2"


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        # Both are logged: the two lines by which one tells in nginx which it was.
        ("502-vs-504", ["upstream prematurely closed connection", "upstream timed out"]),
        ("499-vs-504", ["499 0", "upstream timed out"]),
        # Of one code alone the log names the cause.
        ("404-vs-502", ["404 Not Found", "AH00898"]),
        ("429-vs-502", ["429 Too Many Requests", "SH--"]),
        # Nobody's log is known for either, so that the page is all there is.
        ("521-vs-522", ["Web server is down", "522: Connection timed out"]),
        # Nothing stands behind a gateway here: pages say as much as logs.
        ("403-vs-404", ["403 Forbidden", "404 Not Found"]),
    ],
)
def test_what_a_gateway_logs_stands_before_the_page_that_it_shows(
    pair: str, expected: list[str], shipped_site: Site
) -> None:
    page = shipped_site.pages.at(f"http/{pair}/")
    assert isinstance(page, PairPage)
    shown = re.findall(r"<samp[^>]*>(.*?)</samp>", sections(page, "en")["codes"], re.DOTALL)
    assert len(shown) == len(expected)
    for text, words in zip(shown, expected, strict=True):
        assert words in plain(text)
