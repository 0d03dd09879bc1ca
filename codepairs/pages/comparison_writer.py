"""The pages that compare two codes of one catalogue, in one language: put together from ready pieces."""

from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup

from codepairs.comparison.compare import Comparison
from codepairs.comparison.related import Related
from codepairs.comparison.transcript import Planner
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.language import markdown
from codepairs.pages import addresses
from codepairs.pages.comparison_head import ComparisonHead
from codepairs.pages.comparison_sentences import ComparisonSentences
from codepairs.pages.embedded import Embedded
from codepairs.pages.page import Page
from codepairs.pages.pieces.base import joined
from codepairs.pages.pieces.catalogue import CataloguePieces
from codepairs.pages.press import Press
from codepairs.pages.side import Side, Sides
from codepairs.pages.templating import DOT

# Sections of a comparison that stand only where there is something in them.
_OPTIONAL: Final = {
    f"has_{name}": name
    for name in (
        "acts",
        "links",
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


class ComparisonWriter:
    """Writes the comparisons of one catalogue in one language."""

    def __init__(self, catalogue: Catalogue, press: Press, pieces: CataloguePieces) -> None:
        self._catalogue = catalogue
        self._press = press
        self._pieces = pieces
        self._phrases = phrases = press.phrases
        self._language = phrases.language
        self._sides = sides = Sides(press, pieces)
        self.sentences = sentences = ComparisonSentences(catalogue, phrases, pieces, sides)
        self._head = ComparisonHead(catalogue, phrases, pieces.situations, sides, sentences)
        self._related = Related(catalogue)
        self._planner = Planner(catalogue)

    def name(self, a: CodeFile, b: CodeFile) -> str:
        """The two codes, as lists and breadcrumbs name them."""
        return self._phrases("pair.name", a=a.code, b=b.code)

    def head(self, page: Page, comparison: Comparison) -> tuple[str, str]:
        """Title and description; of a page that is not offered nobody shows a description."""
        title = self._head.title(comparison)
        return title, self._head.description(comparison) if page.is_offered else ""

    def text(self, page: Page, comparison: Comparison) -> str:
        """The comparison page of two codes in catalogue order."""
        flags, slots = self.values(page, comparison)
        return self._press.skeleton("comparison.html", flags).fill(slots)

    def values(
        self, page: Page, comparison: Comparison
    ) -> tuple[tuple[tuple[str, Any], ...], dict[str, str]]:
        """What `comparison.html` is rendered with: the flags that decide its logic, and its slots."""
        pieces, sentences = self._pieces, self.sentences
        codes, evidence, happened = pieces.codes, pieces.evidence, pieces.situations
        a, b = comparison.a, comparison.b
        side_a, side_b = self._sides.of(comparison)
        insight = self._catalogue.insights.get((a.code, b.code))
        told = insight.text(self._language) if insight else None
        sources = [*(insight.sources if insight else ()), *a.sources, *b.sources]
        plan = self._planner.plan(comparison)
        slots: dict[str, str] = {
            **side_a.as_a,
            **side_b.as_b,
            "h1": sentences.heading(comparison),
            "answer": sentences.answer(comparison),
            "acts": happened.acts(side_a.acting, side_b.acting),
            "next": sentences.next(comparison),
            "shared": happened.shared(comparison),
            "apart": happened.apart(comparison),
            "insight": markdown.to_html(told.text) if told else "",
            "rows": self._rows(comparison),
            "others": sentences.others(comparison),
            "strip": pieces.sessions.strip(a, b, shared=comparison.shared_stages),
            "links": _links(side_a, side_b, is_offered=page.is_offered),
            "replies": evidence.replies(comparison),
            "clients": pieces.clients.compared(a, b),
            "warnings": joined((side_a.warning, side_b.warning)),
            "disputed": joined((side_a.disputed, side_b.disputed)),
            "related": codes.pair_links(self._related.pairs(a, b)),
            "sources": evidence.sources(sources),
            "way": Markup(""),
            "way_title": pieces.ways.title,
        }
        if page.is_offered:
            slots["way"] = pieces.ways.of_pair(a, b, comparison.situation_a, comparison.situation_b)
        slots |= pieces.sessions.sessions(plan)
        slots |= self._explained(comparison)
        of_a, of_b = side_a.choices, side_b.choices
        slots |= pieces.advice.actions(
            lambda role: codes.either(of_a[role.id], of_b[role.id]),
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

    def embed(self, page: Page, comparison: Comparison) -> str:
        """The answer of a comparison, for a frame on other sites."""
        found = Embedded(
            title=self.sentences.heading(comparison),
            answer=self.sentences.answer(comparison),
            warnings=self._pieces.evidence.unknown(comparison.a, comparison.b),
            outcomes=[side.outcome for side in self._sides.of(comparison)],
            next=self.sentences.next(comparison),
        )
        return self._press.embed(page, found)

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
        codes, evidence = self._pieces.codes, self._pieces.evidence
        rows = [codes.rows(comparison)]
        rows += [
            codes.plain_row(label, cell_a, cell_b)
            for label, cell_a, cell_b in evidence.companion_rows(comparison.a, comparison.b)
        ]
        return joined(rows)

    def _explained(self, comparison: Comparison) -> Mapping[str, str]:
        """What the rules say of both: in which they differ, and what of their stages."""
        stages: list[str] = []
        differences: list[Markup] = []
        for explanation, said in self.sentences.explained(comparison):
            if explanation.section == "stages":
                stages.append(said.text)
            else:
                difference = self._pieces.codes.difference(
                    explanation.subject, said.title or "", said.text
                )
                differences.append(difference)
        return {
            "stage_sentences": " ".join(stages),
            "differences": joined(differences),
        }


def _links(a: Side, b: Side, *, is_offered: bool) -> Markup:
    """Links to the guides that name both codes, and once more to their pages where that is worth its bytes."""
    codes = [a.link, b.link] if is_offered else []
    return joined([*codes, *(one for one in a.guides if one in b.guides)], DOT)
