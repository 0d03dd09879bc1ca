"""What pages say that clients do by themselves."""

import html
import re

import pytest

from codepairs.languages import Language
from codepairs.site.site import Site

_ROW = re.compile(r'<tr[^>]*><th(?: scope="row")?>(.*?)(<td.*?)(?=<tr|</table>)')
_CELL = re.compile(r"<td[^>]*>(.*?)(?=<td|$)")


def told(site: Site, path: str, language: Language) -> dict[str, list[str]]:
    """Client → what its cells say; empty where the page has no such section."""
    page = site.pages.at(path)
    assert page is not None
    _, found, rest = page.text(language).partition('<h2 id="clients">')
    section = rest.split("</section>")[0] if found else ""
    return {
        client: [html.unescape(re.sub("<[^>]+>", "", cell)).strip() for cell in _CELL.findall(row)]
        for client, row in _ROW.findall(section)
    }


def test_a_comparison_shows_where_clients_treat_two_codes_alike_and_where_not(
    shipped_site: Site,
) -> None:
    found = told(shipped_site, "http/301-vs-302/", "en")
    assert found["Python requests"] == [
        "Follows; POST becomes GET, and every other method stays but loses its body. source",
        "Follows; every method but HEAD becomes GET, PUT and DELETE too. source",
    ]
    assert found["fetch (browsers)"] == [
        "= Follows; POST becomes GET without its body, and every other method stays. source"
    ]


def test_a_client_has_a_name_in_each_language(shipped_site: Site) -> None:
    assert "fetch(브라우저)" in told(shipped_site, "http/301-vs-302/", "ko")


def test_only_clients_of_which_both_is_told_stand_on_a_comparison(shipped_site: Site) -> None:
    assert "curl" in told(shipped_site, "http/302/", "ko")
    assert "got" in told(shipped_site, "http/429/", "ko")
    assert told(shipped_site, "http/302-vs-429/", "ko").keys() == {"curl", "Scrapy"}


def test_of_an_explained_pair_clients_are_shown_of_which_one_code_is_told(
    shipped_site: Site,
) -> None:
    found = told(shipped_site, "http/401-vs-403/", "en")
    assert found.keys() == {"fetch (browsers)", "OkHttp"}
    for known, other in found.values():
        assert "source" in known
        assert other == "Not known"
    assert told(shipped_site, "http/401-vs-403/", "ko")["OkHttp"][1] == "알 수 없음"
    # On the many pages that nobody has explained, a row has two answers.
    assert told(shipped_site, "http/401-vs-409/", "en") == {}


@pytest.mark.parametrize("path", ["smtp/421/", "smtp/421-vs-450/", "http/100/"])
def test_a_page_of_which_no_client_is_told_anything_has_no_such_section(
    path: str, shipped_site: Site
) -> None:
    assert told(shipped_site, path, "en") == {}


def test_each_behaviour_leads_to_where_it_can_be_read(shipped_site: Site) -> None:
    page = shipped_site.pages.at("http/417/")
    assert page is not None
    assert 'href="https://github.com/curl/curl/blob/' in page.text("en")
