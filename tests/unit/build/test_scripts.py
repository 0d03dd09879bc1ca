"""What scripts are published without."""

import pytest

from codepairs.build.scripts import published


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("/** About it. */\nlet a = 1;\n", "let a = 1;\n"),
        ("  // Why.\n  let a = 1;\n", "  let a = 1;\n"),
        ("/**\n * @param {string} a\n */\nf();\n/** More. */\ng();\n", "f();\ng();\n"),
        ("/*! A licence */\nf();\n", "/*! A licence */\nf();\n"),
        (
            "/** @type {A} */ (a);\nb();\n/** End. */\nc();\n",
            "/** @type {A} */ (a);\nb();\nc();\n",
        ),
        (
            'let a = "// no";\nlet b = /x/; // beside code\n',
            'let a = "// no";\nlet b = /x/; // beside code\n',
        ),
    ],
)
def test_only_comments_on_lines_of_their_own_are_left_out(source: str, expected: str) -> None:
    assert published(source) == expected
