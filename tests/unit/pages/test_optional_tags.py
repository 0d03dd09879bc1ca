"""What is left out of templates, a browser puts in by itself."""

import re

import jinja2
import pytest
from lxml import html

from codepairs.pages.optional_tags import left_out


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a<li>b</ul>"),
        ("<dl><dt>a</dt>\n<dd>b</dd><dd>c</dd></dl>", "<dl><dt>a<dd>b</dd><dd>c</dd></dl>"),
        (
            "<table><thead><tr><th>a</th></tr></thead>\n<tbody><tr><td>b </td></tr></tbody></table>",
            "<table><thead><tr><th>a<tbody><tr><td>b</table>",
        ),
        ("<p>a</p>\n<p>b</p>\n<h2>c</h2>", "<p>a<p>b<h2>c</h2>"),
        ("<div><p>a</p>\n</div>", "<div><p>a</div>"),
        ("<nav>\n<a>a</a>\n<a>b</a>\n</nav>\n<p>c", "<nav><a>a</a>\n<a>b</a></nav><p>c"),
    ],
)
def test_end_tags_go_that_a_browser_does_without(written: str, expected: str) -> None:
    found = left_out(written)
    assert jinja2.Template(found).render() == expected
    assert found.count("\n") == written.count("\n"), "mistakes are told with their lines"
    assert _elements(expected) == _elements(written)


@pytest.mark.parametrize(
    "text",
    [
        "<p>a</p>\n{{ b }}",
        "<p>a</p> b",
        "<section><p>a</p></section>",
        "<pre>\n<b>a</b>\n</pre>",
        "<a>a</a>\n<a>b</a>",
        "<div>\n{{ a }}\n</div>",
    ],
)
def test_what_says_where_an_element_ends_stays(text: str) -> None:
    assert left_out(text) == text


def _elements(text: str) -> list[str]:
    """The elements as a tree, without the space at their ends."""
    tree = html.document_fromstring(text)
    return re.sub(r"\s+(?=<)", "", html.tostring(tree, encoding="unicode")).splitlines()
