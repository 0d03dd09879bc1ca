"""What surrounds a page's own content: its head, the breadcrumbs, the site's header and footer."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import jinja2
from markupsafe import Markup, escape

from codepairs import languages
from codepairs.language.phrases import Phrases
from codepairs.languages import DEFAULT_LANGUAGE, LANGUAGES
from codepairs.pages import addresses, seo, titles
from codepairs.pages.memo import Memo
from codepairs.pages.page import Head, Page, trail
from codepairs.pages.templating import DOT, trusted


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where the site stands, and where its content files can be edited; both addresses end with a slash."""

    site_url: str
    edit_url: str


class Frame(Memo):
    """Fills the frame of pages in one language."""

    def __init__(self, phrases: Phrases, environment: jinja2.Environment, setting: Setting) -> None:
        super().__init__()
        self._language = phrases.language
        self._other = languages.other(phrases.language)
        self._phrases = phrases
        self._setting = setting
        self._correction = environment.get_template("pieces/correction.html")
        self._crumbs = environment.get_template("pieces/crumbs.html")

    def around(self, page: Page) -> dict[str, Any]:
        """Everything that `base.html` needs for a page."""
        return {**self.slots(page), **self.flags(page)}

    def flags(self, page: Page) -> Mapping[str, Any]:
        """What decides the logic of `base.html`, and what pages by the thousand have in common."""
        is_offered = page.is_offered
        path = page.path
        return {
            "is_offered": is_offered,
            "has_alternates": is_offered,
            "has_json_ld": is_offered and page.parent is not None,
            "other_language": self._other,
            "kind": page.kind,
            "is_embeddable": page.is_embeddable,
            "root": addresses.to_root(addresses.in_language(self._language, path)),
            "home": addresses.to_root(path),
        }

    def slots(self, page: Page) -> dict[str, str]:
        """What fills the places of `base.html`; a page that is not offered says less of itself."""
        path, head = page.path, page.head(self._language)
        address = addresses.in_language(self._language, path)
        found: dict[str, str] = {
            "title": head.title,
            "description": titles.whole_sentences(head.description, self._language),
            "canonical": self._setting.site_url + address,
            "other_address": addresses.in_language(self._other, path),
            "crumbs": self._trail(page),
            "corrections": self._links(head),
            "modified": self._day(page.modified),
            "json_ld": "",
        }
        if page.is_offered:
            card = self._setting.site_url + addresses.card(self._language, path)
            found |= self.alternates(path) | {"card": card, "card_alt": head.title}
            if page.parent is not None:
                found["json_ld"] = self._json_ld(page, head, found)
        return found

    def canonical(self, page: Page) -> str:
        """The absolute address of a page."""
        return self._setting.site_url + addresses.in_language(self._language, page.path)

    def alternates(self, path: str) -> dict[str, str]:
        """The addresses of a page in every language, as slots."""
        url = self._setting.site_url
        found = {f"url_{one}": url + addresses.in_language(one, path) for one in LANGUAGES}
        return {**found, "url_default": found[f"url_{DEFAULT_LANGUAGE}"]}

    def _trail(self, page: Page) -> Markup:
        """The breadcrumbs; what stands above a page is the same for all its neighbours."""
        if page.parent is None:
            return Markup("")
        key = ("trail", page.parent.path, page.path.count("/"))
        before, after = self._once(key, lambda: self._trail_around(page))
        return trusted(f"{before}{escape(page.name(self._language))}{after}")

    def _trail_around(self, page: Page) -> tuple[str, str]:
        steps = [
            {"name": one.name(self._language), "address": addresses.up_to(page.path, one.path)}
            for one in trail(page)[:-1]
        ]
        seam = "\0"
        before, after = self._crumbs.render(steps=steps, name=Markup(seam)).split(seam)  # noqa: S704 - ours
        return before, after

    def _json_ld(self, page: Page, head: Head, slots: Mapping[str, str]) -> Markup:
        url = self._setting.site_url
        steps = [
            (one.name(self._language), url + addresses.in_language(self._language, one.path))
            for one in trail(page)
        ]
        graph = [seo.breadcrumbs(steps)]
        if head.article:
            graph.append(
                seo.tech_article(
                    head.article,
                    headline=head.title,
                    description=slots["description"],
                    language=self._language,
                    url=slots["canonical"],
                    modified=page.modified,
                )
            )
        return seo.json_ld(*graph)

    def _links(self, head: Head) -> Markup:
        """Links to the files that a page was made from, by their names."""
        names = [file.rsplit("/", 1)[-1] for file in head.files]
        if len(set(names)) < len(names):  # smtp/503.yml and http/503.yml
            names = ["/".join(file.split("/")[-3::2]) for file in head.files]
        links = (
            self._once(("link", file, name), partial(self._link, file, name))
            for file, name in zip(head.files, names, strict=True)
        )
        return trusted(DOT.join(links))

    def _link(self, file: str, label: str) -> str:
        return self._correction.render(label=label, url=self._setting.edit_url + file)

    def _day(self, day: datetime.date) -> str:
        return self._once(
            ("day", day), lambda: self._phrases("site.updated", date=self._phrases.date(day))
        )
