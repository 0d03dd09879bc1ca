"""What the quick way of making a comparison gives, held against the plain way."""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import combinations

import jinja2
import pytest

from codepairs.comparison.compare import compare
from codepairs.content.catalogue import Content
from codepairs.languages import LANGUAGES
from codepairs.pages.catalogues import PairPage
from codepairs.pages.templating import Skeleton
from codepairs.site.site import Site
from tests.conftest import ROOT
from tests.support.sites import site_of

# A comparison with each of so many has every kind of section, and others none of it.
EVERY = 20


def new_site(content: Content) -> Site:
    return site_of(content, ROOT / "content" / "pages")


def comparisons(site: Site) -> list[PairPage]:
    return [page for page in site.pages if isinstance(page, PairPage)]


def texts(site: Site) -> dict[str, str]:
    """Address → page, for the pairs of three codes."""
    return {
        f"{language}/{page.path}": page.text(language)
        for page in comparisons(site)
        if page.pair[0] in ("250", "421", "503")
        for language in LANGUAGES
    }


def test_a_comparison_is_what_its_template_renders(
    content: Content, shipped_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Plain(Skeleton):
        """Renders the whole template for each page."""

        def __init__(self, environment: jinja2.Environment, name: str, **fixed: object) -> None:
            super().__init__(environment, name, **fixed)
            self._template, self._fixed = environment.get_template(name), fixed

        def fill(self, values: Mapping[str, str]) -> str:
            return self._template.render(**values, **self._fixed)

    quick = texts(shipped_site)
    monkeypatch.setattr("codepairs.pages.press.Skeleton", Plain)
    assert texts(new_site(content)) == quick


def test_everything_that_is_made_for_a_comparison_is_shown_on_some(shipped_site: Site) -> None:
    made: set[str] = set()
    shown: set[str] = set()
    pages = comparisons(shipped_site)
    # From all over the catalogues, until each has been seen.
    for page in (page for start in range(EVERY) for page in pages[start::EVERY]):
        writer = page.of.writers["en"]
        flags, slots = writer.comparison_values(page, page.comparison)
        made |= slots.keys()
        shown |= set(writer._press.skeleton("comparison.html", flags)._parts[1::2])
        if made == shown:
            break
    assert made == shown


@pytest.mark.parametrize(("more", "shown"), [(0, True), (-1, False)])
def test_a_large_catalogue_has_no_table_of_all_pairs(
    more: int, monkeypatch: pytest.MonkeyPatch, content: Content, *, shown: bool
) -> None:
    most = len(content.catalogues[0].codes) + more
    monkeypatch.setattr("codepairs.pages.overview.MATRIX_AT_MOST", most)
    (page,) = (page for page in new_site(content).pages if page.path == "smtp/")
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


def test_what_is_to_be_done_alike_about_both_codes_is_told_once(shipped_site: Site) -> None:
    (page,) = (
        page.text("en") for page in comparisons(shipped_site) if page.path == "smtp/421-vs-450/"
    )
    told = [text for _, text in re.findall(r"<dd>((?:<b[^>]*>\d+</b> )+)(.*?)</dd>", page)]
    assert told
    assert len(told) == len(set(told))


def test_what_comes_next_is_said_once_where_it_is_the_same_for_both(shipped_site: Site) -> None:
    for page in comparisons(shipped_site):
        if page.pair[0] not in ("421", "5.0.0"):
            continue
        comparison = compare(page.of.catalogue, page.a, page.b)
        for language in LANGUAGES:
            writer = page.of.writers[language]
            said = [
                writer._codes.next(code, situation)
                for code, situation in (
                    (page.a, comparison.situation_a),
                    (page.b, comparison.situation_b),
                )
            ]
            text = writer._next_of(comparison)
            assert sum(text.count(one) for one in set(said)) == len(set(said)), page.path
            assert page.a.code in text
            assert page.b.code in text


def test_what_real_servers_say_is_headed_only_where_one_is_quoted(shipped_site: Site) -> None:
    seen = set()
    for page in comparisons(shipped_site)[::EVERY]:
        text = page.text("en")
        is_quoted = '<figure class="reply"' in text
        assert ('<h2 id="codes">' in text) == is_quoted, page.path
        assert f'<a href="../{page.pair[0]}/">' in text, page.path
        seen.add(is_quoted)
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("path", "situation", "told"),
    [
        # 520 mostly stands for an answer that cannot be used.
        ("http/444-vs-520/", "connection-dropped", ("520",)),
        ("http/522-vs-523/", "backend-unreachable", ()),
    ],
)
def test_a_step_for_what_a_code_seldom_stands_for_names_it(
    path: str, situation: str, told: tuple[str, ...], shipped_site: Site
) -> None:
    (page,) = (page for page in comparisons(shipped_site) if page.path == path)
    comparison = compare(page.of.catalogue, page.a, page.b)
    for language in LANGUAGES:
        name = f"‘{page.of.catalogue.situations[situation].name[language]}’"
        advice = page.of.writers[language]._next_of(comparison)
        named = [code for code in page.pair if re.search(rf"{code}[^.]*{name}", advice)]
        assert named == list(told)


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
