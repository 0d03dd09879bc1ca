"""The heads of a catalogue's pages in one language: title, description, addresses, structured data."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages import addresses, seo
from codepairs.pages.seo import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where the site stands, and where its content files can be edited; both addresses end with a slash."""

    site_url: str
    edit_url: str

    def correction(self, file: str) -> tuple[str, str]:
        """Name and editing address of a content file, given relative to the content's folder."""
        return file.rsplit("/", 1)[-1], self.edit_url + file


class Heads:
    """Makes the heads of the pages of one catalogue."""

    def __init__(self, catalogue: Catalogue, phrases: Phrases, setting: Setting) -> None:
        self._catalogue = catalogue
        self._phrases = phrases
        self._language: Language = phrases.language
        self._setting = setting
        self._short = catalogue.vocabulary.short[self._language]

    def pair(self, a: CodeFile, b: CodeFile, words: Mapping[str, str]) -> Head:
        """The head of a comparison; `words` fill the pair's phrases."""
        name = addresses.pair_name(a.code, b.code)
        files = list(dict.fromkeys(self._file(code) for code in (a, b)))
        if (a.code, b.code) in self._catalogue.insights:
            files.insert(0, f"pairs/{name}.yml")
        return self._article(
            (a, b),
            name=self._phrases("pair.name", a=a.code, b=b.code),
            title=self._phrases("pair.title", **words),
            description=self._phrases("pair.description", **words),
            address_in=addresses.in_each(addresses.pair, self._catalogue.id, a.code, b.code),
            files=files,
            indexed=self._catalogue.is_indexed(a, b),
        )

    def code(self, code: CodeFile, words: Mapping[str, str]) -> Head:
        """The head of a code's page; `words` fill the code's phrases."""
        return self._article(
            (code,),
            name=code.code,
            title=self._phrases("code.title", **words),
            description=self._phrases("code.description", **words),
            address_in=addresses.in_each(addresses.code, self._catalogue.id, code.code),
            files=[self._file(code)],
        )

    def _file(self, code: CodeFile) -> str:
        return f"codes/{self._catalogue.files.get(code.code, code.code)}.yml"

    def index(self) -> Head:
        """The head of the catalogue's page."""
        vocabulary = self._catalogue.vocabulary
        head = self._head(
            title=self._phrases("catalogue.title", catalogue=vocabulary.title[self._language]),
            description=vocabulary.description[self._language],
            address_in=addresses.in_each(addresses.catalogue, self._catalogue.id),
            files=["catalogue.yml"],
            modified=max(modified(self._catalogue, code) for code in self._catalogue.codes),
        )
        return replace(head, kind="website", json_ld=seo.json_ld(seo.breadcrumbs(self._steps)))

    @cached_property
    def _steps(self) -> list[tuple[str, str]]:
        url, language = self._setting.site_url, self._language
        return [
            (self._phrases("site.home"), url + addresses.home(language)),
            (self._short, url + addresses.catalogue(language, self._catalogue.id)),
        ]

    def _article(
        self,
        codes: tuple[CodeFile, ...],
        *,
        name: str,
        title: str,
        description: str,
        address_in: Mapping[Language, str],
        files: Sequence[str],
        indexed: bool = True,
    ) -> Head:
        head = self._head(
            title=title,
            description=description,
            address_in=address_in,
            files=files,
            modified=modified(self._catalogue, *codes),
            indexed=indexed,
        )
        article = seo.tech_article(
            head,
            self._language,
            [f"{self._short} {code.code} {code.name[self._language]}" for code in codes],
            list(dict.fromkeys(source.url for code in codes for source in code.sources)),
        )
        crumbs = seo.breadcrumbs([*self._steps, (name, head.canonical)])
        return replace(head, json_ld=seo.json_ld(crumbs, article))

    def _head(
        self,
        *,
        title: str,
        description: str,
        address_in: Mapping[Language, str],
        files: Iterable[str],
        modified: datetime.date,
        indexed: bool = True,
    ) -> Head:
        site_url = self._setting.site_url
        return Head(
            title=title,
            description=seo.shortened(description, self._language),
            canonical=site_url + address_in[self._language],
            alternates=seo.alternates(site_url, address_in),
            modified=modified,
            indexed=indexed,
            corrections=tuple(
                self._setting.correction(f"{self._catalogue.id}/{file}") for file in files
            ),
        )


def modified(catalogue: Catalogue, *codes: CodeFile) -> datetime.date:
    """The day the content of a page about one code or a pair last changed."""
    dates = [code.updated for code in codes]
    if len(codes) == 2:  # noqa: PLR2004 - a pair
        insight = catalogue.insights.get((codes[0].code, codes[1].code))
        if insight:
            dates.append(insight.updated)
    return max(dates)
