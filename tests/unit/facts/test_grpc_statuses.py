"""The catalogue of gRPC says what gRPC's own documents say, and where libraries do otherwise."""

from typing import Final

import pytest

from codepairs.comparison.transcript import reply, usual_moment
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


def test_an_answer_that_is_ok_holds_its_message(grpc: Protocol) -> None:
    """Without one a call that asks for one answer fails at the client."""
    lines = grpc.catalogues[0].by_id["OK"].lines["any"]
    assert lines[-1] == "grpc-status: 0"
    assert lines[-2].startswith("(")


def test_a_server_does_not_tell_the_client_that_the_client_has_cancelled(grpc: Protocol) -> None:
    """gRPC over HTTP2, Client Cancellation: the client resets the stream, on which nothing follows."""
    catalogue = grpc.catalogues[0]
    moment = usual_moment(catalogue, catalogue.by_id["CANCELLED"])
    assert moment is not None
    assert {line.speaker for line in reply(moment)} == {""}


def test_most_resets_are_internal_and_not_nearly_all(grpc: Protocol) -> None:
    """Of the error codes of HTTP/2 four have statuses of their own, and a lost connection is UNAVAILABLE."""
    catalogue = grpc.catalogues[0]
    insight = catalogue.insights["INTERNAL", "UNAVAILABLE"].en
    said = (catalogue.by_id["INTERNAL"].en.facts["from-reset"], insight.answer, insight.text)
    assert RESETS in said[0]
    assert [text for text in said if "nearly" in text] == []
