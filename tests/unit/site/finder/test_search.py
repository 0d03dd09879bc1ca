"""What questions in words are answered from."""

import pytest

from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES, Language
from tests.support.field import Files, beginning, later, read


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
