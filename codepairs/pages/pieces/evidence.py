"""Pieces that show what a page rests on: real replies, sources, and who reads a code in another way."""

import datetime
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import jinja2
from markupsafe import Markup, escape

from codepairs.comparison.companions import Companions
from codepairs.content.catalogue import Answer, Catalogue
from codepairs.content.schema import CodeFile, ProviderFile, Source, StandardRef
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.pages.pieces.base import Pieces, filled, joined
from codepairs.pages.templating import Skeleton

# A comparison shows a reply that is quickly read: so many characters at most, where there is one.
_QUICK: Final = 160


class Evidence(Pieces):
    """The pieces of evidence of one catalogue in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        companions: Companions | None,
        providers: Mapping[str, ProviderFile],
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._companions = companions
        self._providers = providers
        source = environment.get_template("pieces/source.html")
        self._source = Skeleton(source, ("lead", "links", "checked"))

    def companions(self, codes: Sequence[str]) -> Markup:
        """Codes of the catalogue that this one goes with, each linked to its page where it has one."""
        if not codes:
            return escape(self._phrases("facts.none"))
        return joined(
            (self._once(("companion", code), partial(self._companion, code)) for code in codes), " "
        )

    def _companion(self, code: str) -> Markup:
        shown = Markup("<code>{}</code>").format(code)
        if self._companions is None or code not in self._companions.known:
            return shown
        address = f"../../{self._companions.catalogue_id}/{code}/"
        return Markup('<a href="{}">{}</a>').format(address, shown)

    def all_companions(self, code: CodeFile) -> Markup:
        """Every code of the other catalogue that comes with this one, empty if there is none."""
        found = self._companions.of_code.get(code.code, ()) if self._companions else ()
        unlinked = [one for one in (*code.enhanced, *code.accompanies) if one not in found]
        return self.companions([*found, *unlinked]) if found or unlinked else Markup("")

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
                means=markdown.to_inline_html(answer.reply.told(self._language).means),
                do=markdown.to_inline_html(answer.reply.told(self._language).do),
                whole=whole,
                tone=self._tone(code),
                checked=answer.reply.checked.isoformat(),
            ),
        )

    def answers(self, code: CodeFile) -> list[Markup]:
        """Every real reply with the code."""
        return [
            self.reply(code, answer, whole=True) for answer in self._catalogue.answers[code.code]
        ]

    def replies(self, a: CodeFile, b: CodeFile) -> Markup:
        """One short real reply of each code, of the same provider where one sends both."""
        of_a, of_b = self._by_provider(a), self._by_provider(b)
        both = [(one, of_a[one], of_b[one]) for one in of_a if one in of_b]
        quick = [pair for pair in both if max(map(_length, pair[1:])) <= _QUICK]
        if both:
            _, answer_a, answer_b = (quick or both)[0]
            return joined((self.reply(a, answer_a), self.reply(b, answer_b)))
        alone = [(code, list(found.values())) for code, found in ((a, of_a), (b, of_b)) if found]
        return joined(
            self.reply(code, next((one for one in found if _length(one) <= _QUICK), found[0]))
            for code, found in alone
        )

    def _by_provider(self, code: CodeFile) -> Mapping[str, Answer]:
        """The shortest reply with the code of each provider, those with the most replies first."""

        def make() -> Mapping[str, Answer]:
            found: dict[str, Answer] = {}
            for answer in self._catalogue.answers.get(code.code, ()):
                known = found.setdefault(answer.provider.id, answer)
                if _length(answer) < _length(known):
                    found[answer.provider.id] = answer
            return found

        return self._once(("by provider", code.code), make)

    def readings(self, *codes: CodeFile) -> Markup:
        """Who reads the codes in another way, by name; what each says stands on the code's own page."""
        return joined(
            self._once(("readings", code.code), partial(self._readings, code)) for code in codes
        )

    def _readings(self, code: CodeFile) -> Markup:
        providers = {deviation.provider: None for deviation in code.deviations}
        names = [self._providers[provider].name[self._language] for provider in providers]
        titles = [source.title for item in code.disagreements for source in item.sources]
        return self._render(
            "readings",
            code=code,
            tone=self._tone(code),
            providers=", ".join(names),
            sources=", ".join(dict.fromkeys(titles)),
        )

    def deviations(self, code: CodeFile) -> Markup:
        """What providers mean by the same digits that the registry does not."""
        return joined(
            self._render(
                "deviation",
                code=code,
                tone=self._tone(code),
                deviation=deviation,
                name=self._providers[deviation.provider].name[self._language],
                text=markdown.to_inline_html(deviation.text(self._language)),
                checked=self._checked(deviation.checked),
            )
            for deviation in code.deviations
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

    def warnings(self, *codes: CodeFile) -> Markup:
        """For codes that no standard defines: which ones to look at instead."""
        return joined(
            self._once(("warning", code.code), partial(self._warning, code))
            for code in codes
            if code.instead
        )

    def _warning(self, code: CodeFile) -> Markup:
        links = [Markup('<a href="../{}/">{}</a>').format(other, other) for other in code.instead]
        return self._render(
            "warning",
            lead=self._phrases("code.nowhere", code=code.code),
            instead=self._phrases("code.instead"),
            links=joined(links, ", "),
        )

    def provider_link(self, provider: str) -> Markup:
        """A link to the page of a provider."""
        return self._render(
            "provider_link", id=provider, name=self._providers[provider].name[self._language]
        )

    def sources(self, sources: Sequence[Source], stages: StandardRef | None) -> Markup:
        """The sources, one line for each document, with links to its sections and the day of the last check."""
        found: dict[str, dict[str, Source | StandardRef]] = {}
        for source in sources:
            found.setdefault(source.title, {}).setdefault(source.url, source)
        if stages:
            found.setdefault(stages.title, {}).setdefault(stages.url, stages)
        return joined(self._document(title, tuple(at.items())) for title, at in found.items())

    def _document(self, title: str, at: tuple[tuple[str, Source | StandardRef], ...]) -> Markup:
        days = [source.checked for _, source in at if isinstance(source, Source)]
        day = max(days) if days else None
        # Many pairs rest on the same sections of one document.
        key = ("document", title, tuple([url for url, _ in at]), day)
        return self._once(
            key, lambda: self._uncached_document(title, [source for _, source in at], day)
        )

    def _uncached_document(
        self, title: str, sources: Sequence[Source | StandardRef], day: datetime.date | None
    ) -> Markup:
        return filled(
            self._source,
            f"{title}: " if sources[0].section else "",
            joined(map(self._source_link, sources), ", "),
            self._checked(day) if day else "",
        )

    def _source_link(self, source: Source | StandardRef) -> Markup:
        key = ("source", source.title, source.url)
        return self._once(key, lambda: self._render("source_link", source=source))

    def _checked(self, day: datetime.date) -> Markup:
        return self._once(("checked", day), lambda: self._render("checked", date=day.isoformat()))


def _length(answer: Answer) -> int:
    return len(answer.reply.text)
