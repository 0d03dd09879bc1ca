"""Valid HTML, by the validator of the W3C and WHATWG."""

from pathlib import Path

from tests.support.vnu import validate


def test_every_page_is_valid_html(built_site: Path) -> None:
    assert validate(built_site) == []
