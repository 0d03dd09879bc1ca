import pytest

from codepairs.language import markdown


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


def test_links_are_found_outside_of_code() -> None:
    text = "[a](https://a.example) `[b](ftp://b.example)` [c]( javascript:x )"
    assert list(markdown.link_targets(text)) == ["https://a.example", "javascript:x"]


def test_sentences_end_at_full_stops_not_inside_codes() -> None:
    assert markdown.sentences("Ask for 5.7.1. Then wait? Yes.\nDone.") == [
        "Ask for 5.7.1.",
        "Then wait?",
        "Yes.",
        "Done.",
    ]
    assert markdown.first_sentence("One. Two.") == "One."
