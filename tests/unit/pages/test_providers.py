"""The pages about providers."""

import html
import re

import pytest

from codepairs.site.site import Site


def acting(site: Site, path: str, reply: str) -> list[str]:
    """Who acts after a reply, as the page of its provider says it."""
    page = site.text_at(f"{path}index.html") or ""
    figure = re.search(rf'id="{reply}".*?</figure>', page, re.DOTALL)
    assert figure, reply
    return [html.unescape(one) for one in re.findall(r'class="?acting"?>(.*?)</span>', figure[0])]


@pytest.mark.parametrize(
    ("path", "reply", "expected"),
    [
        ("en/providers/naver/", "ip-filtered-old", "Who acts: Sending server's administrator"),
        ("ko/providers/naver/", "ip-filtered-old", "누가 조치하나: 발신 서버 관리자"),
        # A notice without a code, of a situation that knows one actor.
        ("en/providers/naver/", "blocked-notice", "Who acts: The recipient"),
        # Nobody sits at a browser where a program or a tool met the error, nor where a log tells of it.
        ("en/http/providers/aws-api/", "expired-token", "Who acts: Developer of the client"),
        ("en/http/providers/docker/", "token-expired", "Who acts: Whoever runs the tool"),
        ("ko/http/providers/docker/", "token-expired", "누가 조치하나: 도구를 실행한 사람"),
        ("en/http/providers/uwsgi/", "block-size", "Who acts: Operator of server or proxy"),
        # Others act all the same.
        ("en/http/providers/docker/", "push-forbidden", "Who acts: Whoever decides on the site"),
        ("en/http/providers/nginx/", "too-large-page", "Who acts: User at the browser"),
    ],
)
def test_each_reply_names_who_acts(
    shipped_site: Site, path: str, reply: str, expected: str
) -> None:
    assert acting(shipped_site, path, reply) == [expected]


def uses(site: Site, path: str) -> list[str]:
    """The codes of which the page of a provider tells more than its replies show."""
    page = site.text_at(f"{path}index.html") or ""
    _, _, told = page.partition('id="uses"')
    return re.findall(r'class="?n"?[^>]*>([^<]*)</a>', told.partition("</section>")[0])


def test_what_a_reply_shows_already_is_not_told_again_of_its_code(shipped_site: Site) -> None:
    """Outlook.com's 4.7.650 is quoted; of 4.5.3, which is not, and of 5.5.0 there is something to know besides."""
    assert uses(shipped_site, "en/providers/outlook/") == ["4.5.3", "4.7.652", "5.5.0"]


def test_where_the_situation_leaves_open_who_acts_nobody_is_named(shipped_site: Site) -> None:
    """A loop ends at either side, and Postfix's own words come without a code."""
    assert acting(shipped_site, "en/providers/postfix/", "loops-back") == []
