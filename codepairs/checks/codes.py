"""What must hold of one code file among the others of its catalogue."""

import re
from collections.abc import Callable, Iterator

from codepairs.checks.names import (
    can_be_read,
    known,
    known_facts,
    named_after,
    not_older_than_checks,
)
from codepairs.checks.texts import (
    clause_problems,
    no_sentence_twice,
    prose_problems,
    wording_problems,
)
from codepairs.content.catalogue import Catalogue
from codepairs.content.families import ANY_CLASS, derived_facts
from codepairs.content.parsing import one_of
from codepairs.content.schema.codes import CodeFile
from codepairs.content.yamlfile import Document, Location
from codepairs.languages import LANGUAGES, Language
from codepairs.problems import Problem, shown


def code_is_named_after_file(
    _catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """The file's name is the code, or the code with an X for the class (see `families`), and Korean can read it."""
    yield from can_be_read(document, ("code",), code.code)
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
    if not isinstance(code.stages, str):
        yield from known(document, ("stages",), code.stages, list(catalogue.stages))
    derived = derived_facts(code.code, catalogue.vocabulary)
    written = {axis: value for axis, value in code.facts.items() if derived.get(axis) != value}
    yield from known_facts(document, ("facts",), written, catalogue.values)
    others = [other for other in catalogue.by_id if other != code.code]
    yield from known(document, ("related",), code.related, others)
    yield from known(document, ("instead",), code.instead, others)
    roles = [role.id for role in catalogue.roles]
    for role, situations in code.likely.items():
        yield from known(document, ("likely",), [role], roles, item=False)
        stands_for = list(catalogue.situations_of[code.code])
        yield from known(document, ("likely", role), situations, stands_for)
    for language in LANGUAGES:
        for role in code.text(language).actions:
            if role not in roles:
                message, hint = one_of(role, roles)
                yield document.problem((language, "actions", role), message, hint)


def code_fits_its_class(
    catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """A code begins with its class's prefix."""
    found = catalogue.classes.get(code.class_)
    if found and not code.code.startswith(found.prefix):
        message = f"expected the class of a code in {found.prefix}…; got {shown(code.class_)}"
        yield document.problem(("class",), message)


def companions_are_sent(
    catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """A code that only copied lists explain comes with no other code, since nobody is known to send it."""
    said = catalogue.sayings[code.code]
    if code.companions and said and not any(saying.is_evidence for saying in said):
        message = "expected no companions, since no use shows that anybody sends the code"
        yield document.problem(("companions",), message)


def lines_show_the_code(
    catalogue: Catalogue, code: CodeFile, document: Document
) -> Iterator[Problem]:
    """A line shows the code in a form of its catalogue, and every stage of the code has one for its transcript."""
    forms = catalogue.vocabulary.forms
    for key, lines in code.lines.items():
        if not any(
            _holds(line, form) and form_of(form, code).match(line)
            for form in forms
            for line in lines
        ):
            shown = " or ".join(repr(form.replace("{code}", code.code)) for form in forms)
            message = f"expected a line that begins with {shown}; got {lines[0][:40]!r}"
            yield document.problem(("lines", key), message)
    stages = catalogue.course.stages_of(code)
    for key in code.lines:
        if key not in (*stages, "any"):
            message, hint = one_of(key, ["any", *stages])
            yield document.problem(("lines", key), message, hint)
    for stage in stages:
        if stage not in code.lines and "any" not in code.lines:
            message = f"expected a line for the stage {stage!r}, or one for 'any'"
            yield document.problem(("lines",), message)


def _holds(line: str, form: str) -> bool:
    """Whether a line holds the words of a form; soon told, where the pattern of a form has to be made first."""
    return all(part in line for part in form.replace("{code}", "…").split("…"))


def form_of(form: str, code: CodeFile) -> re.Pattern[str]:
    """What a line looks like that shows `code` in `form`; `…` stands for anything, a code is a whole word.

    A code with a number may be shown by either.
    """
    names = [code.code, *([] if code.number is None else [str(code.number)])]
    shown = "|".join(map(re.escape, names))
    parts = (re.escape(part).replace("…", ".*?") for part in form.split("{code}"))
    return re.compile(rf"(?<![\w.])(?:{shown})(?![\w.])".join(parts))


def code_dates_are_true(_: Catalogue, code: CodeFile, document: Document) -> Iterator[Problem]:
    """A file is not older than the checks it reports."""
    sources = [source for item in code.disagreements for source in item.sources]
    yield from not_older_than_checks(document, code.updated, [*code.sources, *sources])


def languages_agree(catalogue: Catalogue, code: CodeFile, document: Document) -> Iterator[Problem]:
    """Both languages say something about the same axes and the same roles, and only about axes with a value.

    The value is that of the typical situation.
    """
    if code.class_ not in catalogue.classes:
        return  # told by another check; nothing follows from a class that does not exist
    facts = catalogue.facts_in(code, catalogue.typical(code))
    answered = {axis for axis, value in catalogue.by_axis(facts).items() if value}
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        ours, theirs = code.text(language), code.text(other)
        for field in ("facts", "actions"):
            for key in getattr(theirs, field).keys() - getattr(ours, field).keys():
                message = f"expected {shown(key)}, as in {other}"
                yield document.problem((language, field), message)
        for axis in ours.facts.keys() - answered:
            yield document.problem((language, "facts", axis), "expected an axis that has a value")


def texts_are_clean(_: Catalogue, code: CodeFile, document: Document) -> Iterator[Problem]:
    """Texts fit the sentences they are put into, hold no raw HTML, and no sentence stands twice."""
    for language in LANGUAGES:
        texts = dict(_texts(language, code))
        plain = [where for where in texts if where[1] in ("gist", "next", "facts")]
        yield from wording_problems(document, ("name", language), language, code.name[language])
        yield from prose_problems(document, language, texts, plain)
        yield from no_sentence_twice(document, texts)
        for where in plain:
            yield from clause_problems(document, where, language, texts[where])


CodeCheck = Callable[[Catalogue, CodeFile, Document], Iterator[Problem]]
CHECKS: tuple[CodeCheck, ...] = (
    code_is_named_after_file,
    code_uses_vocabulary,
    code_fits_its_class,
    companions_are_sent,
    lines_show_the_code,
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
    for number, use in enumerate(code.uses):
        if text_of_use := use.text(language):
            yield ("uses", number, language), text_of_use
    for number, disagreement in enumerate(code.disagreements):
        yield ("disagreements", number, language), disagreement.text(language)
