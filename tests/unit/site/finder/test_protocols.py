"""What the field knows of protocols."""

from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES
from tests.support.field import Files, read


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
