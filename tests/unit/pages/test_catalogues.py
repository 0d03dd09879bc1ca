"""What the quick way of making a comparison gives, held against the plain way."""

from collections.abc import Iterable, Mapping

import jinja2
import pytest

from codepairs.checks import run
from codepairs.content.catalogue import Content
from codepairs.pages.catalogues import COMPARISON_SLOTS
from codepairs.pages.heads import Setting
from codepairs.pages.templating import Skeleton
from codepairs.site.site import Site
from tests.conftest import ROOT


def site() -> Site:
    setting = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")
    content, written = run.load(ROOT / "content", ROOT / "content" / "pages")
    return Site(content, written.pages, ROOT / "templates", setting)


def comparisons() -> dict[str, str]:
    """Address → page, for the pairs of three codes."""
    return {
        page.address: page.render()
        for page in site().pages()
        if page.pair and page.pair[0] in ("250", "421", "503")
    }


def test_a_comparison_is_what_its_template_renders(monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain(Skeleton):
        """Renders the whole template for each page."""

        def __init__(
            self, template: jinja2.Template, slots: Iterable[str], **fixed: object
        ) -> None:
            super().__init__(template, slots, **fixed)
            self._template, self._fixed = template, fixed

        def fill(self, values: Mapping[str, str]) -> str:
            return self._template.render(**values, **self._fixed)

    quick = comparisons()
    monkeypatch.setattr("codepairs.pages.catalogues.Skeleton", Plain)
    assert comparisons() == quick


def test_no_slot_is_left_over() -> None:
    template = (ROOT / "templates" / "pages" / "comparison.html").read_text(encoding="utf-8")
    base = (ROOT / "templates" / "theme" / "base.html").read_text(encoding="utf-8")
    assert [slot for slot in COMPARISON_SLOTS if slot not in template + base] == []


@pytest.mark.parametrize(("more", "shown"), [(0, True), (-1, False)])
def test_a_large_catalogue_has_no_table_of_all_pairs(
    more: int, monkeypatch: pytest.MonkeyPatch, content: Content, *, shown: bool
) -> None:
    most = len(content.catalogues[0].codes) + more
    monkeypatch.setattr("codepairs.pages.overview.MATRIX_AT_MOST", most)
    (page,) = (page for page in site().pages() if page.address == "en/smtp/")
    assert ('id="matrix"' in page.render()) == shown
