"""What must hold between the values of content files, beyond their shape.

Each check is a generator of problems; its docstring is the rule.
`run` reports all of them together.
"""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from codepairs import catalogue, handwritten, korean, prose
from codepairs.catalogue import Catalogue, Content, LoadedCatalogue, LoadedContent
from codepairs.errors import ContentError, Problem
from codepairs.handwritten import HandwrittenPage
from codepairs.parsing import one_of
from codepairs.phrasing import slots
from codepairs.schema import LANGUAGES, CodeFile, CodeText, Language, Reply, Source
from codepairs.yamlfile import Document, Location


def load(folder: Path, pages_folder: Path) -> tuple[Content, tuple[HandwrittenPage, ...]]:
    """The content below `folder` and the hand-written pages below `pages_folder`, read and checked.

    Raises `ContentError` with every problem of the run.
    """
    problems: list[Problem] = []
    pages: tuple[HandwrittenPage, ...] = ()
    loaded: LoadedContent | None = None
    try:
        pages = handwritten.read(pages_folder)
    except ContentError as error:
        problems.extend(error.problems)
    try:
        loaded = catalogue.read(folder)
        problems.extend(run(loaded))
    except ContentError as error:
        problems.extend(error.problems)
    if problems or loaded is None:
        raise ContentError(problems)
    return loaded.content, pages


def run(loaded: LoadedContent) -> Iterator[Problem]:
    """Every problem in content that has the right shape."""
    for one in loaded.catalogues:
        for check in CATALOGUE_CHECKS:
            yield from check(one)
        for code in one.catalogue.codes:
            for code_check in CODE_CHECKS:
                yield from code_check(one.catalogue, code, one.codes[code.code])
    yield from phrases_agree(loaded)


def phrases_agree(loaded: LoadedContent) -> Iterator[Problem]:
    """Both languages have the same phrases, each with the same slots."""
    patterns = {language: file.root for language, file in loaded.phrases.items()}
    for language, document in loaded.phrase_documents.items():
        for other in LANGUAGES:
            for key in patterns[other].keys() - patterns[language].keys():
                yield document.problem((), f"expected the phrase {key!r}, which {other}.yml has")
            for key in patterns[other].keys() & patterns[language].keys():
                ours, theirs = slots(patterns[language][key]), slots(patterns[other][key])
                if language < other and ours != theirs:
                    message = f"expected the slots {_listed(theirs)}; got {_listed(ours)}"
                    yield document.problem((key,), message)


def vocabulary_is_sound(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """A catalogue is named after its folder, names nothing twice and refers only to what it defines."""
    vocabulary, document = loaded.catalogue.vocabulary, loaded.vocabulary
    folder = document.file.parent.name
    if vocabulary.id != folder:
        yield document.problem(
            ("id",), f"expected {folder!r}, the folder's name; got {vocabulary.id!r}"
        )
    for field in ("classes", "standings", "roles", "stages", "axes"):
        yield from _no_id_twice(
            document, (field,), [item.id for item in getattr(vocabulary, field)]
        )
    for number, axis in enumerate(vocabulary.axes):
        yield from _no_id_twice(
            document, ("axes", number, "values"), [value.id for value in axis.values]
        )
        for position, value in enumerate(axis.values):
            where = ("axes", number, "values", position, "clause", "ko")
            yield from _clause_problems(document, where, "ko", value.clause.ko)
    stages = list(loaded.catalogue.stages)
    for number, stage in enumerate(vocabulary.stages):
        yield from _known(document, ("stages", number, "path"), stage.path, stages)
    yield from _known(document, ("transcript_order",), vocabulary.transcript_order, stages)
    for missing in sorted(set(stages) - set(vocabulary.transcript_order)):
        yield document.problem(
            ("transcript_order",), f"expected every stage; {missing!r} is missing"
        )
    for number, pair in enumerate(vocabulary.popular):
        yield from _known(document, ("popular", number), pair, list(loaded.catalogue.by_id))


def insights_are_sound(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """An insight is about two codes of its catalogue, in catalogue order, and named after them."""
    order = list(loaded.catalogue.by_id)
    for pair, insight in loaded.catalogue.insights.items():
        document = loaded.insights[pair]
        unknown = list(_known(document, ("pair",), pair, order))
        yield from unknown
        if not unknown and order.index(pair[0]) >= order.index(pair[1]):
            yield document.problem(("pair",), f"expected {pair[1]} before {pair[0]}")
        yield from _named_after(document, ("pair",), "-vs-".join(pair))
        yield from _not_older_than_checks(document, insight.updated, insight.sources)
        for language in LANGUAGES:
            text = insight.text(language)
            texts: dict[Location, str] = {
                (language, "answer"): text.answer,
                (language, "text"): text.text,
            }
            yield from _prose_problems(document, language, texts, plain=())
            yield from _no_sentence_twice(document, texts)


def code_is_named_after_file(_: Catalogue, code: CodeFile, document: Document) -> Iterator[Problem]:
    """The file's name is the code."""
    yield from _named_after(document, ("code",), code.code)


def code_uses_vocabulary(
    catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """Class, standing, stages, axes, values, roles and related codes exist in the catalogue."""
    yield from _known(document, ("class",), [code.class_], list(catalogue.classes), item=False)
    yield from _known(
        document, ("standing",), [code.standing], list(catalogue.standings), item=False
    )
    if code.stages != "any":
        yield from _known(document, ("stages",), code.stages, list(catalogue.stages))
    axes = list(catalogue.values)
    for axis, value in code.facts.items():
        if axis not in catalogue.values:
            message, hint = one_of(axis, axes)
            yield document.problem(("facts", axis), message, hint)
        elif value not in catalogue.values[axis]:
            message, hint = one_of(value, list(catalogue.values[axis]))
            yield document.problem(("facts", axis), message, hint)
    others = [other for other in catalogue.by_id if other != code.code]
    yield from _known(document, ("related",), code.related, others)
    roles = [role.id for role in catalogue.roles]
    for language in LANGUAGES:
        for role in code.text(language).actions:
            if role not in roles:
                message, hint = one_of(role, roles)
                yield document.problem((language, "actions", role), message, hint)


def code_fits_its_class(
    catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """A code begins with its class's prefix, and so do its enhanced codes (RFC 3463 §2)."""
    found = catalogue.classes.get(code.class_)
    if found and not code.code.startswith(found.prefix):
        message = f"expected the class of a code in {found.prefix}…; got {code.class_!r}"
        yield document.problem(("class",), message)
    for number, enhanced in enumerate(code.enhanced):
        if enhanced[0] != code.code[0]:
            message = f"expected an enhanced code in {code.code[0]}…; got {enhanced!r}"
            yield document.problem(("enhanced", number), message)


def lines_and_replies_begin_with_code(
    catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """Whatever quotes the code begins with it, and every stage of the code has a line for its transcript."""
    expected = re.compile(rf"{re.escape(code.code)}(?![\w.])")
    quotes: list[tuple[Location, str]] = [
        (("lines", key), line) for key, line in code.lines.items()
    ]
    quotes += [(("replies", n, "text"), reply.text) for n, reply in enumerate(code.replies)]
    for location, text in quotes:
        if not expected.match(text):
            message = f"expected a reply that begins with {code.code}; got {text[:40]!r}"
            yield document.problem(location, message)
    stages = catalogue.stages_of(code)
    for key in code.lines:
        if key not in (*stages, "any"):
            message, hint = one_of(key, ["any", *stages])
            yield document.problem(("lines", key), message, hint)
    for stage in stages:
        if stage not in code.lines and "any" not in code.lines:
            message = f"expected a line for the stage {stage!r}, or one for 'any'"
            yield document.problem(("lines",), message)


def code_dates_are_true(_: Catalogue, code: CodeFile, document: Document) -> Iterator[Problem]:
    """A file is not older than the checks it reports."""
    yield from _not_older_than_checks(document, code.updated, [*code.sources, *code.replies])


def languages_agree(_: Catalogue, code: CodeFile, document: Document) -> Iterator[Problem]:
    """Both languages say something about the same axes and the same roles, and only about axes with a value."""
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        ours, theirs = code.text(language), code.text(other)
        for field in ("facts", "actions"):
            for key in getattr(theirs, field).keys() - getattr(ours, field).keys():
                message = f"expected {key!r}, as in {other}"
                yield document.problem((language, field), message)
        for axis in ours.facts.keys() - code.facts.keys():
            yield document.problem((language, "facts", axis), "expected an axis that has a value")


def texts_are_clean(_: Catalogue, code: CodeFile, document: Document) -> Iterator[Problem]:
    """Texts fit the sentences they are put into, hold no raw HTML, and no sentence stands twice."""
    for language in LANGUAGES:
        texts = dict(_texts(language, code.text(language)))
        plain = [where for where in texts if where[1] in ("gist", "next", "facts")]
        yield from _prose_problems(document, language, texts, plain)
        yield from _no_sentence_twice(document, texts)
        for where in plain:
            yield from _clause_problems(document, where, language, texts[where])


Check = Callable[[LoadedCatalogue], Iterator[Problem]]
CodeCheck = Callable[[Catalogue, CodeFile, Document], Iterator[Problem]]
CATALOGUE_CHECKS: tuple[Check, ...] = (vocabulary_is_sound, insights_are_sound)
CODE_CHECKS: tuple[CodeCheck, ...] = (
    code_is_named_after_file,
    code_uses_vocabulary,
    code_fits_its_class,
    lines_and_replies_begin_with_code,
    code_dates_are_true,
    languages_agree,
    texts_are_clean,
)

# Four English words in a row are a sentence, not a name.
_ENGLISH = re.compile(r"\b[A-Za-z']{2,}(?:[ ,]+[a-z']{1,}){3,}")
_UNDECIDED_PARTICLE = re.compile(
    r"(?:은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로|와\(과\)|는\(은\))"
)


def _texts(language: Language, text: CodeText) -> Iterator[tuple[Location, str]]:
    yield (language, "gist"), text.gist
    yield (language, "next"), text.next
    for axis, clause in text.facts.items():
        yield (language, "facts", axis), clause
    yield (language, "meaning"), text.meaning
    for number, situation in enumerate(text.when):
        yield (language, "when", number), situation
    for role, action in text.actions.items():
        yield (language, "actions", role), action
    yield (language, "use"), text.use


def _prose_problems(
    document: Document, language: Language, texts: Mapping[Location, str], plain: Iterable[Location]
) -> Iterator[Problem]:
    for where, text in texts.items():
        if tag := prose.raw_html(text):
            yield document.problem(where, f"expected text without HTML; found {tag!r}")
        for target in prose.link_targets(text):
            if not re.match(r"https?://|\.\./", target):
                yield document.problem(where, f"expected an http(s) link; found {target!r}")
        if language == "ko":
            yield from _korean_problems(document, where, prose.without_code(text))
    for where in plain:
        if prose.has_markup(texts[where]):
            yield document.problem(where, "expected plain words; found Markdown")


def _korean_problems(document: Document, where: Location, text: str) -> Iterator[Problem]:
    for used, right in korean.wrong_particles(text):
        yield document.problem(where, f"expected {right!r}; found {used!r}")
    if found := _UNDECIDED_PARTICLE.search(text):
        yield document.problem(where, f"expected one particle; found {found.group()!r}")
    if found := _ENGLISH.search(text):
        yield document.problem(where, f"expected Korean; found {found.group()!r}")


def _clause_problems(
    document: Document, where: Location, language: Language, clause: str
) -> Iterator[Problem]:
    """A clause carries no full stop; in Korean a gist ends in -다 and the others in -니다."""
    if clause.endswith("."):
        yield document.problem(where, "expected a clause without a full stop")
    if language == "ko":
        ending = "다" if "gist" in where else "니다"
        if not clause.endswith(ending):
            message = f"expected a clause ending in -{ending}; found {clause[-12:]!r}"
            yield document.problem(where, message)


def _no_sentence_twice(document: Document, texts: Mapping[Location, str]) -> Iterator[Problem]:
    seen: dict[str, Location] = {}
    for where, text in texts.items():
        for sentence in prose.sentences(text):
            if sentence in seen:
                first = document.line(seen[sentence])
                message = f"expected a sentence only once; line {first} has {sentence[:40]!r} too"
                yield document.problem(where, message)
            seen.setdefault(sentence, where)


def _not_older_than_checks(
    document: Document, updated: datetime.date, checked: Iterable[Source | Reply]
) -> Iterator[Problem]:
    latest = max((item.checked for item in checked), default=updated)
    if updated < latest:
        yield document.problem(("updated",), f"expected {latest} or later; got {updated}")


def _named_after(document: Document, where: Location, name: str) -> Iterator[Problem]:
    if document.file.stem != name:
        message = f"expected {document.file.stem!r}, the file's name; got {name!r}"
        yield document.problem(where, message)


def _no_id_twice(document: Document, where: Location, ids: list[str]) -> Iterator[Problem]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield document.problem(where, f"expected each id once; got {name!r} {count} times")


def _known(
    document: Document,
    where: Location,
    found: Iterable[str],
    expected: list[str],
    *,
    item: bool = True,
) -> Iterator[Problem]:
    for number, name in enumerate(found):
        if name not in expected:
            message, hint = one_of(name, expected)
            yield document.problem((*where, number) if item else where, message, hint)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"
