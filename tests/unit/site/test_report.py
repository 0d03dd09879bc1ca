"""The figures about the reference are counted, not written."""

from dataclasses import replace

import pytest

from codepairs.content.catalogue import Content
from codepairs.content.schema import CodeFile
from codepairs.content.share_record import Pair, Shares
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


def only(content: Content, *codes: CodeFile) -> Content:
    """The content with one catalogue of these codes, of which the comparisons of the first one are indexed."""
    (first, *others) = codes
    indexed: dict[Pair, Shares] = {
        (first.code, other.code): {"en": 20 + number, "ko": 30 + number}
        for number, other in enumerate(others)
    }
    catalogue = replace(content.catalogues[0], codes=codes, insights={}, indexed=indexed)
    protocol = replace(content.protocols[0], catalogues=(catalogue,))
    return replace(content, protocols=(protocol,))


def rows(content: Content, table: str) -> list[tuple[str, ...]]:
    phrases = Phrases("en", content.phrases["en"])
    return list(next(one for one in report.tables(content, phrases) if one.id == table).rows)


def test_a_fact_counts_where_its_file_names_a_section(content: Content) -> None:
    one, other = content.catalogues[0].codes[:2]
    bare = [source.model_copy(update={"section": None}) for source in other.sources]
    changed = only(content, one, other.model_copy(update={"sources": bare}))
    whole = len(one.facts) + len(other.facts)
    assert any(source.section for source in one.sources)
    assert rows(changed, "evidence")[0][1] == f"{len(one.facts)} of {whole}"


def test_indexed_and_other_pairs_are_counted_with_their_shares(content: Content) -> None:
    (english, korean) = rows(only(content, *content.catalogues[0].codes[:4]), "shares")
    assert english == ("SMTP", "English", "3", "3", "21 %", "20 %", "20 %")
    assert korean == ("SMTP", "Korean", "3", "3", "31 %", "30 %", "30 %")


def test_a_catalogue_that_nobody_measured_offers_all_its_comparisons(content: Content) -> None:
    catalogue = replace(content.catalogues[0], indexed=None)
    assert all(catalogue.is_indexed(a, b) for a, b in catalogue.pairs)
    assert not any(replace(catalogue, indexed={}).is_indexed(a, b) for a, b in catalogue.pairs)
