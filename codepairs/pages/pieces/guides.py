"""The ways from codes to the hand-written guides that tell more of them."""

from collections.abc import Sequence
from functools import partial

import jinja2
from markupsafe import Markup

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.language.phrases import Phrases
from codepairs.pages.handwritten import MarkdownPage
from codepairs.pages.pieces.base import Pieces


class GuidePieces(Pieces):
    """Links to the guides that name codes of one catalogue, in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        guides: Sequence[MarkdownPage],
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        named = ((guide, guide.codes_of(catalogue.id)) for guide in guides)
        # The fewer codes a guide is about, the more it says of each.
        self._guides = sorted(named, key=lambda one: len(one[1]))

    def of_code(self, code: CodeFile) -> list[Markup]:
        """A link to each guide that names the code, the same for all codes that it names."""
        return [
            self._once(("guide", guide.path), partial(self._link, guide))
            for guide, named in self._guides
            if code.code in named
        ]

    def _link(self, guide: MarkdownPage) -> Markup:
        text = self._phrases("guides.link", title=guide.name(self._language))
        return self._render("link", address=f"../../{guide.path}", text=text)
