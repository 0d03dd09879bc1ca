"""What clients do by themselves when a code comes."""

from collections.abc import Mapping, Sequence

import jinja2
from markupsafe import Markup, escape

from codepairs.content import clients
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.clients import Behaviour, ClientFile
from codepairs.content.schema.codes import CodeFile
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.pages.pieces.base import Pieces, filled, joined


class ClientPieces(Pieces):
    """The pieces about the clients of one catalogue in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        of_protocol: Sequence[ClientFile],
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._clients = of_protocol

    def of_code(self, code: CodeFile) -> Markup:
        """A row for each client of which it is told what it does for the code; empty if there is none."""
        row = self._skeleton("row_one")
        return joined(filled(row, name, does) for name, does in self._told_of(code).items())

    def compared(self, a: CodeFile, b: CodeFile) -> Markup:
        """A row for each client of which it is told what it does for both; equal cells become one.

        Where a pair is explained by hand, a client of which one is told stands there too, and beside it that the
        other is not known; on each of the many other pages that would be a row without an answer.
        """
        of_a, of_b = self._told_of(a), self._told_of(b)
        if (a.code, b.code) not in self._catalogue.insights:
            return joined(self._row(name, of_a[name], of_b[name]) for name in of_a if name in of_b)
        unknown = escape(self._phrases("facts.unknown"))
        names = (client.name[self._language] for client in self._clients)
        return joined(
            self._row(name, of_a.get(name, unknown), of_b.get(name, unknown))
            for name in names
            if name in of_a or name in of_b
        )

    def _row(self, name: str, a: Markup, b: Markup) -> Markup:
        if a == b:
            return filled(self._skeleton("row_same"), name, a)
        return filled(self._skeleton("row_different"), name, a, b)

    def _told_of(self, code: CodeFile) -> Mapping[str, Markup]:
        """What each client does for the code, by its name, for those of which anything is told."""
        return self._once(
            (code.code,),
            lambda: {
                client.name[self._language]: self._does(found)
                for client in self._clients
                if (found := clients.behaviours(client, code.code))
            },
        )

    def _does(self, behaviours: Sequence[Behaviour]) -> Markup:
        return self._render(
            "does",
            told=[
                {"text": markdown.to_inline_html(one.text(self._language)), "url": one.url}
                for one in behaviours
            ],
        )
