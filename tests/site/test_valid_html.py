"""Valid HTML, by the validator of the W3C and WHATWG; last by its name, for it is begun before all others."""

from tests.support.vnu import Validation


def test_every_kind_of_page_is_valid_html(validation: Validation) -> None:
    assert validation.found() == []
