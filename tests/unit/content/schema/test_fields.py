"""Tests that content/README.md, from which people write files, names every field there is."""

import re
from typing import Final

import pytest
from pydantic import BaseModel

from codepairs.content.schema.catalogues import (
    Axis,
    AxisValue,
    CatalogueFile,
    CodeClass,
    CompanionLink,
    Derived,
    Role,
    Stage,
    StandardRef,
    Standing,
)
from codepairs.content.schema.clients import Behaviour, ClientFile
from codepairs.content.schema.codes import CodeFile, CodeText, Disagreement, Use
from codepairs.content.schema.libraries import LibraryError, LibraryFile
from codepairs.content.schema.pairs import PairFile, PairText
from codepairs.content.schema.protocols import (
    ProtocolFile,
    Queue,
    Schedule,
    Station,
    Stop,
    Vocabulary,
    Way,
)
from codepairs.content.schema.providers import ProviderFile, RecordForm, Reply, ReplyText
from codepairs.content.schema.situations import Confusion, Outcome, SituationFile
from tests.conftest import ROOT

README: Final = ROOT / "content/README.md"

# Each model, with the section that explains it, and the row of a table where one row explains all of it.
EXPLAINED: Final[tuple[tuple[type[BaseModel], str, str], ...]] = (
    (SituationFile, "A situation", ""),
    (Outcome, "A situation", ""),
    (Confusion, "A situation", "confused"),
    (ProviderFile, "A provider and its replies", ""),
    (Reply, "A provider and its replies", ""),
    (ReplyText, "A provider and its replies", "en"),
    (RecordForm, "A provider and its replies", "records"),
    (ClientFile, "A client", ""),
    (Behaviour, "A client", "does"),
    (LibraryFile, "A library", ""),
    (LibraryError, "A library", ""),
    (CodeFile, "A code", ""),
    (Use, "A code", ""),
    (CodeText, "A code", ""),
    (Disagreement, "A code", "disagreements"),
    (PairFile, "An insight", ""),
    (PairText, "An insight", "en"),
    (ProtocolFile, "A protocol", ""),
    (Vocabulary, "A protocol", "vocabularies"),
    (Way, "A protocol", "way"),
    (Station, "A protocol", "way"),
    (Stop, "A protocol", "way"),
    (Queue, "A protocol", "queue"),
    (Schedule, "A protocol", "queue"),
    (CatalogueFile, "A catalogue", ""),
    (CompanionLink, "A catalogue", "companions"),
    (CodeClass, "A catalogue", "classes"),
    (Standing, "A catalogue", "standings"),
    (Role, "A catalogue", "roles"),
    (Stage, "A catalogue", "stages"),
    (StandardRef, "A catalogue", "stages_source"),
    (Axis, "A catalogue", ""),
    (AxisValue, "A catalogue", "values"),
    (Derived, "A catalogue", "derived"),
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
