"""The catalogue of enhanced codes says what the registry says (RFC 3463, RFC 5248 and their successors)."""

from pathlib import Path

import pytest
import yaml

from codepairs.content.catalogue import Catalogue
from codepairs.content.whole import Content

DATA = Path(__file__).parents[1] / "data"
# Detail → the classes in which the registry's text allows it.
CLASSES: dict[str, str] = yaml.safe_load((DATA / "enhanced_classes.yml").read_text("utf-8"))
# Details that RFC 3463 means for permanent errors only, though the registry has temporary reply codes with them.
DISPUTED = {"4.1.1": {"451"}, "4.5.4": {"451"}, "4.7.1": {"451", "454"}}
REGISTERED: dict[str, str] = yaml.safe_load((DATA / "enhanced_codes.yml").read_text("utf-8"))


@pytest.fixture
def enhanced(content: Content) -> Catalogue:
    return next(found for found in content.catalogues if found.id == "smtp-enhanced")


@pytest.mark.parametrize("detail", CLASSES)
def test_a_registered_detail_has_a_page_in_each_class_that_the_registry_allows(
    detail: str, enhanced: Catalogue
) -> None:
    found = {
        code.code[0]
        for code in enhanced.codes
        if code.code.partition(".")[2] == detail and code.standing not in ("vendor", "disputed")
    }
    assert found == set(CLASSES[detail].split())


def test_every_registered_detail_is_listed() -> None:
    assert set(REGISTERED) == set(CLASSES)


def test_what_is_not_registered_is_sent_by_somebody(enhanced: Catalogue) -> None:
    """One provider's own code names it; of the others there are real replies of several."""
    for code in enhanced.codes:
        detail = code.code.partition(".")[2]
        if detail in CLASSES and code.code[0] in CLASSES[detail].split():
            continue
        assert code.standing == ("disputed" if code.code in DISPUTED else "vendor"), code.code
        senders = {answer.provider.id for answer in enhanced.answers[code.code]}
        assert code.provider or len(senders) > 1, code.code


def test_the_standing_is_that_of_the_defining_document(enhanced: Catalogue) -> None:
    for code in enhanced.codes:
        if code.standing == "standard":
            assert "RFC 3463" in {source.title for source in code.sources}, code.code


def test_what_was_registered_later_was_added_by_a_document(enhanced: Catalogue) -> None:
    """The comparisons say "was added to the registry by …", which the registry's own page cannot do."""
    for code in enhanced.codes:
        if code.standing == "extension":
            added_by = " ".join(one.title for one in enhanced.course.defined_by(code))
            assert added_by, code.code
            assert "IANA" not in added_by, code.code


def test_a_permanent_code_without_a_detail_promises_nothing_for_later(enhanced: Catalogue) -> None:
    """RFC 3463 calls X.n.0 undefined: nothing in it says that the same mail passes another time."""
    for code in enhanced.codes:
        if code.class_ == "permanent" and code.code.endswith(".0"):
            told = enhanced.by_axis(enhanced.facts_in(code, enhanced.typical(code)))
            assert told["retry"] == "after-change", code.code
