"""The same pages made by others: Hugo from data, Hugo from Markdown, plain MkDocs from Markdown.

Hugo from data gets what our own pages are composed of: the ready pieces of each code and of each pair of axis values.
Its templates then do what ours do: look up, compare, and put together.
"""

import html
import json
import re
import shutil
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from codepairs.checks import run
from codepairs.comparison.explanation import ClauseWord
from codepairs.comparison.related import Related
from codepairs.comparison.transcript import most_telling
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES, Language
from codepairs.pages import addresses
from codepairs.pages.catalogues import PairPage
from codepairs.pages.frame import Setting
from codepairs.pages.pieces.codes import CodePieces
from codepairs.pages.pieces.evidence import EvidencePieces, Providers
from codepairs.pages.pieces.sessions import SessionPieces
from codepairs.pages.speech import Speaker
from codepairs.pages.templating import environment
from codepairs.site.site import Site

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
SETTING = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")


@dataclass(frozen=True)
class ReadyPieces:
    """What our own pages are composed of."""

    codes: CodePieces
    sessions: SessionPieces
    evidence: EvidencePieces


def hugo_from_data(content: Path, folder: Path) -> None:
    """Write a Hugo project that composes every comparison from data."""
    shutil.copytree(HERE / "hugo", folder)
    loaded, _ = run.load(content, content / "pages")
    providers = Providers(
        place="providers", by_id={provider.id: provider for provider in loaded.providers}
    )
    (folder / "data").mkdir()
    for language in LANGUAGES:
        data = _data(loaded.catalogues[0], Phrases(language, loaded.phrases[language]), providers)
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
    text = re.sub(r"</tr>", " |\n", text)
    text = re.sub(r"<t[hd][^>]*>", "| ", text)
    text = re.sub(r"<(?:p|dd|dt|figure|section|caption)[^>]*>", "\n\n", text)
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def _fenced(lines: str) -> str:
    return "\n\n```text\n" + re.sub(r"<[^>]*>", "", lines).strip() + "\n```\n\n"


def _half(twice: str) -> str:
    """One of two equal halves."""
    return twice[: len(twice) // 2]


def _data(catalogue: Catalogue, phrases: Phrases, providers: Providers) -> dict[str, Any]:
    language = phrases.language
    templates = environment(ROOT / "templates", phrases)
    pieces = ReadyPieces(
        CodePieces(catalogue, phrases, templates),
        SessionPieces(catalogue, phrases, templates),
        EvidencePieces(catalogue, phrases, templates, (), providers),
    )
    speaker, related = Speaker(catalogue, phrases), Related(catalogue)
    return {
        "short": catalogue.vocabulary.short[language],
        "title": phrases("facts.title"),
        "axes": [{"id": axis.id, "question": axis.question[language]} for axis in catalogue.axes],
        "roles": [{"id": role.id, "label": role.label[language]} for role in catalogue.roles],
        "rows": {
            f"{axis.id}|{a.id}|{b.id}": pieces.codes.row(axis.id, a.id, b.id)
            for axis in catalogue.axes
            for a in axis.values
            for b in axis.values
        },
        "leads": {stage: pieces.sessions.lead(stage) for stage in catalogue.stages},
        "stages": {stage: found.label[language] for stage, found in catalogue.stages.items()},
        "order": catalogue.vocabulary.transcript_order,
        "head": pieces.sessions.strip((), ()),
        "codes": [
            _code(catalogue, code, pieces, speaker, related, language) for code in catalogue.codes
        ],
    }


def _code(
    catalogue: Catalogue,
    code: CodeFile,
    pieces: ReadyPieces,
    speaker: Speaker,
    related: Related,
    language: Language,
) -> dict[str, Any]:
    text = code.text(language)
    stages = catalogue.stages_of(code)
    return {
        "code": code.code,
        "name": code.name[language],
        "class": code.class_,
        "gist": text.gist,
        "next": text.next,
        "facts": code.facts,
        "stages": stages,
        "enhanced": [],
        "clauses": {
            axis: [
                speaker.clause(ClauseWord(code, axis, goes_on=True)),
                speaker.clause(ClauseWord(code, axis)),
            ]
            for axis in code.facts
        },
        "card": pieces.codes.card(code),
        "link": pieces.codes.code_links(code, code).split(" · ")[0],
        "strip": pieces.sessions.strip((code,), ()),
        "session": pieces.sessions.session(code, most_telling(catalogue, stages)),
        "endings": {stage: pieces.sessions.ending(code, stage) for stage in stages},
        "actions": {
            role.id: _half(pieces.codes.choices(code, code, role)) for role in catalogue.roles
        },
        "replies": [
            pieces.evidence.reply(code, answer) for answer in catalogue.answers[code.code][:1]
        ],
        "sources": pieces.evidence.sources(code.sources, None),
        "related": pieces.codes.pair_links(related.pairs(code, code)[:3]),
    }
