"""Tests that content/README.md, from which people write files, names every field there is."""

import re
from pathlib import Path
from typing import Final

import pytest
from pydantic import BaseModel

from codepairs.content import schema

README: Final = Path(__file__).resolve().parents[3] / "content/README.md"

# Each model, with the section that explains it, and the row of a table where one row explains all of it.
EXPLAINED: Final[tuple[tuple[type[BaseModel], str, str], ...]] = (
    (schema.SituationFile, "A situation", ""),
    (schema.Outcome, "A situation", ""),
    (schema.Confusion, "A situation", "confused"),
    (schema.ProviderFile, "A provider and its replies", ""),
    (schema.Reply, "A provider and its replies", ""),
    (schema.ReplyText, "A provider and its replies", "en"),
    (schema.RecordForm, "A provider and its replies", "records"),
    (schema.ClientFile, "A client", ""),
    (schema.Behaviour, "A client", "does"),
    (schema.LibraryFile, "A library", ""),
    (schema.LibraryError, "A library", ""),
    (schema.CodeFile, "A code", ""),
    (schema.Use, "A code", ""),
    (schema.CodeText, "A code", ""),
    (schema.Disagreement, "A code", "disagreements"),
    (schema.PairFile, "An insight", ""),
    (schema.PairText, "An insight", "en"),
    (schema.ProtocolFile, "A protocol", ""),
    (schema.Vocabulary, "A protocol", "vocabularies"),
    (schema.Way, "A protocol", "way"),
    (schema.Station, "A protocol", "way"),
    (schema.Stop, "A protocol", "way"),
    (schema.Queue, "A protocol", "queue"),
    (schema.Schedule, "A protocol", "queue"),
    (schema.CatalogueFile, "A catalogue", ""),
    (schema.CompanionLink, "A catalogue", "companions"),
    (schema.CodeClass, "A catalogue", "classes"),
    (schema.Standing, "A catalogue", "standings"),
    (schema.Role, "A catalogue", "roles"),
    (schema.Stage, "A catalogue", "stages"),
    (schema.StandardRef, "A catalogue", "stages_source"),
    (schema.Axis, "A catalogue", ""),
    (schema.AxisValue, "A catalogue", "values"),
    (schema.Derived, "A catalogue", "derived"),
)


def words_of(section: str, row: str) -> set[str]:
    """The words in code spans of a section, or of those of its rows that begin with `row`."""
    whole = re.sub(r"```.*?```", "", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    sections = {part.partition("\n")[0]: part for part in whole.split("\n## ")}
    lines = sections[section].split("\n")
    if row:
        lines = [line for line in lines if re.match(rf"\| [^|]*`{row}`", line)]
    return set(re.findall(r"\w+", " ".join(re.findall("`[^`]+`", "\n".join(lines)))))


@pytest.mark.parametrize(
    ("model", "section", "row"), EXPLAINED, ids=[model.__name__ for model, *_ in EXPLAINED]
)
def test_readme_names_every_field(model: type[BaseModel], section: str, row: str) -> None:
    fields = {field.alias or name for name, field in model.model_fields.items()}
    in_both_languages = {"en", "ko"}  # said once, under "Rules for every file"
    assert fields - in_both_languages - words_of(section, row) == set()
