"""Putting a document into its model, and saying what does not fit in words of our own."""

import datetime
import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from codepairs.content.schema.values import PATTERNS
from codepairs.content.yamlfile import Document, Location
from codepairs.problems import ContentError, Problem, shown

Model = TypeVar("Model", bound=BaseModel)


def parse(model: type[Model], document: Document) -> Model:
    """The document as `model`.

    Raises `ContentError` with one problem for every place that does not fit.
    """
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        problems = [_problem(model, document, item) for item in _without_branches(error.errors())]
        raise ContentError(problems) from None


# A vocabulary of codes can be too long for a line that a person reads.
_MOST_NAMED: Final = 40


def one_of(found: str, expected: list[str]) -> tuple[str, str]:
    """Message and hint for a word that is not in a vocabulary."""
    close = difflib.get_close_matches(found, expected, n=1)
    if not expected:
        return f"expected no name here, since none is defined; got {shown(found)}", ""
    known = ", ".join(expected[:_MOST_NAMED])
    if len(expected) > _MOST_NAMED:
        known = f"{len(expected)} known names"
    message = f"expected one of {known}; got {shown(found)}"
    return message, f"did you mean {close[0]!r}?" if close else ""


# What pydantic's kinds of error expect, in our words. Anything else keeps pydantic's own message.
_EXPECTED: Final = {
    "string_type": "text",
    "date_type": "a date such as 2026-11-24",
    "list_type": "a list",
    "mapping_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list of two codes",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "string_too_short": "text",
}


def _problem(model: type[BaseModel], document: Document, error: Mapping[str, Any]) -> Problem:
    location = _written(document, error["loc"])
    kind, found, context = error["type"], error["input"], error.get("ctx", {})
    hint = ""
    if kind == "missing":
        names = _field_names(model, location)
        before = [(*location[:-1], name) for name in names[: names.index(str(location[-1]))]]
        return document.problem(location, "expected a value; found nothing", near=before)
    if kind == "extra_forbidden":
        names = _field_names(model, location)
        message, hint = one_of(str(location[-1]), names) if names else (error["msg"], "")
    elif kind in _EXPECTED:
        message = f"expected {_EXPECTED[kind]}; found {shown(found)}"
        if kind == "string_type" and isinstance(found, int | float | datetime.date):
            hint = "put it in quotes"
    elif kind == "string_pattern_mismatch":
        message = f"expected {PATTERNS[context['pattern']]}; found {shown(found)}"
    elif kind == "literal_error":
        is_choice = str(error["loc"][-1]).startswith("literal[")
        message = f"expected {context['expected']}{' or a list' if is_choice else ''}; found {shown(found)}"
    else:
        message = f"{error['msg'].lower()}; found {shown(found)}"
    return document.problem(location, message, hint)


def _without_branches(errors: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """pydantic reports every branch of a choice; only those of the branch that the writer meant help.

    The one choice there is: a word such as `any`, or a list.
    """
    for error in errors:
        branch = str(error["loc"][-1]) if error["loc"] else ""  # empty for the whole file
        if branch.startswith("literal[") and isinstance(error["input"], list):
            continue
        if branch.startswith("list["):
            continue
        yield error


def _written(document: Document, location: Location) -> Location:
    """The steps that the writer took: no branch of a choice, and no place in a list where one line was written."""
    found: list[str | int] = []
    data: object = document.data
    for step in filter(_is_written, location):
        if isinstance(step, int) and not isinstance(data, list):
            continue
        found.append(step)
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return tuple(found)


def _is_written(step: str | int) -> bool:
    """pydantic names the branch of a union in its path; a reader of the file never wrote that."""
    return isinstance(step, int) or not (step.startswith(("literal[", "list[")) or step == "[key]")


def _field_names(model: type[BaseModel], location: Location) -> list[str]:
    """The fields of the model in which the last step of `location` was written."""
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    root = schema
    for step in location[:-1]:
        schema = _resolved(root, schema)
        schema = schema.get("items", {}) if isinstance(step, int) else _at(schema, step)
    return list(_resolved(root, schema).get("properties", {}))


def _at(schema: Mapping[str, Any], name: str) -> dict[str, Any]:
    """What stands at a name: that of a field, or a word that the writer chooses, which is bound to a pattern."""
    fields: dict[str, dict[str, Any]] = schema.get("properties", {})
    chosen: dict[str, dict[str, Any]] = schema.get("patternProperties", {})
    return fields[name] if name in fields else next(iter(chosen.values()), {})


def _resolved(root: Mapping[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref")
    if reference is None and "anyOf" in schema:
        reference = next((option.get("$ref") for option in schema["anyOf"]), None)
    found: dict[str, Any] = root["$defs"][reference.rsplit("/", 1)[1]] if reference else schema
    return found
