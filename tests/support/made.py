"""Content made for tests: a parcel office whose clerk answers with codes. Editing the shipped content breaks none of it.

A parcel is named, then handed over. The clerk's codes begin with Y (yes), G (go on), L (later) and N (no).
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import CatalogueFile
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.pairs import PairFile
from codepairs.content.schema.providers import ProviderFile
from codepairs.content.schema.situations import SituationFile
from codepairs.content.uses import Answer

DAY = datetime.date(2026, 11, 24)
SOURCE = {
    "title": "Rules",
    "section": "1",
    "url": "https://example.org/rules#1",
    "checked": DAY,
}


def text(english: str) -> dict[str, str]:
    """A text in both languages; the Korean one is a clause that goes on and can be read."""
    return {"en": english, "ko": f"{english} 합니다"}


def _class(name: str, prefix: str, outcome: str, tone: str, **facts: str) -> dict[str, Any]:
    return {
        "id": name,
        "prefix": prefix,
        "outcome": outcome,
        "tone": tone,
        "facts": facts,
        "label": text(name),
        "meaning": text(f"It is {name}."),
    }


def _axis(name: str, *values: str, **flags: bool) -> dict[str, Any]:
    return {
        "id": name,
        "label": text(name),
        "question": text(f"What of the {name}?"),
        "values": [_value(name, value) for value in values],
        **flags,
    }


def _value(axis: str, name: str) -> dict[str, Any]:
    """An answer; from `nobody` nothing follows."""
    clause = text(f"the {axis} is {name}")
    return {"id": name, "label": text(name), "clause": clause, "idle": name == "nobody"}


VOCABULARY: dict[str, Any] = {
    "id": "parcel",
    "short": text("Parcel"),
    "title": text("Parcel codes"),
    "description": text("What the clerk says."),
    "classes": [
        _class("yes", "Y", "success", "ok"),
        _class("go", "G", "progress", "go"),
        _class("later", "L", "failure", "wait", fate="waits"),
        _class("no", "N", "failure", "fail", fate="returned"),
    ],
    "standings": [
        {
            "id": "rules",
            "label": text("Rules"),
            "meaning": text("In the rules."),
            "clause": text("stands in the rules"),
            "defines_stages": True,
        },
        {
            "id": "annex",
            "label": text("Annex"),
            "meaning": text("In an annex."),
            "clause": text("stands in {source}"),
            "defines_stages": True,
        },
        {
            "id": "habit",
            "label": text("Habit"),
            "meaning": text("A habit."),
            "clause": text("is a habit"),
        },
        {"id": "rumour", "label": text("Rumour"), "meaning": text("A rumour.")},
    ],
    "roles": [
        {"id": "sender", "label": text("Sender")},
        {"id": "clerk", "label": text("Clerk"), "decides": True},
    ],
    "stages": [
        {
            "id": "greet",
            "main": True,
            "label": text("Greet"),
            "path": [],
            "client": None,
            "ok": "Y1 Good day",
        },
        {
            "id": "name",
            "main": True,
            "label": text("Name"),
            "path": ["greet"],
            "client": "FOR anna",
            "ok": "Y2 Known",
        },
        {
            "id": "hand",
            "main": True,
            "label": text("Hand"),
            "path": ["greet", "name"],
            "client": "HERE",
            "ok": "G1 Put it down",
        },
        {
            "id": "down",
            "main": True,
            "label": text("Down"),
            "path": ["greet", "name", "hand"],
            "client": "(parcel)",
            "ok": "Y3 Taken",
        },
        {
            "id": "ask",
            "main": False,
            "label": text("Ask"),
            "path": ["greet"],
            "client": "HOURS",
            "ok": "Y4 Nine to five",
        },
    ],
    "transcript_order": ["down", "name", "hand", "greet", "ask"],
    "stages_source": {"title": "Rules", "section": "4", "url": "https://example.org/rules#4"},
    "relations": ["twins", "same-fate", "sequence", "alternatives", "apart"],
    "axes": [
        _axis("fate", "taken", "waits", "returned", consequence=True, verdict=True),
        _axis("payer", "nobody", "sender", "reader"),
        _axis("weight", "light", "heavy"),
        _axis("door", "open", "shut", consequence=True),
        _axis("reason", "address", "size", "hours", reason=True),
    ],
}


def vocabulary(**changes: Any) -> CatalogueFile:
    """The vocabulary of the parcel office, with fields changed."""
    return CatalogueFile.model_validate({**VOCABULARY, **changes})


def code(
    name: str,
    *,
    clauses: Mapping[str, str] | None = None,
    actions: Mapping[str, str] | None = None,
    **fields: Any,
) -> CodeFile:
    """A code of the parcel office; `clauses` are its own words per axis."""
    classes = {item["prefix"]: item["id"] for item in VOCABULARY["classes"]}
    told = {
        "next": f"look at {name}",
        "meaning": f"The clerk says {name}.",
        "when": [f"When {name} is said."],
        "actions": dict(actions or {}),
        "use": f"Say {name}.",
        "facts": dict(clauses or {}),
    }
    return CodeFile.model_validate(
        {
            "code": name,
            "name": text(f"Name of {name}"),
            "class": classes[name[0]],
            "standing": "rules",
            "updated": DAY,
            "facts": {},
            "lines": {"any": f"{name} so says the clerk"},
            "sources": [SOURCE],
            "en": {"gist": f"the clerk says {name}", **told},
            "ko": {"gist": f"{name} 말을 한다", **told},
            **fields,
        }
    )


def situation(
    name: str, *, stages: Mapping[str, str | list[str]] | None = None, **fields: Any
) -> SituationFile:
    """A situation that can come to anything, at any stage unless said otherwise."""
    outcome = {"next": text(f"mend {name}"), "en": {}, "ko": {}}
    return SituationFile.model_validate(
        {
            "id": name,
            "group": "all",
            "name": text(f"The {name}"),
            "gist": text(f"it is {name}"),
            "updated": DAY,
            "stages": dict.fromkeys(("greet", "name", "hand", "down", "ask"), "")
            if stages is None
            else stages,
            "outcomes": dict.fromkeys(("yes", "go", "later", "no"), outcome),
            "sources": [SOURCE],
            **fields,
        }
    )


def use(name: str, **fields: Any) -> dict[str, Any]:
    """A use as a code's file writes it; the rules say so unless `by` names somebody."""
    return {"situation": name, "url": "https://example.org/rules#2", "checked": DAY, **fields}


def answer(provider: str, reply: str, situation_id: str, **fields: Any) -> Answer:
    """A quoted reply of a provider."""
    told = {"means": "It means so.", "do": "Do so."}
    quoted = {
        "id": reply.lower().replace(" ", "-"),
        "text": reply,
        "mark": reply,
        "situation": situation_id,
        "source": "https://example.org/seen",
        "checked": DAY,
        "en": told,
        "ko": told,
        **fields,
    }
    found = ProviderFile.model_validate(
        {
            "id": provider,
            "name": text(provider),
            "kind": "clerk",
            "updated": DAY,
            "en": {"about": "About."},
            "ko": {"about": "About."},
            "replies": [quoted],
        }
    )
    return Answer(found, found.replies[0])


def insight(a: str, b: str) -> PairFile:
    """Hand-written text about two codes."""
    told = {"answer": f"{a} is not {b}.", "text": "They differ."}
    return PairFile.model_validate(
        {"pair": [a, b], "updated": DAY, "sources": [SOURCE], "en": told, "ko": told}
    )


def catalogue(
    *codes: CodeFile,
    situations: Sequence[SituationFile] = (),
    answers: Sequence[Answer] = (),
    insights: Sequence[PairFile] = (),
    **changes: Any,
) -> Catalogue:
    """The parcel office with these codes, in the order given."""
    return Catalogue(
        protocol="parcel",
        vocabulary=vocabulary(**changes),
        codes=tuple(codes),
        situations={one.id: one for one in situations},
        insights={one.pair: one for one in insights},
        answers={
            one.code: [each for each in answers if one.code in each.reply.codes] for one in codes
        },
    )
