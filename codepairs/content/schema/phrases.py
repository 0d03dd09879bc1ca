"""The shape of the phrases of one language, `phrases/en.yml`."""

from collections.abc import Mapping

from pydantic import ConfigDict, RootModel

from codepairs.content.schema.values import Line


class PhraseFile(RootModel[Mapping[str, Line]]):
    """Sentence patterns and interface texts of one language: `phrases/en.yml`."""

    model_config = ConfigDict(frozen=True, strict=True)
