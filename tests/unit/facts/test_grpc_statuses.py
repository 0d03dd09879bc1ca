"""The catalogue of gRPC says what gRPC's own documents say, and where libraries do otherwise."""

from typing import Final

import pytest

from codepairs.content.whole import Content, Protocol

# What gRPC over HTTP2, Errors, maps to statuses.
RESETS: Final = "RST_STREAM"


@pytest.fixture
def grpc(content: Content) -> Protocol:
    return next(found for found in content.protocols if found.id == "grpc")


def test_a_library_that_makes_what_none_should_make_is_told_as_a_disagreement(
    grpc: Protocol,
) -> None:
    """`Received message larger than max` was INVALID_ARGUMENT in gRPC Core of 2017."""
    catalogue = grpc.catalogues[0]
    made = {
        code.code
        for code in catalogue.codes
        if code.facts["library"] == "never"
        and any(
            answer.provider.kind == "library" for answer in catalogue.answers.get(code.code, ())
        )
    }
    assert made == {code for code in made if catalogue.by_id[code].disagreements}


def test_most_resets_are_internal_and_not_nearly_all(grpc: Protocol) -> None:
    """Of the error codes of HTTP/2 four have statuses of their own, and a lost connection is UNAVAILABLE."""
    catalogue = grpc.catalogues[0]
    insight = catalogue.insights["INTERNAL", "UNAVAILABLE"].en
    said = (catalogue.by_id["INTERNAL"].en.facts["from-reset"], insight.answer, insight.text)
    assert RESETS in said[0]
    assert [text for text in said if "nearly" in text] == []
