"""What turns templates into pages of one language: phrases, environment and frame, with templates kept once loaded."""

from pathlib import Path
from typing import Any

from codepairs.language.phrases import Phrases
from codepairs.pages import addresses, templating
from codepairs.pages.embedded import Embedded
from codepairs.pages.frame import Frame, Setting
from codepairs.pages.memo import Memo
from codepairs.pages.page import Page
from codepairs.pages.templating import Skeleton


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
        template = self._once(("embed",), lambda: self.environment.get_template("embed.html"))
        address = addresses.embed(addresses.in_language(self.phrases.language, page.path))
        return template.render(
            embedded=embedded,
            canonical=self.frame.canonical(page),
            root=addresses.to_root(address),
        )

    def skeleton(self, template: str, flags: tuple[tuple[str, Any], ...]) -> Skeleton:
        """The template with its logic decided by `flags`, for pages by the thousand."""
        return self._once(
            (template, flags), lambda: Skeleton(self.environment, template, **dict(flags))
        )
