"""What must hold between the values of content files, beyond their shape.

Each check is a generator of problems; its docstring is the rule.
`run` reports all of them together.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from codepairs import catalogue, handwritten, provider_checks
from codepairs.catalogue import Catalogue, Content, LoadedCatalogue, LoadedContent
from codepairs.errors import ContentError, Problem
from codepairs.handwritten import HandwrittenPage
from codepairs.members import ANY_CLASS
from codepairs.naming import known, listed, named_after, no_id_twice, not_older_than_checks
from codepairs.parsing import one_of
from codepairs.phrasing import slots
from codepairs.schema import LANGUAGES, CodeFile, Language
from codepairs.wording import clause_problems, no_sentence_twice, prose_problems
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
    yield from provider_checks.run(loaded)
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
                    message = f"expected the slots {listed(theirs)}; got {listed(ours)}"
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
        yield from no_id_twice(document, (field,), [item.id for item in getattr(vocabulary, field)])
    for number, axis in enumerate(vocabulary.axes):
        yield from no_id_twice(
            document, ("axes", number, "values"), [value.id for value in axis.values]
        )
        for position, value in enumerate(axis.values):
            where = ("axes", number, "values", position, "clause", "ko")
            yield from clause_problems(document, where, "ko", value.clause.ko)
    stages = list(loaded.catalogue.stages)
    for number, stage in enumerate(vocabulary.stages):
        yield from known(document, ("stages", number, "path"), stage.path, stages)
    yield from known(document, ("transcript_order",), vocabulary.transcript_order, stages)
    for missing in sorted(set(stages) - set(vocabulary.transcript_order)):
        yield document.problem(
            ("transcript_order",), f"expected every stage; {missing!r} is missing"
        )
    for number, pair in enumerate(vocabulary.popular):
        yield from known(document, ("popular", number), pair, list(loaded.catalogue.by_id))


def derived_facts_exist(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """What is derived from digits are values of axes."""
    axes = loaded.catalogue.values
    for number, rule in enumerate(loaded.catalogue.vocabulary.derived):
        for axis, value in rule.facts.items():
            expected = list(axes[axis]) if axis in axes else list(axes)
            found = value if axis in axes else axis
            where = ("derived", number, "facts", axis)
            yield from known(loaded.vocabulary, where, [found], expected, item=False)


def insights_are_sound(loaded: LoadedCatalogue) -> Iterator[Problem]:
    """An insight is about two codes of its catalogue, in catalogue order, and named after them."""
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
            yield from prose_problems(document, language, texts, plain=())
            yield from no_sentence_twice(document, texts)


def code_is_named_after_file(
    _catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """The file's name is the code, or the code with an X for the class (see `members`)."""
    _, placeholder, rest = document.file.stem.partition(ANY_CLASS)
    if not (placeholder and code.code.endswith(rest)):
        yield from named_after(document, ("code",), code.code)


def code_uses_vocabulary(
    catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """Class, standing, stages, axes, values, roles and the codes it points to exist in the catalogue."""
    yield from known(document, ("class",), [code.class_], list(catalogue.classes), item=False)
    yield from known(
        document, ("standing",), [code.standing], list(catalogue.standings), item=False
    )
    if code.stages != "any":
        yield from known(document, ("stages",), code.stages, list(catalogue.stages))
    axes = list(catalogue.values)
    written = {
        axis: value for axis, value in code.facts.items() if ("facts", axis) in document.lines
    }
    for axis, value in written.items():
        if axis not in catalogue.values:
            message, hint = one_of(axis, axes)
            yield document.problem(("facts", axis), message, hint)
        elif value not in catalogue.values[axis]:
            message, hint = one_of(value, list(catalogue.values[axis]))
            yield document.problem(("facts", axis), message, hint)
    others = [other for other in catalogue.by_id if other != code.code]
    yield from known(document, ("related",), code.related, others)
    yield from known(document, ("instead",), code.instead, others)
    roles = [role.id for role in catalogue.roles]
    for language in LANGUAGES:
        for role in code.text(language).actions:
            if role not in roles:
                message, hint = one_of(role, roles)
                yield document.problem((language, "actions", role), message, hint)


def code_fits_its_class(
    catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """A code begins with its class's prefix, and so do the codes that come with it (RFC 3463 §2)."""
    found = catalogue.classes.get(code.class_)
    if found and not code.code.startswith(found.prefix):
        message = f"expected the class of a code in {found.prefix}…; got {code.class_!r}"
        yield document.problem(("class",), message)
    companions = [("enhanced", *item) for item in enumerate(code.enhanced)]
    companions += [("accompanies", *item) for item in enumerate(code.accompanies)]
    for companion, number, other in companions:
        if other[0] != code.code[0]:
            message = f"expected a code in {code.code[0]}…; got {other!r}"
            yield document.problem((companion, number), message)


def lines_begin_with_code(
    catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """A line begins with the code, and every stage of the code has a line for its transcript."""
    expected = re.compile(rf"{re.escape(code.code)}(?![\w.])")
    for key, line in code.lines.items():
        if not expected.match(line):
            message = f"expected a reply that begins with {code.code}; got {line[:40]!r}"
            yield document.problem(("lines", key), message)
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
    sources = [source for item in code.disagreements for source in item.sources]
    yield from not_older_than_checks(document, code.updated, [*code.sources, *sources])
    yield from not_older_than_checks(document, code.updated, code.deviations)


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
        texts = dict(_texts(language, code))
        plain = [where for where in texts if where[1] in ("gist", "next", "facts")]
        yield from prose_problems(document, language, texts, plain)
        yield from no_sentence_twice(document, texts)
        for where in plain:
            yield from clause_problems(document, where, language, texts[where])


Check = Callable[[LoadedCatalogue], Iterator[Problem]]
CodeCheck = Callable[[Catalogue, CodeFile, Document], Iterator[Problem]]
CATALOGUE_CHECKS: tuple[Check, ...] = (
    vocabulary_is_sound,
    derived_facts_exist,
    insights_are_sound,
)
CODE_CHECKS: tuple[CodeCheck, ...] = (
    code_is_named_after_file,
    code_uses_vocabulary,
    code_fits_its_class,
    lines_begin_with_code,
    code_dates_are_true,
    languages_agree,
    texts_are_clean,
)


def _texts(language: Language, code: CodeFile) -> Iterator[tuple[Location, str]]:
    text = code.text(language)
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
    for number, deviation in enumerate(code.deviations):
        yield ("deviations", number, language), deviation.text(language)
    for number, disagreement in enumerate(code.disagreements):
        yield ("disagreements", number, language), disagreement.text(language)
