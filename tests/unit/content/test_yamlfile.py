import contextlib
import os
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codepairs.content import yamlfile
from codepairs.problems import ContentError

FILE = Path("codes/421.yml")
# What may stand in content: composed, and nothing that cannot be seen.
seen = st.characters(exclude_categories=("C", "Zl", "Zp"), include_characters="\n\t")
texts = st.text(seen, max_size=30).map(partial(unicodedata.normalize, "NFC"))
scalars = st.one_of(st.none(), st.booleans(), st.integers(-(2**40), 2**40), texts, st.dates())
trees = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=15,
)


class WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - the library's signature
        return True


def lines_of_problems(text: str) -> list[int]:
    try:
        yamlfile.parse(FILE, text)
    except ContentError as error:
        return [problem.line for problem in error.problems]
    return []


def depth(tree: object) -> int:
    if isinstance(tree, dict):
        return 1 + max(map(depth, tree.values()), default=0)
    if isinstance(tree, list):
        return 1 + max(map(depth, tree), default=0)
    return 0


@given(st.dictionaries(texts, trees, min_size=1, max_size=4))
def test_what_yaml_writes_is_read_back(tree: dict[str, object]) -> None:
    text = yaml.dump(tree, Dumper=WithoutAliases)
    if depth(tree) > yamlfile.MAX_DEPTH:
        with pytest.raises(ContentError, match="levels of nesting"):
            yamlfile.parse(FILE, text)
    else:
        assert yamlfile.parse(FILE, text).data == tree


@given(st.text(max_size=200))
def test_any_text_gives_a_document_or_problems_with_a_line(text: str) -> None:
    assert all(line >= 1 for line in lines_of_problems(text))


@given(st.text("[]{}:-&*!|>'\"% #\n\tab1.", max_size=60))
def test_any_run_of_signs_gives_a_document_or_problems_with_a_line(text: str) -> None:
    assert all(line >= 1 for line in lines_of_problems(text))


@given(st.binary(max_size=100))
def test_any_bytes_give_a_document_or_problems(tmp_path_factory: Any, raw: bytes) -> None:  # noqa: ANN401
    file = tmp_path_factory.mktemp("raw") / "421.yml"
    file.write_bytes(raw)
    with contextlib.suppress(ContentError):  # any other error would fail
        yamlfile.read(file)


def test_every_place_knows_its_line() -> None:
    document = yamlfile.parse(FILE, "a: 1\nb:\n  - c: x\n  - d: >-\n      long\n      text\ne: y\n")
    places = [("a",), ("b",), ("b", 0, "c"), ("b", 1), ("b", 1, "d"), ("e",)]
    assert [document.line(place) for place in places] == [1, 2, 3, 4, 4, 7]


def test_a_place_that_is_not_written_has_the_line_of_what_is_around_it() -> None:
    document = yamlfile.parse(FILE, "a: 1\nb:\n  c: 2\n")
    assert document.line(("b", "missing", "deeper")) == 2
    assert document.line(("missing",)) == 1


def test_all_duplicate_keys_of_a_file_are_told() -> None:
    with pytest.raises(ContentError) as caught:
        yamlfile.parse(FILE, "a: 1\na: 2\nb:\n  c: 1\n  c: 2\n")
    assert [problem.line for problem in caught.value.problems] == [2, 5]


def test_a_file_too_large_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    file = tmp_path / "large.yml"
    file.write_text("a: " + "x" * yamlfile.MAX_BYTES, encoding="utf-8")
    with pytest.raises(ContentError, match="expected at most 262144 bytes"):
        yamlfile.read(file)


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        yamlfile.read(tmp_path / "none.yml")


def test_nothing_is_executed() -> None:
    with pytest.raises(ContentError, match="found the tag"):
        yamlfile.parse(FILE, "a: !!python/object/apply:os.system ['true']")


def test_keys_are_texts() -> None:
    with pytest.raises(ContentError, match="expected a text as key; found '421'"):
        yamlfile.parse(FILE, "421: a")
    for text in ("[a, [b]]: c\nd: e\nd: f\n", "? {a: {b: 1}}\n: {c: [1]}\nd: e\nd: f\n"):
        with pytest.raises(ContentError) as caught:
            yamlfile.parse(FILE, text)
        key, double = caught.value.problems
        assert key.message == "expected a text as key; found 'a list or a mapping'"
        assert double.message.startswith("duplicate key; it is already set in line")


def test_what_is_refused_is_passed_over_as_a_whole() -> None:
    text = "a: !x {b: [1, {c: 2}]}\nd: 3\nd: {e: [4]}\nf: 5\nf: 6\n"
    with pytest.raises(ContentError) as caught:
        yamlfile.parse(FILE, text)
    assert [problem.line for problem in caught.value.problems] == [1, 3, 5]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("", 1, "expected a mapping; the file is empty"),
        ("# nothing\n", 1, "expected a mapping; the file is empty"),
        ("a: 1\n---\nb: 2\n", 2, "expected YAML; but found another document"),
    ],
)
def test_a_file_holds_one_document(text: str, line: int, expected: str) -> None:
    with pytest.raises(ContentError) as caught:
        yamlfile.parse(FILE, text)
    (problem,) = caught.value.problems
    assert (problem.line, problem.message) == (line, expected)


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("\0", "U+0000, a character without a name"),
        ("\x1b", "U+001B, a character without a name"),
        ("\u202e", "U+202E, RIGHT-TO-LEFT OVERRIDE"),
        ("\u200b", "U+200B, ZERO WIDTH SPACE"),
        ("\u2028", "U+2028, LINE SEPARATOR"),
        ("\ufffe", "U+FFFE, a character without a name"),
    ],
)
@pytest.mark.parametrize("kind", ["as it is", "escaped"])
def test_what_cannot_be_seen_is_refused_with_its_line(
    sign: str, shown: str, kind: str, tmp_path: Path
) -> None:
    written = sign if kind == "as it is" else f"\\u{ord(sign):04x}"
    for line in (f'b: "c{written}d"', f'"c{written}d": b'):
        file = tmp_path / "421.yml"
        file.write_text(f"a: 1\n{line}\n", encoding="utf-8")
        with pytest.raises(ContentError) as caught:
            yamlfile.read(file)
        (problem,) = caught.value.problems
        assert problem.line == 2
        assert problem.message == f"expected characters that can be seen; found {shown}"


def test_hangul_is_written_composed(tmp_path: Path) -> None:
    file = tmp_path / "421.yml"
    apart = unicodedata.normalize("NFD", "메일")
    for line in (
        f"b: {apart} 서버",
        'b: "' + "".join(f"\\u{ord(sign):04x}" for sign in apart) + '"',
    ):
        file.write_text(f"a: 1\n{line}\n", encoding="utf-8")
        with pytest.raises(ContentError, match=r":2: .*expected composed characters"):
            yamlfile.read(file)


def test_half_of_a_surrogate_pair_is_no_text() -> None:
    assert lines_of_problems('a: 1\nb: "\\ud800"\n') == [2]


def test_marks_of_order_and_ends_of_lines_of_other_systems_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "421.yml"
    file.write_bytes(b"\xef\xbb\xbfa: |\r\n  one\r\n  two\r\n")
    assert yamlfile.read(file).data == {"a": "one\ntwo\n"}


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_told_instead_of_waited_for(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "421.yml")
    with pytest.raises(ContentError, match="expected a file; found something else"):
        yamlfile.read(tmp_path / "421.yml")


@pytest.mark.parametrize(
    "line",
    [
        "{long}: a",
        "b: !{long} a",
        "b: *{long}",
        "1{digits}: b",
        "b: {long}\n{long}: b",
    ],
)
def test_a_message_stays_short_whatever_was_found(line: str) -> None:
    text = line.format(long="x" * 100_000, digits="1" * 100_000)
    try:
        found = yamlfile.parse(FILE, text).problem(("x" * 100_000,), "expected less")
    except ContentError as error:
        found = error.problems[0]
    assert len(str(found)) < 300


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "421.yml"
    file.write_text("a: " + "x" * (yamlfile.MAX_BYTES - 3), encoding="utf-8")
    assert len(str(yamlfile.read(file).data)) > yamlfile.MAX_BYTES - 10


@pytest.mark.parametrize(("value", "kind"), [("9" * 5000, "number"), ("2026-02-30", "date")])
def test_a_number_or_date_that_does_not_exist_is_told(value: str, kind: str) -> None:
    with pytest.raises(ContentError, match=rf":2: .*b: expected a {kind} that exists; found"):
        yamlfile.parse(FILE, f"a: 1\nb: {value}\n")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("!!int x", "a number that exists"),
        ("!!int ''", "a number that exists"),
        ("!!float x", "a number that exists"),
        ("!!timestamp x", "a date that exists"),
        ("!!bool perhaps", "true or false"),
    ],
)
def test_a_value_is_what_its_tag_says(value: str, expected: str) -> None:
    with pytest.raises(ContentError, match=rf":2: .*b: expected {expected}; found"):
        yamlfile.parse(FILE, f"a: 1\nb: {value}\n")


def test_a_missing_place_has_the_line_of_the_last_written_one_in_front_of_it() -> None:
    document = yamlfile.parse(FILE, "a: 1\nb: 2\nd: 4\n")
    near = [("a",), ("b",), ("x",)]
    assert document.problem(("c",), "expected", near=near).line == 2
    assert document.problem(("c",), "expected", near=near[2:]).line == 1
    assert document.problem(("d",), "expected", near=near).line == 3


def test_lines_are_looked_for_in_the_file_when_they_are_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "421.yml"
    file.write_text("a: 1\n", encoding="utf-8")
    document = yamlfile.read(file)
    file.write_text("\n\na: 1\nb: [2]\n", encoding="utf-8")
    assert dict(document.lines) == {(): 3, ("a",): 3, ("b",): 4, ("b", 0): 4}
    assert len(document.lines) == 4


def test_a_file_that_is_being_written_has_no_lines(tmp_path: Path) -> None:
    file = tmp_path / "421.yml"
    for written in ("a: [", None):
        file.write_text("\na: 1\n", encoding="utf-8")
        document = yamlfile.read(file)
        if written:
            file.write_text(written, encoding="utf-8")
        else:
            file.unlink()
        assert document.problem(("a",), "expected less").line == 1


def test_a_name_that_stands_in_many_files_is_kept_once() -> None:
    one, other = (yamlfile.parse(FILE, f"{'key'}: {'some words'}\n").data for _ in range(2))
    assert isinstance(one, dict)
    assert isinstance(other, dict)
    assert one["key"] is other["key"]
    assert next(iter(one)) is next(iter(other))
