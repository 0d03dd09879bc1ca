"""The theme's scripts as they are published: lighter, and with the words that they say in each language."""

import json
from collections.abc import Mapping
from typing import Final

import rjsmin  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES, Language

# What the scripts of every page say, and the phrases for it.
_WORDS: Final = {
    "theme": "site.theme",
    "keys": "keys.title",
    "note": "find.note",
    "section": "copy.section",
    "ticket": "ticket.title",
    "copied": "copy.done",
    "cite": "copy.cite",
    "plain": "copy.plain",
    "embed": "copy.embed",
}


def lighten(files: Files) -> None:
    """Let the theme's scripts be published without comments and blanks, a third of what a phone would load."""
    for file in files:
        if file.src_uri.endswith(".js"):
            file.content_string = rjsmin.jsmin(file.content_string, keep_bang_comments=True)


def add_words(files: Files, config: MkDocsConfig, spoken: Mapping[Language, Phrases]) -> None:
    """Let the script that every page runs first bring what scripts say in the language of the page."""
    script = files.src_uris["js/theme.js"]
    files.remove(script)
    for language in LANGUAGES:
        phrases = spoken[language]
        words = {name: phrases(key) for name, key in _WORDS.items()}
        said = f"globalThis.words={json.dumps(words, ensure_ascii=False)};"
        content = f"{said}\n{script.content_string}"
        files.append(File.generated(config, f"js/{language}.js", content=content))
