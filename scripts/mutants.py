"""Change the program in small ways and see whether the unit tests notice: a change that survives shows what no test holds.

Each mutant changes one place of one module, is loaded in a process of its own in place of the module,
and meets the unit tests of that module only. Which places are tried is drawn with a fixed seed.
Survivors that were judged stand in `tests/mutants.yml`, each with the reason; too many others are a failure.
Larger tools rewrite the sources on disk, or fork, and run all tests for each mutant; a run of this takes minutes.
"""

import argparse
import ast
import copy
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

ROOT: Final = Path(__file__).resolve().parent.parent
JUDGED: Final = ROOT / "tests" / "mutants.yml"
SEED: Final = 1
# A tenth of the mutants may survive unjudged: chasing the last of them makes tests that nobody can read.
MOST_SURVIVING: Final = 0.1
# The tests of a module may take so long, and with a change to it so many times as long as without, but as long at least.
SECONDS: Final = 600
PATIENCE: Final = 5
SECONDS_AT_LEAST: Final = 60

# Module → the unit tests that hold it.
MODULES: Final = {
    "codepairs.comparison.compare": ["comparison"],
    "codepairs.comparison.transcript": ["comparison"],
    **{
        f"codepairs.comparison.rules.{name}": ["comparison/test_rules.py"]
        for name in (
            *("alternatives", "apart", "axis_difference", "companions", "own_reasons"),
            *("same_answers", "same_fate", "sequence", "single_axis", "standing", "twins"),
        )
    },
    "codepairs.content.uses": ["content/test_uses.py"],
    "codepairs.content.catalogue": [
        *("content/test_catalogue.py", "content/test_uses.py", "comparison"),
    ],
    "codepairs.content.course": ["content/test_uses.py", "comparison"],
    "codepairs.content.share_record": ["content/test_records.py"],
    "codepairs.content.yamlfile": ["content/test_yamlfile.py"],
    "codepairs.language.korean": ["language/test_korean.py"],
    "codepairs.language.korean_style": ["language/test_korean_style.py", "checks/test_rules.py"],
    "codepairs.language.phrases": ["language/test_phrases.py", "checks/test_phrases.py"],
    "codepairs.pages.seo": ["pages/test_frame.py"],
    "codepairs.pages.frame": ["pages/test_frame.py"],
    "codepairs.pages.side": [
        *("pages/test_comparison_head.py", "pages/test_comparison_sections.py"),
        "pages/test_comparison_writer.py",
    ],
    "codepairs.pages.pieces.situations": ["pages/test_situation_pieces.py"],
    "codepairs.site.sitemap": ["site/test_sitemap.py"],
    "codepairs.build.publish": ["build/test_publish.py"],
    "codepairs.build.workers": ["build/test_workers.py"],
    "codepairs.checks.situations": ["checks/test_situations.py"],
    "codepairs.checks.texts": ["checks/test_texts.py", "checks/test_messages.py"],
    **{
        f"codepairs.checks.{name}": ["checks"]
        for name in ("catalogues", "codes", "names", "pages", "phrases", "protocols", "providers")
    },
}

_COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.BitAnd: ast.BitOr,
}
Change = Callable[[ast.AST], None]


@dataclass(frozen=True)
class Mutant:
    """A module with one small change; `place` names it for a reader, whatever lines move above it."""

    module: str
    place: str
    line: int
    source: str

    @property
    def name(self) -> str:
        """By which `tests/mutants.yml` calls it."""
        return f"{self.module}: {self.place}"


def mutants(module: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its source."""
    tree = ast.parse(file_of(module).read_text(encoding="utf-8"))
    # Types say nothing while a program runs, and how data are kept is no behaviour that a test could ask for.
    left_out = {
        id(inner)
        for node in ast.walk(tree)
        for part in (
            getattr(node, "annotation", None),
            getattr(node, "returns", None),
            *getattr(node, "decorator_list", ()),
        )
        if isinstance(part, ast.AST)
        for inner in ast.walk(part)
    }
    found: list[Mutant] = []
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in left_out:
            continue
        for change in changes(node):
            changed = copy.deepcopy(tree)
            twin = next(one for at, one in enumerate(ast.walk(changed)) if at == number)
            before = ast.unparse(node)
            change(twin)
            place = f"{_short(before)} → {_short(ast.unparse(twin))}"
            source = ast.unparse(ast.fix_missing_locations(changed))
            found.append(Mutant(module, place, getattr(node, "lineno", 0), source))
    return sorted(found, key=lambda mutant: (mutant.line, mutant.place))


def changes(node: ast.AST) -> Iterator[Change]:
    """The small changes that a place allows; each is made to a copy of it."""
    yield from _of_signs(node)
    yield from _of_steps(node)


def _of_signs(node: ast.AST) -> Iterator[Change]:
    """Another comparison, another operator, another number."""
    match node:
        case ast.Compare(ops=[one]) if type(one) in _COMPARED:
            yield lambda twin: setattr(twin, "ops", [_COMPARED[type(one)]()])
        case ast.BinOp(op=operator) if type(operator) in _COUNTED:
            yield lambda twin: setattr(twin, "op", _COUNTED[type(operator)]())
        case ast.BoolOp(op=ast.And()):
            yield lambda twin: setattr(twin, "op", ast.Or())
        case ast.BoolOp(op=ast.Or()):
            yield lambda twin: setattr(twin, "op", ast.And())
        case ast.Constant(value=bool() as value):
            yield lambda twin: setattr(twin, "value", not value)
        case ast.Constant(value=int() as number):
            yield lambda twin: setattr(twin, "value", int(str(number)) + 1)
        case _:
            pass


def _of_steps(node: ast.AST) -> Iterator[Change]:
    """A condition turned round or left out, and nothing given back."""
    match node:
        case ast.If() | ast.IfExp():
            yield _turned
        case ast.comprehension(ifs=[_, *_]):
            yield lambda twin: setattr(twin, "ifs", [])
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield lambda twin: setattr(twin, "value", ast.Constant(None))
        case ast.Expr(value=ast.Yield() | ast.YieldFrom() as told):
            # What is given back is left out; the function stays a generator.
            yield lambda twin: setattr(twin, "value", _silenced(told))
        case _:
            pass


def _turned(twin: ast.AST) -> None:
    if isinstance(twin, ast.If | ast.IfExp):
        twin.test = ast.UnaryOp(ast.Not(), twin.test)


def _silenced(told: ast.Yield | ast.YieldFrom) -> ast.expr:
    empty = ast.YieldFrom(ast.Tuple([], ast.Load()))
    return ast.Tuple([told.value, empty], ast.Load()) if told.value else empty


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _short(text: str) -> str:
    return " ".join(text.split())[:80]


def file_of(module: str) -> Path:
    """The source of a module."""
    return ROOT.joinpath(*module.split(".")).with_suffix(".py")


# Runs the tests with one module made from another text, which no file holds.
_RUNNER: Final = """
import importlib.abc, importlib.util, sys
name, file = sys.argv[1:3]
source = sys.stdin.read()
class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path, target=None):
        return importlib.util.spec_from_loader(fullname, self) if fullname == name else None
    def create_module(self, spec):
        return None
    def exec_module(self, module):
        module.__file__ = file
        exec(compile(source, file, "exec"), module.__dict__)
sys.meta_path.insert(0, Finder())
import pytest
sys.exit(pytest.main(["-q", "-x", "-p", "no:cacheprovider", *sys.argv[3:]]))
"""


def passes(module: str, source: str, seconds: float = SECONDS) -> bool:
    """Whether the tests of a module pass with it made from `source`; who waits in vain has noticed something."""
    tests = [str(ROOT / "tests" / "unit" / name) for name in MODULES[module]]
    try:
        done = subprocess.run(
            [sys.executable, "-c", _RUNNER, module, str(file_of(module)), *tests],
            input=source,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            timeout=seconds,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def judged() -> dict[str, str]:
    """Name of each survivor that somebody has judged → why it may live."""
    if not JUDGED.exists():
        return {}
    found: dict[str, str] | None = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
    return found or {}


def main() -> int:
    """Try a sample of the mutants; 1 if too many live that nobody has judged."""
    parser = argparse.ArgumentParser(description="Change the program and see whether tests notice.")
    parser.add_argument("modules", nargs="*", help="ends of modules' names; all without any")
    parser.add_argument("--most", type=int, default=12, help="mutants of each module (12)")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--minutes", type=float, default=30, help="begin none after so long (30)")
    options = parser.parse_args()
    known, ends = judged(), time.monotonic() + 60 * options.minutes
    tried = living = 0
    for module in MODULES:
        if options.modules and not module.endswith(tuple(options.modules)):
            continue
        if time.monotonic() > ends:
            print(f"{module}: no time left")
            continue
        started = time.monotonic()
        if not passes(module, file_of(module).read_text(encoding="utf-8")):
            print(f"{module}: its tests fail without any change")
            return 2
        seconds = max(SECONDS_AT_LEAST, PATIENCE * (time.monotonic() - started))
        every = mutants(module)
        chosen = random.Random(options.seed).sample(every, min(options.most, len(every)))  # noqa: S311 - a sample
        for mutant in sorted(chosen, key=lambda one: one.line):
            if time.monotonic() > ends:
                break
            tried += 1
            if passes(module, mutant.source, seconds):
                why = known.get(mutant.name)
                living += why is None
                print(f"{module}:{mutant.line}: {mutant.place} [{why or 'lives'}]", flush=True)
    share = living / tried if tried else 0
    print(f"{tried} mutants, {living} of them live and nobody has judged why ({share:.1%})")
    return int(share > MOST_SURVIVING)


if __name__ == "__main__":
    sys.exit(main())
