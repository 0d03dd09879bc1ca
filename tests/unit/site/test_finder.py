"""What the field that finds codes is given."""

import json
from typing import Any

import pytest

from codepairs.content.catalogue import Content
from codepairs.languages import LANGUAGES, Language
from codepairs.site import finder
from codepairs.site.site import Site


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reply_says_what_it_means_and_what_to_do(language: Language, content: Content) -> None:
    told: dict[str, dict[str, str]] = json.loads(finder.replies(content, language))
    assert len(told) == sum(len(provider.replies) for provider in content.providers)
    for texts in told.values():
        assert set(texts) == {"means", "do"}
        assert not [text for text in texts.values() if "`" in text or "**" in text]


@pytest.fixture(scope="module", params=LANGUAGES)
def tables(request: pytest.FixtureRequest, shipped_site: Site) -> dict[str, Any]:
    texts = dict(shipped_site.texts())
    found: dict[str, Any] = json.loads(texts[finder.address(request.param)]())
    return found | {"language": request.param}


def test_every_code_has_an_answer(tables: dict[str, Any]) -> None:
    for catalogue in tables["catalogues"]:
        for code in catalogue["codes"]:
            assert code["gist"].endswith(".")
            assert code["next"].endswith(".")
            assert code["text"]


def test_texts_are_plain(tables: dict[str, Any]) -> None:
    texts = [code["text"] for catalogue in tables["catalogues"] for code in catalogue["codes"]]
    assert not [text for text in texts if "`" in text or "**" in text or "](" in text]


def test_pages_are_those_of_the_language(tables: dict[str, Any]) -> None:
    addresses = [page["address"] for page in tables["pages"]]
    assert addresses
    assert all(address.startswith(f"{tables['language']}/") for address in addresses)
