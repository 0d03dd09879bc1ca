"""The figures about the reference are counted, not written."""

from dataclasses import replace
from typing import Any

import pytest

from codepairs.content.schema.codes import CodeFile
from codepairs.content.share_record import Pair, Shares
from codepairs.content.whole import Content
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
    """The content with one catalogue of these codes, of which the comparisons of the first one are measured."""
    (first, *others) = codes
    shares: dict[Pair, Shares] = {
        (first.code, other.code): {"en": 20 + number, "ko": 30 + number}
        for number, other in enumerate(others)
    }
    catalogue = replace(content.catalogues[0], codes=codes, insights={}, shares=shares)
    protocol = replace(content.protocols[0], catalogues=(catalogue,))
    return replace(content, protocols=(protocol,))


def rows(content: Content, table: str) -> list[Any]:
    """The rows of a table of the report; how many texts each holds depends on the table."""
    phrases = Phrases("en", content.phrases["en"])
    return list(next(one for one in report.tables(content, phrases) if one.id == table).rows)


def test_measured_pairs_are_counted_with_their_shares(content: Content) -> None:
    (english, korean) = rows(only(content, *content.catalogues[0].codes[:4]), "shares")
    assert english == ("SMTP", "English", "3", "21%", "20%", "20%")
    assert korean == ("SMTP", "Korean", "3", "31%", "30%", "30%")


def test_every_pair_is_offered_for_a_reason_or_not(content: Content) -> None:
    counted = sum(int(row[-1].replace(",", "")) for row in rows(content, "offered"))
    assert counted == sum(catalogue.pair_count for catalogue in content.catalogues)


def test_every_reply_can_be_seen_somewhere(content: Content) -> None:
    kinds = [row for row in rows(content, "replies") if "look-up" not in row[0]]
    counted = sum(int(row[-1].replace(",", "")) for row in kinds)
    assert counted == sum(len(provider.replies) for provider in content.providers)


def test_a_reply_that_nobody_explains_is_our_inference(content: Content) -> None:
    evidence = {row[0]: row[-1] for row in rows(content, "evidence")}
    inferred = [
        reply
        for provider in content.providers
        for reply in provider.replies
        if reply.explained is None
    ]
    assert evidence["Replies whose explanation is our inference"] == f"{len(inferred):,}"
    described = sum(len(protocol.situations) for protocol in content.protocols)
    assert evidence["Situations described"] == str(described)


def test_what_is_counted_of_each_protocol_adds_up(content: Content) -> None:
    for table in ("evidence", "offered"):
        for name, *counts in rows(content, table):
            *parts, whole = (int(count.replace(",", "")) for count in counts)
            assert len(parts) == len(content.protocols)
            assert sum(parts) == whole or name == "Different sources of codes", name


def test_of_one_protocol_nothing_is_said_twice(content: Content) -> None:
    one = replace(content, protocols=content.protocols[:1])
    assert {len(row) for row in rows(one, "evidence")} == {2}
