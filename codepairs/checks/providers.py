"""What must hold of providers and their replies, and of codes that name either or codes of another catalogue."""

from collections.abc import Callable, Iterator

from codepairs.checks.names import known, named_after, no_id_twice, not_older_than_checks
from codepairs.checks.texts import no_sentence_twice, prose_problems
from codepairs.content.reading import LoadedContent
from codepairs.content.schema import ProviderFile
from codepairs.content.yamlfile import Document, Location
from codepairs.languages import LANGUAGES
from codepairs.problems import Problem, shown


def run(loaded: LoadedContent) -> Iterator[Problem]:
    """Every problem with providers and with what goes beyond one catalogue."""
    yield from companions_exist(loaded)
    for document, provider in loaded.providers:
        for check in CHECKS:
            yield from check(loaded, provider, document)


def companions_exist(loaded: LoadedContent) -> Iterator[Problem]:
    """Codes name only providers that exist, and a catalogue accompanies only a catalogue and codes that exist."""
    catalogues = {one.catalogue.id: one.catalogue for one in loaded.catalogues}
    providers = [provider.id for _, provider in loaded.providers]
    for one in loaded.catalogues:
        basic = one.catalogue.vocabulary.accompanies
        if basic is not None:
            yield from known(
                one.vocabulary, ("accompanies",), [basic], list(catalogues), item=False
            )
        others = list(catalogues[basic].by_id) if basic in catalogues else []
        for code in one.catalogue.codes:
            document = one.codes[code.code]
            yield from known(document, ("accompanies",), code.accompanies, others)
            if code.provider:
                yield from known(document, ("provider",), [code.provider], providers, item=False)
            for number, deviation in enumerate(code.deviations):
                where = ("deviations", number, "provider")
                yield from known(document, where, [deviation.provider], providers, item=False)


def provider_is_named_after_file(
    _: LoadedContent, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """The file's name is the provider's id, and each of its replies has an id of its own."""
    yield from named_after(document, ("id",), provider.id)
    yield from no_id_twice(document, ("replies",), [reply.id for reply in provider.replies])
    yield from not_older_than_checks(document, provider.updated, provider.replies)


def replies_can_be_found(
    loaded: LoadedContent, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """A reply begins with a code of a catalogue, is quoted once, and holds the mark by which it is recognised."""
    codes = {code for one in loaded.catalogues for code in one.catalogue.by_id}
    seen: set[str] = set()
    for number, reply in enumerate(provider.replies):
        where = ("replies", number)
        if not codes.intersection(reply.codes):
            message = f"expected a reply that begins with a known code; got {reply.text[:40]!r}"
            yield document.problem((*where, "text"), message)
        if reply.mark not in reply.text:
            message = f"expected a part of the text; got {shown(reply.mark)}"
            yield document.problem((*where, "mark"), message)
        if reply.text in seen:
            yield document.problem((*where, "text"), "expected each reply once; it is quoted above")
        seen.add(reply.text)


def provider_texts_are_clean(
    _: LoadedContent, provider: ProviderFile, document: Document
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


ProviderCheck = Callable[[LoadedContent, ProviderFile, Document], Iterator[Problem]]
CHECKS: tuple[ProviderCheck, ...] = (
    provider_is_named_after_file,
    replies_can_be_found,
    provider_texts_are_clean,
)
