"""What the field knows of providers and their replies."""

from collections.abc import Sequence
from typing import Any

import pytest

from codepairs.content.schema.providers import Reply
from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES, Language
from tests.support.field import Files, beginning, later, read, read_rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reply_says_what_it_means_and_what_to_do(
    shipped: tuple[Content, Files], language: Language
) -> None:
    content, files = shipped
    told = [
        (
            [*beginning(protocol, provider), *later(protocol, provider)],
            read_rows(files, f"find/{language}/{protocol.providers_place}/{provider.id}.json"),
        )
        for protocol in content.protocols
        for provider in protocol.providers
    ]
    assert len({protocol.id for protocol in content.protocols if protocol.providers}) > 1
    for expected, replies in told:
        assert [reply["id"] for reply in replies] == [reply.id for reply in expected]
    for text in (text for _, replies in told for text in replies):
        assert set(text) - {"explained"} == {"id", "means", "do"}
        assert not [one for one in (text["means"], text["do"]) if "`" in one or "**" in one]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_a_provider_says_itself_is_said_to_be_its_own_word(
    shipped: tuple[Content, Files], language: Language
) -> None:
    content, files = shipped
    gmail = next(provider for provider in content.providers if provider.id == "gmail")
    told = read_rows(files, f"find/{language}/providers/gmail.json")
    own = {reply.id for reply in gmail.replies if reply.explained}
    assert 0 < len(own) < len(gmail.replies)
    assert {text["id"] for text in told if text.get("explained")} == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_replies_stand_field_by_field_and_belong_to_their_providers(
    shipped: tuple[Content, Files], language: Language
) -> None:
    content, files = shipped
    for protocol in content.protocols:
        name = f"find/{language}/{protocol.id}.json"
        is_apart = bool(protocol.vocabulary.speaks)
        tables = read(files, name if is_apart else f"find/{language}.json")
        replies = [
            reply for provider in protocol.providers for reply in beginning(protocol, provider)
        ]
        assert tables["providers"]["replies"] == [
            len(beginning(protocol, provider)) for provider in protocol.providers
        ]
        stand_field_by_field(tables, replies)
        assert ("seen" in tables["replies"]) == is_apart


def stand_field_by_field(tables: dict[str, Any], replies: Sequence[Reply]) -> None:
    columns = tables["replies"]
    assert columns["mark"] == [reply.mark for reply in replies]
    assert [tables["situations"]["id"][place] for place in columns["situation"]] == [
        reply.situation for reply in replies
    ]
    assert {replies[place].id for place in columns["shared"]} == {
        reply.id for reply in replies if reply.shared
    }
    assert {replies[place].id for place in columns.get("exact", [])} == {
        reply.id for reply in replies if reply.exact
    }
    assert {replies[place].id for place in columns.get("alone", [])} == {
        reply.id for reply in replies if reply.alone
    }
    assert len(columns["codes"]) == len(replies)


def test_forms_of_records_stand_with_their_provider(shipped: tuple[Content, Files]) -> None:
    content, files = shipped
    (protocol,) = (one for one in content.protocols if one.id == "http")
    providers = read(files, "find/en/http.json")["providers"]
    told = dict(zip(providers["id"], providers["records"], strict=True))
    assert told["envoy"] == [
        [one.form, one.reads]
        for provider in protocol.providers
        if provider.id == "envoy"
        for one in provider.records
    ]
    assert told["nginx"] is None
