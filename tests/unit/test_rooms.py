"""Imports point one way: from a room to those on its left in the pipeline."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "codepairs"
# The pipeline from left to right. A room may import itself and what stands before it.
ORDER = (
    "languages",
    "problems",
    "language",
    "content",
    "checks",
    "comparison",
    "pages",
    "site",
    "build",
    "cli",
)


def imports() -> Iterator[tuple[str, str, str]]:
    """Each import between our modules: the file, its room, and the room it imports from."""
    for file in PACKAGE.rglob("*.py"):
        room = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module == "codepairs":
                names = [f"codepairs.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                if name.startswith("codepairs."):
                    yield str(file.relative_to(PACKAGE)), room, name.split(".")[1]


def test_every_room_has_its_place() -> None:
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir()}
    assert rooms - {"__init__", "__pycache__", "py.typed"} == set(ORDER)


def test_the_tests_of_every_room_are_found(pytestconfig: pytest.Config) -> None:
    """Pytest passes over folders of certain names, without a word."""
    passed_over = [
        room
        for room in ORDER
        if any(fnmatch(room, one) for one in pytestconfig.getini("norecursedirs"))
    ]
    assert passed_over == []


def test_imports_point_left_only() -> None:
    found = list(imports())
    assert len(found) > len(ORDER)
    wrong = [
        f"{file} imports {other}"
        for file, room, other in found
        if room != "__init__" and ORDER.index(other) > ORDER.index(room)
    ]
    assert wrong == []


def test_a_room_says_what_enters_and_what_leaves_it() -> None:
    for folder in (path for path in PACKAGE.iterdir() if (path / "__init__.py").exists()):
        text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
        assert text is not None, folder
        assert "Enters:" in text, folder
        assert "Leaves:" in text, folder
