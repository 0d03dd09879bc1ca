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
    left_out = ("pairs", "addresses.txt", "indexed.txt", "smtp-enhanced", "providers")
    shutil.copytree(SHIPPED, content, ignore=shutil.ignore_patterns(*left_out))
    catalogue = content / "smtp" / "catalogues" / "smtp"
    shipped = catalogue / "codes"
    models = [model for model in map(_load, sorted(shipped.glob("*.yml"))) if "lines" in model]
    shutil.rmtree(shipped)
    shipped.mkdir()
    names = _names(codes, sorted({model["code"][0] for model in models}))
    turns = {digit: cycle([m for m in models if m["code"][0] == digit]) for digit in "2345"}
    for name in names:
        code = _renamed(next(turns[name[0]]), name, names)
        _dump(shipped / f"{name}.yml", code)
    vocabulary = _load(catalogue / "catalogue.yml")
    vocabulary |= {"popular": [[names[0], names[-1]]], "companions": []}
    _dump(catalogue / "catalogue.yml", vocabulary)
    protocol = _load(content / "smtp" / "protocol.yml")
    _dump(content / "smtp" / "protocol.yml", protocol | {"catalogues": ["smtp"]})
    _dump(content / "smtp" / "providers" / "gmail.yml", _provider(names))
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
    for field in ("provider", "deviations", "companions"):
        code.pop(field, None)
    position = names.index(name)
    code["related"] = [names[(position + step) % len(names)] for step in (1, 2, 3)]
    return code


def _provider(names: list[str]) -> dict[str, Any]:
    """A provider that has a reply with each code, in the words of the shipped one's."""
    provider: dict[str, Any] = _load(SHIPPED / "smtp" / "providers" / "gmail.yml")
    turns = cycle(provider["replies"])
    provider["replies"] = [_answer(next(turns), name) for name in names]
    return provider


def _answer(model: dict[str, Any], name: str) -> dict[str, Any]:
    told = {
        language: {"means": f"{name}: {model[language]['means']}", "do": model[language]["do"]}
        for language in ("en", "ko")
    }
    text = model["text"][3:]
    return model | told | {"id": f"reply-{name}", "text": name + text, "mark": text.strip()}


def _load(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


class _Plain(yaml.SafeDumper):
    """Writes a value out each time, since our reader refuses aliases."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _dump(file: Path, data: object) -> None:
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
