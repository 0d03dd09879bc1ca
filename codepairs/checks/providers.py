"""What must hold of the providers of a protocol and their replies."""

from collections.abc import Callable, Iterator

from codepairs.checks.names import known, named_after, no_id_twice, not_older_than_checks
from codepairs.checks.texts import no_sentence_twice, prose_problems
from codepairs.content.reading import LoadedProtocol
from codepairs.content.schema import ProviderFile
from codepairs.content.yamlfile import Document, Location
from codepairs.languages import LANGUAGES
from codepairs.problems import Problem, shown


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


def replies_can_be_found(
    loaded: LoadedProtocol, provider: ProviderFile, document: Document
) -> Iterator[Problem]:
    """A reply stands for a code of its protocol, is quoted once, and holds the mark by which it is recognised."""
    codes = {code for one in loaded.catalogues for code in one.catalogue.by_id}
    seen: set[str] = set()
    for number, reply in enumerate(provider.replies):
        where = ("replies", number)
        if not codes.intersection(reply.codes):
            message = f"expected a reply that begins with a known code; got {reply.text[:40]!r}"
            hint = "name its codes in `codes` where they stand elsewhere"
            yield document.problem((*where, "text"), message, hint)
        if reply.mark not in reply.text:
            message = f"expected a part of the text; got {shown(reply.mark)}"
            yield document.problem((*where, "mark"), message)
        if reply.text in seen:
            yield document.problem((*where, "text"), "expected each reply once; it is quoted above")
        seen.add(reply.text)


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


ProviderCheck = Callable[[LoadedProtocol, ProviderFile, Document], Iterator[Problem]]
CHECKS: tuple[ProviderCheck, ...] = (
    provider_is_named_after_file,
    kind_is_known,
    replies_can_be_found,
    provider_texts_are_clean,
)
