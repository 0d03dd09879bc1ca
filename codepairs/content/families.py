"""The codes that one code file holds, completed with what follows from their digits.

Most files hold one code.
`X.2.1.yml` holds 4.2.1 and 5.2.1: what they share stands once, what differs below `classes`.
Class and facts that a catalogue derives from digits are added here, so that no file has to repeat them.
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import partial
from typing import Final

from codepairs.content.schema.catalogues import CatalogueFile
from codepairs.content.yamlfile import Document, Lines, Location, Value
from codepairs.problems import ContentError, Problem, shown

# Stands for the prefix of a class in the name of a file that holds codes of several classes.
ANY_CLASS: Final = "X"
_CLASSES: Final = "classes"


def split(document: Document) -> Iterator[Document]:
    """A document for each code in `document`.

    Raises `ContentError` where `classes` is no mapping of class to what differs there.
    """
    data = document.data
    if not isinstance(data, dict) or _CLASSES not in data:
        yield document
        return
    code, classes = data.get("code"), data[_CLASSES]
    if not (isinstance(code, str) and code.startswith(ANY_CLASS)):
        message = f"expected a code that begins with {ANY_CLASS}, since the file has classes"
        raise ContentError([document.problem(("code",), f"{message}; found {shown(code)}")])
    if not (isinstance(classes, dict) and all(isinstance(own, dict) for own in classes.values())):
        message = "expected a mapping of each class to what differs there"
        raise ContentError([document.problem((_CLASSES,), f"{message}; found {shown(classes)}")])
    common: dict[str, Value] = {key: value for key, value in data.items() if key != _CLASSES}
    for prefix, own in classes.items():
        merged = _merged(common, own)
        merged["code"] = code.replace(ANY_CLASS, prefix, 1)
        yield Document(
            file=document.file, data=merged, lines=Lines(partial(_lines, document, prefix))
        )


def completed(document: Document, vocabulary: CatalogueFile) -> Document:
    """The document of one code with its class and derived facts filled in where they are not written."""
    data = document.data
    code = data.get("code") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(code, str):
        return document
    whole = dict(data)
    found = [item for item in vocabulary.classes if item.prefix and code.startswith(item.prefix)]
    if "class" not in data and found:
        whole["class"] = max(found, key=lambda item: len(item.prefix)).id
    written = data.get("facts", {})
    if isinstance(written, dict):
        whole["facts"] = {**derived_facts(code, vocabulary), **written}
    return Document(file=document.file, data=whole, lines=document.lines)


def repeated(document: Document, vocabulary: CatalogueFile) -> Iterator[Problem]:
    """Facts that are written although they follow from the digits, so that one of the two could go stale."""
    data = document.data
    code = data.get("code") if isinstance(data, dict) else None
    written = data.get("facts") if isinstance(data, dict) else None
    if not isinstance(code, str) or not isinstance(written, dict):
        return
    derived = derived_facts(code, vocabulary)
    for axis, value in written.items():
        if derived.get(axis) == value:
            message = f"expected only what does not follow from the digits; {shown(value)} does"
            yield document.problem(("facts", axis), message)


def derived_facts(code: str, vocabulary: CatalogueFile) -> dict[str, Value]:
    """Axis → value, for what the catalogue derives from the digits of `code`; later patterns win."""
    found: dict[str, Value] = {}
    for rule in vocabulary.derived:
        if fnmatchcase(code, rule.codes):
            found.update(rule.facts)
    return found


def _merged(common: dict[str, Value], own: Value) -> dict[str, Value]:
    """Mappings are merged; of anything else the class's own value wins."""
    merged = dict(common)
    for key, value in own.items() if isinstance(own, dict) else ():
        shared = common.get(key)
        merged[key] = (
            _merged(shared, value)
            if isinstance(shared, dict) and isinstance(value, dict)
            else value
        )
    return merged


def _lines(document: Document, prefix: str) -> dict[Location, int]:
    inside = (_CLASSES, prefix)
    common = {where: line for where, line in document.lines.items() if where[:1] != (_CLASSES,)}
    own = {where[2:]: line for where, line in document.lines.items() if where[:2] == inside}
    return common | own
