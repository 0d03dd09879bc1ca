"""One file for the codes of several classes, and facts that follow from digits."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from codepairs.content import families, yamlfile
from codepairs.content.catalogue import Catalogue
from codepairs.content.whole import Content
from codepairs.content.yamlfile import Document
from codepairs.problems import ContentError

FAMILY = """\
code: X.2.1
name: {en: Disabled, ko: 중지}
related: ["5.1.1"]
en: {meaning: Common., facts: {cause: shared}}
classes:
  "4":
    related: ["5.2.1"]
    en: {gist: for now}
  "5":
    en:
      gist: for good
      facts: {list: removed}
"""


def document(text: str) -> Document:
    return yamlfile.parse(Path("X.2.1.yml"), text)


def split(text: str) -> list[dict[str, Any]]:
    return [found.data for found in families.split(document(text)) if isinstance(found.data, dict)]


def test_each_class_has_the_common_text_and_its_own() -> None:
    four, five = split(FAMILY)
    assert (four["code"], five["code"]) == ("4.2.1", "5.2.1")
    assert four["en"] == {"meaning": "Common.", "facts": {"cause": "shared"}, "gist": "for now"}
    assert five["en"]["facts"] == {"cause": "shared", "list": "removed"}


def test_a_list_of_the_class_replaces_the_common_one() -> None:
    four, five = split(FAMILY)
    assert four["related"] == ["5.2.1"]
    assert five["related"] == ["5.1.1"]


def test_lines_are_those_of_the_file() -> None:
    four, five = families.split(document(FAMILY))
    assert four.line(("en", "gist")) == 8
    assert five.line(("en", "gist")) == 11
    assert four.line(("en", "meaning")) == five.line(("en", "meaning")) == 4


def test_a_file_of_one_code_is_left_as_it_is() -> None:
    (only,) = families.split(document('code: "5.1.1"\n'))
    assert only.data == {"code": "5.1.1"}


@pytest.mark.parametrize("spoiled", ["code: X.2.1\nclasses: [4]\n", "code: '5.2.1'\nclasses: {}\n"])
def test_a_misshapen_family_is_refused(spoiled: str) -> None:
    with pytest.raises(ContentError, match="expected"):
        list(families.split(document(spoiled)))


@pytest.fixture
def enhanced(content: Content) -> Catalogue:
    return content.catalogues[1]


def test_class_and_subject_follow_from_the_digits(enhanced: Catalogue) -> None:
    for code in enhanced.codes:
        assert enhanced.classes[code.class_].prefix == code.code[0]
        derived = families.derived_facts(code.code, enhanced.vocabulary)
        assert derived["subject"] == code.facts["subject"]


def test_no_file_repeats_what_follows_from_the_digits(enhanced: Catalogue) -> None:
    """The check refuses it; here is the same said of a file made for it."""
    text = yaml.safe_dump({"code": "4.2.1", "facts": {"subject": "mailbox", "list": "keep"}})
    found = list(families.repeated(document(text), enhanced.vocabulary))
    assert [problem.path for problem in found] == ["X.2.1 › facts › subject"]
