"""Pieces that show what a page rests on: real replies, sources, and who reads a code in another way."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, repeat
from typing import Final

import jinja2
from markupsafe import Markup, escape

from codepairs.comparison.companions import Companions
from codepairs.comparison.compare import Comparison
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.base import Source
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.providers import ProviderFile
from codepairs.content.uses import Answer, shows
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.pages.pieces.base import Pieces, filled, joined


@dataclass(frozen=True, kw_only=True)
class Providers:
    """The providers of a protocol by id, and the place at which their pages stand.

    `logged` are the groups of situations of which their logs name the cause; of the kinds that are `run` the words are
    those of a program that somebody runs.
    """

    place: str
    by_id: Mapping[str, ProviderFile]
    logged: frozenset[str] = frozenset()
    run: frozenset[str] = frozenset()


# A comparison shows a reply that is quickly read: so many characters at most, where there is one.
_QUICK: Final = 160
# Where the log names the cause, its line has the request in it as well.
_QUICK_IN_LOG: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A reply with a code: whether it takes long to read, and whether it does not show the code.

    It is `bare` where another place than this one names the cause: an error page, of what a gateway logs.
    """

    code: CodeFile
    answer: Answer
    is_bare: bool
    is_long: bool
    is_hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """The most telling reply of each provider, at each place where it is seen, and that which is easiest to read of all.

    Those of the providers with the most replies come first.
    """

    of_provider: Mapping[str, Sequence[Quote]]
    easiest: Quote | None


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

    def reply(self, code: CodeFile, answer: Answer) -> Markup:
        """A real server's answer."""
        return self._render(
            "reply",
            code=code,
            reply=answer.reply,
            provider=answer.provider,
            provider_name=answer.provider.name[self._language],
            place=self._providers.place,
            tone=self._tone(code),
            checked=answer.reply.checked.isoformat(),
        )

    def answers(self, code: CodeFile) -> Iterator[tuple[str | None, list[Markup]]]:
        """Every real reply with the code, by situation; None for replies whose situation nobody has named."""
        found: dict[str | None, list[Markup]] = {
            situation: [] for situation in self._catalogue.situations_of[code.code]
        }
        for answer in self._catalogue.quoted.get(code.code, ()):
            found.setdefault(answer.reply.situation, []).append(self.reply(code, answer))
        return ((situation, replies) for situation, replies in found.items() if replies)

    def replies(self, comparison: Comparison) -> Markup:
        """One short real reply of each code that stands for what is compared, of one provider where one sends both.

        Lines that name the cause come first, then texts that show the code;
        and a page is held against a page and a log line against a log line.
        What a tool prints of its own run is shown where no server's own replies are as easy to read.
        """
        of_a = self.quotes(comparison.a, comparison.situation_a)
        of_b = self.quotes(comparison.b, comparison.situation_b)
        both = [
            (one, other)
            for provider, found in of_a.of_provider.items()
            for one in found
            for other in of_b.of_provider.get(provider, ())
        ]

        def effort(pair: tuple[Quote, Quote]) -> tuple[int, bool, int, bool, bool]:
            return *_effort_of_both(pair), pair[0].answer.provider.kind in self._providers.run

        chosen = min(both, key=effort) if both else (of_a.easiest, of_b.easiest)
        return joined(self._quoted(one) for one in chosen if one)

    def _quoted(self, quote: Quote) -> Markup:
        # The code's own page shows every reply, each once; comparisons show few of them, again and again.
        key = ("quoted", quote.code.code, quote.answer.provider.id, quote.answer.reply.id)
        return self._once(key, partial(self.reply, quote.code, quote.answer))

    def quotes(self, code: CodeFile, situation: str | None) -> Quotes:
        """What a comparison may show of a code that stands for the situation."""
        return self._once(("quotes", code.code, situation), partial(self._quotes, code, situation))

    def _quotes(self, code: CodeFile, situation: str | None) -> Quotes:
        found: dict[tuple[str, str], Quote] = {}
        for answer in self._catalogue.quoted.get(code.code, ()):
            if answer.reply.situation == situation and not self._is_contradicted(code, answer):
                is_logged = self._is_logged(situation)
                quote = _quote(code, answer, is_logged=is_logged)
                place = answer.provider.id, answer.reply.seen
                # A provider's file begins with what people mostly meet; of pages the shortest says as much.
                effort = _effort if is_logged and not quote.is_bare else _effort_and_length
                found[place] = min(found.get(place, quote), quote, key=effort)
        of_provider: dict[str, list[Quote]] = {}
        for (provider, _), quote in found.items():
            of_provider.setdefault(provider, []).append(quote)
        return Quotes(
            of_provider=of_provider, easiest=min(found.values(), key=_effort, default=None)
        )

    def _is_logged(self, situation: str | None) -> bool:
        """Whether logs name the cause of a situation, and what is sent or shown does not."""
        if situation is None:
            return False
        return self._catalogue.situations[situation].group in self._providers.logged

    def _is_contradicted(self, code: CodeFile, answer: Answer) -> bool:
        """Whether a comparison tells what another provider does with its own number, beside which this reply is false.

        The code's own page shows such a reply all the same, and says whose it is.
        """
        is_own = code.provider in (None, answer.provider.id)
        return not is_own and any(
            axis.verdict and axis.id in code.facts for axis in self._catalogue.axes
        )

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

    def users(self, code: CodeFile) -> Markup:
        """Of a provider's own code: links to that provider, and to the others that are known to say it as well."""
        if not code.provider:
            return Markup("")
        known = (one.by for one in self._catalogue.sayings[code.code])
        users = dict.fromkeys(
            (code.provider, *(one for one in known if one in self._providers.by_id))
        )
        return joined(map(self._provider_link, users), ", ")

    def _provider_link(self, provider: str) -> Markup:
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
        key = ("document", title, tuple([(one.url, one.section) for one in sources]), day)
        return self._once(key, lambda: self._uncached_document(title, sources, day))

    def _uncached_document(
        self, title: str, sources: Sequence[Source], day: datetime.date
    ) -> Markup:
        # Several places of a document without sections are numbered after the first, which has its title.
        has_sections = sources[0].section is not None
        places = repeat(1) if has_sections else count(1)
        return filled(
            self._skeleton("source"),
            self._render("source_lead", title=title) if has_sections else "",
            joined(map(self._source_link, places, sources), ", "),
            self._checked(day),
        )

    def _source_link(self, place: int, source: Source) -> Markup:
        key = ("source", place, source.title, source.url, source.section)
        return self._once(key, lambda: self._render("source_link", place=place, source=source))

    def _checked(self, day: datetime.date) -> Markup:
        return self._once(("checked", day), lambda: self._render("checked", date=day.isoformat()))


def _quote(code: CodeFile, answer: Answer, *, is_logged: bool) -> Quote:
    text, is_log = answer.reply.text, answer.reply.seen == "log"
    names_the_cause = is_logged and is_log
    return Quote(
        code=code,
        answer=answer,
        is_bare=is_logged and not is_log,
        is_long=len(text) > (_QUICK_IN_LOG if names_the_cause else _QUICK),
        # The lines of an error log have no number, and tell more than those of an access log.
        is_hidden=not names_the_cause and not shows(code, text),
    )


def _effort(quote: Quote) -> tuple[bool, bool, bool]:
    """What it takes a reader to see in a reply what happened, and the code."""
    return quote.is_bare, quote.is_long, quote.is_hidden


def _effort_and_length(quote: Quote) -> tuple[bool, bool, bool, int]:
    return *_effort(quote), len(quote.answer.reply.text)


def _effort_of_both(pair: tuple[Quote, Quote]) -> tuple[int, bool, int, bool]:
    """What it takes to hold two replies against each other, which is least where both are seen at one place."""
    a, b = pair
    is_apart = a.answer.reply.seen != b.answer.reply.seen
    return a.is_bare + b.is_bare, a.is_long or b.is_long, a.is_hidden + b.is_hidden, is_apart
