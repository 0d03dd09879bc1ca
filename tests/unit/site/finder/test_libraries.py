"""What the field knows of libraries."""

from codepairs.content.whole import Content
from tests.support.field import Files, read


def test_libraries_say_what_failed_in_each_language(made: Files) -> None:
    (library,) = read(made, "find/ko/libraries/smtp.json")["libraries"]
    assert library["protocol"] == "smtp"
    assert library["about"] == "일찍 예외를 던집니다."
    assert library["errors"][2] == {
        "names": ["Gone"],
        "words": "str(err)",
        "situation": "server-closing",
        "outcome": "transient",
        "failed": "연결이 끊겼습니다.",
    }
    assert library["errors"][0]["code"] == "err.number"
    assert library["constants"] == {"Busy": "450"}
    words = read(made, "find/en/libraries/smtp.json")["words"]
    assert set(words) == {"program", "code", "words", "own_words"}


def test_the_libraries_of_each_protocol_stand_apart_in_its_words(
    shipped: tuple[Content, Files],
) -> None:
    _, files = shipped
    http = read(files, "find/en/libraries/http.json")
    assert {library["protocol"] for library in http["libraries"]} == {"http"}
    assert http["words"]["words"] == "The body, with the reason"
    (requests,) = (one for one in http["libraries"] if one["name"] == "requests")
    answered, *others = requests["errors"]
    assert (answered["answered"], answered["codes"]) == (True, ["4??", "5??"])
    assert not any("answered" in one for one in others)


def test_what_only_hands_an_answer_over_is_known_by_its_other_forms(
    shipped: tuple[Content, Files],
) -> None:
    _, files = shipped
    libraries = read(files, "find/en/libraries/http.json")["libraries"]
    named = {
        one["name"]: [name for error in one["errors"] for name in error["names"]]
        for one in libraries
    }
    assert "client.Do(req)" not in named["net/http"]
    assert named["OkHttp"][0] == "Response{protocol="
