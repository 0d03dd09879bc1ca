"""What the field knows of protocols without pages."""

import pytest

from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES, Language
from tests.support.field import Files, read_rows


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
