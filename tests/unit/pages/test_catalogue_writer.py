"""The tables that lead from a catalogue to any pair."""

import re
from collections import Counter
from itertools import combinations

import pytest

from codepairs.content.whole import Content
from codepairs.site.site import Site
from tests.conftest import ROOT
from tests.support.sites import site_of


@pytest.mark.parametrize(("more", "shown"), [(0, True), (-1, False)])
def test_a_large_catalogue_has_no_table_of_all_pairs(
    more: int, monkeypatch: pytest.MonkeyPatch, content: Content, *, shown: bool
) -> None:
    most = len(content.catalogues[0].codes) + more
    monkeypatch.setattr("codepairs.pages.overview.MATRIX_AT_MOST", most)
    site = site_of(content, ROOT / "content" / "pages")
    (page,) = (page for page in site.pages if page.path == "smtp/")
    assert ('id="matrix"' in page.text("en")) == shown


def test_the_table_of_all_pairs_shows_relations_and_what_is_explained(shipped_site: Site) -> None:
    text = shipped_site.text_at("en/smtp/index.html") or ""
    found = re.findall(r'<td><a class="([^"]+)" href="([^"]+)/" ', text)
    cells = {address: kind for kind, address in found}
    assert cells["450-vs-550"] == "twins told"
    assert cells["220-vs-221"].startswith("sequence")
    assert "told" not in cells["101-vs-111"]
    (verdict,) = re.findall(r'href="421-vs-450/" aria-label="421 vs 450: ([^"]+)"', text)
    assert verdict.startswith("421 sends your whole server away")
    assert 'href="101-vs-111/" aria-label="101 vs 111: Same end"' in text
    assert text.count('<span class="twins">') == 1


def test_the_pairs_of_a_large_part_stand_once_each_in_tables_by_class(
    content: Content, shipped_site: Site
) -> None:
    text = shipped_site.text_at("en/smtp-enhanced/pairs/policy/index.html") or ""
    (catalogue,) = (one for one in content.catalogues if one.id == "smtp-enhanced")
    codes = [code.code for code in catalogue.codes if code.code[1:].startswith(".7.")]
    found = re.findall(r'href="\.\./\.\./([^"]+)-vs-([^"]+)/"', text)
    assert sorted(found) == sorted(combinations(codes, 2))
    for table in text.split("<details")[1:]:
        classes = {
            (one[0], other[0]) for one, other in re.findall(r"/([0-9.]+)-vs-([0-9.]+)/", table)
        }
        assert len(classes) == 1


def test_a_catalogue_with_many_codes_has_a_table_for_each_answer_on_an_axis(
    shipped_site: Site,
) -> None:
    index = shipped_site.text_at("en/smtp-enhanced/index.html") or ""
    (policy,) = re.findall(
        r'<p class="part"><a href="([^"]+)">7\N{NO-BREAK SPACE}— security and policy</a>', index
    )
    assert policy == "../../en/smtp-enhanced/pairs/policy/"
    apart = shipped_site.text_at("en/smtp-enhanced/pairs/policy/index.html") or ""
    cells = re.compile(
        r'<td><a(?: class="[^"]+")? href="(?:\.\./)*([^"/]+)/" aria-label="[^"]+: [^"]+">'
    )
    beside, alone = cells.findall(index), cells.findall(apart)
    subjects = Counter(
        code.facts["subject"]
        for catalogue in shipped_site.pages.catalogues
        if catalogue.catalogue.id == "smtp-enhanced"
        for code in catalogue.catalogue.codes
    )
    policies = subjects.pop("policy")
    # Each pair of a subject has one cell, and the largest subject has a page of its own.
    assert len(set(alone)) == len(alone) == policies * (policies - 1) // 2
    assert len(set(beside)) == len(beside) == sum(n * (n - 1) // 2 for n in subjects.values())
    assert "5.1.1-vs-5.1.10" in beside
    assert "5.7.1-vs-5.7.26" in alone


def test_relations_are_told_by_sign_and_word_and_points_only_where_there_are_some(
    shipped_site: Site,
) -> None:
    enhanced = shipped_site.text_at("en/smtp-enhanced/pairs/policy/index.html") or ""
    assert '<span class="apart">·</span> <b>Apart</b>: related in none of these ways' in enhanced
    replies = shipped_site.text_at("en/smtp/index.html") or ""
    assert "<b>Apart</b>: by definition not at the same point" in replies
