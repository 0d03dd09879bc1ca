"""What must hold of every text that people write, as generators of problems."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from codepairs.content.schema.values import WEB_ADDRESS
from codepairs.content.yamlfile import Document, Location
from codepairs.language import korean, korean_style, markdown
from codepairs.languages import Language
from codepairs.problems import Problem, ending, shown

# What the texts of data files may consist of, once rendered.
TEXT_PARTS: Final = frozenset(
    {
        *("p", "em", "strong", "code", "pre", "ul", "ol", "ol start", "li", "blockquote", "br"),
        *("a", "a href", "a title"),
    }
)
TOO_DEEP: Final = f"expected at most {markdown.MAX_DEPTH} levels of nesting; found more"
# An entity is escaped once more on the way to the page, or hides what it stands for from the other checks.
_ENTITY = re.compile(r"&(?:#\w+|[A-Za-z]\w*);")
# Three are left out words, two a slip.
_STOP_TWICE: Final = re.compile(r"(?<![./])\.\.(?![./])")
# Four English words in a row are a sentence, not a name.
_ENGLISH = re.compile(r"(?<![\w'])[A-Za-z']{2,}(?:[ ,]+[a-z']{1,}){3,}")
_UNDECIDED_PARTICLE = re.compile(
    r"(?:은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로|와\(과\)|는\(은\))"
)
# Browsers begin a line with it.
_DOT_IN_WORD = re.compile(r"[가-힣]{0,9}[가-힣)]·[가-힣(][가-힣]{0,9}")


def prose_problems(
    document: Document, language: Language, texts: Mapping[Location, str], plain: Iterable[Location]
) -> Iterator[Problem]:
    """Text holds no raw HTML, nothing but paragraphs, lists and http(s) links, Korean is Korean, and `plain` texts hold no Markdown.

    A Korean case of a code tells when and not that the code comes, which the heading says.
    """
    for where, text in texts.items():
        yield from wording_problems(document, where, language, text)
        if language == "ko" and "when" in where and (told := korean_style.told_by_heading(text)):
            yield document.problem(where, f"expected 때 at the end; found {shown(told)}")
        for message in _rendered_problems(text):
            yield document.problem(where, message)
    for where in plain:
        if markdown.has_markup(texts[where]):
            yield document.problem(where, "expected plain words; found Markdown")


def wording_problems(
    document: Document, where: Location, language: Language, text: str
) -> Iterator[Problem]:
    """Text holds no raw HTML and no entity, and Korean is Korean."""
    for message in _wrong_words(language, text):
        yield document.problem(where, message)


@cache
def _wrong_words(language: Language, text: str) -> tuple[str, ...]:
    """What is wrong with the words of a text; looked for once, however often a server reads the text."""
    found = []
    if tag := markdown.raw_html(text):
        found.append(f"expected text without HTML; found {shown(tag)}")
    if "&" in text and (entity := _ENTITY.search(text)):
        found.append(f"expected the sign that is meant; found {shown(entity.group())}")
    told = markdown.without_code(text)
    if _STOP_TWICE.search(told):
        found.append("expected one full stop at the end of a sentence; found '..'")
    if language == "ko":
        found.extend(_wrong_korean(told))
    return tuple(found)


@cache
def _rendered_problems(text: str) -> tuple[str, ...]:
    """What is wrong with a text once it is HTML; looked for once, however often a server reads the text."""
    if markdown.is_plain(text):
        return ()
    try:
        outline = markdown.outline(text)
    except markdown.TooDeepError:
        return (TOO_DEEP,)
    return (
        *(
            f"expected paragraphs, lists, emphasis, code and links; found {shown(part)}"
            for part in outline.parts.keys() - TEXT_PARTS
        ),
        *(
            f"expected an http(s) link; found {shown(target)}"
            for target in outline.links
            if not is_web_address(target)
        ),
    )


def is_web_address(target: str) -> bool:
    """Whether a link leads to another site and nowhere else."""
    return bool(WEB_ADDRESS.fullmatch(target))


def _wrong_korean(text: str) -> Iterator[str]:
    for used, right in (*korean.wrong_particles(text), *korean_style.unusual_words(text)):
        yield f"expected {shown(right)}; found {shown(used)}"
    if found := _UNDECIDED_PARTICLE.search(text):
        yield f"expected one particle; found {shown(found.group())}"
    if found := _DOT_IN_WORD.search(text):
        yield f"expected words joined by 와, 나 or a comma; found {shown(found.group())}"
    if found := _ENGLISH.search(text):
        yield f"expected Korean; found {shown(found.group())}"


def clause_problems(
    document: Document, where: Location, language: Language, clause: str
) -> Iterator[Problem]:
    """A clause carries no full stop; in Korean a gist ends in -다 as it can be quoted, the others in -니다 and can go on."""
    if clause.endswith("."):
        yield document.problem(where, "expected a clause without a full stop")
    if language == "ko":
        is_gist = "gist" in where
        fits = korean.can_be_quoted if is_gist else korean.can_go_on
        if not fits(clause):
            verb = "다" if is_gist else "니다"
            message = f"expected a clause ending in -{verb}; found {ending(clause)}"
            hint = "a copula after a vowel is written in full: 사용자이다" if is_gist else ""
            yield document.problem(where, message, hint)
        for message in _misfits(where, clause):
            yield document.problem(where, message)


def _misfits(where: Location, clause: str) -> Iterator[str]:
    """What does not fit the Korean sentence into which a clause is put, after a topic such as 550에서는."""
    is_answer = any(part in where for part in ("facts", "values", "standings"))
    if "gist" in where and (subjects := korean_style.two_subjects(clause)):
        yield f"expected one subject before a verb; found {shown(subjects)}"
    topic = None
    if "gist" in where or "next" in where:
        topic = korean_style.leading_topic(clause)
    elif is_answer:
        topic = korean_style.own_topic(clause)
    if topic is not None:
        yield f"expected no topic after the code's own, as in 550에서는; found {shown(topic)}"
    if is_answer and korean_style.only_names(clause):
        yield f"expected what it does, as in 서버가 보냅니다; found {shown(clause)}"
    if is_answer and (verb := korean_style.joined_already(clause)):
        yield f"expected one verb in -고, which joins the clause to the next; found {shown(verb)}"
    if "next" in where and (occasion := korean_style.second_occasion(clause)):
        yield f"expected no occasion after 나왔을 때는; found {shown(occasion)}"


def no_sentence_twice(document: Document, texts: Mapping[Location, str]) -> Iterator[Problem]:
    """No sentence stands twice among the texts of one page."""
    seen: dict[str, Location] = {}
    for where, text in texts.items():
        for sentence in _told_in(text):
            if sentence in seen:
                first = document.line(seen[sentence])
                message = f"expected a sentence only once; line {first} has {sentence[:40]!r} too"
                yield document.problem(where, message)
            seen.setdefault(sentence, where)


@cache
def _told_in(text: str) -> tuple[str, ...]:
    """The sentences of a text, without the borders of its tables."""
    sentences = markdown.sentences(text)
    return tuple(one for one in sentences if any(sign.isalpha() for sign in one))
