"""What the field that finds codes needs in the reader's browser: JSON files of each language.

`find/ko.json` reads whatever is pasted and gives the first answer: codes, marks of
replies, phrases of situations, and what a situation comes to. Of a protocol that texts tell by their words it holds
these words and how its codes are written; the rest is in `find/ko/http.json`, for texts of that protocol and its own pages.
All else is loaded when it is shown: what to do in a situation, what a provider's replies mean,
`find/ko/libraries/http.json` for the errors of programs, and `find/ko/search.json`, from which `js/search.js` makes its index
for a question in words.
Computed comparisons are in none of them: they are reached by their two codes, and their texts would weigh megabytes.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from codepairs.content.catalogue import Catalogue, Content, Protocol
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.foreign import Foreign
from codepairs.content.schema.libraries import LibraryError
from codepairs.content.schema.protocols import Vocabulary
from codepairs.content.schema.providers import ProviderFile, Reply
from codepairs.content.schema.situations import PARTED, SituationFile
from codepairs.language import korean, markdown
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES, Language
from codepairs.pages import addresses, numbers, verdicts
from codepairs.pages.page import Page

# So many letters tell enough by themselves, wherever they stand.
_LONG: Final = 9

# The phrases that the scripts show.
WORDS: Final = (
    *("pair", "code", "reply", "log", "bounce", "none", "results", "compare", "unknown", "note"),
    *(
        "sites",
        "how",
        "by_mark",
        "by_words",
        "by_code",
        "by_vendor",
        "by_code_alone",
        "by_question",
    ),
    *("explained", "inferred"),
    *(
        "depends",
        "returned",
        "left_to_program",
        "may",
        "meaning",
        "roles",
        "for_others",
        "compared",
        "each",
        "count",
    ),
    *("which", "copy_answer", "copy_link", "copied", "close", "ticket"),
    *("keys", "keys_find", "keys_close", "keys_help", "keys_on", "keys_done"),
)
# Those of a text for a ticket, which pages show too.
TICKET_WORDS: Final = ("to", "language", "text", "copy", "copied")
# A code names so many of the situations that it stands for; its page names all.
_MOST_SITUATIONS: Final = 6


def files(
    content: Content,
    handwritten: Sequence[Page],
    phrases: Phrases,
    own_phrases: Mapping[str, Phrases],
) -> Iterator[tuple[str, Callable[[], str]]]:
    """Address and maker of every file of one language; `own_phrases` are those of each protocol."""
    language = phrases.language
    yield address(language), partial(_tables, content, phrases, own_phrases)
    yield (
        f"find/{language}/search.json",
        partial(_search, content, handwritten, phrases, own_phrases),
    )
    yield f"find/{language}/ticket.json", partial(_ticket, content, phrases)
    for protocol in filter(_is_apart, content.protocols):
        make = partial(_json_of_protocol, protocol, own_phrases)
        yield f"find/{language}/{protocol.id}.json", make
    yield f"find/{language}/services.json", partial(_services, content)
    yield f"find/{language}/foreign.json", partial(_foreign, content, phrases)
    for protocol in content.protocols:
        make = partial(_libraries, protocol, own_phrases[protocol.id])
        yield f"find/{language}/libraries/{protocol.id}.json", make
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            place = addresses.code(catalogue.id, code.code)
            yield (
                _beside(language, place),
                partial(_in_general, code, own_phrases[catalogue.protocol]),
            )
    for protocol in content.protocols:
        for situation in protocol.situations.values():
            place = addresses.situation(protocol.id, situation.id)
            make = partial(_what_to_do, situation, own_phrases[protocol.id])
            yield _beside(language, place), make
        for provider in protocol.providers:
            place = addresses.provider(protocol.providers_place, provider.id)
            yield _beside(language, place), partial(_what_is_meant, protocol, provider, language)


def address(language: Language) -> str:
    """`find/ko.json`: where the file stands that is read first."""
    return f"find/{language}.json"


def _beside(language: Language, place: str) -> str:
    """`find/ko/providers/gmail.json`: where the texts stand that belong to a page."""
    return f"find/{language}/{place.rstrip('/')}.json"


def _columns(rows: Iterable[dict[str, Any]]) -> dict[str, list[Any]]:
    """Rows field by field, null where one has no such field: what is alike stands together and compresses better."""
    listed = list(rows)
    fields = dict.fromkeys(field for row in listed for field in row)
    return {field: [row.get(field) for row in listed] for field in fields}


def _json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _ticket(content: Content, phrases: Phrases) -> str:
    """The words around a text for a ticket, and how one to each role opens."""
    language = phrases.language
    return _json(
        {
            "words": {key: phrases(f"ticket.{key}") for key in TICKET_WORDS},
            # The script fills the places.
            "helps": phrases("ticket.helps", role="{role}", text="{text}"),
            "languages": {other: phrases(f"language.own.{other}") for other in LANGUAGES},
            "openings": {
                protocol.id: {
                    role.id: role.opening[language]
                    for role in protocol.catalogues[0].roles
                    if role.opening
                }
                for protocol in content.protocols
            },
        }
    )


def _in_general(code: CodeFile, phrases: Phrases) -> str:
    """What a code means whatever happened."""
    text = code.text(phrases.language)
    return _json(
        {
            "name": code.name[phrases.language],
            "gist": phrases("code.gist", code=code.code, gist=text.gist),
            "next": phrases("pair.next", code=code.code, next=text.next),
        }
    )


def _what_to_do(situation: SituationFile, phrases: Phrases) -> str:
    """What happened in a situation, and what each role does, by the class of the code."""
    language = phrases.language
    return _json(
        {
            "happened": _happened(situation, phrases),
            "outcomes": {
                outcome: {
                    role: markdown.plain(text) for role, text in found.actions(language).items()
                }
                for outcome, found in situation.outcomes.items()
            },
        }
    )


def _happened(situation: SituationFile, phrases: Phrases) -> str:
    return phrases("situation.happened", gist=situation.gist[phrases.language])


def _what_is_meant(protocol: Protocol, provider: ProviderFile, language: Language) -> str:
    """What each reply of a provider means and asks to do, and whether the provider says so itself.

    In the order in which what is read first has them: it knows the replies by their places.
    """
    return _json(
        [
            {
                "id": reply.id,
                "means": markdown.plain(reply.told(language).means),
                "do": markdown.plain(reply.told(language).do),
                **({"explained": True} if reply.explained else {}),
            }
            for reply in _in_order(protocol, provider)
        ]
    )


def _tables(content: Content, phrases: Phrases, own_phrases: Mapping[str, Phrases]) -> str:
    language = phrases.language
    own = _of_protocols([one for one in content.protocols if not _is_apart(one)], own_phrases)
    return _json(
        {
            **own,
            "protocols": [
                *own["protocols"],
                *(
                    _protocol_in_short(protocol, language)
                    for protocol in content.protocols
                    if _is_apart(protocol)
                ),
            ],
            "catalogues": [
                *own["catalogues"],
                *(
                    _catalogue_in_short(catalogue, language)
                    for protocol in content.protocols
                    if _is_apart(protocol)
                    for catalogue in protocol.catalogues
                ),
            ],
            "programs": [
                program
                for protocol in content.protocols
                for program in protocol.vocabulary.programs
            ],
            "numbers": list(numbers.shared(content.protocols)),
            "particles": korean.ATTACHED,
            "words": {key: phrases(f"find.{key}") for key in WORDS}
            | {"do": phrases("actions.title")},
        }
    )


def _services(content: Content) -> str:
    """What events and errors of services are read with that send mail for programs, and lines of logs without a code.

    Providers say how many of the replies are theirs; they follow those that are there from the beginning.
    """
    protocols = [protocol for protocol in content.protocols if not _is_apart(protocol)]
    providers = [
        (protocol, provider, replies)
        for protocol in protocols
        for provider in protocol.providers
        if (replies := _parted(protocol, provider)[1])
    ]
    return _json(
        {
            "sortings": [
                _sorting(protocol, vocabulary)
                for protocol in protocols
                for vocabulary in protocol.vocabulary.vocabularies
                if vocabulary.fields
            ],
            "providers": {provider.id: len(replies) for _, provider, replies in providers},
            "replies": {
                "mark": [reply.mark for _, _, replies in providers for reply in replies],
                "situation": [reply.situation for _, _, replies in providers for reply in replies],
                "codes": [
                    _codes(protocol, reply)
                    for protocol, _, replies in providers
                    for reply in replies
                ],
            },
        }
    )


def _foreign(content: Content, phrases: Phrases) -> str:
    """By what texts of protocols without pages are told, and what the field says of them."""
    return _json([_stranger(one, phrases) for one in content.foreign])


def _stranger(one: Foreign, phrases: Phrases) -> dict[str, Any]:
    language = phrases.language
    says = phrases("find.foreign", name=one.name[language])
    told = {"named": one.named, "signs": one.signs, "said": one.said}
    return {
        "id": one.id,
        **{field: words for field, words in told.items() if words},
        **({"used": True} if one.used else {}),
        **({"near": True} if one.near else {}),
        "says": f"{says} {one.about[language]}" if one.about else says,
    }


def _is_read_later(protocol: Protocol, reply: Reply) -> bool:
    """Whether it stands only in texts for which more is loaded: those of programs, and lines of logs without a code."""
    is_of_log = reply.seen == "log" and not _codes(protocol, reply)
    return reply.seen == "exception" or (is_of_log and not reply.shared and not reply.exact)


def _parted(protocol: Protocol, provider: ProviderFile) -> tuple[list[Reply], list[Reply]]:
    """The replies that are there from the beginning, and those that are read later.

    The field counts them in this order, code by code, since what is alike compresses better.
    """
    if _is_apart(protocol):
        return provider.replies, []
    in_order = sorted(provider.replies, key=lambda reply: (_codes(protocol, reply), reply.mark))
    beginning = [reply for reply in in_order if not _is_read_later(protocol, reply)]
    return beginning, [reply for reply in in_order if _is_read_later(protocol, reply)]


def _in_order(protocol: Protocol, provider: ProviderFile) -> list[Reply]:
    """The replies as the field counts them."""
    beginning, later = _parted(protocol, provider)
    return [*beginning, *later]


def _sorting(protocol: Protocol, vocabulary: Vocabulary) -> dict[str, Any]:
    """In which fields of its events a program says by a word of its own what happened, and which words say what.

    A word that several situations are called by says nothing, unless one of them is typical.
    """
    called = {
        one.id: [
            word
            for word in one.called.get(vocabulary.id, [])
            if vocabulary.typical.get(word, one.id) == one.id
        ]
        for one in protocol.situations.values()
    }
    said = Counter(word for words in called.values() for word in words)
    told = {
        situation: [word for word in words if said[word] == 1]
        for situation, words in called.items()
    }
    return {
        "fields": vocabulary.fields,
        "beside": vocabulary.beside,
        "words": {situation: words for situation, words in told.items() if words},
    }


def _is_apart(protocol: Protocol) -> bool:
    """Whether a text tells by its words that it is about a protocol, so that only such texts need what it has."""
    return bool(protocol.vocabulary.speaks)


def _json_of_protocol(protocol: Protocol, own_phrases: Mapping[str, Phrases]) -> str:
    return _json(_of_protocols([protocol], own_phrases))


def _of_protocols(
    protocols: Sequence[Protocol], own_phrases: Mapping[str, Phrases]
) -> dict[str, Any]:
    """What texts of protocols are read with, and what they come to."""
    places = _places(protocols)
    found: dict[str, Any] = {
        "protocols": [
            _protocol(protocol, own_phrases[protocol.id].language) for protocol in protocols
        ],
        "catalogues": [
            _catalogue(
                catalogue, own_phrases[protocol.id], places, names_vendors=_is_apart(protocol)
            )
            for protocol in protocols
            for catalogue in protocol.catalogues
        ],
        "situations": _situations(protocols, own_phrases),
        "providers": _columns(
            _provider(protocol, provider, own_phrases[protocol.id].language)
            for protocol in protocols
            for provider in protocol.providers
        ),
        "replies": _replies(protocols, places),
    }
    return found | {"verdicts": _taken_out(found)}


def _taken_out(found: dict[str, Any]) -> list[Sequence[str | None]]:
    """All verdicts, each once, for most are said many times; in their stead `found` holds their places here."""
    verdicts_: dict[tuple[str | None, ...], int] = {}

    def place(verdict: Sequence[str | None]) -> int:
        return verdicts_.setdefault(tuple(verdict), len(verdicts_))

    def places_in(told: Mapping[str, Sequence[str | None]]) -> dict[str, int]:
        return {name: place(verdict) for name, verdict in told.items()}

    situations = found["situations"]
    situations["verdicts"] = [[place(one) for one in told] for told in situations["verdicts"]]
    situations["others"] = [places_in(told) for told in situations["others"]]
    for catalogue in found["catalogues"]:
        for field, numbered in (("verdict", place), ("own", places_in)):
            column = catalogue["codes"].get(field, [])
            column[:] = [told if told is None else numbered(told) for told in column]
    return list(verdicts_)


def _places(protocols: Sequence[Protocol]) -> dict[tuple[str, str], int]:
    """Where each situation stands among those of all these protocols, by protocol and id."""
    named = ((protocol.id, one) for protocol in protocols for one in protocol.situations)
    return {name: place for place, name in enumerate(named)}


def _protocol(protocol: Protocol, language: Language) -> dict[str, Any]:
    """What a protocol is called, and the questions that a verdict answers, and who may have to act."""
    first = protocol.catalogues[0]
    runs = {
        kind.id: kind.runs[language] for kind in protocol.vocabulary.provider_kinds if kind.runs
    }
    # What such a program prints is read by whoever ran it.
    readers: dict[str, str] = {seen: role.id for role in first.roles for seen in role.reads}
    readers |= {kind: kind for kind in runs}
    return {
        "id": protocol.id,
        "name": protocol.vocabulary.name[language],
        "axes": verdicts.questions(first, language),
        "roles": {role.id: role.label[language] for role in first.roles} | runs,
        # Below it stands each provider by its id.
        "providers": addresses.providers(protocol.providers_place),
        **({"readers": readers} if readers else {}),
    }


def _protocol_in_short(protocol: Protocol, language: Language) -> dict[str, Any]:
    """What a protocol is called, and the words that speak of it; the rest is loaded where a text is its own."""
    return {
        "id": protocol.id,
        "name": protocol.vocabulary.name[language],
        "axes": [],
        "roles": {},
        "speaks": protocol.vocabulary.speaks,
    }


def _catalogue_in_short(catalogue: Catalogue, language: Language) -> dict[str, Any]:
    """How the codes of a catalogue are written; their English names stand in texts of any language."""
    return {
        "id": catalogue.id,
        "protocol": catalogue.protocol,
        "forms": catalogue.vocabulary.forms,
        "short": catalogue.vocabulary.short[language],
        "classes": [],
        "codes": _columns(
            {
                **_spellings(code),
                "original": code.name.en,
                # The name of a product's own code may be anybody's sentence.
                **({"vendor": True} if code.provider else {}),
            }
            for code in catalogue.codes
        ),
    }


def _spellings(code: CodeFile) -> dict[str, Any]:
    return {
        "code": code.code,
        **({} if code.number is None else {"number": code.number}),
        **({"aliases": code.aliases} if code.aliases else {}),
    }


def _catalogue(
    catalogue: Catalogue,
    phrases: Phrases,
    places: Mapping[tuple[str, str], int],
    *,
    names_vendors: bool,
) -> dict[str, Any]:
    """What is told of the codes of a catalogue; in mail the words beside a number tell whose it is, not the number."""
    vendors = {code.code: code.provider for code in catalogue.codes if code.provider}
    return {
        "id": catalogue.id,
        "protocol": catalogue.protocol,
        "forms": catalogue.vocabulary.forms,
        "short": catalogue.vocabulary.short[phrases.language],
        "classes": [
            {
                "id": item.id,
                "prefix": item.prefix,
                "tone": item.tone,
                "label": item.label[phrases.language],
                "meaning": item.meaning[phrases.language],
            }
            for item in catalogue.vocabulary.classes
        ],
        "codes": _columns(
            _code(catalogue, code, phrases, places)
            | ({"vendor": vendors[code.code]} if names_vendors and code.code in vendors else {})
            for code in catalogue.codes
        ),
    }


def _code(
    catalogue: Catalogue,
    code: CodeFile,
    phrases: Phrases,
    places: Mapping[tuple[str, str], int],
) -> dict[str, Any]:
    language = phrases.language
    situations = catalogue.situations_of[code.code]
    told = {
        one: verdicts.answers(catalogue, catalogue.facts_in(code, one), language)
        for one in situations
    }
    own = {
        one: verdict
        for one, verdict in told.items()
        if verdict
        != verdicts.answers(catalogue, catalogue.class_facts_in(code.class_, one), language)
    }
    return {
        **_spellings(code),
        "class": code.class_,
        "situations": [places[catalogue.protocol, one] for one in situations[:_MOST_SITUATIONS]],
        # Where the first situation is most of what is known, its verdict is the code's.
        **(
            {"usual": True}
            if verdicts.is_usual(catalogue, code)
            else {"verdict": verdicts.of_code(catalogue, code, phrases)}
        ),
        **({"own": own} if own else {}),
        **({"likely": dict(code.likely)} if code.likely else {}),
    }


def _situations(
    protocols: Sequence[Protocol], own_phrases: Mapping[str, Phrases]
) -> dict[str, list[Any]]:
    """Situations field by field, as replies stand; `conclusion` holds places among them.

    The phrases of one are one text: a sign between them weighs less than two quotation marks and a comma.
    """
    listed = [
        (protocol, situation, own_phrases[protocol.id])
        for protocol in protocols
        for situation in protocol.situations.values()
    ]
    return {
        "id": [situation.id for _, situation, _ in listed],
        "protocol": [protocol.id for protocol, _, _ in listed],
        "name": [situation.name[phrases.language] for _, situation, phrases in listed],
        "said": [PARTED.join(_telling(situation.said)) for _, situation, _ in listed],
        "conclusion": [place for place, (_, one, _) in enumerate(listed) if one.conclusion],
        "outcomes": [list(situation.outcomes) for _, situation, _ in listed],
        "verdicts": [_verdicts(*one) for one in listed],
        "others": [_verdicts_of_others(*one) for one in listed],
        "next": [
            [
                phrases("situation.next", next=found.next[phrases.language])
                for found in situation.outcomes.values()
            ]
            for _, situation, phrases in listed
        ],
    }


def _telling(said: Sequence[str]) -> list[str]:
    """Phrases without those that hold a long one: where they stand, that one stands as well."""
    long = [phrase for phrase in said if len(phrase) >= _LONG]
    return [
        phrase
        for phrase in said
        if not any(other != phrase and f" {other} " in f" {phrase} " for other in long)
    ]


def _verdicts(
    protocol: Protocol, situation: SituationFile, phrases: Phrases
) -> list[Sequence[str | None]]:
    """What a situation comes to in each of its classes of codes."""
    catalogue, language = protocol.catalogues[0], phrases.language
    return [_verdict_of_class(catalogue, one, situation, language) for one in situation.outcomes]


def _verdicts_of_others(
    protocol: Protocol, situation: SituationFile, phrases: Phrases
) -> Mapping[str, list[str | None]]:
    """What a situation comes to where somebody tells it with another failure than is usual for it."""
    catalogue, language = protocol.catalogues[0], phrases.language
    return {
        one.id: _verdict_of_class(catalogue, one.id, situation, language)
        for one in catalogue.vocabulary.classes
        if one.outcome == "failure" and one.id not in situation.outcomes
    }


def _verdict_of_class(
    catalogue: Catalogue, class_: str, situation: SituationFile, language: Language
) -> list[str | None]:
    return verdicts.answers(catalogue, catalogue.class_facts_in(class_, situation.id), language)


def _provider(protocol: Protocol, provider: ProviderFile, language: Language) -> dict[str, Any]:
    kinds = protocol.vocabulary.provider_kinds
    is_run = any(kind.id == provider.kind and kind.runs for kind in kinds)
    return {
        "id": provider.id,
        "protocol": protocol.id,
        "name": provider.name[language],
        "signs": provider.signs,
        # In both languages: readers of either write names in either.
        "aliases": [*provider.aliases.en, *provider.aliases.ko],
        **(
            {"records": [[one.form, one.reads] for one in provider.records]}
            if provider.records
            else {}
        ),
        **({"runs": provider.kind} if is_run else {}),
        "replies": len(_parted(protocol, provider)[0]),
    }


def _replies(
    protocols: Sequence[Protocol], places: Mapping[tuple[str, str], int]
) -> dict[str, Any]:
    """The replies of all providers, one after the other, each field by itself: what is alike compresses better.

    `situation` holds places among the situations, `shared` those of replies that many servers send, `exact` those whose
    mark is compared letter by letter; `seen` says where such texts are met, if that tells whose they are.
    """
    replies = [
        (protocol, reply)
        for protocol in protocols
        for provider in protocol.providers
        for reply in _parted(protocol, provider)[0]
    ]
    tells_reader = any(
        role.reads for protocol, _ in replies for role in protocol.catalogues[0].roles
    )
    exact = [number for number, (_, reply) in enumerate(replies) if reply.exact]
    return {
        "mark": [reply.mark for _, reply in replies],
        "situation": [
            places.get((protocol.id, reply.situation or "")) for protocol, reply in replies
        ],
        "codes": [_codes(protocol, reply) for protocol, reply in replies],
        "shared": [number for number, (_, reply) in enumerate(replies) if reply.shared],
        **({"exact": exact} if exact else {}),
        **({"seen": [reply.seen for _, reply in replies]} if tells_reader else {}),
    }


def _codes(protocol: Protocol, reply: Reply) -> str:
    """The codes of a reply; its second word is none where it has no enhanced code."""
    found = (
        one
        for one in reply.codes
        if one[0].isdigit() or any(one in catalogue.by_id for catalogue in protocol.catalogues)
    )
    return " ".join(found)


def _libraries(protocol: Protocol, phrases: Phrases) -> str:
    """The libraries with which programs speak a protocol, and the words around what is said of them."""
    language = phrases.language
    return _json(
        {
            "libraries": [
                {
                    "protocol": protocol.id,
                    "name": library.name,
                    "language": library.language,
                    "signs": library.signs,
                    "about": markdown.plain(library.about(language)),
                    "errors": [
                        _error(error, language) for error in library.errors if _names(error)
                    ],
                    "constants": library.constants,
                }
                for library in protocol.libraries
            ],
            "words": {
                "program": phrases("find.program"),
                "code": phrases("libraries.code"),
                "words": phrases("libraries.words"),
                "own_words": phrases("libraries.own_words"),
            },
        }
    )


def _names(error: LibraryError) -> list[str]:
    """By what texts tell an error: what only hands an answer over is named in none of them."""
    return error.also if error.returned else [error.name, *error.also]


def _error(error: LibraryError, language: Language) -> dict[str, Any]:
    return {
        "names": _names(error),
        **({"shared": True} if error.shared else {}),
        **({"answered": True} if error.is_answered else {}),
        **({"codes": error.codes} if error.codes else {}),
        **({"code": error.code} if error.code else {}),
        "words": error.words,
        **({"situation": error.situation} if error.situation else {}),
        **({"outcome": error.outcome} if error.outcome else {}),
        "failed": markdown.plain(error.text(language)),
    }


def _originals(content: Content) -> dict[str, str]:
    """The English names of the situations."""
    return {
        addresses.situation(protocol.id, situation.id): situation.name.en
        for protocol in content.protocols
        for situation in protocol.situations.values()
    }


def _search(
    content: Content,
    handwritten: Sequence[Page],
    phrases: Phrases,
    own_phrases: Mapping[str, Phrases],
) -> str:
    language = phrases.language
    return _json(
        {
            "situations": {
                addresses.situation(protocol.id, situation.id): _happened(
                    situation, own_phrases[protocol.id]
                )
                for protocol in content.protocols
                for situation in protocol.situations.values()
            },
            # Koreans type the words of the web and of mail in English as well.
            **({"originals": _originals(content)} if language != "en" else {}),
            "codes": [
                {
                    "catalogue": catalogue.id,
                    "code": code.code,
                    "standing": code.standing,
                    "name": code.name[language],
                    **({"original": code.name.en} if language != "en" else {}),
                    "answer": own_phrases[catalogue.protocol](
                        "code.gist", code=code.code, gist=code.text(language).gist
                    ),
                    "text": markdown.plain(code.text(language).meaning),
                }
                for catalogue in content.catalogues
                for code in catalogue.codes
            ],
            "replies": {
                addresses.provider(protocol.providers_place, provider.id): [
                    reply.id for reply in _in_order(protocol, provider)
                ]
                for protocol in content.protocols
                for provider in protocol.providers
            },
            "insights": [
                {
                    "catalogue": catalogue.id,
                    "a": a,
                    "b": b,
                    "title": phrases("pair.name", a=a, b=b),
                    "answer": insight.text(language).answer,
                }
                for catalogue in content.catalogues
                for (a, b), insight in catalogue.insights.items()
            ],
            "pages": [
                *(
                    {
                        "address": addresses.in_language(
                            language, addresses.catalogue(catalogue.id)
                        ),
                        "title": catalogue.vocabulary.title[language],
                        "text": catalogue.vocabulary.description[language],
                    }
                    for catalogue in content.catalogues
                ),
                *(
                    {
                        "address": addresses.in_language(language, page.path),
                        "title": page.name(language),
                        "text": page.head(language).description,
                    }
                    for page in handwritten
                    if page.parent is not None
                ),
            ],
            "synonyms": content.synonyms.groups(language),
        }
    )
