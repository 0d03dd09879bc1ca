"""The same pages made by others: Hugo from data, Hugo from Markdown, plain MkDocs from Markdown.

Hugo from data gets what our own pages are composed of: the ready pieces of each code and of each pair of axis values.
Its templates then do what ours do: look up, compare, and put together.
"""

import html
import json
import re
import shutil
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

from codepairs.checks import run
from codepairs.comparison import transcript
from codepairs.comparison.explanation import ClauseWord
from codepairs.comparison.related import Related
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import ABSENT
from codepairs.content.schema.codes import CodeFile
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES, Language
from codepairs.pages import addresses
from codepairs.pages.catalogues import PairPage
from codepairs.pages.frame import Setting
from codepairs.pages.optional_tags import left_out
from codepairs.pages.pieces.codes import CodePieces
from codepairs.pages.pieces.evidence import EvidencePieces, Providers
from codepairs.pages.pieces.sessions import SessionPieces
from codepairs.pages.pieces.situations import SituationPieces
from codepairs.pages.speech import Speaker
from codepairs.pages.templating import environment
from codepairs.site.site import Site

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
SETTING = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")


def hugo_from_data(content: Path, folder: Path) -> None:
    """Write a Hugo project that composes every comparison from data."""
    shutil.copytree(HERE / "hugo", folder)
    for layout in (folder / "layouts").rglob("*.html"):  # as ours are
        text = left_out(layout.read_text(encoding="utf-8"))
        layout.write_text(re.sub(r"{#\n+#}", "", text), encoding="utf-8")
    loaded, _ = run.load(content, content / "pages")
    protocol = loaded.protocols[0]
    providers = Providers(
        place=protocol.providers_place, by_id={one.id: one for one in protocol.providers}
    )
    (folder / "data").mkdir()
    for language in LANGUAGES:
        phrases = Phrases(language, protocol.phrases[language], protocol.readings)
        data = Ready(protocol.catalogues[0], phrases, providers).data()
        text = json.dumps(data, ensure_ascii=False)
        (folder / "data" / f"{language}.json").write_text(text, encoding="utf-8")


def hugo_from_markdown(content: Path, folder: Path) -> None:
    """Write a Hugo project with one Markdown file for every comparison and every stub."""
    shutil.copytree(HERE / "hugo-markdown", folder)
    _write_markdown(content, folder / "content", has_aliases=True)


def mkdocs_from_markdown(content: Path, folder: Path) -> None:
    """Write a MkDocs project with one Markdown file for every comparison."""
    shutil.copytree(HERE / "mkdocs-markdown", folder)
    _write_markdown(content, folder / "docs", has_aliases=False)


def _site(content: Path) -> Site:
    loaded, written = run.load(content, content / "pages")
    return Site(loaded, written.pages, ROOT / "templates", SETTING)


def _write_markdown(content: Path, folder: Path, *, has_aliases: bool) -> None:
    site = _site(content)
    pairs = [page for page in site.pages if isinstance(page, PairPage)]
    for language, page in product(LANGUAGES, pairs):
        address = addresses.in_language(language, page.path)
        file = folder / f"{address.rstrip('/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        _, catalogue_id, name, _ = address.split("/")
        front = f"title: {name}\n"
        if has_aliases:
            a, b = name.split("-vs-")
            reverse = addresses.pair_name(b, a)
            front += f"layout: page\naliases: [/{language}/{catalogue_id}/{reverse}/]\n"
        file.write_text(f"---\n{front}---\n\n{_markdown(page.text(language))}", encoding="utf-8")


def _markdown(page: str) -> str:
    """The main part of one of our pages as Markdown with the same words."""
    text = page[page.index("<main") : page.index("</main>")]
    text = re.sub(
        r"<pre[^>]*>(.*?)</pre>", lambda found: _fenced(found.group(1)), text, flags=re.DOTALL
    )
    for level in (1, 2, 3):
        text = re.sub(rf"<h{level}[^>]*>", "\n\n" + "#" * level + " ", text)
    text = re.sub(r"<a [^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>", r"[\2](\1)", text)
    text = re.sub(r"<(?:b|strong)[^>]*>(.*?)</(?:b|strong)>", r"**\1**", text)
    text = re.sub(r"<li[^>]*>", "\n- ", text)
    text = re.sub(r"<tr[^>]*>", " |\n", text)
    text = re.sub(r"<t[hd][^>]*>", "| ", text)
    text = re.sub(r"<(?:p|dd|dt|figure|section|caption)[^>]*>", "\n\n", text)
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def _fenced(lines: str) -> str:
    return "\n\n```text\n" + re.sub(r"<[^>]*>", "", lines).strip() + "\n```\n\n"


class Ready:
    """What our own comparisons are composed of, as data for the templates of others."""

    def __init__(self, catalogue: Catalogue, phrases: Phrases, providers: Providers) -> None:
        templates = environment(ROOT / "templates", phrases)
        self._catalogue, self._phrases = catalogue, phrases
        self._language: Language = phrases.language
        self._codes = CodePieces(catalogue, phrases, templates)
        self._sessions = SessionPieces(catalogue, phrases, templates, {}, providers)
        self._evidence = EvidencePieces(catalogue, phrases, templates, (), providers)
        self._situations = SituationPieces(catalogue, phrases, templates, providers, up="../../")
        self._speaker, self._related = Speaker(catalogue, phrases), Related(catalogue)

    def data(self) -> dict[str, Any]:
        """Everything that comparisons of the catalogue are made of."""
        catalogue, language = self._catalogue, self._language
        return {
            "short": catalogue.vocabulary.short[language],
            "axes": [
                {"id": axis.id, "question": axis.question[language]} for axis in catalogue.axes
            ],
            "roles": [{"id": role.id, "label": role.label[language]} for role in catalogue.roles],
            "rows": self._rows(),
            "situations": {
                one: {"name": self._situations.name(one), "link": self._situations.link(one)}
                for one in catalogue.situations
            },
            "leads": self._leads(),
            "stages": {stage: found.label[language] for stage, found in catalogue.stages.items()},
            "codes": [self._code(code) for code in catalogue.codes],
            "insights": {
                "|".join(pair): {
                    "answer": insight.text(language).answer,
                    "text": markdown.to_html(insight.text(language).text),
                    "sources": self._evidence.sources(insight.sources),
                }
                for pair, insight in catalogue.insights.items()
            },
        }

    def _rows(self) -> dict[str, str]:
        """A row for each two answers to a question, `-` where an answer is not known."""
        return {
            f"{axis.id}|{a or '-'}|{b or '-'}": self._codes.row(axis.id, a, b)
            for axis in self._catalogue.axes
            for a, b in product((*(value.id for value in axis.values), ABSENT, None), repeat=2)
            if a or b
        }

    def _leads(self) -> dict[str, str]:
        """How a session begins that comes to a situation at a stage."""
        found: dict[str, str] = {}
        for code in self._catalogue.codes:
            for situation in self._catalogue.situations_of[code.code]:
                for stages in transcript.moments(self._catalogue, code, situation).values():
                    for stage, moment in stages.items():
                        found[f"{stage}|{situation}"] = self._sessions.lead(moment)
        return found

    def _code(self, code: CodeFile) -> dict[str, Any]:
        language, evidence = self._language, self._evidence
        text, strip = code.text(language), self._sessions.strip(code)
        moment = transcript.usual_moment(self._catalogue, code)
        situations: tuple[str | None, ...] = self._catalogue.situations_of[code.code] or (None,)
        shown = {
            saying.situation for saying in self._catalogue.sayings[code.code] if saying.is_evidence
        }
        return {
            "code": code.code,
            "name": code.name[language],
            "class": code.class_,
            "gist": text.gist,
            "next": text.next,
            "stages": self._catalogue.course.stages_of(code),
            "situations": [one for one in situations if one],
            "shown": [one for one in situations if one in shown],
            "in": {one or "": self._in(code, one) for one in situations},
            "link": self._codes.code_link(code),
            "strip": strip,
            "row": "".join(re.findall("<tbody>(.*?)</table>", strip)),
            "session": self._sessions.session(moment) if moment else "",
            "warnings": evidence.warning(code),
            "sources": evidence.sources(code.sources),
            "related": self._codes.pair_links(self._related.pairs(code, code)[:3]),
        }

    def _in(self, code: CodeFile, situation: str | None) -> dict[str, Any]:
        """What is said of a code where it stands for a situation."""
        facts = zip(
            self._catalogue.axis_ids, self._catalogue.facts_in(code, situation), strict=True
        )
        known = {axis: value for axis, value in facts if value is not None}
        quotes = self._evidence.quotes(code, situation)
        return {
            "facts": known,
            "clauses": {
                axis: self._speaker.clause(ClauseWord(code, axis, value, situation))
                for axis, value in known.items()
                if value != ABSENT
            },
            "card": self._situations.card(code, situation),
            "who": self._situations.who(code, situation) if situation else "",
            "actions": {
                role: choice.shown for role, choice in self._codes.choices(code, situation).items()
            },
            "endings": {
                f"{by}|{stage}": {"stage": stage, "text": self._sessions.ending(moment)}
                for by, stages in self._moments(code, situation).items()
                for stage, moment in stages.items()
            },
            "replies": {
                f"{provider}|{quote.answer.reply.seen}": self._evidence.reply(code, quote.answer)
                for provider, found in quotes.of_provider.items()
                for quote in found
            },
        }

    def _moments(
        self, code: CodeFile, situation: str | None
    ) -> Mapping[str, Mapping[str, transcript.Moment]]:
        return transcript.moments(self._catalogue, code, situation) if situation else {}
