"""How good the reference is, in figures: counted from the content and from the record of what was measured.

The command `report` prints these tables, and the page "How this reference is checked" shows them.
"""

import datetime
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from codepairs.content.schema.codes import CodeFile
from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a heading; the first cell of a row names it."""

    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(content: Content, phrases: Phrases) -> Iterator[Table]:
    """Every table of the report, in the language of `phrases`."""
    yield _standings(content, phrases)
    yield _evidence(content, phrases)
    yield _replies(content, phrases)
    yield _offered(content, phrases)
    yield _checks(content, phrases)
    yield _languages(content, phrases)
    yield _shares(content, phrases)


def _standings(content: Content, phrases: Phrases) -> Table:
    language = phrases.language
    rows = []
    for catalogue in content.catalogues:
        counts = Counter(code.standing for code in catalogue.codes)
        rows += [
            (
                f"{catalogue.vocabulary.short[language]}: {standing.label[language]}",
                str(counts[id_]),
            )
            for id_, standing in catalogue.standings.items()
            if counts[id_]
        ]
    return _table("standings", rows, phrases)


def _evidence(content: Content, phrases: Phrases) -> Table:
    return _by_protocol("evidence", content, phrases, _counted_evidence)


def _counted_evidence(content: Content) -> dict[str, str]:
    codes = [code for catalogue in content.catalogues for code in catalogue.codes]
    sayings = [
        saying
        for catalogue in content.catalogues
        for said in catalogue.sayings.values()
        for saying in said
    ]
    replies = [reply for provider in content.providers for reply in provider.replies]
    inferred = sum(1 for reply in replies if reply.explained is None)
    counts = {
        "situations": sum(len(protocol.situations) for protocol in content.protocols),
        "uses": sum(1 for saying in sayings if saying.is_evidence),
        "sources": len({source.url for code in codes for source in code.sources}),
        "replies": len(replies),
        "inferred": inferred,
        "providers": len(content.providers),
        "insights": sum(len(catalogue.insights) for catalogue in content.catalogues),
        "disagreements": sum(len(code.disagreements) for code in codes),
    }
    return {key: f"{count:,}" for key, count in counts.items()}


# How the address of a source tells its kind; the first that fits.
_KINDS: Final = (
    ("issues", re.compile(r"github\.com/[^/]+/[^/]+/(?:issues|pull|discussions)/")),
    ("code", re.compile(r"github\.com/[^/]+/[^/]+/(?:blob|commit)/|gitlab|/src/")),
    (
        "documents",
        re.compile(
            r"learn\.microsoft|support\.google|postfix\.org|exim\.org|docs?\.|help\.|support\."
        ),
    ),
    ("pages", re.compile("")),
)


def _replies(content: Content, phrases: Phrases) -> Table:
    """Quoted replies by the kind of page on which they can be seen, and when they were last looked up there."""

    def counted(part: Content) -> dict[str, str]:
        replies = [reply for provider in part.providers for reply in provider.replies]
        kinds = Counter(
            next(name for name, pattern in _KINDS if pattern.search(reply.source))
            for reply in replies
        )
        days = sorted(reply.checked for reply in replies)
        ages = {
            "oldest": phrases.date(days[0]) if days else "",
            "median": phrases.date(days[len(days) // 2]) if days else "",
        }
        return {**{name: f"{kinds[name]:,}" for name, _ in _KINDS}, **ages}

    return _by_protocol("replies", content, phrases, counted)


def _offered(content: Content, phrases: Phrases) -> Table:
    """Comparisons offered to search engines, by reason."""
    reasons = {
        catalogue.offered_for(a, b) for catalogue in content.catalogues for a, b in catalogue.pairs
    }
    shown = [*(one for one in ("insight", "situation", "all") if one in reasons), None]

    def counted(part: Content) -> dict[str, str]:
        counts = Counter(
            catalogue.offered_for(a, b) for catalogue in part.catalogues for a, b in catalogue.pairs
        )
        return {reason or "none": f"{counts[reason]:,}" for reason in shown}

    return _by_protocol("offered", content, phrases, counted)


def _checks(content: Content, phrases: Phrases) -> Table:
    days = sorted(_days(content))
    rows = [
        (phrases("report.checks.count"), f"{len(days):,}"),
        (phrases("report.checks.oldest"), phrases.date(days[0])),
        (phrases("report.checks.median"), phrases.date(days[len(days) // 2])),
        (phrases("report.checks.newest"), phrases.date(days[-1])),
    ]
    return _table("checks", rows, phrases)


def _days(content: Content) -> Iterator[datetime.date]:
    """The day of every check of a source."""
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            yield from (source.checked for source in code.sources)
            yield from (use.checked for use in code.uses)
            for disagreement in code.disagreements:
                yield from (source.checked for source in disagreement.sources)
        for insight in catalogue.insights.values():
            yield from (source.checked for source in insight.sources)
    for provider in content.providers:
        yield from (reply.checked for reply in provider.replies)


def _languages(content: Content, phrases: Phrases) -> Table:
    texts = {language: list(_texts(content, language)) for language in LANGUAGES}
    hangul = sum(any("가" <= letter <= "힣" for letter in text) for text in texts["ko"])
    rows = [
        (phrases(f"report.languages.{language}"), f"{len(texts[language]):,}")
        for language in LANGUAGES
    ]
    rows.append((phrases("report.languages.hangul"), f"{hangul / len(texts['ko']):.1%}"))
    return _table("languages", rows, phrases)


def _texts(content: Content, language: Language) -> Iterator[str]:
    """Every text that a person wrote for a code, a pair or a reply."""
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            yield from _texts_of(code, language)
        for insight in catalogue.insights.values():
            yield insight.text(language).answer
            yield insight.text(language).text
    for protocol in content.protocols:
        for situation in protocol.situations.values():
            yield situation.gist[language]
            for outcome in situation.outcomes.values():
                yield from (outcome.next[language], *outcome.actions(language).values())
    for provider in content.providers:
        yield provider.about(language)
        for reply in provider.replies:
            yield reply.told(language).means
            yield reply.told(language).do


def _texts_of(code: CodeFile, language: Language) -> Iterator[str]:
    text = code.text(language)
    yield from (text.gist, text.next, text.meaning, text.use)
    yield from (*text.facts.values(), *text.when, *text.actions.values())
    yield from (text_of_use for use in code.uses if (text_of_use := use.text(language)))
    yield from (disagreement.text(language) for disagreement in code.disagreements)


def _shares(content: Content, phrases: Phrases) -> Table:
    rows = [
        (
            catalogue.vocabulary.short[phrases.language],
            phrases(f"language.{language}"),
            f"{len(catalogue.shares):,}",
            *_figures([shares[language] for shares in catalogue.shares.values()]),
        )
        for catalogue in content.catalogues
        if catalogue.shares
        for language in LANGUAGES
    ]
    names = ("catalogue", "language", "measured", "median", "p5", "lowest")
    return Table(
        id="shares",
        title=phrases("report.shares.title"),
        head=tuple(phrases(f"report.shares.{name}") for name in names),
        rows=tuple(rows),
    )


def _figures(shares: Sequence[int]) -> tuple[str, str, str]:
    """Median, 5th percentile and lowest share, in per cent."""
    found = (statistics.median_low(shares), percentile(shares, 0.05), min(shares))
    median, fifth, lowest = (f"{share:.0f}%" for share in found)
    return median, fifth, lowest


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the sorted values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _by_protocol(
    key: str, content: Content, phrases: Phrases, counted: Callable[[Content], Mapping[str, str]]
) -> Table:
    """What is counted of each protocol and, where there are several, of all."""
    parts = {
        protocol.vocabulary.name[phrases.language]: replace(content, protocols=(protocol,))
        for protocol in content.protocols
    }
    if len(parts) > 1:
        parts[phrases("report.all")] = content
    counts = [counted(part) for part in parts.values()]
    return Table(
        id=key,
        title=phrases(f"report.{key}.title"),
        head=(phrases("report.what"), *parts),
        rows=tuple(
            (phrases(f"report.{key}.{row}"), *(one[row] for one in counts)) for row in counts[0]
        ),
    )


def _table(key: str, rows: Sequence[tuple[str, str]], phrases: Phrases) -> Table:
    return Table(
        id=key,
        title=phrases(f"report.{key}.title"),
        head=(phrases("report.what"), phrases("report.number")),
        rows=tuple(rows),
    )
