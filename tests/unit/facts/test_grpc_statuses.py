"""The catalogue of gRPC says what gRPC's own documents say, and where libraries do otherwise."""

from typing import Final

import pytest

from codepairs.content.catalogue import Content, Protocol

# A number of gRPC over HTTP2, Errors: most resets are INTERNAL, but a connection that breaks is UNAVAILABLE.
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


def test_only_resets_are_called_internal_where_a_stream_breaks_off(grpc: Protocol) -> None:
    assert RESETS in grpc.catalogues[0].by_id["INTERNAL"].en.facts["from-reset"]
