"""What must hold of situations, and of what codes and replies say of them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from codepairs.checks.names import (
    is_named_after_file,
    known,
    known_facts,
    not_older_than_checks,
)
from codepairs.checks.texts import no_sentence_twice, prose_problems, wording_problems
from codepairs.content.reading import LoadedProtocol
from codepairs.content.schema.catalogues import QUEUE
from codepairs.content.schema.codes import LIST, STANDARD, CodeFile, Use
from codepairs.content.schema.providers import ProviderFile, Reply
from codepairs.content.schema.situations import BESIDE_CODE, BESIDE_ITS_CODE, PARTED, SituationFile
from codepairs.content.yamlfile import Document, Location
from codepairs.languages import LANGUAGES
from codepairs.problems import Problem, ending, shown

# What a sentence that tells somebody to do something ends in.
_ADVICE: Final = re.compile(r"(?:세요|니다)$")


def uses_vocabulary(
    loaded: LoadedProtocol, situation: SituationFile, document: Document
) -> Iterator[Problem]:
    """Group, stages, axes, values, classes, roles and neighbours are those of the protocol."""
    groups = [group.id for group in loaded.protocol.vocabulary.groups]
    yield from known(document, ("group",), [situation.group], groups, item=False)
    for stage in situation.stages:
        yield from known(document, ("stages", stage), [stage], _stages(loaded), item=False)
    yield from known(document, ("skips",), situation.skips, _stages(loaded))
    yield from _known_facts(loaded, document, ("facts",), situation.facts)
    classes = {name: None for one in loaded.protocol.catalogues for name in one.classes}
    roles = {role.id: None for one in loaded.protocol.catalogues for role in one.roles}
    for name, outcome in situation.outcomes.items():
        where = ("outcomes", name)
        yield from known(document, where, [name], list(classes), item=False)
        yield from _known_facts(loaded, document, (*where, "facts"), outcome.facts)
        for language in LANGUAGES:
            for role in outcome.actions(language):
                place = (*where, language, role)
                yield from known(document, place, [role], list(roles), item=False)
    for number, confusion in enumerate(situation.confused):
        others = [one for one in loaded.protocol.situations if one != situation.id]
        yield from known(
            document, ("confused", number, "with"), [confusion.with_], others, item=False
        )


def speaks_both_languages(
    _: LoadedProtocol, situation: SituationFile, document: Document
) -> Iterator[Problem]:
    """An outcome tells the same roles what to do in both languages."""
    for name, outcome in situation.outcomes.items():
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            for role in outcome.actions(other).keys() - outcome.actions(language).keys():
                message = f"expected {role!r}, as in {other}"
                yield document.problem(("outcomes", name, language), message)


def texts_fit_their_places(
    _: LoadedProtocol, situation: SituationFile, document: Document
) -> Iterator[Problem]:
    """Texts are clean, no sentence stands twice, and gist and advice fit the sentences they are put into."""
    for language in LANGUAGES:
        texts: dict[Location, str] = {("gist", language): situation.gist[language]}
        advice: dict[Location, str] = {}
        for name, outcome in situation.outcomes.items():
            advice["outcomes", name, "next", language] = outcome.next[language]
            for role, text in outcome.actions(language).items():
                texts["outcomes", name, language, role] = text
        for number, confusion in enumerate(situation.confused):
            texts["confused", number, language] = confusion.text(language)
        clauses = {("gist", language): situation.gist[language], **advice}
        yield from wording_problems(
            document, ("name", language), language, situation.name[language]
        )
        yield from prose_problems(document, language, texts | advice, plain=clauses)
        yield from no_sentence_twice(document, texts)
        for where, text in clauses.items():
            if text.endswith("."):
                yield document.problem(where, "expected a clause without a full stop")
            if language == "ko" and not _ADVICE.search(text):
                message = f"expected a sentence ending in -니다 or -세요; found {ending(text)}"
                yield document.problem(where, message)


Check = Callable[[LoadedProtocol, SituationFile, Document], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (
    is_named_after_file,
    uses_vocabulary,
    speaks_both_languages,
    texts_fit_their_places,
)


def phrases_tell_situations_apart(loaded: LoadedProtocol) -> Iterator[Problem]:
    """No phrase is said of two situations: it could not tell which of them it is."""
    seen: dict[str, str] = {}
    for document, situation in loaded.situations:
        said = [
            phrase.removeprefix(BESIDE_CODE).removeprefix(BESIDE_ITS_CODE)
            for phrase in situation.said
        ]
        for number, phrase in enumerate(said):
            first = seen.setdefault(phrase.casefold(), situation.id)
            if first != situation.id or phrase in said[:number]:
                message = f"expected a phrase that is said of nothing else; {first} has it too"
                yield document.problem(("said", number), message)
            if PARTED in phrase:
                message = f"expected a phrase without {PARTED}, which parts phrases; found {shown(phrase)}"
                yield document.problem(("said", number), message)


def words_of_others_are_accounted_for(loaded: LoadedProtocol) -> Iterator[Problem]:
    """Every word of a vocabulary has its situation, or a line that says why not; nothing else is called so."""
    vocabularies = loaded.protocol.vocabulary.vocabularies
    words = {vocabulary.id: vocabulary.words for vocabulary in vocabularies}
    mapped: set[tuple[str, str]] = set()
    for document, situation in loaded.situations:
        for name, used in situation.called.items():
            where = ("called", name)
            yield from known(document, where, [name], list(words), item=False)
            if name in words:
                yield from known(document, where, used, words[name])
            mapped.update((name, word) for word in used)
    for number, vocabulary in enumerate(vocabularies):
        place = ("vocabularies", number)
        yield from known(
            loaded.vocabulary,
            (*place, "unmapped"),
            vocabulary.unmapped,
            vocabulary.words,
            item=False,
        )
        for word in vocabulary.words:
            if ((vocabulary.id, word) in mapped) == (word in vocabulary.unmapped):
                message = f"expected {word!r} either in a situation's `called` or in `unmapped`"
                yield loaded.vocabulary.problem((*place, "words"), message)


def words_of_events_stand_for_one_situation(loaded: LoadedProtocol) -> Iterator[Problem]:
    """What a word mostly stands for is one of several situations that are called so."""
    for number, vocabulary in enumerate(loaded.protocol.vocabulary.vocabularies):
        for word, typical in vocabulary.typical.items():
            listed = [
                situation.id
                for _, situation in loaded.situations
                if word in situation.called.get(vocabulary.id, [])
            ]
            where = ("vocabularies", number, "typical", word)
            yield from known(loaded.vocabulary, where, [typical], listed, item=False)
            if listed == [typical]:
                message = f"expected no word that only {typical} is called by"
                yield loaded.vocabulary.problem(where, message)


def replies_name_their_situation(loaded: LoadedProtocol) -> Iterator[Problem]:
    """In a protocol that has situations, each quoted reply says what happened, and at a stage that there is."""
    if not loaded.situations:
        return
    for document, provider in loaded.providers:
        for number, reply in enumerate(provider.replies):
            yield from _reply_problems(loaded, document, provider, number, reply)


def _reply_problems(
    loaded: LoadedProtocol, document: Document, provider: ProviderFile, number: int, reply: Reply
) -> Iterator[Problem]:
    where = ("replies", number)
    situations = loaded.protocol.situations
    if reply.situation is None:
        yield document.problem(where, f"expected a situation of {provider.id}'s reply {reply.id}")
    elif reply.situation not in situations:
        yield from known(
            document, (*where, "situation"), [reply.situation], list(situations), item=False
        )
    else:
        yield from _has_outcome(
            loaded, document, (*where, "situation"), reply.situation, reply.codes
        )
        yield from _can_happen(loaded, document, (*where, "situation"), reply)
    if reply.stage:
        yield from known(document, (*where, "stage"), [reply.stage], _stages(loaded), item=False)


def uses_are_known(loaded: LoadedProtocol) -> Iterator[Problem]:
    """A code stands for situations of its protocol, at stages that there are, at the standard or a provider."""
    providers = [STANDARD, LIST, *(provider.id for _, provider in loaded.providers)]
    for one in loaded.catalogues:
        for code in one.catalogue.codes:
            document = one.codes[code.code]
            for number, use in enumerate(code.uses):
                where = ("uses", number)
                yield from _use_problems(loaded, document, where, code, use)
                yield from known(document, (*where, "by"), [use.by], providers, item=False)
                if use in code.uses[:number]:
                    yield document.problem(where, "expected each use once; it stands above")
            yield from not_older_than_checks(document, code.updated, code.uses)


def _use_problems(
    loaded: LoadedProtocol, document: Document, where: Location, code: CodeFile, use: Use
) -> Iterator[Problem]:
    situations = list(loaded.protocol.situations)
    place = (*where, "situation")
    yield from known(document, place, [use.situation], situations, item=False)
    yield from known(document, (*where, "stages"), use.stages, _stages(loaded))
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        if use.text(other) and not use.text(language):
            yield document.problem((*where, language), f"expected a text, as in {other}")
    if use.situation in situations:
        yield from _has_outcome(loaded, document, place, use.situation, [code.code])


def _can_happen(
    loaded: LoadedProtocol, document: Document, where: Location, reply: Reply
) -> Iterator[Problem]:
    """The situation of a reply can happen at the stage at which the reply is sent, or it is another one.

    What a sending server notes by itself belongs to no stage.
    """
    situation = loaded.protocol.situations[reply.situation or ""]
    if reply.stage and reply.stage != QUEUE and reply.stage not in situation.stages:
        yield document.problem(
            where,
            f"expected a situation that can happen at {reply.stage!r}; got {situation.id!r}",
            f"name another, or add the stage to situations/{situation.id}.yml",
        )


def _has_outcome(
    loaded: LoadedProtocol,
    document: Document,
    where: Location,
    situation: str,
    codes: Sequence[str],
) -> Iterator[Problem]:
    """A situation says what it comes to in the class of each code that is sent for it."""
    outcomes = loaded.protocol.situations[situation].outcomes
    for catalogue in loaded.protocol.catalogues:
        for code in codes:
            if code in catalogue.by_id and catalogue.by_id[code].class_ not in outcomes:
                class_ = catalogue.by_id[code].class_
                message = f"expected a situation that can come to {class_!r}, as {code} says; got {situation!r}"
                yield document.problem(
                    where, message, f"add the outcome to situations/{situation}.yml"
                )


ProtocolCheck = Callable[[LoadedProtocol], Iterator[Problem]]
PROTOCOL_CHECKS: tuple[ProtocolCheck, ...] = (
    phrases_tell_situations_apart,
    words_of_others_are_accounted_for,
    words_of_events_stand_for_one_situation,
    replies_name_their_situation,
    uses_are_known,
)


def _stages(loaded: LoadedProtocol) -> list[str]:
    """The stages of all catalogues, and the queue, where a sending server gives up by itself."""
    found = {stage: None for one in loaded.protocol.catalogues for stage in one.stages}
    return [*found, QUEUE]


def _known_facts(
    loaded: LoadedProtocol, document: Document, where: Location, facts: Mapping[str, str]
) -> Iterator[Problem]:
    """Facts answer axes of the protocol's catalogues with their values."""
    values: dict[str, dict[str, None]] = {}
    for one in loaded.protocol.catalogues:
        for axis, of_axis in one.values.items():
            values.setdefault(axis, {}).update(dict.fromkeys(of_axis))
    yield from known_facts(document, where, facts, values)
