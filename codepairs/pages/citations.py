"""How documents and their sections are called, in one language."""

from collections.abc import Iterable

from markupsafe import Markup

from codepairs.content.schema.base import Source
from codepairs.language.phrases import Phrases
from codepairs.languages import DEFAULT_LANGUAGE


def section_name(phrases: Phrases, section: str) -> str:
    """A section by its number, or by its heading where it has none."""
    has_number = section[0].isdigit()
    return phrases("stages.section" if has_number else "stages.section_named", section=section)


def named(phrases: Phrases, title: str, section: str | None) -> str:
    """A document and its section, as a sentence names them."""
    return f"{title} {section_name(phrases, section)}" if section else title


def citation(phrases: Phrases, source: Source, classes: str = "") -> Markup:
    """A link to a document and its section; a bare title is English in every language."""
    is_english = phrases.language != DEFAULT_LANGUAGE and not source.section
    return Markup("<a{}{}{}>{}</a>").format(
        Markup(' class="{}"').format(classes) if classes else "",
        Markup(' href="{}"').format(source.url),
        Markup(' lang="en"') if is_english else "",
        named(phrases, source.title, source.section),
    )


def cited(phrases: Phrases, references: Iterable[tuple[str, str | None]]) -> str:
    """Documents and their sections as a list: each document once, its sections in their order."""
    sections: dict[str, list[str]] = {}
    for title, section in references:
        of_title = sections.setdefault(title, [])
        if section and section not in of_title:
            of_title.append(section)
    return phrases.list(
        [
            f"{title} {phrases.list([section_name(phrases, one) for one in sorted(own, key=_order)])}"
            if own
            else title
            for title, own in sections.items()
        ]
    )


def _order(section: str) -> tuple[tuple[bool, int, str], ...]:
    """The place of a section: §4.10 after §4.9, headings after numbers."""
    return tuple(
        (not part.isdigit(), int(part) if part.isdigit() else 0, part)
        for part in section.split(".")
    )
