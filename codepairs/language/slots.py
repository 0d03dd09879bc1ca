"""The slots of each phrase: what the program fills in, and so what the phrase has to hold in every language.

They stand here and not beside the phrases, since it is the code that knows them;
a phrase with a slot that nothing fills would only show when a page that uses it is made.
A phrase of one protocol's own has the slots of the one that it replaces.
A test makes pages and compares what was filled in with this table.
"""

from collections.abc import Mapping
from typing import Final

_WRITTEN: Final = {
    "site.updated": "date",
    "site.nav_of": "protocol name",
    "pair.name": "a b",
    "pair.h1": "a b catalogue name_a name_b",
    "pair.title": "a b protocol name_a name_b",
    "pair.title_short": "a b protocol",
    "pair.title_error": "a b protocol name_a name_b",
    "pair.title_error_short": "a b protocol",
    "pair.gists": "a b gist_a gist_b",
    "pair.next": "code next",
    "pair.next_either": "a b next",
    "stages.source": "code source",
    "stages.alternatives": "a b shared standards",
    "stages.also": "code stages",
    "stages.also_any": "code",
    "stages.sequence": "first second stages_first stages_second",
    "stages.interleaved": "a b stages_a stages_b",
    "stages.apart": "a b stages_a stages_b standards",
    "sessions.ends": "code",
    "differences.twins": "a b",
    "differences.same_fate": "a b name_a name_b",
    "differences.same_answers": "a b name_a name_b",
    "differences.axis": "a b clause_a clause_b",
    "differences.single": "clause code",
    "differences.standing": "a b clause_a clause_b",
    "actions.none": "roles",
    "codes.more": "code",
    "sources.checked": "date",
    "code.h1": "catalogue code name",
    "code.title": "protocol code name",
    "code.title_name": "protocol code name",
    "code.title_short": "protocol code",
    "code.title_error": "protocol code name",
    "code.title_final": "protocol code name",
    "code.title_error_name": "protocol code name",
    "code.title_error_short": "protocol code",
    "code.description": "code gist",
    "code.gist": "code gist",
    "code.compare": "code",
    "code.nowhere": "code",
    "catalogue.title": "catalogue",
    "catalogue.count": "codes pairs",
    "home.all": "catalogue",
    "stub.title": "a b",
    "stub.text": "a b",
    "provider.title": "name",
    "provider.title_short": "name",
    "provider.h1": "name",
    "provider.description": "count name",
    "provider.count": "count",
    "stages.section": "section title",
    "stages.alternatives_any": "standards",
    "differences.same_fate_of": "a b name_a name_b situation",
    "differences.same_fate_apart": "a b situation_a situation_b",
    "sessions.ends_for": "code situation",
    "differences.twins_of": "a b situation",
    "situations.more": "count",
    "situations.head": "protocol",
    "situations.description": "protocol",
    "situation.title": "name protocol",
    "situation.title_short": "name protocol",
    "situation.happened": "gist",
    "situation.next": "next",
    "find.mostly": "answer",
    "ticket.helps": "role text",
    "pair.shared": "situations",
    "facts.others": "code",
    "facts.others_both": "a b",
}

# Phrase → its slots; a phrase that is not named here has none.
SLOTS: Final[Mapping[str, frozenset[str]]] = {
    key: frozenset(words.split()) for key, words in _WRITTEN.items()
}
