"""What must hold of the providers of a protocol and their replies."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from codepairs.checks.names import known, named_after, no_id_twice, not_older_than_checks
from codepairs.checks.texts import no_sentence_twice, prose_problems
from codepairs.content.reading import LoadedProtocol
from codepairs.content.schema.providers import ProviderFile
from codepairs.content.yamlfile import Document, Location
from codepairs.languages import LANGUAGES
from codepairs.problems import Problem, shown

_ADDRESS = re.compile(r"(?P<who>[\w.+=-]*\w)@(?P<domain>(?:[\w-]+\.)+[A-Za-z]{2,})(?![\w-])")
_EXAMPLE = re.compile(r"(?:^|\.)(?:example(?:\.\w+){0,2}|test|invalid)$")
# `redacted` is what programs print in place of a password before the name of a host.
_ROLES: Final = frozenset(
    {
        *("abuse", "contact", "delist", "example", "git", "help", "postmaster", "redacted"),
        *("spammaster", "support", "user"),
    }
)


def provider_is_named_after_file(
    _: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """The file's name is the provider's id, and each of its replies has an id of its own."""
    yield from named_after(document, ("id",), provider.id)
    yield from no_id_twice(document, ("replies",), [reply.id for reply in provider.replies])
    yield from not_older_than_checks(document, provider.updated, provider.replies)


def kind_is_known(
    loaded: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """A provider is of a kind that its protocol names."""
    kinds = [kind.id for kind in loaded.protocol.vocabulary.provider_kinds]
    yield from known(document, ("kind",), [provider.kind], kinds, item=False)


def signs_stand_as_texts_have_them(
    _: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """A sign does not stand in quotation marks: texts hardly ever have them around it, and it would never be found."""
    for number, sign in enumerate(provider.signs):
        if len(sign) > 1 and sign[0] == sign[-1] == '"':
            message = f"expected a sign without quotation marks around it; got {shown(sign)}"
            yield document.problem(("signs", number), message)


def replies_can_be_found(
    loaded: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """A reply stands for a code of its protocol, is quoted once, and holds the mark by which it is recognised.

    Of two with one mark and one code, only the first would ever be found.
    """
    codes = {code for one in loaded.catalogues for code in one.catalogue.by_id}
    seen: set[str] = set()
    marks: set[tuple[str, str]] = set()
    for number, reply in enumerate(provider.replies):
        where = ("replies", number)
        if reply.written_codes != [] and not codes.intersection(reply.codes):
            message = f"expected a reply that begins with a known code; got {reply.text[:40]!r}"
            hint = "name its codes in `codes` where they stand elsewhere"
            yield document.problem((*where, "text"), message, hint)
        if not _in_order(reply.pieces, reply.text):
            message = f"expected a part of the text; got {shown(reply.mark)}"
            yield document.problem((*where, "mark"), message)
        if reply.text in seen:
            yield document.problem((*where, "text"), "expected each reply once; it is quoted above")
        told = {(reply.mark, code) for code in reply.codes or [""]}
        if marks & told and reply.text not in seen:
            message = "expected a mark of its own; a reply above has it for the same code"
            yield document.problem((*where, "mark"), message)
        seen.add(reply.text)
        marks |= told


def numbers_are_codes(
    loaded: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """Each number by which a reply begins as by a code is a code of its protocol, also beside one that is.

    Numbers with dots are asked for only where a catalogue has such codes, and so are those without.
    """
    codes = {code for one in loaded.catalogues for code in one.catalogue.by_id}
    forms = {"." in code for code in codes}
    for number, reply in enumerate(provider.replies):
        if reply.written_codes != [] and not codes.intersection(reply.codes):
            continue  # told by another check
        for one in reply.numbers:
            if one not in codes and ("." in one) in forms:
                message = f"expected a number that is a code of the protocol; got {one!r}"
                hint = "add the code, with what this reply shows of it"
                yield document.problem(("replies", number, "text"), message, hint)


def marks_hold_for_every_mail(
    _: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """A mark holds no address, host, IP address or id of the quoted mail: other mails have others."""
    for number, reply in enumerate(provider.replies):
        # What a server asks for a name or password with (334) is the same in every mail.
        samples = SAMPLES if not reply.text.startswith("334") else {}
        for what, pattern in samples.items():
            if found := pattern.search(reply.mark):
                message = f"expected `…` in place of {what}; got {found[0]!r}"
                yield document.problem(("replies", number, "mark"), message)


def nobody_is_named(
    _: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """An address in a reply is an example or one of a role: who got the mail is nobody's business."""
    for number, reply in enumerate(provider.replies):
        for found in _ADDRESS.finditer(reply.text):
            if found["who"].casefold() not in _ROLES and not _EXAMPLE.search(found["domain"]):
                message = f"expected an address such as user@example.com; found {shown(found[0])}"
                hint = "replace whatever identifies somebody by an example"
                yield document.problem(("replies", number, "text"), message, hint)


def _in_order(pieces: list[str], text: str) -> bool:
    """Whether the pieces of a mark stand in a text, one after the other, and none is empty inside."""
    at, text = 0, text.casefold()
    for piece in pieces:
        at = text.find(piece.casefold(), at)
        if at < 0:
            return False
        at += len(piece)
    return any(pieces)


# What belongs to one mail: names reserved for examples, addresses, and long ids of letters and digits. The machine's
# own address (127.0.0.1) is the same everywhere, and so are the errors of Windows (0x8007…).
SAMPLES: Final = {
    "an address": re.compile(r"[\w.+=-]+@[\w-]+(?:\.[\w-]+)*"),
    "a host": re.compile(
        r"(?<![\w.-])(?:(?:[\w-]+\.)*example(?:\.(?:com|net|org))?|(?:[\w-]+\.)+(?:test|invalid))(?![\w/-])"
    ),
    "an IP address": re.compile(
        r"\b(?!127\.0\.0\.1\b)\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,}"
    ),
    "an id": re.compile(
        r"(?<![\w/.=:#-])(?![A-Z]{2,}[\d_]+\b)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])(?!\d{3}-)(?!0x8007)[\w-]{10,}(?![\w/@-])"
    ),
}


def provider_texts_are_clean(
    _: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """Texts hold no raw HTML, Korean ones are Korean, and no sentence stands twice."""
    for language in LANGUAGES:
        texts: dict[Location, str] = {(language, "about"): provider.about(language)}
        for number, reply in enumerate(provider.replies):
            told = reply.told(language)
            texts["replies", number, language, "means"] = told.means
            texts["replies", number, language, "do"] = told.do
        yield from prose_problems(document, language, texts, plain=())
        meanings = {where: text for where, text in texts.items() if where[-1] != "do"}
        yield from no_sentence_twice(document, meanings)


def told_of_every_text(
    _: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """What is told of a reply holds for every text with its mark; a word of the quoted one names it as the case quoted.

    The field shows it under texts of other people, who do not see what was quoted.
    """
    for number, reply in enumerate(provider.replies):
        for language in LANGUAGES:
            told = reply.told(language)
            for field, text in (("means", told.means), ("do", told.do)):
                if found := _OF_THE_CASE[language].search(text):
                    message = f"expected what holds for every text with the mark; got {found[0]!r}"
                    hint = "say `in the case quoted`, 출처의 사례에서는, or leave it out"
                    yield document.problem(("replies", number, language, field), message, hint)


# Words that point at a text which the reader does not see.
_OF_THE_CASE: Final = {
    "en": re.compile(
        r"\bas here\b|\bsuch as this one\b|\bhere it was\b|\breason here\b|\bin this report\b"
        r"|[;:(] ?here (?!is\b)|, here (?:an?|by|with|one|`|\d)|\bHere an? "
    ),
    "ko": re.compile(
        r"여기처럼|예처럼|예와 같|(?<![가-힣])예의 |예에 나온|(?<![가-힣])이 사례|\(여기서는|(?<![가-힣] )(?<![가-힣])예에서"
    ),
}

ProviderCheck = Callable[[LoadedProtocol, ProviderFile, Document], Iterator[Problem]]
CHECKS: tuple[ProviderCheck, ...] = (
    provider_is_named_after_file,
    kind_is_known,
    signs_stand_as_texts_have_them,
    replies_can_be_found,
    numbers_are_codes,
    marks_hold_for_every_mail,
    nobody_is_named,
    provider_texts_are_clean,
    told_of_every_text,
)
