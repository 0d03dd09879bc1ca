"""The pages of single codes of one catalogue, in one language."""

import json
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final, TypeVar

from markupsafe import Markup, escape

from codepairs.comparison import transcript
from codepairs.comparison.counterparts import AllCounterparts
from codepairs.comparison.related import Related
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import Axis
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.libraries import LibraryFile
from codepairs.language import markdown
from codepairs.pages import addresses, titles
from codepairs.pages.embedded import Embedded
from codepairs.pages.page import Page
from codepairs.pages.pieces.base import joined
from codepairs.pages.pieces.catalogue import CataloguePieces
from codepairs.pages.pieces.libraries import in_programs
from codepairs.pages.press import Press

# What a code stands for is listed as long as it fits in about a screen; of more, the first are seen and the rest unfolds.
_MOST_UNFOLDED: Final = 12
_SEEN_OF_MORE: Final = 8
# With more codes, the list of all comparisons of one is folded.
_MANY: Final = 81
# Whether a program should try again, by the tone of a class that says that something failed.
_RETRY: Final = {"wait": "libraries.wait", "fail": "libraries.fail"}

Item = TypeVar("Item")


class CodeWriter:
    """Writes the pages of the codes of one catalogue in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        press: Press,
        pieces: CataloguePieces,
        libraries: Sequence[LibraryFile],
        counterparts: AllCounterparts,
    ) -> None:
        self._catalogue = catalogue
        self._press = press
        self._pieces = pieces
        self._libraries = libraries
        self._counterparts = counterparts
        self._phrases = press.phrases
        self._language = press.phrases.language
        self._related = Related(catalogue)

    def head(self, code: CodeFile) -> tuple[str, str]:
        """Title and description of a code's page."""
        vocabulary, say = self._catalogue.vocabulary, self._phrases
        short = (vocabulary.shortest or vocabulary.short)[self._language]
        words = self._words(code) | {"protocol": short}
        is_failure = self._catalogue.is_failure(code)
        names: tuple[str, ...]
        if is_failure:
            names = ("code.title_error", "code.title_error_name", "code.title_error_short")
            if self._catalogue.classes[code.class_].tone == "fail":
                names = ("code.title_final", *names)
            # Of a refused login nothing comes back to whoever sent it.
            facts = self._catalogue.facts_in(code, self._catalogue.typical(code))
            if self._catalogue.comes_back(facts):
                names = ("code.title_returned", *names)
        else:
            names = ("code.title", "code.title_name", "code.title_short")
        # People search for a number as much as for the name beside it.
        if code.number is not None:
            names = ("code.title_error_numbered" if is_failure else "code.title_numbered", *names)
        title = titles.fitting((say(name, **words) for name in names), self._language)
        # What to do stands alone here: a search result has no room to name the code twice.
        next_ = titles.sentence(code.text(self._language).next, self._language)
        return title, f"{say('code.gist', **words)} {next_}"

    def text(self, page: Page, code: CodeFile) -> str:
        """The page of one code."""
        text, pieces, evidence = code.text(self._language), self._pieces, self._pieces.evidence
        typical = self._catalogue.typical(code)
        moment = transcript.usual_moment(self._catalogue, code)
        in_code = list(in_programs(self._libraries, self._catalogue, code, self._language))
        return self._press.page(
            "code.html",
            page,
            code=code,
            h1=self._heading(code),
            gist=self._phrases("code.gist", **self._words(code)),
            next=pieces.advice.next(code, typical),
            verdict=list(pieces.situations.verdict(code, typical)),
            tags=pieces.codes.tags(code),
            way=pieces.ways.of_code(code, typical),
            way_title=pieces.ways.title,
            queue=pieces.queue.of_code(code, typical),
            queue_title=pieces.queue.title,
            meaning=markdown.to_html(text.meaning),
            when=[markdown.to_inline_html(situation) for situation in text.when],
            **pieces.advice.actions(partial(pieces.codes.actions, code), (code, typical)),
            openings=self._openings(code),
            use=pieces.codes.use(code),
            guides=pieces.guides.of_code(code),
            situations=_folded(list(self._stands_for(code))),
            facts=list(self._facts(code)),
            strip=pieces.sessions.strip(code),
            session=pieces.sessions.session(moment) if moment else None,
            replies=_folded(
                [
                    {
                        "name": pieces.situations.name(situation),
                        "id": situation,
                        "replies": replies,
                    }
                    for situation, replies in evidence.answers(code)
                ]
            ),
            retry=self._retry(code) if in_code else "",
            libraries=in_code,
            clients=pieces.clients.of_code(code),
            warnings=evidence.warning(code),
            deviations=evidence.deviations(code),
            disagreements=evidence.disagreements(code),
            pick=pieces.codes.pick("../", code.code),
            companions=[*evidence.all_companions(code), *self._becomes(code)],
            users=evidence.users(code),
            confused=[self._other(code, other) for other in self._related.of_code(code)],
            others=joined(
                pieces.codes.pair_link(*self._related.ordered(code.code, other.code))
                for other in self._catalogue.codes
                if other is not code
            ),
            has_many=len(self._catalogue.codes) > _MANY,
            sources=evidence.sources(code.sources),
        )

    def embed(self, page: Page, code: CodeFile) -> str:
        """The answer of a code's page, for a frame on other sites."""
        pieces, typical = self._pieces, self._catalogue.typical(code)
        found = Embedded(
            title=self._heading(code),
            answer=self._phrases("code.gist", **self._words(code)),
            warnings=pieces.evidence.unknown(code),
            outcomes=[self._press.outcome(pieces.situations.outcome(code, typical))],
            next=pieces.advice.next(code, typical),
        )
        return self._press.embed(page, found)

    def _words(self, code: CodeFile) -> dict[str, str]:
        language = self._language
        return {
            "catalogue": self._catalogue.vocabulary.short[language],
            "code": code.code,
            "name": code.name[language],
            "number": "" if code.number is None else str(code.number),
            "gist": code.text(language).gist,
        }

    def _heading(self, code: CodeFile) -> str:
        words = self._words(code)
        if code.number is None:
            return self._phrases("code.h1", **words)
        is_bare = titles.only_spells(words["name"], code.code)
        return self._phrases("code.h1_bare" if is_bare else "code.h1_numbered", **words)

    def _retry(self, code: CodeFile) -> str:
        return self._phrases(_RETRY[self._catalogue.classes[code.class_].tone])

    def _openings(self, code: CodeFile) -> str:
        """How a text to each role begins that speaks of a code, by the role's label, as JSON."""
        language = self._language
        told = {
            role.label[language]: role.opening[language].replace("{codes}", code.code)
            for role in self._catalogue.roles
            if role.opening
        }
        return json.dumps(told, ensure_ascii=False)

    def _stands_for(self, code: CodeFile) -> Iterable[dict[str, object]]:
        """The situations of a code: who says it for each, and what that comes to."""
        situations = self._pieces.situations
        for situation in self._catalogue.situations_of[code.code]:
            yield {
                "link": situations.link(situation),
                "who": situations.who(code, situation),
                "verdict": list(situations.verdict(code, situation)),
                "is_commonest": situation == self._catalogue.commonest(code),
            }

    def _becomes(self, code: CodeFile) -> Iterable[dict[str, str]]:
        """The codes of other protocols that are made of this one, or of which it is made."""
        for found in self._counterparts.of(self._catalogue, code.code):
            links = (self._link(found.catalogue, one) for one in found.codes)
            yield {"label": found.label[self._language], "codes": joined(links, ", ")}

    def _link(self, catalogue: str, code: str) -> Markup:
        return Markup('<a href="../../{}/{}/">{}</a>').format(catalogue, code, code)

    def _answer(self, axis: Axis, answer: str) -> Markup:
        """An answer as the table has it; codes of another catalogue lead to their pages."""
        told = escape(answer)
        if axis.codes_of:
            for code in self._counterparts.named(axis, answer):
                told = Markup(told.replace(code, self._link(axis.codes_of.catalogue, code)))  # noqa: S704 (both are escaped)
        return told

    def _facts(self, code: CodeFile) -> Iterable[dict[str, Any]]:
        """The answers for what the code mostly stands for."""
        details = code.text(self._language).facts
        facts = self._catalogue.facts_in(code, self._catalogue.typical(code))
        for axis, value in zip(self._catalogue.axes, facts, strict=True):
            if value is not None and value in self._catalogue.values[axis.id]:
                answer = self._catalogue.values[axis.id][value]
                yield {
                    "label": axis.label[self._language],
                    "value": self._answer(axis, answer.label[self._language]),
                    "detail": details.get(axis.id, ""),
                    "sources": answer.sources or axis.sources,
                }

    def _other(self, code: CodeFile, other: str) -> dict[str, str]:
        a, b = self._related.ordered(code.code, other)
        name = self._catalogue.by_id[other].name[self._language]
        return {
            "address": addresses.pair_name(a, b),
            "pair": self._phrases("pair.name", a=a, b=b),
            "name": name,
        }


def _folded(items: Sequence[Item]) -> list[Sequence[Item]]:
    """A list in the parts in which a page shows it: what is seen at once, and what unfolds."""
    seen = _SEEN_OF_MORE if len(items) > _MOST_UNFOLDED else len(items)
    return [part for part in (items[:seen], items[seen:]) if part]
