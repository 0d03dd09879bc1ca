"""The content as one typed whole: protocols with their catalogues, providers and situations."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.clients import ClientFile
from codepairs.content.schema.foreign import Foreign
from codepairs.content.schema.libraries import LibraryFile
from codepairs.content.schema.protocols import ProtocolFile
from codepairs.content.schema.providers import ProviderFile
from codepairs.content.schema.situations import SituationFile
from codepairs.content.schema.synonyms import SynonymFile
from codepairs.languages import Language


@dataclass(frozen=True, kw_only=True)
class Protocol:
    """What catalogues and providers belong to; nothing of one protocol shows on a page of another.

    `phrases` are the site's phrases with those that this protocol says in its own words.
    """

    vocabulary: ProtocolFile
    catalogues: tuple[Catalogue, ...]
    providers: tuple[ProviderFile, ...]
    situations: Mapping[str, SituationFile]
    phrases: Mapping[Language, Mapping[str, str]]
    libraries: tuple[LibraryFile, ...] = ()
    clients: tuple[ClientFile, ...] = ()

    @property
    def id(self) -> str:
        """The protocol's name in addresses: `smtp`."""
        return self.vocabulary.id

    @property
    def providers_place(self) -> str:
        """Where the pages about its providers stand."""
        return self.vocabulary.providers_path or f"{self.id}/providers"

    @cached_property
    def readings(self) -> Mapping[str, str]:
        """How Korean reads Latin words of this protocol."""
        of_codes = {
            code.code: code.reading
            for catalogue in self.catalogues
            for code in catalogue.codes
            if code.reading
        }
        return {**self.vocabulary.readings, **of_codes}


@dataclass(frozen=True, kw_only=True)
class Content:
    """Everything under `content/` that is data; protocols stand in their order."""

    protocols: tuple[Protocol, ...]
    synonyms: SynonymFile
    foreign: tuple[Foreign, ...]
    phrases: Mapping[Language, Mapping[str, str]]

    @cached_property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """The catalogues of all protocols."""
        return tuple(one for protocol in self.protocols for one in protocol.catalogues)

    @cached_property
    def providers(self) -> tuple[ProviderFile, ...]:
        """The providers of all protocols."""
        return tuple(one for protocol in self.protocols for one in protocol.providers)
