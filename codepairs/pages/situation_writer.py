"""The texts of the pages about situations: what happened, who acts, what to do, and who says which code for it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.base import Term
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.situations import SituationFile
from codepairs.content.uses import Answer
from codepairs.content.whole import Protocol
from codepairs.language import markdown
from codepairs.pages import titles, verdicts
from codepairs.pages.embedded import Embedded, Outcome
from codepairs.pages.page import Article, Head, Page
from codepairs.pages.pieces.evidence import Providers
from codepairs.pages.pieces.queue import QueuePieces
from codepairs.pages.pieces.situations import SituationPieces
from codepairs.pages.pieces.way import WayPieces
from codepairs.pages.press import Press
from codepairs.pages.templating import DOT

# Everybody who says a code for a situation is named on the situation's page.
_ALL: Final = 1_000


class SituationWriter:
    """Makes the texts of the pages about situations in one language."""

    def __init__(self, protocol: Protocol, press: Press, providers: Providers) -> None:
        self._protocol = protocol
        self._press = press
        self._phrases = press.phrases
        self._language = press.phrases.language
        self._name = protocol.vocabulary.name[self._language]
        self._providers = providers
        self._pieces = {
            catalogue.id: SituationPieces(
                catalogue, press.phrases, press.environment, providers, up="../../../"
            )
            for catalogue in protocol.catalogues
        }
        self._ways = {
            catalogue.id: WayPieces(
                catalogue, press.phrases, press.environment, protocol.vocabulary.way
            )
            for catalogue in protocol.catalogues
        }

        self._queues = {
            catalogue.id: QueuePieces(
                catalogue, press.phrases, press.environment, protocol.vocabulary.queue
            )
            for catalogue in protocol.catalogues
        }

    @property
    def index_name(self) -> str:
        """What the list is called."""
        return self._phrases("situations.title")

    def index_head(self) -> Head:
        """What the list says of itself."""
        return Head(
            title=self._phrases("situations.head", protocol=self._name),
            description=self._phrases("situations.description", protocol=self._name),
        )

    def situation_head(self, situation: SituationFile, files: Sequence[str]) -> Head:
        """What the page of a situation says of itself."""
        language, name = self._language, situation.name[self._language]
        # What a search result says to do is what the page begins with.
        first, _ = self._outcomes_of(situation)[0]
        said = (situation.gist[language], situation.outcomes[first].next[language])
        description = " ".join(titles.sentence(one, language) for one in said)
        return Head(
            title=titles.fitting(
                [
                    *(
                        self._phrases(title, name=name, protocol=self._name)
                        for title in self._titles(situation)
                    ),
                    name,
                ],
                self._language,
            ),
            description=description,
            files=files,
            article=Article(about=[name], citations=[source.url for source in situation.sources]),
        )

    def _titles(self, situation: SituationFile) -> Iterator[str]:
        """The phrases that head a page, the fullest first: people search for errors and bounces by these names."""
        told = [
            (catalogue, class_)
            for catalogue in self._protocol.catalogues
            for class_ in situation.outcomes
            if class_ in catalogue.classes
        ]
        if all(catalogue.classes[class_].outcome == "failure" for catalogue, class_ in told):
            if any(
                catalogue.comes_back(catalogue.class_facts_in(class_, situation.id))
                for catalogue, class_ in told
            ):
                yield "situation.title_returned"
            yield "situation.title_error"
        else:
            yield "situation.title"
        yield "situation.title_short"

    def index(self, page: Page) -> str:
        """The list of all situations, by group."""
        situations = self._protocol.situations.values()
        return self._press.page(
            "situations.html",
            page,
            h1=self._phrases("situations.h1", protocol=self._name),
            groups=[
                self._group(group, [one for one in situations if one.group == group.id])
                for group in self._protocol.vocabulary.groups
            ],
        )

    def _group(self, group: Term, situations: Sequence[SituationFile]) -> dict[str, Any]:
        """The situations of a group with their codes, a column for each class that any of them has."""
        said = {
            one.id: {outcome: self._codes_in(one, outcome) for outcome, _ in self._outcomes}
            for one in situations
        }
        shown = [
            (outcome, label)
            for outcome, label in self._outcomes
            if any(codes[outcome] for codes in said.values())
        ]
        return {
            "id": group.id,
            "label": group.label[self._language],
            "classes": [label for _, label in shown],
            "situations": [
                {
                    "id": one.id,
                    "name": one.name[self._language],
                    "codes": [said[one.id][outcome] for outcome, _ in shown],
                }
                for one in situations
            ],
        }

    def situation(self, page: Page, situation: SituationFile) -> str:
        """The page of one situation."""
        language = self._language
        name = situation.name[language]
        titled = self._phrases("situation.title_short", name=name, protocol=self._name)
        group = next(one for one in self._protocol.vocabulary.groups if one.id == situation.group)
        return self._press.page(
            "situation.html",
            page,
            name=name,
            of_protocol=titled.removeprefix(name),
            happened=self._phrases("situation.happened", gist=situation.gist[language]),
            group=group.label[language],
            outcomes=[self._outcome(situation, *one) for one in self._outcomes_of(situation)],
            codes=list(self._matrix(situation)),
            confused=[
                {
                    "link": f"../{one.with_}/",
                    "name": self._protocol.situations[one.with_].name[language],
                    "text": markdown.to_inline_html(one.text(language)),
                }
                for one in situation.confused
            ],
            said=situation.said,
            called=[
                {
                    "name": vocabulary.name,
                    "url": vocabulary.url,
                    "words": situation.called[vocabulary.id],
                }
                for vocabulary in self._protocol.vocabulary.vocabularies
                if vocabulary.id in situation.called
            ],
            replies=list(self._replies(situation)),
            sources=situation.sources,
        )

    def situation_embed(self, page: Page, situation: SituationFile) -> str:
        """The answer of a situation's page, for a frame on other sites."""
        language = self._language
        found = Embedded(
            title=self._phrases(
                "situation.title_short", name=situation.name[language], protocol=self._name
            ),
            answer=self._phrases("situation.happened", gist=situation.gist[language]),
            outcomes=[
                self._press.outcome(Outcome(**self._answer(situation, outcome, label)))
                for outcome, label in self._outcomes_of(situation)
            ],
        )
        return self._press.embed(page, found)

    def _outcomes_of(self, situation: SituationFile) -> list[tuple[str, str]]:
        """Id and label of each class of codes that comes to something in the situation.

        Those of which a code is known come first, the one that most say before all, and of equals the one that the file
        tells first.
        Of what no code says and what ends in one way only, no class can be told.
        """
        order = list(situation.outcomes)
        found = [one for one in self._outcomes if one[0] in situation.outcomes]
        said = self._said_by(situation)
        if not said and len(found) == 1:
            return [(found[0][0], self._phrases("situation.without_code"))]
        return sorted(
            found, key=lambda one: (one[0] not in said, -said[one[0]], order.index(one[0]))
        )

    def _said_by(self, situation: SituationFile) -> Counter[str]:
        """How many say each class of codes in the situation; a copied list alone counts for nothing beside them."""
        said: Counter[str] = Counter()
        for catalogue, code in self._codes(situation):
            said[code.class_] += len(
                {
                    saying.by
                    for saying in catalogue.sayings[code.code]
                    if saying.situation == situation.id and saying.is_evidence
                }
            )
        return said

    @property
    def _outcomes(self) -> list[tuple[str, str]]:
        """Id and label of every class of the protocol's first catalogue, which all of its catalogues have."""
        classes = self._protocol.catalogues[0].vocabulary.classes
        return [(item.id, item.label[self._language]) for item in classes]

    def _codes(self, situation: SituationFile) -> Sequence[tuple[Catalogue, CodeFile]]:
        """Every code that is said for the situation."""
        return self._codes_by_situation.get(situation.id, ())

    @cached_property
    def _codes_by_situation(self) -> Mapping[str, Sequence[tuple[Catalogue, CodeFile]]]:
        found: defaultdict[str, list[tuple[Catalogue, CodeFile]]] = defaultdict(list)
        for catalogue in self._protocol.catalogues:
            for code in catalogue.codes:
                for situation in catalogue.situations_of[code.code]:
                    found[situation].append((catalogue, code))
        return found

    def _codes_in(self, situation: SituationFile, outcome: str) -> list[dict[str, str]]:
        return [
            {
                "address": f"../../{catalogue.id}/{code.code}/",
                **self._said(catalogue, code, situation),
            }
            for catalogue, code in self._codes(situation)
            if code.class_ == outcome
        ]

    def _said(
        self, catalogue: Catalogue, code: CodeFile, situation: SituationFile
    ) -> dict[str, str]:
        """A code and who says it, in short: whether a document does, and how many servers and services do."""
        sayers = self._pieces[catalogue.id].sayers(code, situation.id)
        servers = [one["name"] for one in sayers if not one["standard"]]
        short = [self._phrases("situations.standard")] if len(servers) < len(sayers) else []
        short += [str(len(servers))] if servers else []
        names = [one["standard"] or one["name"] for one in sayers]
        return {"code": code.code, "short": DOT.join(short), "names": " · ".join(names)}

    def _said_in(self, situation: SituationFile, outcome: str) -> Catalogue:
        """The catalogue of the first code of a class that is said for the situation; the first of all if none is."""
        said = (of for of, code in self._codes(situation) if code.class_ == outcome)
        return next(said, self._protocol.catalogues[0])

    def _answer(self, situation: SituationFile, outcome: str, label: str) -> dict[str, Any]:
        """What a class of codes comes to, in short.

        What a code answers by its number is its own affair, and no word on the others that are said here.
        """
        catalogue = self._protocol.catalogues[0]
        of = self._said_in(situation, outcome)
        verdict = self._pieces[of.id].class_verdict(outcome, situation.id)
        next_ = situation.outcomes[outcome].next[self._language]
        return {
            "label": label,
            "tone": catalogue.classes[outcome].tone,
            "verdict": list(verdict),
            "next": self._phrases("situation.next", next=next_),
        }

    def _outcome(self, situation: SituationFile, outcome: str, label: str) -> dict[str, Any]:
        """What a class of codes comes to: the answers first, then who does what."""
        language = self._language
        catalogue = self._protocol.catalogues[0]
        of = self._said_in(situation, outcome)
        actions = situation.outcomes[outcome].actions(language)
        return {
            **self._answer(situation, outcome, label),
            "id": outcome,
            "way": self._ways[of.id].of_class(outcome, situation.id),
            "queue": self._queues[of.id].of_class(outcome, situation.id),
            "queue_title": self._queues[catalogue.id].title,
            "roles": [
                {
                    "id": f"{outcome}-{role.id}",
                    "label": role.label[language],
                    "text": markdown.to_inline_html(actions[role.id]),
                }
                for role in verdicts.actor_first(catalogue.roles, of, outcome, situation.id)
                if role.id in actions
            ],
        }

    def _matrix(self, situation: SituationFile) -> Iterator[dict[str, Any]]:
        """Each code that is said for the situation, and everybody who says it."""
        for catalogue, code in self._codes(situation):
            yield {
                "code": code.code,
                "address": f"../../../{catalogue.id}/{code.code}/",
                "tone": catalogue.classes[code.class_].tone,
                "who": self._pieces[catalogue.id].who(code, situation.id, _ALL),
            }

    def _replies(self, situation: SituationFile) -> Iterator[dict[str, Any]]:
        return map(self._reply, self._answers.get(situation.id, ()))

    @cached_property
    def _answers(self) -> Mapping[str | None, Sequence[Answer]]:
        """The replies by situation, in the order of the providers."""
        found: defaultdict[str | None, list[Answer]] = defaultdict(list)
        for provider in self._protocol.providers:
            for reply in provider.replies:
                found[reply.situation].append(Answer(provider, reply))
        return found

    def _reply(self, answer: Answer) -> dict[str, Any]:
        return {
            "name": answer.provider.name[self._language],
            "address": f"../../../{self._providers.place}/{answer.provider.id}/#{answer.reply.id}",
            "text": answer.reply.text,
        }
