"""What must hold of a protocol: its catalogues, and what its codes say of providers and of each other's catalogues."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from codepairs.checks.names import known, known_facts, no_id_twice
from codepairs.checks.products import products_of_insights_have_a_source
from codepairs.content import notes
from codepairs.content.reading import LoadedCatalogue, LoadedContent, LoadedProtocol
from codepairs.content.schema.catalogues import QUEUE
from codepairs.problems import Problem, shown

# The protocol whose texts the field reads by their words alone, as `MAIL` in templates/theme/js/recognise/tables.js.
MAIL: Final = "smtp"


def ids_are_unique(loaded: LoadedContent) -> Iterator[Problem]:
    """No two catalogues share an id, in whichever protocols they are: it is the beginning of their addresses."""
    counts = Counter(one.catalogue.id for one in loaded.catalogues)
    for one in loaded.catalogues:
        if counts[one.catalogue.id] > 1:
            message = f"expected an id that no other catalogue has; got {one.catalogue.id!r}"
            yield one.vocabulary.problem(("id",), message)


def provider_addresses_are_unique(loaded: LoadedContent) -> Iterator[Problem]:
    """No two protocols put the pages about their providers at one place."""
    paths = Counter(one.protocol.vocabulary.providers_path for one in loaded.protocols)
    for one in loaded.protocols:
        path = one.protocol.vocabulary.providers_path
        if path is not None and paths[path] > 1:
            message = f"expected a path that no other protocol has; got {path!r}"
            yield one.vocabulary.problem(("providers_path",), message)


def answers_name_codes_of_a_catalogue(loaded: LoadedContent) -> Iterator[Problem]:
    """An axis whose answers name codes says of which catalogue, of any protocol, they are."""
    ids = [one.catalogue.id for one in loaded.catalogues]
    for one in loaded.catalogues:
        for number, axis in enumerate(one.catalogue.vocabulary.axes):
            if axis.codes_of is not None:
                where = ("axes", number, "codes_of", "catalogue")
                yield from known(one.vocabulary, where, [axis.codes_of.catalogue], ids, item=False)


def texts_can_be_told_from_mail(loaded: LoadedProtocol) -> Iterator[Problem]:
    """Every protocol but that of mail has words that tell its texts, for what nothing tells is read as mail's."""
    vocabulary = loaded.protocol.vocabulary
    if vocabulary.id != MAIL and not vocabulary.speaks:
        message = "expected words that texts of mail do not have; found none"
        yield loaded.vocabulary.problem(("speaks",), message)


def protocol_names_its_catalogues(loaded: LoadedProtocol) -> Iterator[Problem]:
    """A protocol is named after its folder and names each of its catalogues once."""
    vocabulary, document = loaded.protocol.vocabulary, loaded.vocabulary
    folder = document.file.parent.name
    if vocabulary.id != folder:
        message = f"expected {folder!r}, the folder's name; got {vocabulary.id!r}"
        yield document.problem(("id",), message)
    folders = [one.vocabulary.file.parent.name for one in loaded.catalogues]
    yield from known(document, ("catalogues",), vocabulary.catalogues, folders)
    for missing in sorted(set(folders) - set(vocabulary.catalogues)):
        message = f"expected every catalogue; {missing!r} is missing"
        yield document.problem(("catalogues",), message)
    for field in ("provider_kinds", "groups", "vocabularies"):
        yield from no_id_twice(document, (field,), [item.id for item in getattr(vocabulary, field)])
    for number, words in enumerate(vocabulary.vocabularies):
        yield from no_id_twice(document, ("vocabularies", number, "words"), words.words)


def classes_and_roles_are_those_of_the_first(loaded: LoadedProtocol) -> Iterator[Problem]:
    """Further catalogues have no classes and roles but those of the first, which pages of situations show."""
    first, *others = loaded.catalogues
    for field in ("classes", "roles"):
        expected = [one.id for one in getattr(first.catalogue.vocabulary, field)]
        for one in others:
            found = [item.id for item in getattr(one.catalogue.vocabulary, field)]
            yield from known(one.vocabulary, (field,), found, expected)


def verdicts_ask_the_same(loaded: LoadedProtocol) -> Iterator[Problem]:
    """Every catalogue of a protocol asks a verdict's questions in the same order and words: one field shows them."""
    first, *others = loaded.catalogues
    expected = _asked(first)
    for one in others:
        if _asked(one) != expected:
            message = (
                f"expected the verdict's questions of {first.catalogue.id!r} in their order,"
                f" {expected}; got {_asked(one)}"
            )
            yield one.vocabulary.problem(("axes",), message)


def _asked(loaded: LoadedCatalogue) -> list[str]:
    asked = [axis for axis in loaded.catalogue.axes if axis.verdict]
    return [f"{axis.id} ({axis.label.en}, {axis.label.ko})" for axis in asked]


def companions_exist(loaded: LoadedProtocol) -> Iterator[Problem]:
    """A catalogue is linked to others of its protocol, and its codes have companions only where it is linked.

    Whether such a companion has a page is not asked: servers send more codes than a registry lists.
    """
    catalogues = {one.catalogue.id: one.catalogue for one in loaded.catalogues}
    for one in loaded.catalogues:
        links = one.catalogue.vocabulary.companions
        others = [name for name in catalogues if name != one.catalogue.id]
        for number, link in enumerate(links):
            yield from known(
                one.vocabulary,
                ("companions", number, "catalogue"),
                [link.catalogue],
                others,
                item=False,
            )
        same_class = {link.catalogue: link.same_class for link in links}
        # A link that names no catalogue has been told; its codes may name the one that is meant.
        linked = list(same_class)
        linked += [] if same_class.keys() <= catalogues.keys() else others
        for code in one.catalogue.codes:
            document = one.codes[code.code]
            for name, companions in code.companions.items():
                where = ("companions", name)
                yield from known(document, where, [name], linked, item=False)
                for number, other in enumerate(companions):
                    if same_class.get(name) and other[0] != code.code[0]:
                        message = f"expected a code in {code.code[0]}…; got {other!r}"
                        yield document.problem((*where, number), message)


def code_names_known_providers(loaded: LoadedProtocol) -> Iterator[Problem]:
    """Codes name only providers of their protocol."""
    providers = [provider.id for _, provider in loaded.providers]
    for one in loaded.catalogues:
        for code in one.catalogue.codes:
            document = one.codes[code.code]
            if code.provider:
                yield from known(document, ("provider",), [code.provider], providers, item=False)


def way_can_be_drawn(loaded: LoadedProtocol) -> Iterator[Problem]:
    """What draws a way speaks of stations, axes, stages and situations that there are."""
    document, way = loaded.vocabulary, loaded.protocol.vocabulary.way
    if way is None:
        return
    catalogue = loaded.protocol.catalogues[0]
    stations = [one.id for one in way.stations]
    yield from no_id_twice(document, ("way", "stations"), stations)
    situations = list(loaded.protocol.situations)
    yield from known(document, ("way", "unclear"), way.unclear, situations)
    actors = [value.id for value in catalogue.acting.values] if catalogue.acting else []
    for number, station in enumerate(way.stations):
        yield from known(document, ("way", "stations", number, "acts"), station.acts, actors)
    stages = [*catalogue.stages, QUEUE]
    for number, stop in enumerate(way.stops):
        at = ("way", "stops", number)
        ends = stations[:-1] if stop.halts else stations
        yield from known(document, (*at, "reached"), [stop.reached], ends, item=False)
        yield from known(document, (*at, "stages"), stop.stages, stages)
        yield from known_facts(document, (*at, "facts"), stop.facts, catalogue.values)


def notes_are_told(loaded: LoadedProtocol) -> Iterator[Problem]:
    """What stands in brackets in a sample line is a note of the protocol, and every note stands in a line."""
    told = [note.en for note in loaded.protocol.vocabulary.notes]
    found = dict.fromkeys(
        note for line in notes.sample_lines(loaded.protocol) for note in notes.of_line(line)
    )
    yield from no_id_twice(loaded.vocabulary, ("notes",), told)
    for missing in found.keys() - told:
        message = f"expected every note of sample lines; {shown(missing)} is missing"
        yield loaded.vocabulary.problem(("notes",), message)
    for number, note in enumerate(told):
        if note not in found:
            message = f"expected a note of a sample line; {shown(note)} stands in none"
            yield loaded.vocabulary.problem(("notes", number), message)


def queue_can_be_drawn(loaded: LoadedProtocol) -> Iterator[Problem]:
    """Attempts are drawn for answers that there are, and nobody warns after giving up."""
    document, queue = loaded.vocabulary, loaded.protocol.vocabulary.queue
    if queue is None:
        return
    values = loaded.protocol.catalogues[0].values
    yield from known_facts(document, ("queue", "facts"), queue.facts, values)
    for number, one in enumerate(queue.schedules):
        if one.warns_after is not None and one.warns_after >= one.ends_after:
            message = f"expected less than {one.ends_after}, when it ends; got {one.warns_after}"
            yield document.problem(("queue", "schedules", number, "warns_after"), message)


ContentCheck = Callable[[LoadedContent], Iterator[Problem]]
CONTENT_CHECKS: tuple[ContentCheck, ...] = (
    ids_are_unique,
    provider_addresses_are_unique,
    answers_name_codes_of_a_catalogue,
)
Check = Callable[[LoadedProtocol], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (
    protocol_names_its_catalogues,
    texts_can_be_told_from_mail,
    classes_and_roles_are_those_of_the_first,
    verdicts_ask_the_same,
    companions_exist,
    code_names_known_providers,
    way_can_be_drawn,
    queue_can_be_drawn,
    notes_are_told,
    products_of_insights_have_a_source,
)
