"""The pages of one catalogue in one language, each composed from ready fragments when it is asked for."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from typing import Any, Final

import jinja2
from markupsafe import Markup

from codepairs.comparison import rules, transcript
from codepairs.comparison.companions import Companions
from codepairs.comparison.compare import Comparison, compare
from codepairs.comparison.related import Related
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile, ProviderFile, Role
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.pages import addresses
from codepairs.pages.frame import SLOTS, Frame
from codepairs.pages.heads import Heads, Setting
from codepairs.pages.overview import Overview
from codepairs.pages.pieces.base import joined
from codepairs.pages.pieces.codes import Fragments
from codepairs.pages.pieces.evidence import Evidence
from codepairs.pages.pieces.sessions import SessionPieces
from codepairs.pages.seo import Head
from codepairs.pages.speech import Speaker
from codepairs.pages.templating import Skeleton

COMPARISON_SLOTS: Final = (
    *SLOTS,
    *("a", "b", "short", "pair_name", "h1", "answer", "next_a", "next_b", "card_a", "card_b"),
    *("insight", "rows", "strip", "stage_sentences"),
    *("lead", "ending_a", "ending_b", "differences", "roles", "idle"),
    *("warnings", "readings"),
    *("links", "replies", "related", "sources"),
)


class CataloguePages:
    """Renders the pages of a catalogue in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        setting: Setting,
        companions: Companions | None,
        providers: Mapping[str, ProviderFile],
    ) -> None:
        self._catalogue = catalogue
        self._phrases = phrases
        self._language = phrases.language
        self._setting = setting
        self._short = catalogue.vocabulary.short[self._language]
        # What the address of every page begins with.
        self.place = (self._language, catalogue.id)
        self._frame = Frame(phrases, environment)
        self._heads = Heads(catalogue, phrases, setting)
        self._fragments = Fragments(catalogue, phrases, environment)
        self._sessions = SessionPieces(catalogue, phrases, environment)
        self._evidence = Evidence(catalogue, phrases, environment, companions, providers)
        self._speaker = Speaker(catalogue, phrases)
        self._related = Related(catalogue)
        self.overview = Overview(catalogue, phrases)
        self._template = lru_cache(maxsize=None)(environment.get_template)
        self._skeleton = lru_cache(maxsize=None)(self._uncached_skeleton)

    def comparison(self, a: CodeFile, b: CodeFile) -> str:
        """The comparison page of two codes in catalogue order."""
        flags, slots = self.comparison_values(a, b)
        return self._skeleton("comparison.html", flags).fill(slots)

    def comparison_values(
        self, a: CodeFile, b: CodeFile
    ) -> tuple[tuple[tuple[str, Any], ...], dict[str, str]]:
        """What `comparison.html` is rendered with: the flags that decide its logic, and its slots."""
        fragments, evidence, words = self._fragments, self._evidence, self._pair_words(a, b)
        comparison = compare(self._catalogue, a, b)
        head = self._heads.pair(a, b, words)
        insight = self._catalogue.insights.get((a.code, b.code))
        told = insight.text(self._language) if insight else None
        stages = self._catalogue.vocabulary.stages_source if comparison.stages_of_a else None
        sources = [*(insight.sources if insight else ()), *a.sources, *b.sources]
        plan = transcript.plan(self._catalogue, comparison)
        slots: dict[str, str] = {
            "a": a.code,
            "b": b.code,
            "short": self._short,
            "pair_name": self._phrases("pair.name", a=a.code, b=b.code),
            "h1": self._phrases("pair.h1", **words),
            "answer": told.answer if told else self._phrases("pair.gists", **words),
            "next_a": self._next(a),
            "next_b": self._next(b),
            "card_a": fragments.card(a),
            "card_b": fragments.card(b),
            "insight": markdown.to_html(told.text) if told else "",
            "rows": self._rows(comparison),
            "strip": self._sessions.strip((a, b), comparison.shared_stages) if plan else "",
            "links": fragments.code_links(a, b),
            "replies": evidence.replies(a, b),
            "warnings": evidence.warnings(a, b),
            "readings": evidence.readings(a, b),
            "related": fragments.pair_links(self._related.pairs(a, b)),
            "sources": evidence.sources(sources, stages),
        }
        slots |= self._sessions.sessions(comparison, plan)
        slots |= self._explained(comparison)
        slots |= self._actions(partial(fragments.choices, a, b))
        slots |= self._frame.slots(
            head, addresses.pair(self._language, self._catalogue.id, a.code, b.code)
        )
        flags = {
            **self._frame.flags(head),
            "has_insight": told is not None,
            "session": plan.kind if plan else None,
            "has_idle": bool(slots["idle"]),
            "has_replies": bool(slots["replies"]),
            "has_related": bool(slots["related"]),
            "has_readings": bool(slots["readings"]),
        }
        return tuple(flags.items()), slots

    def code(self, code: CodeFile) -> str:
        """The page of one code."""
        text, evidence = code.text(self._language), self._evidence
        words = self._code_words(code)
        head = self._heads.code(code, words)
        stages = self._catalogue.stages_of(code)
        stage = transcript.most_telling(self._catalogue, stages) if stages else None
        return self._page(
            "code.html",
            head,
            addresses.code(self._language, self._catalogue.id, code.code),
            code=code,
            short=self._short,
            h1=self._phrases("code.h1", **words),
            gist=self._phrases("code.gist", **words),
            next=self._next(code),
            tags=self._fragments.tags(code),
            meaning=markdown.to_html(text.meaning),
            when=[markdown.to_inline_html(situation) for situation in text.when],
            **self._actions(partial(self._fragments.actions, code)),
            use=self._fragments.use(code),
            facts=list(self._facts(code)),
            strip=self._sessions.strip((code,), ()) if stage else None,
            session=self._sessions.session(code, stage) if stage else None,
            replies=evidence.answers(code),
            warnings=evidence.warnings(code),
            deviations=evidence.deviations(code),
            disagreements=evidence.disagreements(code),
            pick=self._fragments.pick("../", code.code),
            companions=evidence.all_companions(code),
            companions_label=self._phrases(
                "code.accompanies" if self._catalogue.vocabulary.accompanies else "code.enhanced"
            ),
            provider=evidence.provider_link(code.provider) if code.provider else None,
            confused=[self._other(code, other) for other in self._related.of_code(code)],
            others=[
                self._other(code, other.code) for other in self._catalogue.codes if other != code
            ],
            sources=evidence.sources(code.sources, None),
        )

    def index(self) -> str:
        """The page of the catalogue: all codes by class, and a table that leads to any pair."""
        vocabulary = self._catalogue.vocabulary
        return self._page(
            "catalogue.html",
            self._heads.index(),
            addresses.catalogue(self._language, self._catalogue.id),
            heading=vocabulary.title[self._language],
            summary=vocabulary.description[self._language],
            count=self.overview.count,
            pick=self._fragments.pick(""),
            popular=self.overview.popular,
            groups=self.overview.groups,
            codes=list(self._catalogue.by_id),
            matrix=self.overview.matrix(),
        )

    def stub(self, a: CodeFile, b: CodeFile) -> str:
        """The page at the pair's other order, which leads to the comparison."""
        address = addresses.pair(self._language, self._catalogue.id, a.code, b.code)
        skeleton = self._skeleton("stub.html", ())
        return skeleton.fill(
            {
                "name": self._phrases("stub.title", a=a.code, b=b.code),
                "text": self._phrases("stub.text", a=a.code, b=b.code),
                "target": f"../{addresses.pair_name(a.code, b.code)}/",
                "canonical": self._setting.site_url + address,
            }
        )

    def _page(self, template: str, head: Head, address: str, **values: object) -> str:
        return self._template(template).render(**self._frame.around(head, address), **values)

    def _uncached_skeleton(self, template: str, flags: tuple[tuple[str, Any], ...]) -> Skeleton:
        slots: Iterable[str] = COMPARISON_SLOTS
        if template == "stub.html":
            slots = ("name", "text", "target", "canonical")
        return Skeleton(self._template(template), slots, **dict(flags))

    def _rows(self, comparison: Comparison) -> Markup:
        """The facts table: a row for each axis, then the codes of another catalogue that come along."""
        a, b = comparison.a, comparison.b
        rows = [self._fragments.rows(comparison)]
        for key, of_a, of_b in (
            ("facts.enhanced", a.enhanced, b.enhanced),
            ("facts.accompanies", a.accompanies, b.accompanies),
        ):
            if of_a or of_b:
                cells = (self._evidence.companions(codes) for codes in (of_a, of_b))
                rows.append(self._fragments.plain_row(self._phrases(key), *cells))
        return joined(rows)

    def _explained(self, comparison: Comparison) -> Mapping[str, str]:
        stages: list[str] = []
        differences: list[Markup] = []
        for explanation in rules.explain(self._catalogue, comparison):
            said = self._speaker.say(explanation)
            if explanation.section == "stages":
                stages.append(said.text)
            else:
                differences.append(self._fragments.difference(said.title or "", said.text))
        return {
            "stage_sentences": " ".join(stages),
            "differences": Markup("".join(differences)),  # noqa: S704 - made of escaped pieces
        }

    def _actions(self, told_to: Callable[[Role], Markup]) -> Mapping[str, str]:
        """What each role is told, and one sentence for the roles that have nothing to do."""
        idle: list[str] = []
        told: list[Markup] = []
        for role in self._catalogue.roles:
            actions = told_to(role)
            if actions:
                told.append(self._fragments.role(role, actions))
            else:
                idle.append(role.label[self._language])
        sentence = ""
        if idle and told:
            sentence = self._phrases("actions.none", roles=self._phrases.list(idle))
        elif idle:
            sentence = self._phrases("actions.none_all")
        return {"roles": Markup("".join(told)), "idle": sentence}  # noqa: S704 - made of escaped pieces

    def _facts(self, code: CodeFile) -> Iterable[dict[str, str]]:
        details = code.text(self._language).facts
        for axis in self._catalogue.axes:
            if axis.id in code.facts:
                value = self._catalogue.values[axis.id][code.facts[axis.id]]
                yield {
                    "label": axis.label[self._language],
                    "value": value.label[self._language],
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

    def _pair_words(self, a: CodeFile, b: CodeFile) -> dict[str, str]:
        language = self._language
        return {
            "catalogue": self._short,
            "a": a.code,
            "b": b.code,
            "name_a": a.name[language],
            "name_b": b.name[language],
            "gist_a": a.text(language).gist,
            "gist_b": b.text(language).gist,
        }

    def _code_words(self, code: CodeFile) -> dict[str, str]:
        language = self._language
        return {
            "catalogue": self._short,
            "code": code.code,
            "name": code.name[language],
            "gist": code.text(language).gist,
        }

    def _next(self, code: CodeFile) -> str:
        return self._phrases("pair.next", code=code.code, next=code.text(self._language).next)
