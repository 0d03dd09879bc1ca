"""What a catalogue and a protocol count and bring together."""

from codepairs.content.schema.protocols import ProtocolFile
from codepairs.content.whole import Protocol
from tests.support.made import catalogue, code, text


def test_pairs_are_counted_as_they_are_made() -> None:
    for count in range(5):
        office = catalogue(*(code(f"N{number}") for number in range(count)))
        assert office.pair_count == len(list(office.pairs))


def test_only_codes_of_classes_that_failed_are_failures() -> None:
    office = catalogue(*(code(name) for name in ("Y1", "G1", "L1", "N1")))
    assert [one.code for one in office.codes if office.is_failure(one)] == ["L1", "N1"]


def test_a_protocol_reads_its_own_words_and_those_of_its_codes() -> None:
    vocabulary = ProtocolFile.model_validate(
        {
            "id": "parcel",
            "name": text("Parcel"),
            "order": 1,
            "catalogues": ["parcel"],
            "readings": {"Clerk": "클러크", "NOPE": "놉"},
        }
    )
    protocol = Protocol(
        vocabulary=vocabulary,
        catalogues=(catalogue(code("NOPE", reading="노프"), code("N1")),),
        providers=(),
        situations={},
        phrases={},
    )
    assert protocol.readings == {"Clerk": "클러크", "NOPE": "노프"}
    assert protocol.providers_place == "parcel/providers"
