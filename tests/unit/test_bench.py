"""What the benchmark builds."""

import json
from pathlib import Path

import pytest

from codepairs.checks import run
from codepairs.languages import LANGUAGES
from tests.conftest import ROOT


def test_an_invented_catalogue_is_made_of_whatever_is_shipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "bench")
    import invent

    content = invent.invent(tmp_path, 45)
    loaded, _ = run.load(content, content / "pages")
    (catalogue,) = loaded.catalogues
    assert len(catalogue.codes) == 45


def test_hugo_is_given_all_that_its_layout_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "bench")
    import invent
    import rivals

    rivals.hugo_from_data(invent.invent(tmp_path / "content", 45), tmp_path / "hugo")
    for language in LANGUAGES:
        data = json.loads((tmp_path / "hugo" / "data" / f"{language}.json").read_text("utf-8"))
        assert len(data["codes"]) == 45
        assert '"replies": {"' in json.dumps(data["codes"])
