"""What must hold of the vocabulary of a catalogue and of its insights."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from codepairs.checks.names import (
    can_be_read,
    known,
    known_facts,
    named_after,
    no_id_twice,
    not_older_than_checks,
)
from codepairs.checks.texts import clause_problems, no_sentence_twice, prose_problems
from codepairs.content.reading import LoadedCatalogue
from codepairs.content.schema.base import Text
from codepairs.content.yamlfile import Document, Location
from codepairs.language import markdown, phrases
from codepairs.languages import LANGUAGES, MOST_IN_DESCRIPTION, Language
from codepairs.problems import Problem, shown

# What takes up a sentence before it.
_GOES_ON: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(r"(?:So|That|Therefore|Hence|Thus|And|But)\b"),
    "ko": re.compile(
        r"(?:그러니|그래서|그러므로|따라서|그러나|하지만|그리고|이것은|그것은)(?![가-힣])"
    ),
}


def vocabulary_is_sound(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """A catalogue is named after its folder, names nothing twice and refers only to what it defines."""
    vocabulary, document = loaded.catalogue.vocabulary, loaded.vocabulary
    folder = document.file.parent.name
    if vocabulary.id != folder:
        yield document.problem(
            ("id",), f"expected {folder!r}, the folder's name; got {shown(vocabulary.id)}"
        )
    for field in ("classes", "standings", "roles", "stages", "axes"):
        yield from no_id_twice(document, (field,), [item.id for item in getattr(vocabulary, field)])
    yield from no_id_twice(document, ("relations",), [*vocabulary.relations])
    for number, axis in enumerate(vocabulary.axes):
        yield from no_id_twice(
            document, ("axes", number, "values"), [value.id for value in axis.values]
        )
    if vocabulary.tables_by:
        axes = list(loaded.catalogue.values)
        yield from known(document, ("tables_by",), [vocabulary.tables_by], axes, item=False)
    for number, pair in enumerate(vocabulary.popular):
        yield from known(document, ("popular", number), pair, list(loaded.catalogue.by_id))
        if any(set(pair) == set(other) for other in vocabulary.popular[:number]):
            yield document.problem(("popular", number), "expected each pair once; it stands above")


def stages_are_sound(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """Stages refer to each other only, and every one has its place in the order of a transcript."""
    vocabulary, document = loaded.catalogue.vocabulary, loaded.vocabulary
    stages = list(loaded.catalogue.stages)
    for number, stage in enumerate(vocabulary.stages):
        yield from known(document, ("stages", number, "path"), stage.path, stages)
    yield from known(document, ("transcript_order",), vocabulary.transcript_order, stages)
    for missing in sorted(set(stages) - set(vocabulary.transcript_order)):
        yield document.problem(
            ("transcript_order",), f"expected every stage; {missing!r} is missing"
        )


def words_fit_their_sentences(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """Clauses are clauses, a text has no slot but the one that is filled, and particles can follow roles."""
    vocabulary, document = loaded.catalogue.vocabulary, loaded.vocabulary
    for number, axis in enumerate(vocabulary.axes):
        for position, value in enumerate(axis.values):
            where: Location = ("axes", number, "values", position, "clause", "ko")
            yield from clause_problems(document, where, "ko", value.clause.ko)
    for number, standing in enumerate(vocabulary.standings):
        if standing.clause is None:
            continue
        for language in LANGUAGES:
            where = ("standings", number, "clause", language)
            yield from clause_problems(document, where, language, standing.clause[language])
        where = ("standings", number, "clause")
        yield from _fills_only(document, where, standing.clause, "source")
    for number, role in enumerate(vocabulary.roles):
        yield from can_be_read(document, ("roles", number, "label", "ko"), role.label.ko)
        if role.opening:
            yield from _fills_only(document, ("roles", number, "opening"), role.opening, "codes")
    for number, link in enumerate(vocabulary.companions):
        where = ("companions", number, "shared")
        yield from _fills_only(document, where, link.shared, "shared")


def _fills_only(document: Document, where: Location, text: Text, slot: str) -> Iterator[Problem]:
    """In either language a text is filled by one slot, in Korean with a particle where it needs one."""
    for language in LANGUAGES:
        place = (*where, language)
        wrong = list(phrases.faults(text[language], language))
        yield from (document.problem(place, message) for message in wrong)
        other = sorted(phrases.slots(text[language]) - {slot})
        if other and not wrong:
            message = f"expected no slot but {{{slot}}}; got {', '.join(other)}"
            yield document.problem(place, message)


def each_code_stands_once(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """No code is in two files; one of them may be a file of several classes."""
    for name, count in Counter(code.code for code in loaded.catalogue.codes).items():
        if count > 1:
            message = f"expected each code in one file; {name} stands in another one too"
            yield loaded.codes[name].problem(("code",), message)


def no_two_codes_are_written_alike(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """A number or another way of writing a code leads to that code alone."""
    owners: dict[str, str] = {}
    for code in loaded.catalogue.codes:
        owners.setdefault(code.code.casefold(), code.code)
    for code in loaded.catalogue.codes:
        numbers = [] if code.number is None else [(("number",), str(code.number))]
        aliases = [(("aliases", at), alias) for at, alias in enumerate(code.aliases)]
        for where, written in (*numbers, *aliases):
            owner = owners.setdefault(written.casefold(), code.code)
            if owner != code.code:
                message = f"expected what leads to no other code; {shown(written)} is {owner}"
                yield loaded.codes[code.code].problem(where, message)


def facts_are_answers(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """What follows from a class, or from digits, are values of axes."""
    vocabulary = loaded.catalogue.vocabulary
    for field in ("classes", "derived"):
        for number, rule in enumerate(getattr(vocabulary, field)):
            where = (field, number, "facts")
            yield from known_facts(loaded.vocabulary, where, rule.facts, loaded.catalogue.values)


def insights_are_sound(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """An insight is about two codes of its catalogue, in catalogue order, and named after them.

    The first sentence of its answer is one that search results show whole.
    """
    order = list(loaded.catalogue.by_id)
    for pair, insight in loaded.catalogue.insights.items():
        document = loaded.insights[pair]
        unknown = list(known(document, ("pair",), pair, order))
        yield from unknown
        if not unknown and order.index(pair[0]) >= order.index(pair[1]):
            yield document.problem(("pair",), f"expected {pair[1]} before {pair[0]}")
        yield from named_after(document, ("pair",), "-vs-".join(pair))
        yield from not_older_than_checks(document, insight.updated, insight.sources)
        for language in LANGUAGES:
            text = insight.text(language)
            texts: dict[Location, str] = {
                (language, "answer"): text.answer,
                (language, "text"): text.text,
            }
            yield from prose_problems(document, language, texts, plain=[(language, "answer")])
            yield from no_sentence_twice(document, texts)
            first, most = markdown.sentences(text.answer)[:1], MOST_IN_DESCRIPTION[language]
            if first and len(first[0]) > most:
                message = (
                    f"expected a first sentence of at most {most} characters; found {len(first[0])}"
                )
                yield document.problem((language, "answer"), message)
            # On the page the answer stands far above, at its head.
            if found := _GOES_ON[language].match(text.text):
                message = f"expected a text that begins anew; found {shown(found.group())}"
                yield document.problem((language, "text"), message)


Check = Callable[[LoadedCatalogue], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (
    vocabulary_is_sound,
    stages_are_sound,
    words_fit_their_sentences,
    each_code_stands_once,
    no_two_codes_are_written_alike,
    facts_are_answers,
    insights_are_sound,
)
