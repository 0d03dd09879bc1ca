"""The shape of `synonyms.yml`, by which the search finds pages by other words."""

from codepairs.content.schema.base import ContentModel
from codepairs.content.schema.values import Line
from codepairs.languages import Language


class SynonymFile(ContentModel):
    """Words that readers use for the same thing, per language: `synonyms.yml`."""

    en: list[list[Line]]
    ko: list[list[Line]]

    def groups(self, language: Language) -> list[list[str]]:
        """The groups of one language."""
        return self.en if language == "en" else self.ko
