"""Invented catalogues of any size, with the real vocabulary, situations and texts, and providers that answer as real ones do.

Each invented code is a copy of a shipped one under a new number, with all that is said of it:
its texts, facts, stages and uses, the providers' replies with it, and the insights about it.
"""

import fnmatch
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

SHIPPED = Path(__file__).resolve().parent.parent / "content"
# Its replies hold what would be an id in any other, and are left out.
_ASKING = "334"
# The codes that a guide is about, most of which are not there.
_CODES = re.compile(r"^codes: .*\n", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\((?!http)[^)]*\)")


@dataclass(frozen=True)
class Copy:
    """An invented code: its name, the shipped code that it copies, and the how many-th copy of that it is."""

    name: str
    model: dict[str, Any]
    number: int


def invent(folder: Path, codes: int) -> Path:
    """Write a content folder with one catalogue of `codes` codes into `folder`; returns the content folder."""
    content = folder / "content"
    left_out = (
        "pairs",
        "addresses.txt",
        "shares.txt",
        "smtp-enhanced",
        "providers",
        "libraries",
        *_others(),
    )
    shutil.copytree(SHIPPED, content, ignore=shutil.ignore_patterns(*left_out))
    protocol = content / "smtp"
    catalogue = protocol / "catalogues" / "smtp"
    copies = _copies([_load(file) for file in sorted((catalogue / "codes").glob("*.yml"))], codes)
    shutil.rmtree(catalogue / "codes")
    names = [copy.name for copy in copies]
    for copy in copies:
        _dump(catalogue / "codes" / f"{copy.name}.yml", _code(copy, names))
    for name, insight in _insights(copies):
        _dump(catalogue / "pairs" / f"{name}.yml", insight)
    for provider in _providers(copies):
        _dump(protocol / "providers" / f"{provider['id']}.yml", provider)
    for library in _libraries(copies):
        _dump(protocol / "libraries" / f"{library['id']}.yml", library)
    vocabulary = _load(catalogue / "catalogue.yml")
    vocabulary |= {"popular": [[min(names), max(names)]], "companions": []}
    _dump(catalogue / "catalogue.yml", vocabulary)
    _dump(protocol / "protocol.yml", _load(protocol / "protocol.yml") | {"catalogues": ["smtp"]})
    for page in (content / "pages").rglob("*.md"):  # links to codes that are not there
        text = _CODES.sub("", page.read_text(encoding="utf-8"))
        page.write_text(_LINK.sub(r"\1", text), encoding="utf-8")
    return content


def _others() -> Iterator[str]:
    """The folders of the other protocols: the catalogue alone is to be timed."""
    for file in SHIPPED.glob("*/protocol.yml"):
        if file.parent.name != "smtp":
            yield file.parent.name


def _copies(models: Sequence[dict[str, Any]], codes: int) -> list[Copy]:
    """Each shipped code of the standard's classes in turn; a fixed order makes two runs invent the same.

    Ordered by their last digits, any number of them is spread over the classes as all of them are.
    """
    turns = sorted(
        (model for model in models if model["code"][0] in "2345"),
        key=lambda model: model["code"][::-1],
    )
    count: Counter[str] = Counter()
    found: list[Copy] = []
    for turn in range(codes):
        model = turns[turn % len(turns)]
        digit = model["code"][0]
        found.append(Copy(f"{digit}{count[digit]:02}", model, turn // len(turns)))
        count[digit] += 1
    return found


def _code(copy: Copy, names: Sequence[str]) -> dict[str, Any]:
    model, old = copy.model, copy.model["code"]
    after = names.index(copy.name) + 1
    others = [*names[after:], *names[: after - 1]]
    code = model | {"code": copy.name}
    code.pop("companions", None)
    code["lines"] = {
        stage: [_spoken(line, old, copy.name) for line in _listed(lines)]
        for stage, lines in model.get("lines", {}).items()
    }
    for field in ("related", "instead"):
        code[field] = others[: len(model.get(field, ()))]
    return code


def _insights(copies: Sequence[Copy]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The shipped insights, told of the first copies of the two codes, of their second ones, and so on."""
    found = _by_code(copies)
    for file in sorted((SHIPPED / "smtp" / "catalogues" / "smtp" / "pairs").glob("*.yml")):
        insight = _load(file)
        for two in zip(*(found[code] for code in insight["pair"]), strict=False):
            pair = sorted((copy.name for copy in two), key=int)
            yield "-vs-".join(pair), insight | {"pair": pair}


def _providers(copies: Sequence[Copy]) -> Iterator[dict[str, Any]]:
    """The shipped providers with their replies, once for the first copy of each code, once for the second, and so on."""
    rounds: dict[int, dict[str, str]] = defaultdict(dict)
    for copy in copies:
        rounds[copy.number][copy.model["code"]] = copy.name
    for file in sorted((SHIPPED / "smtp" / "providers").glob("*.yml")):
        provider = _load(file)
        for number, names in rounds.items():
            replies = [
                _answer(reply, names, old)
                for reply in provider["replies"]
                if (old := _code_of(reply)) in names and old != _ASKING
            ]
            if not number:
                yield provider | {"replies": replies}
            elif replies:
                own = {
                    "id": f"{provider['id']}-{number + 1}",
                    "name": {
                        language: f"{name} {number + 1}"
                        for language, name in provider["name"].items()
                    },
                }
                yield provider | own | {"replies": replies}


def _libraries(copies: Sequence[Copy]) -> Iterator[dict[str, Any]]:
    """The shipped libraries, told of the first copy of each code."""
    names = {copy.model["code"]: copy.name for copy in copies if not copy.number}
    known = [copy.name for copy in copies]
    for file in sorted((SHIPPED / "smtp" / "libraries").glob("*.yml")):
        library = _load(file)
        for error in library["errors"]:
            if "codes" in error:
                # A pattern of codes holds for copies too, if it fits any.
                error["codes"] = [
                    names.get(code, code)
                    for code in error["codes"]
                    if code in names or ("?" in code and fnmatch.filter(known, code))
                ]
        library["errors"] = [one for one in library["errors"] if one.get("codes") != []]
        if "constants" in library:
            library["constants"] = {
                name: names[code] for name, code in library["constants"].items() if code in names
            }
        yield library


def _code_of(reply: Mapping[str, Any]) -> str:
    return str(reply["text"])[:3]


def _answer(reply: dict[str, Any], names: Mapping[str, str], old: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        field: _spoken(reply[field], old, names[old]) for field in ("text", "mark")
    }
    # A longer code with a word behind its hyphen looks like an id, which no mark may hold.
    told["mark"] = told["mark"].removeprefix(f"{names[old]}-")
    if "codes" in reply:
        told["codes"] = [names.get(code, code) for code in reply["codes"]]
    return reply | told


def _spoken(line: str, old: str, new: str) -> str:
    """A line that begins with the new code where it began with the old one."""
    return new + line[len(old) :] if line.startswith(old) else line


def _by_code(copies: Sequence[Copy]) -> Mapping[str, list[Copy]]:
    found: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        found[copy.model["code"]].append(copy)
    return found


def _listed(lines: str | list[str]) -> list[str]:
    return [lines] if isinstance(lines, str) else lines


def _load(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


class _Plain(yaml.SafeDumper):
    """Writes a value out each time, since our reader refuses aliases."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _dump(file: Path, data: object) -> None:
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
