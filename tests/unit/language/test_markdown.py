import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config

from codepairs.language import markdown
from tests.conftest import ROOT


def test_markdown_becomes_html_and_raw_html_becomes_text() -> None:
    assert markdown.to_html("**a** `b` <b>c</b>") == (
        "<p><strong>a</strong> <code>b</code> &lt;b&gt;c&lt;/b&gt;</p>"
    )


def test_a_script_stays_text() -> None:
    assert "<script" not in markdown.to_html("<script>alert(1)</script>\n\n<script src=x>")


def test_one_paragraph_can_stand_in_a_line() -> None:
    assert markdown.to_inline_html("a `b`") == "a <code>b</code>"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("<b>bold</b>", "<b"),
        ("a < b > c", None),
        ("`<b>`", None),
        ("</p>", "</p"),
        ("<!-- -->", "<!--"),
        ("1<2", None),
    ],
)
def test_raw_html_is_found_outside_of_code(text: str, tag: str | None) -> None:
    found = markdown.raw_html(text)
    assert (found is None) if tag is None else (found is not None and found.startswith(tag))


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:x)",
        "[a]( javascript:x )",
        "[a [b]](javascript:x)",
        "[a\\](javascript:x)](javascript:x)",
        "[a][1]\n\n[1]: javascript:x",
        "[a]\n\n[a]: <javascript:x>",
        "[a](<javascript:x>)",
        "*[a](javascript:x 'title')*",
    ],
)
def test_links_are_found_however_they_are_written(text: str) -> None:
    assert set(markdown.outline(text).links) == {"javascript:x"}


def test_links_in_code_are_none() -> None:
    assert markdown.outline("[a](https://a.example) `[b](c)`").links == ["https://a.example"]


@pytest.mark.parametrize(
    "text",
    [
        "> " * 500,
        "\n".join("    " * depth + "- a" for depth in range(300)),
        "[" * 200_000,
        "![a](" * 50_000,
        "([" * 50_000 + "a" + "](b))" * 50_000,
        "*a **b " * 20 + "** *" * 20,
    ],
)
def test_nesting_without_end_is_refused_at_once(text: str) -> None:
    for outline in (markdown.outline, markdown.page_outline):
        with contextlib.suppress(markdown.TooDeepError):
            assert len(outline(text).parts) < 10


def test_hand_written_pages_are_read_as_mkdocs_converts_them() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert set(markdown.PAGE_EXTENSIONS) == set(config.markdown_extensions)


def test_sentences_end_at_full_stops_not_inside_codes() -> None:
    assert markdown.sentences("Ask for 5.7.1. Then wait? Yes.\nDone.") == [
        "Ask for 5.7.1.",
        "Then wait?",
        "Yes.",
        "Done.",
    ]
    assert markdown.first_sentence("One. Two.") == "One."


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "5.1.7 says `550 <a> & b`, then ` c `.",
            "5.1.7 says <code>550 &lt;a&gt; &amp; b</code>, then <code>c</code>.",
        ),
        ("`421` and `_450_*`", "<code>421</code> and <code>_450_*</code>"),
        ("`&lt;`", "<code>&amp;lt;</code>"),
    ],
)
def test_code_is_shown_as_it_is_written(text: str, html: str) -> None:
    assert markdown._PLAIN.fullmatch(text)
    assert markdown.to_html(text) == f"<p>{html}</p>" == markdown._convert(text)
    outline = markdown.outline(text)
    assert (list(outline.parts), outline.links) == (["p", "code"], [])


def test_what_may_be_a_list_or_other_code_is_left_to_markdown() -> None:
    for text in ("550. one", "a ``b`` c", "a `b``c`", "a `b", "`a\\`", "`a\nb`", " `a`", "`a` "):
        assert not markdown._PLAIN.fullmatch(text), text


@given(st.from_regex(markdown._PLAIN, fullmatch=True))
def test_what_is_taken_for_plain_is_the_same_in_markdown(text: str) -> None:
    converted = markdown._convert(text)
    assert markdown.to_html(text) == converted
    assert markdown.outline(text) == markdown._read(converted, markdown.MAX_DEPTH)


def test_a_text_nested_too_deep_changes_nothing_of_the_next() -> None:
    with pytest.raises(markdown.TooDeepError):
        markdown.outline("\n".join("    " * depth + "- a" for depth in range(300)))
    assert markdown._convert("*b*") == "<p><em>b</em></p>"
