"""Pieces that show what a page rests on: real replies, sources, and who reads a code in another way."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import jinja2
from markupsafe import Markup, escape

from codepairs.comparison.companions import Companions
from codepairs.comparison.compare import Comparison
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile, ProviderFile, Source
from codepairs.content.uses import Answer
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.pages.pieces.base import Pieces, filled, joined


@dataclass(frozen=True, kw_only=True)
class Providers:
    """The providers of a protocol by id, and the place at which their pages stand."""

    place: str
    by_id: Mapping[str, ProviderFile]


# A comparison shows a reply that is quickly read: so many characters at most, where there is one.
_QUICK: Final = 160


class EvidencePieces(Pieces):
    """The pieces of evidence of one catalogue in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        companions: Sequence[Companions],
        providers: Providers,
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._companions = companions
        self._providers = providers

    def companions(self, codes: Sequence[str], of: Companions) -> Markup:
        """Codes of a catalogue that this one is linked to, each linked to its page where it has one."""
        catalogue = of.link.catalogue
        return joined(
            (
                self._once(
                    ("companion", catalogue, code),
                    lambda code=code: self._render(  # type: ignore[misc]  # called at once
                        "companion",
                        code=code,
                        address=f"../../{catalogue}/{code}/" if code in of.known else None,
                    ),
                )
                for code in codes
            ),
            " ",
        )

    def companion_rows(self, a: CodeFile, b: CodeFile) -> Iterator[tuple[str, Markup, Markup]]:
        """For each linked catalogue whose codes come with either: how the row is headed, and its cells."""
        for of in self._companions:
            named = [
                code.companions.get(of.link.catalogue) or of.of_code.get(code.code, ())
                for code in (a, b)
            ]
            if any(named):
                cell_a, cell_b = (
                    self._once(
                        ("companions", of.link.catalogue, *codes),
                        partial(self.companions, codes, of),
                    )
                    if codes
                    else self._without_companions(code, of)
                    for code, codes in zip((a, b), named, strict=True)
                )
                yield of.link.row[self._language], cell_a, cell_b

    def _without_companions(self, code: CodeFile, of: Companions) -> Markup:
        """That none is known is not that none comes, unless the other catalogue has no such class."""
        key = "facts.unknown" if of.may_come_with(code.code) else "facts.none"
        return escape(self._phrases(key))

    def all_companions(self, code: CodeFile) -> Iterator[dict[str, str]]:
        """Every code of each linked catalogue that comes with this one, and how the list is headed."""
        for of in self._companions:
            found = of.of_code.get(code.code, ())
            named = code.companions.get(of.link.catalogue, ())
            without_page = [one for one in named if one not in found]
            if found or without_page:
                shown = self.companions([*found, *without_page], of)
                yield {"label": of.link.label[self._language], "codes": shown}

    def reply(self, code: CodeFile, answer: Answer, *, whole: bool = False) -> Markup:
        """A real server's answer; the `whole` of it also says what it means there and what to do."""
        return self._once(
            ("reply", code.code, answer.provider.id, answer.reply.id, whole),
            lambda: self._render(
                "reply",
                code=code,
                reply=answer.reply,
                provider=answer.provider,
                provider_name=answer.provider.name[self._language],
                place=self._providers.place,
                means=markdown.to_inline_html(answer.reply.told(self._language).means),
                do=markdown.to_inline_html(answer.reply.told(self._language).do),
                whole=whole,
                tone=self._tone(code),
                checked=answer.reply.checked.isoformat(),
            ),
        )

    def answers(self, code: CodeFile) -> Iterator[tuple[str | None, list[Markup]]]:
        """Every real reply with the code, by situation; None for replies whose situation nobody has named."""
        found: dict[str | None, list[Markup]] = {
            situation: [] for situation in self._catalogue.situations_of[code.code]
        }
        for answer in self._catalogue.answers.get(code.code, ()):
            found.setdefault(answer.reply.situation, []).append(self.reply(code, answer))
        return ((situation, replies) for situation, replies in found.items() if replies)

    def replies(self, comparison: Comparison) -> Markup:
        """One short real reply of each code that stands for what is compared, of one provider where one sends both.

        Texts that show the code come first, and a page is held against a page and a log line against a log line.
        """
        codes = (comparison.a, comparison.b)
        of_a = self.by_provider(comparison.a, comparison.situation_a)
        of_b = self.by_provider(comparison.b, comparison.situation_b)
        both = [
            (one, other)
            for (provider, _), one in of_a.items()
            for (of, _), other in of_b.items()
            if provider == of
        ]
        chosen: tuple[Answer | None, ...] = (
            min(both, key=partial(_effort_of_both, codes))
            if both
            else (_easiest(comparison.a, of_a), _easiest(comparison.b, of_b))
        )
        return joined(
            self.reply(code, answer)
            for code, answer in zip(codes, chosen, strict=True)
            if answer is not None
        )

    def by_provider(
        self, code: CodeFile, situation: str | None
    ) -> Mapping[tuple[str, str], Answer]:
        """The most telling reply of each provider, at each place where it is seen, that stands for the situation.

        Those of the providers with the most replies come first.
        """

        def make() -> Mapping[tuple[str, str], Answer]:
            found: dict[tuple[str, str], Answer] = {}
            for answer in self._catalogue.answers.get(code.code, ()):
                if answer.reply.situation != situation:
                    continue
                place = answer.provider.id, answer.reply.seen
                known = found.setdefault(place, answer)
                found[place] = min(
                    known, answer, key=lambda one: (*_effort(code, one), _length(one))
                )
            return found

        return self._once(("by provider", code.code, situation), make)

    def disputed(self, code: CodeFile) -> Markup:
        """That the sources of a code disagree about it; what each says stands on the code's own page."""
        if not code.disagreements:
            return Markup("")
        return self._render("disputed", code=code, tone=self._tone(code))

    def deviations(self, code: CodeFile) -> Markup:
        """What is special about the use that somebody makes of the code."""
        return joined(
            self._render(
                "deviation",
                code=code,
                tone=self._tone(code),
                use=use,
                place=self._providers.place,
                name=self._providers.by_id[use.by].name[self._language],
                text=markdown.to_inline_html(text),
                checked=self._checked(use.checked),
            )
            for use in code.uses
            if use.by in self._providers.by_id and (text := use.text(self._language))
        )

    def disagreements(self, code: CodeFile) -> Markup:
        """Where the sources about the code say different things."""
        return joined(
            self._render(
                "disagreement",
                code=code,
                tone=self._tone(code),
                sources=disagreement.sources,
                text=markdown.to_inline_html(disagreement.text(self._language)),
            )
            for disagreement in code.disagreements
        )

    def warning(self, code: CodeFile) -> Markup:
        """For a code that no standard defines: which ones to look at instead."""
        if not code.instead:
            return Markup("")
        links = [self._render("link", address=f"../{one}/", text=one) for one in code.instead]
        return self._render(
            "warning",
            lead=self._nowhere(code),
            instead=self._phrases("code.instead"),
            links=joined(links, ", "),
        )

    def unknown(self, *codes: CodeFile) -> list[str]:
        """That no standard defines them, for each of the codes of which that is so."""
        return [self._nowhere(code) for code in codes if code.instead]

    def _nowhere(self, code: CodeFile) -> str:
        return self._phrases("code.nowhere", code=code.code)

    def provider_link(self, provider: str) -> Markup:
        """A link to the page of a provider."""
        name = self._providers.by_id[provider].name[self._language]
        return self._render("link", address=f"../../{self._providers.place}/{provider}/", text=name)

    def sources(self, sources: Sequence[Source]) -> Markup:
        """The sources, one line for each document, with links to its sections and the day of the last check."""
        found: dict[str, dict[str, Source]] = {}
        # One address may have been given two titles, and opened on two days.
        titles: dict[str, str] = {}
        days: dict[str, datetime.date] = {}
        for source in sources:
            title = titles.setdefault(source.url, source.title)
            found.setdefault(title, {}).setdefault(source.url, source)
            days[source.url] = max(source.checked, days.get(source.url, source.checked))
        return joined(
            self._document(title, tuple(at.values()), max(days[url] for url in at))
            for title, at in found.items()
        )

    def _document(self, title: str, sources: tuple[Source, ...], day: datetime.date) -> Markup:
        # Many pairs rest on the same sections of one document.
        key = ("document", title, tuple([source.url for source in sources]), day)
        return self._once(key, lambda: self._uncached_document(title, sources, day))

    def _uncached_document(
        self, title: str, sources: Sequence[Source], day: datetime.date
    ) -> Markup:
        return filled(
            self._skeleton("source"),
            self._render("source_lead", title=title) if sources[0].section else "",
            joined(map(self._source_link, sources), ", "),
            self._checked(day),
        )

    def _source_link(self, source: Source) -> Markup:
        key = ("source", source.title, source.url)
        return self._once(key, lambda: self._render("source_link", source=source))

    def _checked(self, day: datetime.date) -> Markup:
        return self._once(("checked", day), lambda: self._render("checked", date=day.isoformat()))


def _easiest(code: CodeFile, found: Mapping[tuple[str, str], Answer]) -> Answer | None:
    """The first reply that is quickly read and shows the code, or else what comes nearest to it."""
    return min(found.values(), key=lambda answer: _effort(code, answer), default=None)


def _effort(code: CodeFile, answer: Answer) -> tuple[bool, bool]:
    """What it takes a reader to see the code in a reply: whether it is long, and whether it does not show the code."""
    return _length(answer) > _QUICK, not _shows(code, answer)


def _effort_of_both(
    codes: tuple[CodeFile, CodeFile], pair: tuple[Answer, Answer]
) -> tuple[bool, int, bool]:
    """What it takes to hold two replies against each other, which is least where both are seen at one place."""
    long, hidden = zip(*map(_effort, codes, pair), strict=True)
    return any(long), sum(hidden), pair[0].reply.seen != pair[1].reply.seen


def _shows(code: CodeFile, answer: Answer) -> bool:
    return any(name in answer.reply.text for name in (code.code, *code.aliases))


def _length(answer: Answer) -> int:
    return len(answer.reply.text)
