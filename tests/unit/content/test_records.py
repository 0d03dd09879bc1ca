"""The two records beside the content: addresses ever published, and comparisons to be indexed."""

from pathlib import Path

import pytest

from codepairs.content import address_record, share_record
from codepairs.problems import ContentError


def test_new_addresses_are_added_to_the_record(tmp_path: Path) -> None:
    address_record.record(tmp_path, ["en/b/", "en/a/"])
    address_record.record(tmp_path, ["en/c/"])
    lines = (tmp_path / address_record.RECORD).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["en/a/", "en/b/", "en/c/"]
    assert address_record.new(tmp_path, ["en/a/", "en/d/"]) == ["en/d/"]


def test_every_address_that_disappeared_is_told(tmp_path: Path) -> None:
    address_record.record(tmp_path, ["en/a/", "en/b/", "en/c/"])
    with pytest.raises(ContentError) as caught:
        address_record.check(tmp_path, {"en/b/"})
    assert [problem.path for problem in caught.value.problems] == ["en/a/", "en/c/"]


def test_without_a_record_nothing_was_promised(tmp_path: Path) -> None:
    address_record.check(tmp_path, set())
    assert share_record.read(tmp_path) is None


def test_indexed_pairs_are_read_back(tmp_path: Path) -> None:
    pairs: dict[share_record.Pair, share_record.Shares] = {
        ("250", "421"): {"en": 31, "ko": 28},
        ("421", "450"): {"en": 40, "ko": 35},
    }
    share_record.write(tmp_path, pairs)
    assert share_record.read(tmp_path) == pairs


def test_a_spoiled_record_is_told_line_by_line(tmp_path: Path) -> None:
    (tmp_path / share_record.RECORD).write_text("# head\n250 421 31 28\n250 421\n250 450 a b\n")
    with pytest.raises(ContentError) as caught:
        share_record.read(tmp_path)
    assert [problem.line for problem in caught.value.problems] == [3, 4]


def test_either_share_is_a_number(tmp_path: Path) -> None:
    for line in ("250 421 a 28", "250 421 31 b"):
        (tmp_path / share_record.RECORD).write_text(f"{line}\n", encoding="utf-8")
        with pytest.raises(ContentError):
            share_record.read(tmp_path)


@pytest.mark.parametrize("share", ["²", "①", "४", "-1", "101", "1" * 10_000])
def test_a_share_is_a_number_of_per_cent(share: str, tmp_path: Path) -> None:
    (tmp_path / share_record.RECORD).write_text(f"250 421 31 {share}\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        share_record.read(tmp_path)
    (problem,) = caught.value.problems
    assert problem.line == 1
    assert len(problem.message) < 200


@pytest.mark.parametrize("line", ["en/smtp", "/en/smtp/", "fr/", "en/../", "https://a.b/", "en//"])
def test_a_line_that_is_no_address_is_told(line: str, tmp_path: Path) -> None:
    (tmp_path / address_record.RECORD).write_text(f"en/a/\n{line}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=f":2: expected an address .*found {line!r}"):
        address_record.check(tmp_path, {"en/a/", line})
