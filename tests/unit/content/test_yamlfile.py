import contextlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codepairs.content import yamlfile
from codepairs.problems import ContentError

FILE = Path("codes/421.yml")
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**40), 2**40), st.text(max_size=30), st.dates()
)
trees = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
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


@given(st.dictionaries(st.text(max_size=10), trees, min_size=1, max_size=4))
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
