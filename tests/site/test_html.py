"""Valid HTML, by the validator of the W3C and WHATWG."""

from collections.abc import Mapping
from pathlib import Path

from tests.site.conftest import BuiltPage, page_file
from tests.support.vnu import validate


def test_every_kind_of_page_is_valid_html(built_site: Path, pages: Mapping[str, BuiltPage]) -> None:
    assert validate(page_file(built_site, address) for address in pages) == []
