"""One spoiled place for each rule that no case of `messages.yml` breaks."""

import shutil
from pathlib import Path

import pytest

from codepairs import cli
from tests.support.files import replace

USE = """\
uses:
  - situation: moon
    by: gmail
    url: https://example.org/
    checked: 2026-11-24
    en: Another meaning there.
    ko: 그곳에서는 뜻이 다릅니다.
sources:
"""
A_LIST = """\
companions: {other: ["1"]}
uses:
  - {situation: moon, by: list, title: A list, url: "https://example.org/", checked: 2026-11-24}
"""
DISAGREEMENT = """\
disagreements:
  - sources: [{title: RFC 1, url: "https://example.org/", checked: 2026-12-24}]
    en: One says so.
    ko: 한쪽은 그렇게 말합니다.
sources:
"""
FOLDER = "smtp/catalogues/smtp"
CODE, CATALOGUE = f"{FOLDER}/codes/421.yml", f"{FOLDER}/catalogue.yml"
PAIR = f"{FOLDER}/pairs/421-vs-450.yml"
LINK = """\
id: smtp
companions:
  - catalogue: http
    label: {en: a, ko: 가}
    row: {en: a, ko: 가}
    question: {en: a, ko: 가}
    shared: {en: "{shared}", ko: "{shared}"}
"""


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            CODE,
            "사용할 수 없음",
            "사용할 수 및 없음",
            "name › ko: expected '쉼표나 과/와'; found '및'",
        ),
        (
            "smtp/protocol.yml",
            "en: message text",
            "en: mail text",
            "notes › item 1: expected a note of a sample line; 'mail text' stands in none",
        ),
        (
            "smtp/protocol.yml",
            "en: message text",
            "en: mail text",
            "notes: expected every note of sample lines; 'message text' is missing",
        ),
        (CATALOGUE, "id: smtp", "id: smtp2", "expected 'smtp', the folder's name; got 'smtp2'"),
        (
            CATALOGUE,
            "id: smtp\n",
            LINK,
            "companions › item 1 › catalogue: expected no name here",
        ),
        (
            CATALOGUE,
            "id: intermediate",
            "id: success",
            "classes: expected each id once; got 'succe",
        ),
        (
            CATALOGUE,
            "id: extension",
            "id: standard",
            "standings: expected each id once; got 'stand",
        ),
        (
            CATALOGUE,
            "id: sending-admin",
            "id: sender",
            "roles: expected each id once; got 'sender'",
        ),
        (CATALOGUE, "{id: ehlo", "{id: connect", "stages: expected each id once; got 'connect' 2"),
        (
            CATALOGUE,
            "path: [connect]",
            "path: [conect]",
            "› path › item 1: expected one of connect",
        ),
        (
            CATALOGUE,
            "order: [body,",
            "order: [boby, body,",
            "transcript_order › item 1: expected on",
        ),
        (
            CATALOGUE,
            "order: [body,",
            "order: [",
            "transcript_order: expected every stage; 'body' is",
        ),
        (
            CATALOGUE,
            "  - id: message\n    consequence: true\n",
            (
                "  - id: message\n    consequence: true\n"
                "    codes_of: {catalogue: moon, label: {en: On the moon, ko: 달에서}}\n"
            ),
            "axes › item 1 › codes_of › catalogue: expected one of smtp; got 'moon'",
        ),
        (CATALOGUE, "관리자}", "Admin}", "label › ko: expected a word that ends in Hangul"),
        (
            CATALOGUE,
            "ko: RFC 5321이 직접 정의한 코드입니다.}",
            "ko: 정의함}\n    clause: {en: is of {source, ko: 정의합니다}",
            "expected YAML",
        ),
        (
            CATALOGUE,
            "ko: RFC 5321이 직접 정의한 코드입니다.}",
            'ko: 정의함}\n    clause: {en: "is {a}", ko: "아니다"}',
            "clause › en: expected no slot but {source}; got a",
        ),
        (
            CODE,
            "related: ['250',",
            "instead: ['999']\nrelated: [",
            "instead › item 1: expected one",
        ),
        (
            CODE,
            "related: ['250',",
            "likely: {sender: [mailbox-full]}\nrelated: ['250',",
            "likely › sender › item 1: expected no name here",
        ),
        (
            CODE,
            "related: ['250',",
            "likely: {reader: [mailbox-full]}\nrelated: ['250',",
            "likely: expected one of sender",
        ),
        (
            CODE,
            "companions: {}\n",
            "companions: {smtp: ['499']}\n",
            "companions › smtp: expected no name here",
        ),
        (
            CODE,
            "    sender: Give",
            "    sender: <b>Give",
            "actions › sender: expected text without",
        ),
        (CODE, "lines:\n", "lines:\n  moon: 421 a\n", "lines › moon: expected one of any, "),
        (
            CODE,
            "  any: 421 4.3.2",
            "  ehlo: 421 4.3.2",
            "lines: expected a line for the stage 'con",
        ),
        (
            CODE,
            "sources:\n",
            USE,
            "uses › item 1 › by: expected one of standard, list; got 'gmail'",
        ),
        (CODE, "sources:\n", USE, "uses › item 1 › situation: expected no name here"),
        (
            CODE,
            "companions: {}\n",
            A_LIST,
            "companions: expected no companions, since no use shows",
        ),
        (CODE, "sources:\n", DISAGREEMENT, "updated: expected 2026-12-24 or later; got 2026-11-24"),
        (CODE, "    sender: Give", "    reader: Give", "actions › reader: expected one of sender"),
        (CODE, "    sender: Give", "    reader: Give", "en › actions: expected 'sender', as in ko"),
        (CODE, "  cause: server\n", "", "en › facts › cause: expected an axis that has a value"),
        (
            CODE,
            "연결을 끊습니다",
            "연결이 아니다니다",
            "facts › connection: expected a clause ending in -니다",
        ),
        (
            CODE,
            "서버가 곧바로 연결을",
            "나중에는 연결을",
            "facts › connection: expected no topic after the code's own, as in 550에서는; found",
        ),
        (
            CODE,
            "서버가 곧바로 연결을 끊습니다",
            "부하를 겪는 서버입니다",
            "facts › connection: expected what it does, as in 서버가 보냅니다; found",
        ),
        (
            CODE,
            "서버가 곧바로 연결을 끊습니다",
            "서버가 알리고 연결을 끊습니다",
            "facts › connection: expected one verb in -고, which joins the clause to the next; found",
        ),
        (
            CODE,
            "next: 발신 서버가 새",
            "next: 일시 오류라면 발신 서버가 새",
            "next: expected no occasion after 나왔을 때는; found",
        ),
        (
            CODE,
            "점검을 위해 종료할 때",
            "점검을 위해 종료할 때 나옵니다",
            "when › item 1: expected 때 at the end; found '때 나옵니다'",
        ),
        (
            CODE,
            "next: 발신 서버가 새",
            "next: 재시도는 발신 서버가 새",
            "next: expected no topic after the code's own, as in 550에서는; found",
        ),
        (CODE, "닫는다", "닫습니까", "gist: expected a clause ending in -다; found"),
        (
            CODE,
            "gist: 서버가 지금은",
            "gist: 지금은 서버가",
            "gist: expected no topic after the code's own, as in 550에서는; found",
        ),
        (
            CODE,
            "gist: 서버가 지금은",
            "gist: 서버가 클라이언트가 연",
            "gist: expected one subject before a verb; found",
        ),
        (
            CODE,
            'code: "421"',
            'code: "421x"',
            "code: expected a word that ends in Hangul, a digit or",
        ),
        (
            CODE,
            'code: "421"',
            'code: "4.2.1"',
            "code: expected '421', the file's name; got '4.2.1'",
        ),
        (
            PAIR,
            "updated: 2026-11-24",
            "updated: 2026-11-23",
            "updated: expected 2026-11-24 or later",
        ),
        (
            PAIR,
            "answer: 421 sends",
            "answer: <b>421 sends",
            "en › answer: expected text without HT",
        ),
        (PAIR, "Watch what the client", "So watch what the client", "begins anew; found 'So'"),
        (PAIR, "다음 줄에서 클라이언트", "그러니 클라이언트", "begins anew; found '그러니'"),
        (
            CATALOGUE,
            "id: transient\n",
            "id: transient\n    facts: {retry: nonsense}\n",
            "classes › item 3 › facts › retry: expected one of not-needed, carry-on, later, after",
        ),
        (
            CATALOGUE,
            "id: transient\n",
            "id: transient\n    facts: {colour: later}\n",
            "classes › item 3 › facts › colour: expected one of message, retry, actor, notice,",
        ),
        (
            CATALOGUE,
            "popular:\n",
            'derived:\n  - {codes: "4*", facts: {retry: nonsense}}\npopular:\n',
            "derived › item 1 › facts › retry: expected one of not-needed, carry-on, later, after",
        ),
        (
            CATALOGUE,
            "id: transient\n",
            "id: transient\n    facts: {retry: does-not-arise}\n",
            "",
        ),
        (
            CATALOGUE,
            "relations: [twins,",
            "relations: [apart, twins,",
            "relations: expected each id once; got 'apart' 2 times",
        ),
        (
            CATALOGUE,
            "popular:\n",
            'popular:\n  - ["421", "250"]\n',
            "popular › item 2: expected each pair once; it stands above",
        ),
        (
            CATALOGUE,
            "path: [connect]",
            "path: [connect, connect]",
            "path › item 2: expected each name once; got 'connect' again",
        ),
        (
            CODE,
            "related: ['250',",
            "related: ['250', '250',",
            "related › item 2: expected each name once; got '250' again",
        ),
        ("synonyms.yml", "en: [", "en: [[a], ", ""),
    ],
)
def test_a_broken_rule_is_told(
    file: str,
    old: str,
    new: str,
    expected: str,
    small_content: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (small_content / "synonyms.yml").write_text("en: []\nko: []\n", encoding="utf-8")
    replace(small_content / file, old, new)
    status = cli.main(["check", "--content", str(small_content)])
    problems = capsys.readouterr().err.splitlines()
    assert status == (cli.PROBLEMS if expected else cli.OK)
    assert not expected or any(
        line.startswith(f"{small_content / file}:") and expected in line for line in problems
    ), problems


def test_two_catalogues_do_not_have_one_id(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(small_content / "smtp", small_content / "smtp2")
    assert cli.main(["check", "--content", str(small_content)]) == cli.PROBLEMS
    found = capsys.readouterr().err
    for protocol in ("smtp", "smtp2"):
        file = small_content / protocol / "catalogues" / "smtp" / "catalogue.yml"
        message = "expected an id that no other catalogue has; got 'smtp'"
        assert f"{file}:3: catalogue › id: {message}" in found
        file = small_content / protocol / "protocol.yml"
        assert f"{file}:5: protocol › providers_path: expected a path that no other" in found
    assert "protocol.yml:1: protocol › id: expected 'smtp2', the folder's name; got 'smtp'" in found


def test_catalogues_of_a_protocol_ask_the_same_questions_for_a_verdict(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = small_content / FOLDER
    other = first.parent / "other"
    shutil.copytree(first, other)
    replace(other / "catalogue.yml", "id: smtp", "id: other")
    for folder, axis in ((first, "message"), (other, "retry")):
        replace(
            folder / "catalogue.yml", f"  - id: {axis}\n", f"  - id: {axis}\n    verdict: true\n"
        )
    assert cli.main(["check", "--content", str(small_content)]) == cli.PROBLEMS
    found = next(
        line for line in capsys.readouterr().err.splitlines() if "the verdict's questions" in line
    )
    assert found.startswith(f"{other / 'catalogue.yml'}:")
    assert "of 'smtp' in their order, ['message (The mail, 메일의 상태)']; got ['retry (" in found


def test_two_files_do_not_hold_one_code(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = small_content / FOLDER / "codes"
    text = (codes / "421.yml").read_text(encoding="utf-8")
    family = text.replace('code: "421"', "code: X21").replace("class: transient\n", "")
    (codes / "X21.yml").write_text(f'{family}classes:\n  "4": {{}}\n', encoding="utf-8")
    assert cli.main(["check", "--content", str(small_content)]) == cli.PROBLEMS
    assert "expected each code in one file; 421" in capsys.readouterr().err
