"""The pages about numbers that are codes of several protocols: which one is meant, and what each says."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.base import Source
from codepairs.content.schema.codes import CodeFile
from codepairs.content.whole import Protocol
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages import addresses, titles, verdicts
from codepairs.pages.page import Head, Page, PageKind
from codepairs.pages.press import Press

# So many situations of a code are named, the most frequent first.
_MOST_SITUATIONS: Final = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """A number as a code of one protocol."""

    protocol: Protocol
    catalogue: Catalogue
    code: CodeFile

    @property
    def line(self) -> str:
        """A line that shows the code, as one of the protocol's texts has it; empty where none is known."""
        own = self.code.lines
        lines = own.get("any") or next(iter(own.values()), [])
        return next((line for line in lines if self.code.code in line), "")


def shared(protocols: Sequence[Protocol]) -> dict[str, list[Meaning]]:
    """The numbers that are codes of several protocols, with what each is there, in order."""
    found: dict[str, dict[str, Meaning]] = {}
    for protocol in protocols:
        for catalogue in protocol.catalogues:
            for code in catalogue.codes:
                if code.code.isdigit():
                    meaning = Meaning(protocol, catalogue, code)
                    found.setdefault(code.code, {}).setdefault(protocol.id, meaning)
    return {
        number: list(meanings.values())
        for number, meanings in sorted(found.items())
        if len(meanings) > 1
    }


class NumberPages:
    """The list of numbers that several protocols have, and a page for each; nothing where there are none."""

    def __init__(
        self,
        numbers: Mapping[str, Sequence[Meaning]],
        presses: Mapping[Language, Press],
        own_phrases: Mapping[str, Mapping[Language, Phrases]],
        home: Page,
    ) -> None:
        self.numbers = numbers
        self.presses = presses
        self.own_phrases = own_phrases
        self.index = NumbersPage(self, home)

    def pages(self) -> Iterator[Page]:
        """The list, then each number."""
        if self.numbers:
            yield self.index
            for number in self.numbers:
                yield NumberPage(self, number)

    def names(self, meanings: Sequence[Meaning], language: Language) -> str:
        """The protocols of a number, as running text has them."""
        phrases = self.presses[language].phrases
        return phrases.list([one.protocol.vocabulary.name[language] for one in meanings])

    def modified(self, number: str) -> datetime.date:
        """The day the content of a number's page last changed."""
        return max(meaning.code.updated for meaning in self.numbers[number])


@dataclass(frozen=True, slots=True)
class NumbersPage(Page):
    """The list of the numbers that several protocols have."""

    of: NumberPages
    home: Page

    @property
    def kind(self) -> PageKind:
        return "website"

    @property
    def path(self) -> str:
        return addresses.NUMBERS

    @property
    def parent(self) -> Page:
        return self.home

    @property
    def modified(self) -> datetime.date:
        return max(self.of.modified(number) for number in self.of.numbers)

    def name(self, language: Language) -> str:
        return self.of.presses[language].phrases("numbers.title")

    def head(self, language: Language) -> Head:
        phrases = self.of.presses[language].phrases
        every = {one.protocol.id: one for found in self.of.numbers.values() for one in found}
        names = self.of.names(list(every.values()), language)
        return Head(
            title=phrases("numbers.title"),
            description=phrases("numbers.description", protocols=names),
        )

    def text(self, language: Language) -> str:
        numbers = [
            {
                "number": number,
                "meanings": [
                    {
                        "protocol": one.protocol.vocabulary.name[language],
                        "name": one.code.name[language],
                    }
                    for one in meanings
                ],
            }
            for number, meanings in self.of.numbers.items()
        ]
        return self.of.presses[language].page("numbers.html", self, numbers=numbers)


@dataclass(frozen=True, slots=True)
class NumberPage(Page):
    """One number: what it is in each protocol, and whether that is the same."""

    of: NumberPages
    number: str

    @property
    def path(self) -> str:
        return addresses.number(self.number)

    @property
    def parent(self) -> Page:
        return self.of.index

    @property
    def modified(self) -> datetime.date:
        return self.of.modified(self.number)

    @property
    def meanings(self) -> Sequence[Meaning]:
        """What the number is in each protocol."""
        return self.of.numbers[self.number]

    def name(self, language: Language) -> str:  # noqa: ARG002 - a number is the same in each
        return self.number

    def head(self, language: Language) -> Head:
        phrases = self.of.presses[language].phrases
        code, protocols = self.number, self.of.names(self.meanings, language)
        names = phrases.list([one.code.name[language] for one in self.meanings])
        possible = [
            phrases("number.title", code=code, protocols=protocols, names=names),
            phrases("number.title_short", code=code, protocols=protocols),
        ]
        return Head(
            title=titles.fitting(possible, language),
            description=phrases("number.description", code=code, protocols=protocols, names=names),
            files=[_file_of(one) for one in self.meanings],
        )

    def text(self, language: Language) -> str:
        phrases = self.of.presses[language].phrases
        code, protocols = self.number, self.of.names(self.meanings, language)
        return self.of.presses[language].page(
            "number.html",
            self,
            h1=phrases("number.h1", code=code),
            lead=phrases("number.lead", code=code, protocols=protocols),
            meanings=[self._shown(one, language) for one in self.meanings],
            comparisons=[
                {
                    "question": phrases("number.same", code=code, **_names(a, b, language)),
                    "sentences": list(told_apart(a, b, phrases)),
                }
                for a, b in combinations(self.meanings, 2)
            ],
        )

    def _shown(self, meaning: Meaning, language: Language) -> dict[str, object]:
        catalogue, code = meaning.catalogue, meaning.code
        phrases = self.of.own_phrases[meaning.protocol.id][language]
        told = zip(
            verdicts.questions(catalogue, language),
            verdicts.alone(catalogue, code, phrases),
            strict=True,
        )
        return {
            "id": meaning.protocol.id,
            "title": f"{catalogue.vocabulary.short[language]} {code.code} {code.name[language]}",
            "address": addresses.code(catalogue.id, code.code),
            "gist": phrases("code.gist", code=code.code, gist=code.text(language).gist),
            "verdict": [{"label": label, "value": value} for label, value in told],
            "line": meaning.line,
            "situations": [
                {
                    "name": catalogue.situations[one].name[language],
                    "address": addresses.situation(meaning.protocol.id, one),
                }
                for one in catalogue.situations_of[code.code][:_MOST_SITUATIONS]
            ],
        }


def _file_of(meaning: Meaning) -> str:
    catalogue, code = meaning.catalogue, meaning.code.code
    return f"{catalogue.folder}/codes/{catalogue.files.get(code, code)}.yml"


def _defining(meaning: Meaning) -> Sequence[Source]:
    return meaning.catalogue.course.defined_by(meaning.code)


def _names(a: Meaning, b: Meaning, language: Language) -> dict[str, str]:
    return {key: one.protocol.vocabulary.name[language] for key, one in (("a", a), ("b", b))}


def told_apart(a: Meaning, b: Meaning, phrases: Phrases) -> Iterator[str]:
    """What tells two meanings of a number apart, and what they have in common: each sentence only where it holds."""
    names = _names(a, b, phrases.language)
    # What a product made up has no document that defines it.
    sources, others = ([one.title for one in _defining(meaning)] for meaning in (a, b))
    is_defined = all(one.section for meaning in (a, b) for one in _defining(meaning))
    is_apart = set(sources).isdisjoint(others)
    if is_apart and a.code.name["en"].casefold() != b.code.name["en"].casefold():
        yield phrases(
            "number.different",
            **names,
            name_a=a.code.name[phrases.language],
            name_b=b.code.name[phrases.language],
        )
    if is_apart and is_defined:
        yield phrases("number.sources", **names, source_a=sources[0], source_b=others[0])
    classes = [one.catalogue.classes[one.code.class_] for one in (a, b)]
    for one, class_ in zip((a, b), classes, strict=True):
        yield phrases(
            "number.class",
            protocol=one.protocol.vocabulary.name[phrases.language],
            label=class_.label[phrases.language],
            meaning=class_.meaning[phrases.language],
        )
    if {class_.outcome for class_ in classes} == {"failure"}:
        yield phrases("number.both_fail")
