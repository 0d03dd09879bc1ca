"""JSON Schemas with which editors complete and check the content's files."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from codepairs.content.schema.catalogues import CatalogueFile
from codepairs.content.schema.clients import ClientFile
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.foreign import ForeignFile
from codepairs.content.schema.libraries import LibraryFile
from codepairs.content.schema.pairs import PairFile
from codepairs.content.schema.phrases import PhraseFile
from codepairs.content.schema.protocols import ProtocolFile
from codepairs.content.schema.providers import ProviderFile
from codepairs.content.schema.situations import SituationFile
from codepairs.content.schema.synonyms import SynonymFile

_MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "protocol": ProtocolFile,
    "catalogue": CatalogueFile,
    "code": CodeFile,
    "pair": PairFile,
    "provider": ProviderFile,
    "situation": SituationFile,
    "library": LibraryFile,
    "client": ClientFile,
    "phrases": PhraseFile,
    "synonyms": SynonymFile,
    "foreign": ForeignFile,
}


def json_schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and JSON Schema of each kind of content file."""
    for name, model in _MODELS.items():
        yield name, model.model_json_schema(by_alias=True)
