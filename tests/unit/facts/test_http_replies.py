"""Quoted answers and log lines of HTTP stand for the code that they show."""

import re
from typing import Final

import pytest

from codepairs.content.catalogue import Catalogue
from codepairs.content.whole import Content

# Where an access log has the code: after the request, after HAProxy's five times, or named.
IN_LOGS: Final = re.compile(
    r"HTTP/[\d.]+\"? (\d{3})\b|(?:/-?\d+){4} (\d{3}) |\bstatus[=:\"]+ ?(\d{3})\b"
)
# The status of a gRPC call, which has 200 whatever became of it, and that of the service which nginx asked first.
OF_ANOTHER: Final = {("envoy", "response-timeout"), ("nginx", "auth-request-status")}

# Where a provider's own people answer in threads, if not where its program text lies.
ANSWERS_AT: Final = {
    "aws-api": "aws",
    "aws-s3": "aws",
    "docker": "moby",
    "firebase-messaging": "firebase",
    "go-net-http": "golang",
    "google-apis": "googleads",
    "grpcurl": "fullstorydev",
    "iis": "aspnet",
    "kaggle": "Kaggle",
    "kakao-api": "plusfriend",
    "kubelet": "containerd",
    "naver-api": "commerce-api-naver",
    "oauth": "keycloak",
    "passenger": "phusion",
    "temporal": "temporalio",
    "undertow": "undertow-io",
    "uvicorn": "Kludex",
    "vitess": "vitessio",
}
OWNER: Final = re.compile(r"https://github\.com/([^/]+)/[^/]+/(blob|issues|pull)/")


@pytest.fixture
def http(content: Content) -> Catalogue:
    return next(found for found in content.catalogues if found.id == "http")


def test_a_line_that_shows_its_code_stands_for_no_other(http: Catalogue) -> None:
    """HAProxy's `400 … PR--` is no 403, and Envoy's `401 UAEX` is none either."""
    wrong = [
        (answer.provider.id, answer.reply.id, code)
        for code, sayings in http.sayings.items()
        for saying in sayings
        if (answer := saying.answer) and (shown := IN_LOGS.search(answer.reply.text))
        if code not in shown.groups() and (answer.provider.id, answer.reply.id) not in OF_ANOTHER
    ]
    assert wrong == []


def test_a_refusal_of_an_anonymous_caller_is_not_told_of_one_who_is_known(http: Catalogue) -> None:
    """PostgREST says 401 instead of 403 where nobody is logged in; Harbor says it of a role that is missing, too."""
    refusing = {one.by for one in http.sayings["401"] if one.situation == "not-allowed"}
    assert refusing == {"container-registry"}


def test_a_thread_explains_only_where_the_provider_itself_answers(content: Content) -> None:
    """What somebody else supposed in a thread is a reading, and no word of the provider."""
    strangers = []
    for provider in content.providers:
        explained = [reply.explained for reply in provider.replies if reply.explained]
        found = [match.groups() for link in explained if (match := OWNER.match(link))]
        own = {owner for owner, kind in found if kind == "blob"}
        own |= {provider.id, ANSWERS_AT.get(provider.id, "")}
        strangers += [(provider.id, owner) for owner, _ in found if owner not in own]
    assert strangers == []


def test_a_blog_and_a_program_that_sorts_bounces_explain_nothing_for_a_provider(
    content: Content,
) -> None:
    """They tell what they read somewhere, which may be old or a guess."""
    strangers = re.compile(r"//(?:[\w-]+\.)*(?:blog|tistory|velog)\.|/sisimai/\w+-sisimai/")
    explained = [
        (provider.id, reply.id)
        for provider in content.providers
        for reply in provider.replies
        if reply.explained and strangers.search(str(reply.explained))
    ]
    assert explained == []


def test_a_text_is_not_quoted_under_a_code_of_which_it_shows_another(content: Content) -> None:
    """`StatusCode=Internal` stands for UNAVAILABLE in other versions, whose own text says Unavailable."""
    grpc = next(found for found in content.catalogues if found.id == "grpc")
    quoted = {code: {one.reply.id for one in found} for code, found in grpc.quoted.items()}
    assert "internal-refused" in quoted["INTERNAL"]
    assert "internal-refused" not in quoted["UNAVAILABLE"]
    assert "http-error" not in quoted["UNAVAILABLE"]


def test_a_number_of_a_log_is_quoted_with_what_is_sent_in_its_place(http: Catalogue) -> None:
    """nginx logs 495 and sends 400; an OAuth server's 401 is no 400."""
    quoted = {code: {one.reply.id for one in found} for code, found in http.quoted.items()}
    assert "client-certificate-error" in quoted["495"]
    assert "invalid-client" in quoted["401"]
    assert "invalid-client" not in quoted["400"]
