"""What the pages of one catalogue say, in one language: made from ready pieces."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Final, TypeVar

from markupsafe import Markup

from codepairs.comparison import rules, transcript
from codepairs.comparison.companions import Companions
from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import Explanation
from codepairs.comparison.related import Related
from codepairs.comparison.transcript import Planner
from codepairs.content import notes
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import Role
from codepairs.content.schema.clients import ClientFile
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.libraries import LibraryFile
from codepairs.content.schema.protocols import ProtocolFile
from codepairs.language import markdown
from codepairs.pages import addresses
from codepairs.pages import titles as titling
from codepairs.pages.embedded import Embedded, Outcome
from codepairs.pages.handwritten import MarkdownPage
from codepairs.pages.memo import Memo
from codepairs.pages.overview import Overview
from codepairs.pages.page import Head, Page
from codepairs.pages.pieces.base import joined
from codepairs.pages.pieces.clients import ClientPieces
from codepairs.pages.pieces.codes import CodePieces
from codepairs.pages.pieces.evidence import EvidencePieces, Providers
from codepairs.pages.pieces.guides import GuidePieces
from codepairs.pages.pieces.libraries import in_programs
from codepairs.pages.pieces.queue import QueuePieces
from codepairs.pages.pieces.sessions import SessionPieces
from codepairs.pages.pieces.situations import SituationPieces
from codepairs.pages.pieces.way import WayPieces
from codepairs.pages.press import Press
from codepairs.pages.side import Side
from codepairs.pages.speech import Speaker, Spoken
from codepairs.pages.templating import DOT, softened

# Sections of a comparison that stand only where there is something in them.
_OPTIONAL: Final = {
    f"has_{name}": name
    for name in (
        "acts",
        "way",
        "shared",
        "apart",
        "idle",
        "replies",
        "clients",
        "related",
        "disputed",
        "strip",
        "stage_sentences",
        "differences",
        "others",
    )
}
_MOST_IN_VERDICT: Final = 3
# What a code stands for is listed as long as it fits in about a screen; of more, the first are seen and the rest unfolds.
_MOST_UNFOLDED: Final = 12
_SEEN_OF_MORE: Final = 8
# With more codes, the list of all comparisons of one is folded.
_MANY: Final = 81
# Whether a program should try again, by the tone of a class that says that something failed.
_RETRY: Final = {"wait": "libraries.wait", "fail": "libraries.fail"}

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What is told of a catalogue's codes elsewhere than in their own files."""

    libraries: Sequence[LibraryFile]
    clients: Sequence[ClientFile]
    guides: Sequence[MarkdownPage]


class CatalogueWriter(Memo):
    """Makes the texts of the pages of one catalogue in one language, each from ready pieces."""

    def __init__(
        self,
        catalogue: Catalogue,
        press: Press,
        companions: Sequence[Companions],
        providers: Providers,
        *,
        protocol: ProtocolFile,
        elsewhere: Elsewhere,
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._libraries = elsewhere.libraries
        self._press = press
        self.phrases = self._phrases = phrases = press.phrases
        self._language = phrases.language
        vocabulary = catalogue.vocabulary
        self._short = vocabulary.short[self._language]
        self._shortest = (vocabulary.shortest or vocabulary.short)[self._language]
        self._codes = CodePieces(catalogue, phrases, press.environment)
        self._sessions = SessionPieces(
            catalogue, phrases, press.environment, notes.in_words(protocol.notes, self._language)
        )
        self._evidence = EvidencePieces(
            catalogue, phrases, press.environment, companions, providers
        )
        self._clients = ClientPieces(catalogue, phrases, press.environment, elsewhere.clients)
        self._guides = GuidePieces(catalogue, phrases, press.environment, elsewhere.guides)
        self._situations = SituationPieces(
            catalogue, phrases, press.environment, providers, up="../../"
        )
        self._ways = WayPieces(catalogue, phrases, press.environment, protocol.way)
        self._queue = QueuePieces(catalogue, phrases, press.environment, protocol.queue)
        self._speaker = Speaker(catalogue, phrases)
        # Asked for by a page and by its head, one after the other.
        self._sides = lru_cache(maxsize=1)(self._made_sides)
        self._said = lru_cache(maxsize=1)(self._made_said)
        self._gists = lru_cache(maxsize=1)(self._made_gists)
        self._pair_words = lru_cache(maxsize=1)(self._made_pair_words)
        self._related = Related(catalogue)
        self._planner = Planner(catalogue)
        self.overview = Overview(catalogue, phrases)

    def comparison(self, page: Page, comparison: Comparison) -> str:
        """The comparison page of two codes in catalogue order."""
        flags, slots = self.comparison_values(page, comparison)
        return self._press.skeleton("comparison.html", flags).fill(slots)

    def comparison_values(
        self, page: Page, comparison: Comparison
    ) -> tuple[tuple[tuple[str, Any], ...], dict[str, str]]:
        """What `comparison.html` is rendered with: the flags that decide its logic, and its slots."""
        pieces, evidence, happened = self._codes, self._evidence, self._situations
        a, b = comparison.a, comparison.b
        side_a, side_b = self._sides(comparison)
        insight = self._catalogue.insights.get((a.code, b.code))
        told = insight.text(self._language) if insight else None
        sources = [*(insight.sources if insight else ()), *a.sources, *b.sources]
        plan = self._planner.plan(comparison)
        slots: dict[str, str] = {
            **side_a.as_a,
            **side_b.as_b,
            "h1": self._pair_heading(comparison),
            "answer": self._answer(comparison),
            "acts": happened.acts(side_a.acting, side_b.acting),
            "next": self._next_of(comparison),
            "shared": happened.shared(comparison),
            "apart": happened.apart(comparison),
            "insight": markdown.to_html(told.text) if told else "",
            "rows": self._rows(comparison),
            "others": self._others_of(side_a, side_b),
            "strip": self._sessions.strip(a, b, shared=comparison.shared_stages),
            "links": _links(side_a, side_b),
            "replies": evidence.replies(comparison),
            "clients": self._clients.compared(a, b),
            "warnings": joined((side_a.warning, side_b.warning)),
            "disputed": joined((side_a.disputed, side_b.disputed)),
            "related": pieces.pair_links(self._related.pairs(a, b)),
            "sources": evidence.sources(sources),
            "way": Markup(""),
            "way_title": self._ways.title,
        }
        if page.is_offered:
            slots["way"] = self._ways.of_pair(a, b, comparison.situation_a, comparison.situation_b)
        slots |= self._sessions.sessions(plan)
        slots |= self._explained(comparison)
        of_a, of_b = side_a.choices, side_b.choices
        slots |= self._actions(
            lambda role: pieces.either(of_a[role.id], of_b[role.id]),
            (a, comparison.situation_a),
            (b, comparison.situation_b),
        )
        slots |= self._press.frame.slots(page)
        flags = {
            **self._press.frame.flags(page),
            "has_insight": told is not None,
            "session": plan.kind if plan else None,
            **{flag: bool(slots[name]) for flag, name in _OPTIONAL.items()},
        }
        return tuple(flags.items()), slots

    @property
    def pick(self) -> Markup:
        """The form that leads from the home page to the comparison of any two codes."""
        return self._codes.pick(f"{self._catalogue.id}/")

    def verdict_sentences(self, comparison: Comparison) -> Iterator[tuple[str, str]]:
        """What two codes mean, and for what servers send either: each sentence with the name of its phrase."""
        yield "pair.gists", self._gists(comparison)
        if comparison.shared:
            yield "pair.shared", self._sent_for(comparison.shared)
        for code in (comparison.a, comparison.b):
            if others := self._others(code):
                yield "facts.others", others

    def _answer(self, comparison: Comparison) -> str:
        """What settles a comparison: in written words, or else from what is known of both codes."""
        insight = self._catalogue.insights.get((comparison.a.code, comparison.b.code))
        return insight.text(self._language).answer if insight else self._verdict(comparison)

    def _made_sides(self, comparison: Comparison) -> tuple[Side, Side]:
        return (
            self._side(comparison.a, comparison.situation_a),
            self._side(comparison.b, comparison.situation_b),
        )

    def _side(self, code: CodeFile, situation: str | None) -> Side:
        """What a comparison shows of a code that stands for a situation, whatever the other is."""
        return self._once(("side", code.code, situation), lambda: self._made_side(code, situation))

    def _made_side(self, code: CodeFile, situation: str | None) -> Side:
        name = softened(code.code)
        card = self._situations.card(code, situation)
        of_situation = self._situations.name(situation)
        called, gist = code.name[self._language], code.text(self._language).gist
        return Side(
            code=code.code,
            as_a={"a": name, "card_a": card, "situation_a": of_situation},
            as_b={"b": name, "card_b": card, "situation_b": of_situation},
            words_a={"a": code.code, "name_a": called, "gist_a": gist},
            words_b={"b": code.code, "name_b": called, "gist_b": gist},
            is_bare=titling.only_spells(called, code.code),
            acting=self._situations.acting(code, situation),
            choices=self._codes.choices(code, situation),
            step=self._codes.next(code, situation),
            aside=self._aside(code, situation),
            next=self._next(code, situation),
            others=self._others(code),
            warning=self._evidence.warning(code),
            disputed=self._evidence.disputed(code),
            link=self._codes.code_link(code),
            guides=self._guides.of_code(code),
            outcome=self._press.outcome(self._outcome(code, situation, code.code)),
        )

    def comparison_embed(self, page: Page, comparison: Comparison) -> str:
        """The answer of a comparison, for a frame on other sites."""
        a, b = comparison.a, comparison.b
        found = Embedded(
            title=self._pair_heading(comparison),
            answer=self._answer(comparison),
            warnings=self._evidence.unknown(a, b),
            outcomes=[side.outcome for side in self._sides(comparison)],
            next=self._next_of(comparison),
        )
        return self._press.embed(page, found)

    def code_embed(self, page: Page, code: CodeFile) -> str:
        """The answer of a code's page, for a frame on other sites."""
        typical = self._catalogue.typical(code)
        found = Embedded(
            title=self._code_heading(code),
            answer=self._phrases("code.gist", **self._code_words(code)),
            warnings=self._evidence.unknown(code),
            outcomes=[self._press.outcome(self._outcome(code, typical))],
            next=self._next(code, typical),
        )
        return self._press.embed(page, found)

    def _outcome(self, code: CodeFile, situation: str | None, name: str = "") -> Outcome:
        class_ = self._catalogue.classes[code.class_]
        return Outcome(
            code=name,
            label=class_.label[self._language],
            tone=class_.tone,
            standing=self._catalogue.standings[code.standing].label[self._language],
            verdict=list(self._situations.verdict(code, situation)),
        )

    def _made_gists(self, comparison: Comparison) -> str:
        return self._phrases("pair.gists", **self._pair_words(comparison))

    def _sent_for(self, situations: Sequence[str]) -> str:
        names = situations[:_MOST_IN_VERDICT]
        listed = self._phrases.list([f"‘{self._situations.name(one)}’" for one in names])
        return self._phrases("pair.shared", situations=listed)

    def _verdict(self, comparison: Comparison) -> str:
        gists = self._gists(comparison)
        return f"{gists} {self._sent_for(comparison.shared)}" if comparison.shared else gists

    def _others_of(self, a: Side, b: Side) -> str:
        """That either code, or each, stands for more than what is compared."""
        if a.others and b.others:
            return self._phrases("facts.others_both", a=a.code, b=b.code)
        return a.others or b.others

    def _others(self, code: CodeFile) -> str:
        """That a code stands for more than what is compared, if it does."""
        if len(self._catalogue.situations_of[code.code]) <= 1:
            return ""
        return self._phrases("facts.others", code=code.code)

    def pair_name(self, a: CodeFile, b: CodeFile) -> str:
        """The two codes, as lists and breadcrumbs name them."""
        return self._phrases("pair.name", a=a.code, b=b.code)

    def pair_head(self, page: Page, comparison: Comparison) -> tuple[str, str]:
        """Title and description of a comparison: what is asked, and what settles it."""
        say, language = self._phrases, self._language
        a, b = comparison.a, comparison.b
        words = self._pair_words(comparison)
        names = ["pair.title", "pair.title_short"]
        if self._is_failure(a) and self._is_failure(b):
            names = ["pair.title_error", "pair.title_error_short"]
        # Two codes of one name are not told apart by it.
        if words["name_a"] == words["name_b"]:
            del names[0]
        # Codes that are long words leave room for nothing else.
        names.append("pair.title_bare")
        # Of a page that is not offered nobody shows one.
        description = self._described(comparison) if page.is_offered else ""
        return titling.fitting((say(name, **words) for name in names), language), description

    def _described(self, comparison: Comparison) -> str:
        """What settles a comparison, in sentences of which a search result shows the first whole."""
        language = self._language
        whole = (self._answer(comparison), self._verdict(comparison))
        for said in whole:
            if titling.is_shown(titling.whole_sentences(said, language), language):
                return said
        told = {one.subject: said.text for one, said in self._said(comparison)}
        # How the two are related takes more than one sentence in some languages, and the first says too little.
        related = [told["relation"]] if "relation" in told else []
        names = self._named(comparison)
        # What to do with either code, else in what their outcomes differ; names alone settle nothing.
        settled = (
            self._next_of(comparison),
            *(told[one.id] for one in self._catalogue.axes if one.verdict and one.id in told),
        )
        after = (*settled, names)
        alike = self._same_verdict(comparison)
        # More to the point than two names: that the outcome is the same, else a situation that both stand for.
        lead = alike or (self._sent_for(comparison.shared[:1]) if comparison.shared else "")
        leads = [f"{lead} {names}"] if lead and names else []
        for said in (*related, *self._stood_for(comparison), *settled, *leads, names):
            if titling.is_shown(said, language):
                # That both end alike is what the relation says by itself.
                last = "" if said in related or alike in said else alike
                added = (more for more in (*after, last) if more and more not in said)
                longer = (f"{said} {more}" for more in added)
                return next((one for one in longer if titling.is_shown(one, language)), said)
        return whole[0]

    def _stood_for(self, comparison: Comparison) -> Iterator[str]:
        """What either code mostly stands for, if that is known of both."""
        a, b, say = comparison.a, comparison.b, self._phrases
        of_a, of_b = (self._catalogue.sent_for(self._catalogue.commonest(one)) for one in (a, b))
        if not of_a or not of_b:
            return
        codes = {"a": a.code, "b": b.code}
        name_a, name_b = self._situations.name(of_a), self._situations.name(of_b)
        if of_a == of_b and a.class_ != b.class_:
            of_class = (self._catalogue.classes[one.class_].label[self._language] for one in (a, b))
            classes = dict(zip(("class_a", "class_b"), of_class, strict=True))
            yield say("pair.typical_classes", **codes, **classes, situation=name_a)
        if of_a == of_b:
            yield say("pair.typical_both", **codes, situation=name_a)
        else:
            yield say("pair.typical", **codes, situation_a=name_a, situation_b=name_b)

    def _same_verdict(self, comparison: Comparison) -> str:
        """That what settles it is the same for both in what they mostly stand for; nothing where it is not."""
        kinds = {one.axis: one.kind for one in comparison.axes}
        found = {kinds.get(axis.id) for axis in self._catalogue.axes if axis.verdict}
        compared = any(side.aside for side in self._sides(comparison))
        return self._phrases("pair.same_verdict") if found == {"same"} and not compared else ""

    def _named(self, comparison: Comparison) -> str:
        """What either code is called; nothing where that is the same."""
        words = self._pair_words(comparison)
        if words["name_a"] == words["name_b"]:
            return ""
        used = {slot: words[slot] for slot in ("a", "b", "name_a", "name_b")}
        return self._phrases("pair.names", **used)

    def code_head(self, code: CodeFile) -> tuple[str, str]:
        """Title and description of a code's page."""
        words, say = self._code_words(code) | {"protocol": self._shortest}, self._phrases
        names: tuple[str, ...]
        if self._is_failure(code):
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
            is_failure = self._is_failure(code)
            names = ("code.title_error_numbered" if is_failure else "code.title_numbered", *names)
        title = titling.fitting((say(name, **words) for name in names), self._language)
        # What to do stands alone here: a search result has no room to name the code twice.
        next_ = titling.sentence(code.text(self._language).next, self._language)
        return title, f"{say('code.gist', **words)} {next_}"

    def _is_failure(self, code: CodeFile) -> bool:
        return self._catalogue.classes[code.class_].outcome == "failure"

    def index_head(self, files: Sequence[str]) -> Head:
        """What the page of the catalogue says of itself."""
        vocabulary = self._catalogue.vocabulary
        title = self._phrases("catalogue.title", catalogue=vocabulary.title[self._language])
        return Head(title=title, description=vocabulary.description[self._language], files=files)

    def code(self, page: Page, code: CodeFile) -> str:
        """The page of one code."""
        text, evidence = code.text(self._language), self._evidence
        words = self._code_words(code)
        moment = transcript.usual_moment(self._catalogue, code)
        in_code = list(in_programs(self._libraries, self._catalogue, code, self._language))
        return self._press.page(
            "code.html",
            page,
            code=code,
            h1=self._code_heading(code),
            gist=self._phrases("code.gist", **words),
            next=self._next(code, self._catalogue.typical(code)),
            verdict=list(self._situations.verdict(code, self._catalogue.typical(code))),
            tags=self._codes.tags(code),
            way=self._ways.of_code(code, self._catalogue.typical(code)),
            way_title=self._ways.title,
            queue=self._queue.of_code(code, self._catalogue.typical(code)),
            queue_title=self._queue.title,
            meaning=markdown.to_html(text.meaning),
            when=[markdown.to_inline_html(situation) for situation in text.when],
            **self._actions(
                partial(self._codes.actions, code), (code, self._catalogue.typical(code))
            ),
            openings=self._openings(code),
            use=self._codes.use(code),
            guides=self._guides.of_code(code),
            situations=_folded(list(self._stands_for(code))),
            facts=list(self._facts(code)),
            strip=self._sessions.strip(code),
            session=self._sessions.session(moment) if moment else None,
            replies=_folded(
                [
                    {"name": self._situations.name(situation), "id": situation, "replies": replies}
                    for situation, replies in evidence.answers(code)
                ]
            ),
            retry=self._retry(code) if in_code else "",
            libraries=in_code,
            clients=self._clients.of_code(code),
            warnings=evidence.warning(code),
            deviations=evidence.deviations(code),
            disagreements=evidence.disagreements(code),
            pick=self._codes.pick("../", code.code),
            companions=list(evidence.all_companions(code)),
            provider=evidence.provider_link(code.provider) if code.provider else None,
            confused=[self._other(code, other) for other in self._related.of_code(code)],
            others=joined(
                self._codes.pair_link(*self._related.ordered(code.code, other.code))
                for other in self._catalogue.codes
                if other is not code
            ),
            has_many=len(self._catalogue.codes) > _MANY,
            sources=evidence.sources(code.sources),
        )

    def _code_heading(self, code: CodeFile) -> str:
        words = self._code_words(code)
        if code.number is None:
            return self._phrases("code.h1", **words)
        is_bare = titling.only_spells(words["name"], code.code)
        return self._phrases("code.h1_bare" if is_bare else "code.h1_numbered", **words)

    def _pair_heading(self, comparison: Comparison) -> str:
        a, b = self._sides(comparison)
        name = "pair.h1_bare" if a.is_bare or b.is_bare else "pair.h1"
        return self._phrases(name, **self._pair_words(comparison))

    def _retry(self, code: CodeFile) -> str:
        return self._phrases(_RETRY[self._catalogue.classes[code.class_].tone])

    def _stands_for(self, code: CodeFile) -> Iterable[dict[str, object]]:
        """The situations of a code: who says it for each, and what that comes to."""
        for situation in self._catalogue.situations_of[code.code]:
            yield {
                "link": self._situations.link(situation),
                "who": self._situations.who(code, situation),
                "verdict": list(self._situations.verdict(code, situation)),
                "is_commonest": situation == self._catalogue.commonest(code),
            }

    def index(self, page: Page) -> str:
        """The page of the catalogue: all codes by class, and a table that leads to any pair."""
        vocabulary = self._catalogue.vocabulary
        return self._press.page(
            "catalogue.html",
            page,
            heading=vocabulary.title[self._language],
            summary=vocabulary.description[self._language],
            count=self.overview.count,
            pick=self._codes.pick(""),
            popular=self.overview.popular,
            groups=self.overview.groups,
            tables=self.overview.tables,
            legend=self.overview.legend,
            up="",
        )

    def table_head(self, value: str, files: Sequence[str]) -> Head:
        """What the page of a table of pairs says of itself."""
        return Head(
            title=self._table_heading(value),
            description=self._phrases(
                "matrix.description",
                label=self.overview.apart[value],
                count=str(len(self.overview.codes_of(value))),
            ),
            files=files,
        )

    def table(self, page: Page, value: str) -> str:
        """The page of a table that leads to any pair of a part of the catalogue."""
        return self._press.page(
            "table.html",
            page,
            heading=self._table_heading(value),
            summary=page.head(self._language).description,
            tables=list(self.overview.blocks(value)),
            legend=self.overview.legend,
            up=addresses.up_to(page.path, addresses.catalogue(self._catalogue.id)),
        )

    def _table_heading(self, value: str) -> str:
        title = self._catalogue.vocabulary.title[self._language]
        return self._phrases("matrix.title", title=title, label=self.overview.apart[value])

    def stub(self, page: Page, a: CodeFile, b: CodeFile) -> str:
        """The page at the pair's other order, which leads to the comparison."""
        skeleton = self._press.skeleton("stub.html", ())
        return skeleton.fill(
            {
                "name": self._phrases("stub.title", a=a.code, b=b.code),
                "text": self._phrases("stub.text", a=a.code, b=b.code),
                "target": f"../{addresses.pair_name(a.code, b.code)}/",
                "canonical": self._press.frame.canonical(page),
            }
        )

    def _rows(self, comparison: Comparison) -> Markup:
        """The facts table: a row for each axis, then the codes of other catalogues that come along."""
        a, b = comparison.a, comparison.b
        rows = [self._codes.rows(comparison)]
        rows += [
            self._codes.plain_row(label, cell_a, cell_b)
            for label, cell_a, cell_b in self._evidence.companion_rows(a, b)
        ]
        return joined(rows)

    def _made_said(self, comparison: Comparison) -> Sequence[tuple[Explanation, Spoken]]:
        explained = rules.explain(self._catalogue, comparison)
        return [(one, self._speaker.say(one)) for one in explained]

    def _explained(self, comparison: Comparison) -> Mapping[str, str]:
        stages: list[str] = []
        differences: list[Markup] = []
        for explanation, said in self._said(comparison):
            if explanation.section == "stages":
                stages.append(said.text)
            else:
                difference = self._codes.difference(
                    explanation.subject, said.title or "", said.text
                )
                differences.append(difference)
        return {
            "stage_sentences": " ".join(stages),
            "differences": joined(differences),
        }

    def _actions(
        self, told_to: Callable[[Role], Markup], *stood_for: tuple[CodeFile, str | None]
    ) -> Mapping[str, str]:
        """What each role is told, and one sentence for the roles that have nothing to do.

        A role that a page of a situation tells what to do has something to do, whatever a code itself leaves out.
        """
        idle: list[str] = []
        told: list[Markup] = []
        for role in self._catalogue.roles:
            actions = told_to(role)
            if actions:
                told.append(self._codes.role(role, actions))
            elif not any(self._is_told(role, code, situation) for code, situation in stood_for):
                idle.append(role.label[self._language])
        sentence = ""
        if idle and told:
            sentence = self._once(
                ("idle", *idle),
                lambda: self._phrases("actions.none", roles=self._phrases.list(idle)),
            )
        elif idle:
            sentence = self._phrases("actions.none_all")
        return {"roles": joined(told), "idle": sentence}

    def _is_told(self, role: Role, code: CodeFile, situation: str | None) -> bool:
        """Whether a failure that a code stands for gives a role something to do."""
        if situation is None or not self._is_failure(code):
            return False
        outcome = self._catalogue.situations[situation].outcomes.get(code.class_)
        return outcome is not None and role.id in outcome.actions(self._language)

    def _openings(self, code: CodeFile) -> str:
        """How a text to each role begins that speaks of a code, by the role's label, as JSON."""
        language = self._language
        told = {
            role.label[language]: role.opening[language].replace("{codes}", code.code)
            for role in self._catalogue.roles
            if role.opening
        }
        return json.dumps(told, ensure_ascii=False)

    def _facts(self, code: CodeFile) -> Iterable[dict[str, str]]:
        """The answers for what the code mostly stands for."""
        details = code.text(self._language).facts
        facts = self._catalogue.facts_in(code, self._catalogue.typical(code))
        for axis, value in zip(self._catalogue.axes, facts, strict=True):
            if value is not None and value in self._catalogue.values[axis.id]:
                yield {
                    "label": axis.label[self._language],
                    "value": self._catalogue.values[axis.id][value].label[self._language],
                    "detail": details.get(axis.id, ""),
                }

    def _other(self, code: CodeFile, other: str) -> dict[str, str]:
        a, b = self._related.ordered(code.code, other)
        name = self._catalogue.by_id[other].name[self._language]
        return {
            "address": addresses.pair_name(a, b),
            "pair": self._phrases("pair.name", a=a, b=b),
            "name": name,
        }

    def _made_pair_words(self, comparison: Comparison) -> dict[str, str]:
        a, b = self._sides(comparison)
        return {"catalogue": self._short, "protocol": self._shortest, **a.words_a, **b.words_b}

    def _code_words(self, code: CodeFile) -> dict[str, str]:
        language = self._language
        return {
            "catalogue": self._short,
            "code": code.code,
            "name": code.name[language],
            "number": "" if code.number is None else str(code.number),
            "gist": code.text(language).gist,
        }

    def _next_of(self, comparison: Comparison) -> str:
        """The next step after either code; what is the same for both stands once."""
        a, b = self._sides(comparison)
        if (a.step, a.aside) == (b.step, b.aside):
            return self._next_said("pair.next_either", a.step, a.aside, a=a.code, b=b.code)
        return f"{a.next} {b.next}"

    def _next(self, code: CodeFile, situation: str | None) -> str:
        step, aside = self._codes.next(code, situation), self._aside(code, situation)
        return self._next_said("pair.next", step, aside, code=code.code)

    def _aside(self, code: CodeFile, situation: str | None) -> str | None:
        """A situation that a code does not mostly stand for, which has to be named where it is advised upon."""
        return None if situation == self._catalogue.typical(code) else situation

    def _next_said(self, phrase: str, said: str, aside: str | None, **codes: str) -> str:
        if aside is None:
            return self._phrases(phrase, next=said, **codes)
        named = {"pair.next": "pair.next_in", "pair.next_either": "pair.next_either_in"}[phrase]
        return self._phrases(named, next=said, situation=self._situations.name(aside), **codes)


def _links(a: Side, b: Side) -> Markup:
    """Links to the pages of two codes, and to the guides that name both."""
    return joined([a.link, b.link, *(one for one in a.guides if one in b.guides)], DOT)


def _folded(items: Sequence[Item]) -> list[Sequence[Item]]:
    """A list in the parts in which a page shows it: what is seen at once, and what unfolds."""
    seen = _SEEN_OF_MORE if len(items) > _MOST_UNFOLDED else len(items)
    return [part for part in (items[:seen], items[seen:]) if part]
