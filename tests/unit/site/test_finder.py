"""What the field that finds codes is given."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from codepairs.checks import run
from codepairs.content.catalogue import Content, Protocol
from codepairs.content.schema.providers import ProviderFile, Reply
from codepairs.languages import LANGUAGES, Language
from codepairs.pages.frame import Setting
from codepairs.site.site import Site
from tests.conftest import ROOT

SETTING = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")
Files = dict[str, Callable[[], str]]


def files_of(folder: Path) -> tuple[Content, Files]:
    content, written = run.load(folder, folder / "pages")
    return content, of_the_field(Site(content, written.pages, ROOT / "templates", SETTING))


def of_the_field(site: Site) -> Files:
    return {address: make for address, make in site.texts() if address.startswith("find/")}


@pytest.fixture(scope="module")
def shipped(content: Content, shipped_site: Site) -> tuple[Content, Files]:
    return content, of_the_field(shipped_site)


@pytest.fixture
def made(with_situations: Path) -> Files:
    return files_of(with_situations)[1]


def read(files: Files, address: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[address]())
    return found


def read_rows(files: Files, address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files[address]())
    return found


def rows(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """Columns row by row, without the fields that a row does not have."""
    return [
        {field: value for field, value in zip(columns, row, strict=True) if value is not None}
        for row in zip(*columns.values(), strict=True)
    ]


def beginning(protocol: Protocol, provider: ProviderFile) -> list[Reply]:
    """The replies that are there from the beginning, or with all else of their protocol."""
    later_ = later(protocol, provider)
    found = [reply for reply in provider.replies if reply not in later_]
    return found if protocol.vocabulary.speaks else code_by_code(found)


def code_by_code(replies: Sequence[Reply]) -> list[Reply]:
    def written(reply: Reply) -> str:
        return " ".join(code for code in reply.codes if code[0].isdigit())

    return sorted(replies, key=lambda reply: (written(reply), reply.mark))


def later(protocol: Protocol, provider: ProviderFile) -> list[Reply]:
    """What services say to programs alone, and what stands in logs without a code."""
    if protocol.vocabulary.speaks:
        return []
    return code_by_code(
        [
            reply
            for reply in provider.replies
            if reply.seen == "exception"
            or (reply.seen == "log" and not (reply.codes or reply.shared or reply.exact))
        ]
    )


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
def test_every_code_has_an_answer(shipped: tuple[Content, Files], language: Language) -> None:
    files = shipped[1]
    core = read(files, f"find/{language}.json")
    apart = [one["id"] for one in core["protocols"] if one.get("speaks")]
    assert apart
    full = [one for one in core["catalogues"] if one["protocol"] not in apart]
    for protocol in apart:
        full += read(files, f"find/{language}/{protocol}.json")["catalogues"]
    assert [one["id"] for one in full] == [one["id"] for one in core["catalogues"]]
    assert all(len(verdict) == 3 for verdict in core["verdicts"])
    for catalogue in full:
        for code in rows(catalogue["codes"]):
            told = read(files, f"find/{language}/{catalogue['id']}/{code['code']}.json")
            assert told["name"]
            assert told["gist"].endswith(".")
            assert told["next"].endswith(".")
            # Either the first situation tells, or three answers do, of which some may not be known.
            assert ("verdict" in code) != code.get("usual", False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_the_search_are_plain_and_in_their_language(
    shipped: tuple[Content, Files], language: Language
) -> None:
    found = read(shipped[1], f"find/{language}/search.json")
    texts = [code["text"] for code in found["codes"]]
    assert all(texts)
    assert not [text for text in texts if "`" in text or "**" in text or "](" in text]
    assert found["pages"]
    assert all(page["address"].startswith(f"{language}/") for page in found["pages"])


def test_the_search_in_korean_knows_the_english_names_of_situations(
    shipped: tuple[Content, Files],
) -> None:
    content, files = shipped
    found = read(files, "find/ko/search.json")
    situations = [one for protocol in content.protocols for one in protocol.situations.values()]
    assert sorted(found["originals"].values()) == sorted(one.name.en for one in situations)
    assert found["originals"].keys() == found["situations"].keys()
    assert "originals" not in read(files, "find/en/search.json")


def test_the_search_knows_the_names_of_replies(shipped: tuple[Content, Files]) -> None:
    content, files = shipped
    named = read(files, "find/en/search.json")["replies"]
    (mail,) = (protocol for protocol in content.protocols if protocol.id == "smtp")
    gmail = next(provider for provider in mail.providers if provider.id == "gmail")
    in_order = [*beginning(mail, gmail), *later(mail, gmail)]
    assert named["providers/gmail/"] == [reply.id for reply in in_order]
    assert len(named) == sum(len(protocol.providers) for protocol in content.protocols)


def test_a_situation_tells_what_each_class_comes_to(made: Files) -> None:
    tables = read(made, "find/en.json")
    situations = tables["situations"]
    place = situations["id"].index("mailbox-full")
    outcomes = situations["outcomes"][place]
    assert set(outcomes) == {"transient", "permanent"}
    for field in ("verdicts", "next"):
        assert len(situations[field][place]) == len(outcomes)
    told = read(made, "find/en/smtp/situations/mailbox-full.json")
    assert told["happened"].startswith("What happened: ")
    assert set(told["outcomes"]) == set(outcomes)


def test_what_concludes_a_text_is_told_by_its_place(shipped: tuple[Content, Files]) -> None:
    situations = read(shipped[1], "find/en.json")["situations"]
    assert "expired" in {situations["id"][place] for place in situations["conclusion"]}


def test_a_code_that_mostly_stands_for_one_thing_is_told_by_it(
    shipped: tuple[Content, Files],
) -> None:
    tables = read(shipped[1], "find/en.json")
    codes = {code["code"]: code for one in tables["catalogues"] for code in rows(one["codes"])}
    told = tables["verdicts"]
    assert codes["5.2.2"]["usual"]
    assert tables["situations"]["id"][codes["5.2.2"]["situations"][0]] == "mailbox-full"
    # An unknown user, a block, a refused relay: the number alone does not say who acts.
    assert "usual" not in codes["550"]
    assert told[codes["550"]["verdict"]][2] is None


def test_what_holds_mostly_says_so(shipped: tuple[Content, Files]) -> None:
    tables = read(shipped[1], "find/en.json")
    codes = {
        code["code"]: code
        for catalogue in tables["catalogues"]
        for code in rows(catalogue["codes"])
    }
    assert tables["verdicts"][codes["550"]["verdict"]][0] == "Refused (mostly)"


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
    assert len(columns["codes"]) == len(replies)


def test_what_services_say_to_programs_and_logs_without_codes_stand_by_themselves(
    shipped: tuple[Content, Files],
) -> None:
    content, files = shipped
    (protocol,) = (one for one in content.protocols if one.id == "smtp")
    services = read(files, "find/en/services.json")
    listed = {one.id: later(protocol, one) for one in protocol.providers if later(protocol, one)}
    assert services["providers"] == {name: len(replies) for name, replies in listed.items()}
    assert services["replies"]["mark"] == [one.mark for all_ in listed.values() for one in all_]
    situations = [one.situation for all_ in listed.values() for one in all_]
    assert services["replies"]["situation"] == situations


def test_a_word_of_events_stands_for_one_situation(shipped: tuple[Content, Files]) -> None:
    sortings = read(shipped[1], "find/en/services.json")["sortings"]
    (sparkpost,) = (one for one in sortings if one["fields"] == ["bounce_class"])
    assert sparkpost["words"]["user-unknown"] == ["10"]
    said = [word for words in sparkpost["words"].values() for word in words]
    assert "22" in said
    assert "70" not in said, "it is said of several, and of none mostly"
    assert len(said) == len(set(said))


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


def test_libraries_say_what_failed_in_each_language(made: Files) -> None:
    (library,) = read(made, "find/ko/libraries/smtp.json")["libraries"]
    assert library["protocol"] == "smtp"
    assert library["about"] == "일찍 예외를 던집니다."
    assert library["errors"][2] == {
        "names": ["Gone"],
        "words": "str(err)",
        "situation": "server-closing",
        "outcome": "transient",
        "failed": "연결이 끊겼습니다.",
    }
    assert library["errors"][0]["code"] == "err.number"
    assert library["constants"] == {"Busy": "450"}
    words = read(made, "find/en/libraries/smtp.json")["words"]
    assert set(words) == {"program", "code", "words", "own_words"}


def test_the_libraries_of_each_protocol_stand_apart_in_its_words(
    shipped: tuple[Content, Files],
) -> None:
    _, files = shipped
    http = read(files, "find/en/libraries/http.json")
    assert {library["protocol"] for library in http["libraries"]} == {"http"}
    assert http["words"]["words"] == "The body, with the reason"
    (requests,) = (one for one in http["libraries"] if one["name"] == "requests")
    answered, *others = requests["errors"]
    assert (answered["answered"], answered["codes"]) == (True, ["4??", "5??"])
    assert not any("answered" in one for one in others)


def test_what_only_hands_an_answer_over_is_known_by_its_other_forms(
    shipped: tuple[Content, Files],
) -> None:
    _, files = shipped
    libraries = read(files, "find/en/libraries/http.json")["libraries"]
    named = {
        one["name"]: [name for error in one["errors"] for name in error["names"]]
        for one in libraries
    }
    assert "client.Do(req)" not in named["net/http"]
    assert named["OkHttp"][0] == "Response{protocol="


def test_what_a_tool_prints_is_read_by_whoever_ran_it(shipped: tuple[Content, Files]) -> None:
    content, files = shipped
    (http,) = (one for one in content.protocols if one.id == "http")
    (kind,) = (one for one in http.vocabulary.provider_kinds if one.runs)
    assert kind.runs is not None
    for language in LANGUAGES:
        part = read(files, f"find/{language}/http.json")
        (protocol,) = part["protocols"]
        assert protocol["roles"][kind.id] == kind.runs[language]
        assert protocol["readers"][kind.id] == kind.id
        told = dict(zip(part["providers"]["id"], part["providers"]["runs"], strict=True))
        assert told["npm"] == kind.id
        assert told["nginx"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_protocols_without_pages_are_named_as_the_content_lists_them(
    shipped: tuple[Content, Files], language: Language
) -> None:
    content, files = shipped
    told = {row["id"]: row for row in read_rows(files, f"find/{language}/foreign.json")}
    assert list(told) == [one.id for one in content.foreign]
    for one in content.foreign:
        assert one.name[language] in told[one.id]["says"]
        assert not one.about or told[one.id]["says"].endswith(one.about[language])
        assert told[one.id].get("said", []) == one.said
        assert told[one.id].get("used", False) == one.used


def test_a_site_can_do_without_protocols_without_pages(made: Files) -> None:
    assert read_rows(made, "find/en/foreign.json") == []
