"""What the benchmark builds."""

from pathlib import Path

import pytest

from codepairs.checks import run
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
