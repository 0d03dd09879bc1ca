"""The contents of a long page."""

from codepairs.pages.contents import FEWEST, with_contents
from codepairs.site.site import Site

PLACE = '<nav class="contents" aria-label="On this page"></nav>\n'
DEEP = PLACE.replace('"contents"', '"contents deep"')
HEADINGS = (
    '<h2 id="actions">What to do</h2>\n<h3 id="sub">Smaller</h3>\n<h3>No address</h3>\n'
    '<h2 id="on"><span class="tag wait">4xx &amp; more</span></h2>\n<h2 id="sources">Sources</h2>\n'
)


def test_headings_with_an_address_are_named_without_their_tags() -> None:
    assert with_contents(f"<p>a</p>\n{PLACE}{HEADINGS}") == (
        '<p>a</p>\n<nav class="contents" aria-label="On this page"><ul>'
        '<li><a href="#actions">What to do</a></li><li><a href="#on">4xx &amp; more</a></li>'
        f'<li><a href="#sources">Sources</a></li></ul></nav>\n{HEADINGS}'
    )


def test_a_deep_place_names_smaller_headings_too() -> None:
    assert '<li class="sub"><a href="#sub">Smaller</a></li>' in with_contents(DEEP + HEADINGS)
    assert "#sub" not in with_contents(PLACE + HEADINGS)


def test_a_short_page_has_none() -> None:
    few = "".join(f'<h2 id="n{number}">one</h2>' for number in range(FEWEST - 1))
    assert with_contents(f"a{PLACE}{few}b") == f"a{few}b"


def test_a_page_without_a_place_stays_as_it_is() -> None:
    assert with_contents(HEADINGS) == HEADINGS


def test_open_places_of_a_skeleton_stay_open() -> None:
    way = '<h2 id="way">\0way_title\0</h2>'
    assert '<a href="#way">\0way_title\0</a>' in with_contents(PLACE + HEADINGS + way)


def test_comparisons_have_contents_where_they_are_offered(shipped_site: Site) -> None:
    for path, has_contents in (("smtp/421-vs-450/", True), ("smtp/211-vs-535/", False)):
        page = shipped_site.pages.at(path)
        assert page is not None
        assert page.is_offered is has_contents, path
        assert ('<nav class="contents"' in page.text("en")) is has_contents, path
