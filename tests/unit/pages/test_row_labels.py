"""Tables of hand-written pages on a phone."""

import markdown

from codepairs.pages.row_labels import with_row_labels


def made(*lines: str) -> str:
    return markdown.markdown("\n".join(lines), extensions=["tables"])


def test_each_cell_but_the_first_says_what_heads_its_column() -> None:
    html = made('| Code | *In* "R&D" | At home |', "|---|---|---|", "| 1 | a | b |", "| 2 | c | |")
    found = with_row_labels(html)
    assert found.startswith('<table class="rows">')
    assert found.count("<td>") == 2
    assert found.count('<td data-label="In &#34;R&amp;D&#34;">') == 2
    assert found.count('<td data-label="At home">') == 2
    assert "<td>1</td>" in found


def test_a_table_of_two_columns_fits_as_it_is() -> None:
    html = made("| Code | Meaning |", "|---|---|", "| 1 | a |")
    assert with_row_labels(f"<p>x</p>{html}") == f"<p>x</p>{html}"


def test_tables_are_labelled_each_by_its_own_heads() -> None:
    two = made("| A | B | C |", "|---|---|---|", "| 1 | 2 | 3 |") + made(
        "| D | E | F |", "|---|:-:|---|", "| 4 | 5 | 6 |"
    )
    found = with_row_labels(two)
    assert '<td data-label="B">2</td>' in found
    assert '<td data-label="E" style="text-align: center;">5</td>' in found
