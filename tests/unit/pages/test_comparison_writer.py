"""What comparisons say, and that the quick way of making one gives what the plain way does."""

import re
from collections.abc import Mapping

import jinja2
import pytest

from codepairs.comparison.compare import compare
from codepairs.content.whole import Content
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
        writer = page.of.comparison_writers["en"]
        flags, slots = writer.values(page, page.comparison)
        made |= slots.keys()
        shown |= set(writer._press.skeleton("comparison.html", flags)._parts[1::2])
        if made == shown:
            break
    assert made == shown


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
            writer = page.of.comparison_writers[language]
            said = [
                writer._pieces.codes.next(code, situation)
                for code, situation in (
                    (page.a, comparison.situation_a),
                    (page.b, comparison.situation_b),
                )
            ]
            text = writer.sentences.next(comparison)
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
        advice = page.of.comparison_writers[language].sentences.next(comparison)
        named = [code for code in page.pair if re.search(rf"{code}[^.]*{name}", advice)]
        assert named == list(told)


# What was false of a pair, and what is said of it now.
@pytest.mark.parametrize(
    ("path", "false", "true"),
    [
        # RFC 9110 has a section for each, and reserves the number.
        ("ko/http/304-vs-418", "어느 표준에도 없는", "어느 표준도 뜻을 정하지 않은"),
        # RFC 4918 §11.3: the body names what is locked, and nobody's name.
        (
            "en/http/423-vs-463",
            "who holds the lock, as XML",
            "the address of what is locked, as XML",
        ),
        # Both are used when a thing exists already.
        ("en/http/405-vs-412", "is what they are used for", "is what they are mostly used for"),
        # No server sent 000, so that no other answer of a server is meant by it.
        ("en/http/000-vs-502", "Look at these instead", "No answer came at all"),
        # RFC 5842 §7.1: what is marked is told further up, and nothing of it is left undone.
        ("en/http/208-vs-504", "<td>In part", "Not needed"),
        # RFC 9110 §15.4.7 says nothing of a body.
        ("en/http/301-vs-306", "Does not apply<td>A short note", "Not known"),
    ],
)
def test_a_comparison_says_what_is_true_of_both(
    path: str, false: str, true: str, shipped_site: Site
) -> None:
    text = shipped_site.text_at(f"{path}/index.html")
    assert text is not None
    assert false not in text
    assert true in text
