"""The pages of one catalogue in one language, each composed from ready fragments when it is asked for."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

import jinja2
from markupsafe import Markup

from codepairs import addresses, prose, rules, seo, transcript
from codepairs.catalogue import Catalogue
from codepairs.compare import Comparison, compare
from codepairs.fragments import Fragments
from codepairs.phrasing import Phrases
from codepairs.related import Related
from codepairs.schema import CodeFile, Language
from codepairs.seo import Head
from codepairs.speech import Speaker, Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where the site stands (with a final slash), and where its content files can be edited."""

    site_url: str
    edit_url: str


class CataloguePages:
    """Renders the pages of a catalogue in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        setting: Setting,
    ) -> None:
        self._catalogue = catalogue
        self._phrases = phrases
        self._language: Language = phrases.language
        self._environment = environment
        self._setting = setting
        self._fragments = Fragments(catalogue, phrases, environment)
        self._speaker = Speaker(catalogue, phrases)
        self._related = Related(catalogue)
        self._template = lru_cache(maxsize=None)(environment.get_template)

    def comparison(self, a: CodeFile, b: CodeFile) -> str:
        """The comparison page of two codes in catalogue order."""
        comparison = compare(self._catalogue, a, b)
        fragments, language = self._fragments, self._language
        spoken = self._spoken(comparison)
        insight = self._catalogue.insights.get((a.code, b.code))
        stages = self._catalogue.vocabulary.stages_source if comparison.stages_of_a else None
        sources = [*(insight.sources if insight else ()), *a.sources, *b.sources]
        roles, idle = self._actions([a, b])
        return self._page(
            "comparison.html",
            self._pair_address(language, a, b),
            self._pair_head(a, b),
            a=a.code,
            b=b.code,
            short=self._short,
            pair_name=self._pair_name(a.code, b.code),
            h1=self._phrases("pair.h1", **self._pair_words(a, b)),
            gists=self._phrases("pair.gists", **self._pair_words(a, b)),
            next_a=self._next(a),
            next_b=self._next(b),
            card_a=fragments.card(a),
            card_b=fragments.card(b),
            insight=insight
            and {
                "answer": insight.text(language).answer,
                "text": prose.to_html(insight.text(language).text),
            },
            rows=self._rows(comparison),
            strip=self._strip(comparison),
            stage_sentences=[said.text for said in spoken["stages"]],
            sessions=self._sessions(comparison),
            differences=spoken["differences"],
            roles=roles,
            idle=idle,
            use_a=fragments.use(a),
            use_b=fragments.use(b),
            about_a=fragments.about(a),
            about_b=fragments.about(b),
            replies=fragments.replies(a, b),
            related=[fragments.pair_link(pair) for pair in self._related.pairs(a, b)],
            sources=fragments.sources(sources, stages),
        )

    def code(self, code: CodeFile) -> str:
        """The page of one code."""
        text = code.text(self._language)
        fragments = self._fragments
        stages = self._catalogue.stages_of(code)
        roles, idle = self._actions([code])
        stage = transcript.most_telling(self._catalogue, stages) if stages else None
        return self._page(
            "code.html",
            self._code_address(self._language, code),
            self._code_head(code),
            code=code,
            short=self._short,
            h1=self._phrases("code.h1", **self._code_words(code)),
            gist=self._phrases("code.gist", **self._code_words(code)),
            next=self._next(code),
            tags=fragments.tags(code),
            meaning=prose.to_html(text.meaning),
            when=[prose.to_inline_html(situation) for situation in text.when],
            roles=[
                {
                    "label": role["label"],
                    "text": prose.to_inline_html(text.actions[role["id"]]),
                }
                for role in roles
            ],
            idle=idle,
            use=fragments.use(code),
            facts=self._facts(code),
            strip=fragments.strip([code], ()) if stages else None,
            session=fragments.session(code, stage) if stage else None,
            replies=[fragments.reply(code, reply) for reply in code.replies],
            confused=[self._other(code, other) for other in self._related.of_code(code)],
            others=[
                self._other(code, other.code) for other in self._catalogue.codes if other != code
            ],
            sources=fragments.sources(code.sources, None),
        )

    def index(self) -> str:
        """The page of the catalogue: all codes by class, and a table that leads to any pair."""
        language, vocabulary = self._language, self._catalogue.vocabulary
        return self._page(
            "catalogue.html",
            addresses.catalogue(language, self._catalogue.id),
            self._index_head,
            title=vocabulary.title[language],
            description=vocabulary.description[language],
            count=self.count,
            popular=self.popular,
            groups=self.groups,
            codes=[code.code for code in self._catalogue.codes],
            matrix=self._matrix(),
        )

    def stub(self, a: CodeFile, b: CodeFile) -> str:
        """The page at the pair's other order, which leads to the comparison."""
        words = {"a": a.code, "b": b.code}
        return self._template("stub.html").render(
            name=self._phrases("stub.title", **words),
            text=self._phrases("stub.text", **words),
            target=f"../{addresses.pair_name(a.code, b.code)}/",
            canonical=self._setting.site_url + self._pair_address(self._language, a, b),
        )

    @cached_property
    def count(self) -> str:
        """How many codes and comparisons there are, in words."""
        return self._phrases(
            "catalogue.count",
            codes=str(len(self._catalogue.codes)),
            pairs=str(self._catalogue.pair_count),
        )

    @cached_property
    def popular(self) -> list[dict[str, str]]:
        """The pairs that people ask for most, with name and address."""
        by_id = self._catalogue.by_id
        return [
            {
                "name": self._pair_name(one, other),
                "names": " · ".join(by_id[code].name[self._language] for code in (one, other)),
                "address": addresses.pair(self._language, self._catalogue.id, one, other),
            }
            for one, other in self._catalogue.vocabulary.popular
        ]

    @cached_property
    def groups(self) -> list[dict[str, Any]]:
        """The codes by class, for lists."""
        language = self._language
        return [
            {
                "tone": group.tone,
                "label": group.label[language],
                "meaning": group.meaning[language],
                "codes": [
                    {
                        "code": code.code,
                        "name": code.name[language],
                        "gist": self._phrases("code.gist", **self._code_words(code)),
                        "standing": self._catalogue.standings[code.standing].label[language],
                        "address": self._code_address(language, code),
                    }
                    for code in self._catalogue.codes
                    if code.class_ == group.id
                ],
            }
            for group in self._catalogue.vocabulary.classes
        ]

    def modified(self, *codes: CodeFile) -> datetime.date:
        """The day the content of a page about these codes last changed."""
        insight = self._catalogue.insights.get(tuple(code.code for code in codes))  # type: ignore[call-overload]
        dates = [code.updated for code in codes]
        return max([*dates, insight.updated]) if insight else max(dates)

    @cached_property
    def _short(self) -> str:
        return self._catalogue.vocabulary.short[self._language]

    def _page(self, template: str, address: str, head: Head, **values: object) -> str:
        other = seo.other(self._language)
        return self._template(template).render(
            root=addresses.to_root(address),
            head=head,
            other_language=other,
            other_address=other + address.removeprefix(self._language),
            **values,
        )

    def _spoken(self, comparison: Comparison) -> dict[str, list[Spoken]]:
        spoken: dict[str, list[Spoken]] = {"stages": [], "differences": []}
        for explanation in rules.explain(self._catalogue, comparison):
            spoken[explanation.section].append(self._speaker.say(explanation))
        return spoken

    def _rows(self, comparison: Comparison) -> list[Markup]:
        a, b = comparison.a, comparison.b
        rows = [self._fragments.row(found.axis, found.a, found.b) for found in comparison.axes]
        rows.append(self._fragments.class_row(a, b))
        if a.enhanced or b.enhanced:
            rows.append(self._fragments.enhanced_row(a, b))
        return rows

    def _strip(self, comparison: Comparison) -> Markup | None:
        if not (comparison.stages_of_a or comparison.stages_of_b):
            return None
        codes = (comparison.a, comparison.b)
        return self._fragments.strip(codes, comparison.shared_stages)

    def _sessions(self, comparison: Comparison) -> dict[str, object] | None:
        plan = transcript.plan(self._catalogue, comparison)
        if plan is None:
            return None
        a, b, fragments = comparison.a, comparison.b, self._fragments
        shown: dict[str, object] = {"kind": plan.kind, "lead": None, "endings": ()}
        match plan.kind:
            case "same":
                shown["lead"] = fragments.lead(plan.stage_a)
                shown["endings"] = [
                    fragments.ending(a, plan.stage_a),
                    fragments.ending(b, plan.stage_b),
                ]
            case "one":
                shown["lead"] = fragments.one_session(a, plan.stage_a, b, plan.stage_b)
            case "apart":
                shown["endings"] = [
                    fragments.session(a, plan.stage_a),
                    fragments.session(b, plan.stage_b),
                ]
        return shown

    def _actions(self, codes: Sequence[CodeFile]) -> tuple[list[dict[str, Any]], str]:
        """What each role does, and one sentence for the roles that have nothing to do."""
        roles, idle = [], []
        for role in self._catalogue.roles:
            actions = [self._fragments.action(code, role.id) for code in codes]
            told = [action for action in actions if action]
            label = role.label[self._language]
            if told:
                roles.append({"id": role.id, "label": label, "actions": told})
            else:
                idle.append(label)
        if not idle:
            return roles, ""
        if not roles:
            return roles, self._phrases("actions.none_all")
        return roles, self._phrases("actions.none", roles=self._phrases.list(idle))

    def _facts(self, code: CodeFile) -> list[dict[str, str]]:
        details = code.text(self._language).facts
        return [
            {
                "label": axis.label[self._language],
                "value": self._catalogue.values[axis.id][code.facts[axis.id]].label[
                    self._language
                ],
                "detail": details.get(axis.id, ""),
            }
            for axis in self._catalogue.axes
            if axis.id in code.facts
        ]

    def _matrix(self) -> list[dict[str, Any]]:
        codes = [code.code for code in self._catalogue.codes]
        return [
            {
                "code": row,
                "cells": [
                    None
                    if row == column
                    else self._cell(*self._related.ordered(row, column))
                    for column in codes
                ],
            }
            for row in codes
        ]

    def _cell(self, a: str, b: str) -> dict[str, str]:
        return {"address": addresses.pair_name(a, b), "name": self._pair_name(a, b)}

    def _other(self, code: CodeFile, other: str) -> dict[str, str]:
        a, b = self._related.ordered(code.code, other)
        return {
            "address": addresses.pair_name(a, b),
            "pair": self._pair_name(a, b),
            "name": self._catalogue.by_id[other].name[self._language],
        }

    def _pair_name(self, a: str, b: str) -> str:
        return self._phrases("pair.name", a=a, b=b)

    def _pair_words(self, a: CodeFile, b: CodeFile) -> dict[str, str]:
        language = self._language
        return {
            "catalogue": self._short,
            "a": a.code,
            "b": b.code,
            "name_a": a.name[language],
            "name_b": b.name[language],
            "gist_a": a.text(language).gist,
            "gist_b": b.text(language).gist,
        }

    def _code_words(self, code: CodeFile) -> dict[str, str]:
        language = self._language
        return {
            "catalogue": self._short,
            "code": code.code,
            "name": code.name[language],
            "gist": code.text(language).gist,
        }

    def _next(self, code: CodeFile) -> str:
        return self._phrases("pair.next", code=code.code, next=code.text(self._language).next)

    def _pair_address(self, language: Language, a: CodeFile, b: CodeFile) -> str:
        return addresses.pair(language, self._catalogue.id, a.code, b.code)

    def _code_address(self, language: Language, code: CodeFile) -> str:
        return addresses.code(language, self._catalogue.id, code.code)

    def _pair_head(self, a: CodeFile, b: CodeFile) -> Head:
        words = self._pair_words(a, b)
        insight = self._catalogue.insights.get((a.code, b.code))
        files = [f"codes/{code.code}.yml" for code in (a, b)]
        if insight:
            files.insert(0, f"pairs/{addresses.pair_name(a.code, b.code)}.yml")
        return self._article_head(
            codes=(a, b),
            title=self._phrases("pair.title", **words),
            description=self._phrases("pair.description", **words),
            address_in={
                language: self._pair_address(language, a, b) for language in seo.LANGUAGES
            },
            files=files,
            name=self._pair_name(a.code, b.code),
        )

    def _code_head(self, code: CodeFile) -> Head:
        words = self._code_words(code)
        return self._article_head(
            codes=(code,),
            title=self._phrases("code.title", **words),
            description=self._phrases("code.description", **words),
            address_in={language: self._code_address(language, code) for language in seo.LANGUAGES},
            files=[f"codes/{code.code}.yml"],
            name=code.code,
        )

    @cached_property
    def _index_head(self) -> Head:
        vocabulary = self._catalogue.vocabulary
        address_in = {
            language: addresses.catalogue(language, self._catalogue.id)
            for language in seo.LANGUAGES
        }
        head = self._head(
            title=self._phrases("catalogue.title", catalogue=vocabulary.title[self._language]),
            description=vocabulary.description[self._language],
            address_in=address_in,
            files=["catalogue.yml"],
            modified=max(self.modified(code) for code in self._catalogue.codes),
        )
        steps = self._steps[:-1]
        return replace(head, kind="website", json_ld=seo.json_ld(seo.breadcrumbs(steps)) if steps else None)

    def _article_head(
        self,
        *,
        codes: tuple[CodeFile, ...],
        title: str,
        description: str,
        address_in: Mapping[Language, str],
        files: Sequence[str],
        name: str,
    ) -> Head:
        head = self._head(
            title=title,
            description=description,
            address_in=address_in,
            files=files,
            modified=self.modified(*codes),
        )
        article = seo.tech_article(
            head,
            self._language,
            [f"{self._short} {code.code} {code.name[self._language]}" for code in codes],
            list(dict.fromkeys(source.url for code in codes for source in code.sources)),
        )
        crumbs = seo.breadcrumbs([*self._steps, (name, head.canonical)])
        return replace(head, json_ld=seo.json_ld(crumbs, article))

    @cached_property
    def _steps(self) -> list[tuple[str, str]]:
        url, language = self._setting.site_url, self._language
        return [
            (self._phrases("site.home"), url + addresses.home(language)),
            (self._short, url + addresses.catalogue(language, self._catalogue.id)),
        ]

    def _head(
        self,
        *,
        title: str,
        description: str,
        address_in: Mapping[Language, str],
        files: Iterable[str],
        modified: datetime.date,
    ) -> Head:
        language = self._language
        edit = f"{self._setting.edit_url}{self._catalogue.id}/"
        return Head(
            title=title,
            description=seo.shortened(description, language),
            canonical=self._setting.site_url + address_in[language],
            alternates=seo.alternates(self._setting.site_url, address_in),
            locale=seo.LOCALES[language],
            other_locale=seo.LOCALES[seo.other(language)],
            modified=modified,
            modified_long=self._long_date(modified),
            corrections=[(file.rsplit("/", 1)[-1], edit + file) for file in files],
        )

    @cached_property
    def _long_date(self) -> Any:
        return lru_cache(maxsize=None)(self._phrases.date)
