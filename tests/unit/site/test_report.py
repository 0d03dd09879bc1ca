"""The figures about the reference are counted, not written."""

import pytest

from codepairs.content.catalogue import Content
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES
from codepairs.site import report


@pytest.fixture(params=LANGUAGES)
def tables(request: pytest.FixtureRequest, content: Content) -> dict[str, report.Table]:
    phrases = Phrases(request.param, content.phrases[request.param])
    return {table.id: table for table in report.tables(content, phrases)}


def test_every_row_has_a_cell_for_every_column(tables: dict[str, report.Table]) -> None:
    for table in tables.values():
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.head)}


def test_codes_per_standing_add_up(tables: dict[str, report.Table], content: Content) -> None:
    counted = sum(int(count) for _, count in tables["standings"].rows)
    assert counted == sum(len(catalogue.codes) for catalogue in content.catalogues)


def test_both_languages_say_as_much(tables: dict[str, report.Table]) -> None:
    english, korean, hangul = (row[1] for row in tables["languages"].rows)
    assert english == korean
    assert hangul == "100.0%"


def test_every_fact_has_a_source(content: Content) -> None:
    phrases = Phrases("en", {"report.of": "{part} of {whole}"} | dict(content.phrases["en"]))
    facts = next(table for table in report.tables(content, phrases) if table.id == "evidence")
    part, _, whole = facts.rows[0][1].partition(" of ")
    assert part == whole


def test_indexed_and_other_pairs_are_all_pairs(
    tables: dict[str, report.Table], content: Content
) -> None:
    for row in tables["shares"].rows:
        (catalogue,) = (
            found
            for found in content.catalogues
            if row[0] in (found.vocabulary.short.en, found.vocabulary.short.ko)
        )
        counts = [int(cell.replace(",", "")) for cell in row[2:4]]
        assert sum(counts) == catalogue.pair_count


def test_pairs_below_the_bar_are_those_not_indexed(content: Content) -> None:
    for catalogue in content.catalogues:
        below = {(a.code, b.code) for a, b in catalogue.pairs if not catalogue.is_indexed(a, b)}
        assert not below & set(catalogue.indexed or ())
        assert len(below) + len(catalogue.indexed or ()) == catalogue.pair_count
