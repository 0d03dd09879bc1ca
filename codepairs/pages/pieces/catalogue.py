"""All pieces of one catalogue in one language, which the pages of its codes and of their comparisons share."""

from collections.abc import Sequence

from codepairs.comparison.companions import Companions
from codepairs.content import notes
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.clients import ClientFile
from codepairs.content.schema.protocols import ProtocolFile
from codepairs.pages.handwritten import MarkdownPage
from codepairs.pages.pieces.advice import AdvicePieces
from codepairs.pages.pieces.clients import ClientPieces
from codepairs.pages.pieces.codes import CodePieces
from codepairs.pages.pieces.evidence import EvidencePieces, Providers
from codepairs.pages.pieces.guides import GuidePieces
from codepairs.pages.pieces.queue import QueuePieces
from codepairs.pages.pieces.sessions import SessionPieces
from codepairs.pages.pieces.situations import SituationPieces
from codepairs.pages.pieces.way import WayPieces
from codepairs.pages.press import Press


class CataloguePieces:
    """What makes the pieces of each kind."""

    def __init__(
        self,
        catalogue: Catalogue,
        press: Press,
        companions: Sequence[Companions],
        providers: Providers,
        *,
        protocol: ProtocolFile,
        clients: Sequence[ClientFile],
        guides: Sequence[MarkdownPage],
    ) -> None:
        of = catalogue, press.phrases, press.environment
        noted = notes.in_words(protocol.notes, press.phrases.language)
        self.codes = CodePieces(*of)
        self.sessions = SessionPieces(*of, noted, providers)
        self.evidence = EvidencePieces(*of, companions, providers)
        self.clients = ClientPieces(*of, clients)
        self.guides = GuidePieces(*of, guides)
        self.situations = SituationPieces(*of, providers, up="../../")
        self.advice = AdvicePieces(*of, self.codes, self.situations)
        self.ways = WayPieces(*of, protocol.way)
        self.queue = QueuePieces(*of, protocol.queue)
