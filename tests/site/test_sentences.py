"""Every computed sentence of the shipped content: that it is clean, and that all there is to say is said."""

import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from codepairs import cli
from codepairs.comparison import rules
from codepairs.comparison.compare import compare
from codepairs.content.catalogue import Catalogue
from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases
from codepairs.language.slots import SLOTS
from codepairs.languages import LANGUAGES
from codepairs.pages.catalogues import PairPage
from codepairs.pages.speech import Speaker
from tests.conftest import ROOT
from tests.support.sites import site_of
from tests.support.wording import faults


def test_every_explanation_of_every_pair_is_a_clean_sentence(
    catalogue: Catalogue, phrases: Phrases
) -> None:
    speaker = Speaker(catalogue, phrases)
    for a, b in catalogue.pairs:
        for explanation in rules.explain(catalogue, compare(catalogue, a, b)):
            said = speaker.say(explanation).text
            assert list(faults(said, phrases.language)) == [], (a.code, b.code, said)
            assert said.endswith("."), said


def test_every_rule_speaks_of_some_shipped_pair(content: Content) -> None:
    silent = set(rules.RULES) - {
        rules.single_axis.explain
    }  # for protocols that say what does not arise
    for office in content.catalogues:
        for a, b in office.pairs:
            comparison = compare(office, a, b)
            silent -= {rule for rule in silent if any(rule(office, comparison))}
    assert [rule.__module__ for rule in silent] == []


def test_the_table_of_slots_is_what_the_program_fills_in(
    small_content: Path, tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: defaultdict[str, set[str]] = defaultdict(set)
    say = Phrases.__call__

    def noting(phrases: Phrases, key: str, **words: str) -> str:
        filled[key].update(words)
        return say(phrases, key, **words)

    monkeypatch.setattr(Phrases, "__call__", noting)
    # The few pages that MkDocs makes, with those of other protocols, and of the shipped content some of every kind.
    shutil.copytree(
        ROOT / "tests" / "unit" / "data" / "invented", small_content, dirs_exist_ok=True
    )
    arguments = ["--content", str(small_content), "--site-dir", str(tmp_path / "site")]
    assert cli.main(arguments) == cli.OK
    site = site_of(content, ROOT / "content" / "pages")
    for address, make in site.texts():
        if address.startswith("find/"):
            make()
    pages = list(site.pages)
    # Every kind of page, and then comparisons until the rarest sentence has been said.
    for page in sorted(pages, key=lambda page: isinstance(page, PairPage)):
        if all(filled[key] >= SLOTS[key] for key in SLOTS):
            break
        for language in LANGUAGES:
            list(page.files(language))
    assert {key: SLOTS[key] & filled[key] for key in SLOTS} == SLOTS
