"""The attempts of what waits are drawn where a queue tries again, and nowhere else."""

import pytest

from codepairs.content.whole import Content
from codepairs.pages.pieces.queue import waits
from codepairs.site.site import Site


def page(site: Site, address: str) -> str:
    text = site.text_at(f"{address}/index.html")
    assert text is not None
    return text


@pytest.mark.parametrize(
    "address", ["smtp/situations/greylisted", "smtp/450", "smtp-enhanced/4.2.2"]
)
@pytest.mark.parametrize(("language", "word"), [("en", "after 5 days"), ("ko", "5일 뒤")])
def test_what_waits_shows_its_attempts_in_words(
    shipped_site: Site, address: str, language: str, word: str
) -> None:
    text = page(shipped_site, f"{language}/{address}")
    assert text.count('<ol class="queue">') == 1
    assert word in text
    # The drawing says nothing that the words do not.
    assert '<svg aria-hidden="true"' in text


@pytest.mark.parametrize(
    "address",
    [
        "smtp/550",  # refused for good
        "smtp/250",
        "smtp/situations/expired",  # given up, although its code may begin with 4
        "smtp/situations/login-wrong",  # nothing is in any queue
        "http/503",
        "http/429",
        "grpc/UNAVAILABLE",
    ],
)
def test_nothing_is_drawn_where_no_queue_tries_again(shipped_site: Site, address: str) -> None:
    assert 'class="queue"' not in page(shipped_site, f"en/{address}")


def test_unknown_answers_do_not_count_as_waiting(content: Content) -> None:
    queue = next(one for one in content.protocols if one.id == "smtp").vocabulary.queue
    assert queue is not None
    assert waits(queue, {"message": "waiting", "retry": "later"})
    assert not waits(queue, {"message": "waiting", "retry": None})
    assert not waits(queue, {"message": "refused", "retry": "later"})
    assert not waits(queue, {})
