"""What clients do by themselves when a code comes."""

from collections.abc import Sequence

import jinja2
from markupsafe import Markup, escape

from codepairs.content import clients
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import ClientFile, CodeFile
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
        return joined(
            filled(self._skeleton("row_one"), client.name, self._does(client, code))
            for client in clients.known_for(self._clients, code.code)
        )

    def compared(self, a: CodeFile, b: CodeFile) -> Markup:
        """A row for each client of which it is told what it does for both; equal cells become one."""
        return joined(
            self._row(client, a, b) for client in clients.known_for(self._clients, a.code, b.code)
        )

    def _row(self, client: ClientFile, a: CodeFile, b: CodeFile) -> Markup:
        of_a, of_b = self._does(client, a), self._does(client, b)
        if of_a == of_b:
            return filled(self._skeleton("row_same"), escape(client.name), of_a)
        return filled(self._skeleton("row_different"), escape(client.name), of_a, of_b)

    def _does(self, client: ClientFile, code: CodeFile) -> Markup:
        return self._once(
            ("does", client.id, code.code),
            lambda: self._render(
                "does",
                told=[
                    {"text": markdown.to_inline_html(one.text(self._language)), "url": one.url}
                    for one in clients.behaviours(client, code.code)
                ],
            ),
        )
