"""What turns templates into pages of one language: phrases, environment and frame, with templates kept once loaded."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from codepairs.language.phrases import Phrases
from codepairs.pages import addresses, templating
from codepairs.pages.embedded import Embedded, Outcome
from codepairs.pages.frame import Frame, Setting
from codepairs.pages.memo import Memo
from codepairs.pages.page import Page
from codepairs.pages.pieces.base import filled, joined
from codepairs.pages.templating import Skeleton, trusted


class Press(Memo):
    """Prints the pages of one protocol, or of none, in one language."""

    def __init__(
        self, templates: Path, phrases: Phrases, setting: Setting, **shared: object
    ) -> None:
        super().__init__()
        self.phrases = phrases
        self.environment = templating.environment(templates, phrases)
        self.environment.globals.update(shared)
        self.frame = Frame(phrases, self.environment, setting)

    def page(self, template: str, page: Page, **values: object) -> str:
        """A page made by `template`."""
        found = self._once((template,), lambda: self.environment.get_template(template))
        return found.render(**self.frame.around(page), **values)

    def embed(self, page: Page, embedded: Embedded) -> str:
        """The answer of a page in short, for a frame on other sites."""
        address = addresses.embed(addresses.in_language(self.phrases.language, page.path))
        flags = {
            "root": addresses.to_root(address),
            "has_next": bool(embedded.next),
        }
        slots = {
            "title": embedded.title,
            "answer": embedded.answer,
            "warnings": joined(map(self._warning, embedded.warnings)),
            "outcomes": joined(embedded.outcomes),
            "next": embedded.next,
            "canonical": self.frame.canonical(page),
        }
        return self.skeleton("embed.html", tuple(flags.items())).fill(slots)

    def _warning(self, text: str) -> Markup:
        return filled(self.skeleton("pieces/unknown.html", ()), text)

    def outcome(self, outcome: Outcome) -> Markup:
        """What one code, or one class of codes, comes to, for the answer of a page in short."""
        template = self._once(
            ("outcome",), lambda: self.environment.get_template("pieces/outcome.html")
        )
        return trusted(template.render(one=outcome))

    def skeleton(self, template: str, flags: tuple[tuple[str, Any], ...]) -> Skeleton:
        """The template with its logic decided by `flags`, for pages by the thousand."""
        return self._once(
            (template, flags), lambda: Skeleton(self.environment, template, **dict(flags))
        )
