"""The comparisons of a built site as a reader finds them: their sections, tables, sessions, and what phrases say."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from codepairs.content import notes
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES, Language

_SECTION = re.compile(r'<section[^>]*>(?=.*?<h2 id="([a-z-]+)">)(.*?)</section>', re.DOTALL)
_ROW = re.compile(r'<tr(?: class="(same)")?><th>(.*?)(<td.*?)(?=<tr|</table>)')
_CELL = re.compile(r"<td[^>]*>(.*?)(?=<td|$)")
_COLUMN = re.compile(r'<th><span class="n">.*?</span> <small>(.*?)</small>')
_DIFFERENCE = re.compile(r"<li><h3[^>]*>(.*?)</h3><p>(.*?)</p>")
_PRE = re.compile(r"<pre[^>]*>(.*?)</pre>", re.DOTALL)
_LINE = re.compile(r"<(b|span)[^>]*>(C|S): (.*?)</\1>")
_TAG = re.compile(r"<[^>]+>")
# Between a word and what follows it in a Korean sentence.
_PARTICLE: Final = r"(?:은|는|이|가|을|를|과|와|으로|로)?"


def plain(text: str) -> str:
    """The text of some HTML."""
    return html.unescape(_TAG.sub("", text)).strip()


@dataclass(frozen=True)
class Comparison:
    """A comparison as a reader finds it; `said` finds what fills a phrase of the site on it."""

    address: str
    language: Language
    catalogue: Catalogue
    a: CodeFile
    b: CodeFile
    text: str
    patterns: Mapping[str, re.Pattern[str]]
    phrases: Mapping[str, str]
    situations: Mapping[str, str]  # name → id
    notes: Mapping[str, str]  # note in a sample line, in this language → as the content has it

    @property
    def sides(self) -> tuple[CodeFile, CodeFile]:
        return self.a, self.b

    @cached_property
    def sections(self) -> Mapping[str, str]:
        return dict(_SECTION.findall(self.text))

    @cached_property
    def differences(self) -> list[tuple[str, str]]:
        return [
            (plain(title), plain(text))
            for title, text in _DIFFERENCE.findall(self.section("differences"))
        ]

    @cached_property
    def rows(self) -> list[tuple[str, bool, list[str]]]:
        """Label, whether both share one cell, and the cells, for each row of the table of facts."""
        return [
            (
                plain(label),
                kind == "same",
                [plain(cell).removeprefix("= ") for cell in _CELL.findall(cells)],
            )
            for kind, label, cells in _ROW.findall(self.section("facts"))
        ]

    @cached_property
    def columns(self) -> tuple[str | None, str | None]:
        """The situations that head the columns of the table of facts."""
        one, other = (html.unescape(name) for name in _COLUMN.findall(self.section("facts")))
        return self.situations.get(one), self.situations.get(other)

    @cached_property
    def answers(self) -> tuple[dict[str, str | None], dict[str, str | None]]:
        """Axis → answer, of either code in the situation of its column."""
        one, other = (
            dict(
                zip(
                    self.catalogue.axis_ids,
                    self.catalogue.facts_in(code, situation),
                    strict=True,
                )
            )
            for code, situation in zip(self.sides, self.columns, strict=True)
        )
        return one, other

    def section(self, name: str) -> str:
        return self.sections.get(name, "")

    def said(self, phrase: str, section: str) -> Iterator[dict[str, str]]:
        """The words that fill a phrase wherever a section says it."""
        text = plain(self.section(section)) if section != "answer" else plain(self.verdict)
        # Most pages do not say it, and that its end is missing is found sooner than what might fill its places.
        if self.phrases[phrase].rpartition("}")[2] in text:
            for found in self.patterns[phrase].finditer(text):
                yield found.groupdict()

    @property
    def verdict(self) -> str:
        return self.text.partition('<div class="answer">')[2].partition("</div>")[0]

    @cached_property
    def sessions(self) -> list[list[tuple[str, str, bool]]]:
        """Speaker, text and whether it is the line in question, for each line of each session."""
        return [
            [
                (speaker, notes.told(html.unescape(line), self.notes), tag == "b")
                for tag, speaker, line in _LINE.findall(block)
            ]
            for block in _PRE.findall(self.section("sessions"))
        ]

    @property
    def has_two_endings(self) -> bool:
        return f">{self.phrases['sessions.title']}<" in self.section("sessions")

    def replies(self) -> Iterator[tuple[CodeFile, str, str | None, list[str]]]:
        """Each reply in question: its code, its text, the client's last line, and everything said before."""
        lead = self.sessions[0] if self.has_two_endings else []
        blocks = self.sessions[1:] if self.has_two_endings else self.sessions
        number = 0
        for position, block in enumerate(blocks):
            # What a library makes by itself is no line of the other side.
            number = max(number, position)
            before = list(lead)
            for speaker, line, is_asked in block:
                if is_asked:
                    code = self._shown(line, number)
                    number += 1
                    clients = [text for who, text, _ in before if who == "C"]
                    spoken = [text for _, text, _ in before]
                    yield code, line, clients[-1] if clients else None, spoken
                before.append((speaker, line, is_asked))

    def _shown(self, line: str, number: int) -> CodeFile:
        words = line.replace("-", " ").split()
        return next((code for code in self.sides if code.code in words), self.sides[number])


def filled_pattern(phrase: str) -> re.Pattern[str]:
    """What a phrase looks like once it is filled."""
    found, named = "", set[str]()
    for number, part in enumerate(re.split(r"\{(\w+)(?:\|[^}]+)?\}", phrase)):
        if number % 2 == 0:
            found += re.escape(part)
        elif part in named:
            found += f"(?P={part}){_PARTICLE}"
        else:
            found += rf"(?P<{part}>(?:(?!\. ).)+?){_PARTICLE}"
            named.add(part)
    return re.compile(found)


def comparisons(site: Path, content: Content, phrases_asked: Iterable[str]) -> Iterator[Comparison]:
    """Every comparison of the site in both languages; `said` knows the phrases that are asked for."""
    for protocol in content.protocols:
        for language in LANGUAGES:
            phrases = protocol.phrases[language]
            patterns = {key: filled_pattern(phrases[key]) for key in phrases_asked}
            names = {one.name[language]: one.id for one in protocol.situations.values()}
            as_written = {note[language]: note.en for note in protocol.vocabulary.notes}
            for catalogue in protocol.catalogues:
                for a, b in catalogue.pairs:
                    address = f"{language}/{catalogue.id}/{a.code}-vs-{b.code}/"
                    yield Comparison(
                        address=address,
                        language=language,
                        catalogue=catalogue,
                        a=a,
                        b=b,
                        text=(site / address / "index.html").read_text(encoding="utf-8"),
                        patterns=patterns,
                        phrases=phrases,
                        situations=names,
                        notes=as_written,
                    )
