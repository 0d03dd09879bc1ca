"""A catalogue as a whole, for lists: its codes by class, the pairs people ask for, a table of all pairs."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import Any, Final

from codepairs.comparison.compare import compare
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.language.phrases import Phrases
from codepairs.pages import addresses
from codepairs.pages.templating import DOT

# Beyond so many codes a reader finds a pair through the page of one of its codes.
MATRIX_AT_MOST: Final = 100
# The table of a part of a catalogue stands beside the others unless it has more codes.
PART_AT_MOST: Final = 40
# How a cell shows the relation of two codes to who sees no colours.
_SIGNS: Final = {"twins": "‖", "same-fate": "=", "sequence": "→", "alternatives": "/", "apart": "·"}


class Overview:
    """What lists of a catalogue show in one language."""

    def __init__(self, catalogue: Catalogue, phrases: Phrases) -> None:
        self._catalogue = catalogue
        self._phrases = phrases
        self._language = phrases.language

    @cached_property
    def count(self) -> str:
        """How many codes and comparisons there are, in words."""
        return self._phrases(
            "catalogue.count",
            codes=str(len(self._catalogue.codes)),
            pairs=f"{self._catalogue.pair_count:,}",
        )

    @cached_property
    def popular(self) -> list[dict[str, str]]:
        """The pairs that people ask for most, with name, verdict and address.

        A pair that nobody has explained by hand shows the names of its codes.
        """
        return [
            {
                "name": self._phrases("pair.name", a=one, b=other),
                "verdict": self._settled(one, other),
                "address": addresses.in_language(
                    self._language, addresses.pair(self._catalogue.id, one, other)
                ),
            }
            for one, other in self._catalogue.vocabulary.popular
        ]

    def _settled(self, one: str, other: str) -> str:
        insight = self._catalogue.insights.get((one, other))
        if insight:
            return insight.text(self._language).answer
        by_id = self._catalogue.by_id
        return DOT.join(by_id[code].name[self._language] for code in (one, other))

    @cached_property
    def groups(self) -> list[dict[str, Any]]:
        """The codes by class, for lists."""
        language = self._language
        return [
            {
                "tone": group.tone,
                "is_failure": group.outcome == "failure",
                "label": group.label[language],
                "meaning": group.meaning[language],
                "codes": [
                    {
                        "code": code.code,
                        "name": code.name[language],
                        "gist": self._gist(code),
                        "standing": self._catalogue.standings[code.standing].label[language],
                        "address": addresses.in_language(
                            language, addresses.code(self._catalogue.id, code.code)
                        ),
                    }
                    for code in self._catalogue.codes
                    if code.class_ == group.id
                ],
            }
            for group in self._catalogue.vocabulary.classes
        ]

    @cached_property
    def tables(self) -> list[dict[str, Any]]:
        """What is said of the tables that lead to any pair; those that are too large for one page have `address`."""
        return [
            {
                "label": self._label(value),
                "count": self._phrases("matrix.count", codes=str(len(codes))),
                "codes": [code.code for code in codes],
                "address": self._address(value) if value in self.apart else "",
                "rows": [] if value in self.apart else self._rows(codes, codes),
            }
            for value, codes in self._parts.items()
        ]

    def blocks(self, value: str) -> Iterator[dict[str, Any]]:
        """A large table of a part in several: two codes of one class each, then one of either of two classes.

        A browser lays out those that are unfolded.
        """
        of_class = {
            group.id: [code for code in self._parts[value] if code.class_ == group.id]
            for group in self._catalogue.vocabulary.classes
        }
        groups = [group for group in self._catalogue.vocabulary.classes if of_class[group.id]]
        for one, other in (*((one, one) for one in groups), *combinations(groups, 2)):
            shown = [one] if one is other else [one, other]
            rows = self._rows(of_class[one.id], of_class[other.id])
            if any(row["cells"] for row in rows):
                yield {
                    "count": self._phrases(
                        "matrix.count", codes=str(sum(len(of_class[group.id]) for group in shown))
                    ),
                    "classes": [
                        {"tone": group.tone, "label": group.label[self._language]}
                        for group in shown
                    ],
                    "label": ", ".join(group.label[self._language] for group in shown),
                    "codes": [code.code for code in of_class[one.id]],
                    "rows": rows,
                }

    @cached_property
    def apart(self) -> Mapping[str, str]:
        """The parts of the catalogue whose table has a page of its own, with their labels."""
        return {
            value: self._label(value)
            for value, codes in self._parts.items()
            if value and len(codes) > PART_AT_MOST
        }

    def codes_of(self, value: str) -> list[str]:
        """The codes of a part of the catalogue."""
        return [code.code for code in self._parts[value]]

    def _rows(self, columns: list[CodeFile], codes: list[CodeFile]) -> list[dict[str, Any]]:
        """The rows of a table. Each pair has one cell, below the diagonal: twice as many would double the page."""
        rows = []
        for number, row in enumerate(codes):
            shown = columns[:number] if columns is codes else columns
            cells = [self._cell(column.code, row.code) for column in shown]
            rows.append({"code": row.code, "cells": cells, "rest": len(columns) - len(cells)})
        return rows

    @cached_property
    def _parts(self) -> Mapping[str, list[CodeFile]]:
        """The codes of each table: by their answer on an axis, or all in one, where that is not too large."""
        axis, codes = self._catalogue.vocabulary.tables_by, self._catalogue.codes
        if axis is None:
            return {"": list(codes)} if len(codes) <= MATRIX_AT_MOST else {}
        found = {
            value: [code for code in codes if code.facts.get(axis) == value]
            for value in self._catalogue.values[axis]
        }
        return {value: codes for value, codes in found.items() if len(codes) > 1}

    def _address(self, value: str) -> str:
        return addresses.in_language(self._language, addresses.pairs(self._catalogue.id, value))

    def _label(self, value: str) -> str:
        axis = self._catalogue.vocabulary.tables_by
        label = self._catalogue.values[axis][value].label[self._language] if axis and value else ""
        # No line begins with a dash.
        return label.replace(" — ", "\N{NO-BREAK SPACE}— ")

    @cached_property
    def legend(self) -> list[dict[str, str]]:
        """The relations that cells show, with their signs and what they mean."""
        return [
            {
                "relation": relation,
                "sign": _SIGNS[relation],
                "name": self._word(relation),
                "meaning": self._meaning(relation),
            }
            for relation in dict.fromkeys((*self._catalogue.vocabulary.relations, "apart"))
        ]

    def _meaning(self, relation: str) -> str:
        # Where codes are known by no points of a session, nothing is said of these.
        if relation == "apart" and not self._catalogue.vocabulary.stages:
            return self._phrases("matrix.apart_bare")
        return self._phrases(f"matrix.{relation.replace('-', '_')}")

    def _word(self, relation: str) -> str:
        return self._phrases(f"matrix.name_{relation.replace('-', '_')}")

    def _cell(self, a: str, b: str) -> dict[str, Any]:
        """A pair: what settles it if somebody has explained it, else how its codes are related."""
        by_id = self._catalogue.by_id
        relation = compare(self._catalogue, by_id[a], by_id[b]).relation
        insight = self._catalogue.insights.get((a, b))
        name = self._phrases("pair.name", a=a, b=b)
        said = insight.text(self._language).answer if insight else self._word(relation)
        return {
            "address": addresses.pair_name(a, b),
            "name": f"{name}: {said}",
            "sign": _SIGNS[relation],
            # Most pairs are apart, which no colour shows.
            "marks": " ".join(
                mark
                for mark, is_so in ((relation, relation != "apart"), ("told", insight is not None))
                if is_so
            ),
        }

    def _gist(self, code: CodeFile) -> str:
        return self._phrases("code.gist", code=code.code, gist=code.text(self._language).gist)
