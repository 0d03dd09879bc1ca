"""Invented catalogues of any size, with the real vocabulary and texts as long as the real ones.

Each invented code takes its class from its number and its texts, facts and stages from the shipped codes of that class in turn.
"""

import shutil
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

SHIPPED = Path(__file__).resolve().parent.parent / "content"
# A fixed order makes two runs invent the same catalogue.
PER_CLASS = 100


def invent(folder: Path, codes: int) -> Path:
    """Write a content folder with one catalogue of `codes` codes into `folder`; returns the content folder."""
    content = folder / "content"
    shutil.copytree(
        SHIPPED, content, ignore=shutil.ignore_patterns("pairs", "addresses.txt", "indexed.txt")
    )
    shipped = content / "smtp" / "codes"
    models = [_load(file) for file in sorted(shipped.glob("*.yml"))]
    shutil.rmtree(shipped)
    shipped.mkdir()
    names = _names(codes, sorted({model["code"][0] for model in models}))
    turns = {digit: cycle([m for m in models if m["code"][0] == digit]) for digit in "2345"}
    for name in names:
        code = _renamed(next(turns[name[0]]), name, names)
        _dump(shipped / f"{name}.yml", code)
    vocabulary = _load(content / "smtp" / "catalogue.yml")
    vocabulary["popular"] = [[names[0], names[-1]]]
    _dump(content / "smtp" / "catalogue.yml", vocabulary)
    return content


def _names(codes: int, digits: list[str]) -> list[str]:
    """Numbers spread evenly over the classes, as the real ones are over theirs."""
    each, rest = divmod(codes, len(digits))
    counts = [each + (number < rest) for number in range(len(digits))]
    if max(counts) > PER_CLASS:
        raise ValueError(f"at most {PER_CLASS * len(digits)} codes; got {codes}")
    return [
        f"{digit}{number:02}"
        for digit, count in zip(digits, counts, strict=True)
        for number in range(count)
    ]


def _renamed(model: dict[str, Any], name: str, names: list[str]) -> dict[str, Any]:
    old = model["code"]
    code: dict[str, Any] = yaml.safe_load(
        yaml.safe_dump(model, allow_unicode=True).replace(f"'{old}'", f"'{name}'")
    )
    code["code"] = name
    code["lines"] = {stage: name + line[len(old) :] for stage, line in model["lines"].items()}
    code["replies"] = [
        reply | {"text": name + reply["text"][len(old) :]} for reply in model["replies"]
    ]
    position = names.index(name)
    code["related"] = [names[(position + step) % len(names)] for step in (1, 2, 3)]
    return code


def _load(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _dump(file: Path, data: object) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(text, encoding="utf-8")
