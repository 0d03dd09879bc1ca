"""Each rule about situations, uses and the replies that show them, broken once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from codepairs.checks import run
from codepairs.content import reading
from codepairs.content.shelf import Shelf
from codepairs.problems import ContentError, Problem
from tests.conftest import USES
from tests.support.files import replace

FOLDER = "smtp/catalogues/smtp/codes"
FULL, CLOSING = "smtp/situations/mailbox-full.yml", "smtp/situations/server-closing.yml"
PROTOCOL, PROVIDER = "smtp/protocol.yml", "smtp/providers/gmail.yml"
CODE = f"{FOLDER}/450.yml"


def problems(folder: Path) -> Iterator[Problem]:
    try:
        yield from run.run(reading.read(folder, Shelf()))
    except ContentError as error:
        yield from error.problems


def test_unspoiled_situations_pass(with_situations: Path) -> None:
    assert list(problems(with_situations)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (FULL, "id: mailbox-full", "id: full", "id: expected 'mailbox-full', the file's name"),
        (FULL, "updated: 2026-11-24", "updated: 2026-11-23", "updated: expected 2026-11-24 or"),
        (FULL, "메일함이 가득", "사서함이 가득", "name › ko: expected '메일함'; found '사서함'"),
        (FULL, "group: mailbox", "group: malbox", "group: expected one of mailbox, server; got"),
        (FULL, 'queue: ""', 'moon: ""', "stages › moon: expected one of connect, ehlo,"),
        (FULL, "{cause:", "{colour:", "facts › colour: expected one of message, retry,"),
        (FULL, "cause: mailbox", "cause: box", "facts › cause: expected one of "),
        (FULL, "  permanent:", "  final:", "outcomes › final: expected one of success,"),
        (FULL, "retry: later", "retry: soon", "outcomes › permanent › facts › retry: expected"),
        (FULL, "en: {sender:", "en: {reader:", "en › reader: expected one of sender, sending"),
        (FULL, "with: server-", "with: servers-", "with: expected one of server-closing; got"),
        (FULL, "with: server-closing", "with: mailbox-full", "with: expected one of server-clos"),
        (FULL, "    ko: {sender: 주소는 맞습니다.}\n", "", "ko: expected 'sender', as in en"),
        (FULL, "en: {sender:", "en: {sending-admin: It is so., sender:", "ko: expected 'sending-"),
        (FULL, "no room left,", "no room left.,", "gist › en: expected a clause without a full"),
        (
            FULL,
            "공간이 없습니다",
            "공간이 없다",
            "gist › ko: expected a sentence ending in -니다 or -세요",
        ),
        (
            FULL,
            "시도를 기다리세요",
            "시도를 기다림",
            "next › ko: expected a sentence ending in -니다",
        ),
        (FULL, "next attempt,", "next attempt.,", "next › en: expected a clause without a full"),
        (FULL, "en: wait for", "en: <b>wait for", "next › en: expected text without HTML"),
        (FULL, "en: wait for", "en: wait `for`", "next › en: expected plain words; found Markdown"),
        (FULL, "There the whole", "<i>There the whole", "confused › item 1 › en: expected text"),
        (
            FULL,
            "There the whole server goes.",
            "The address is right.",
            "expected a sentence only once",
        ),
        (CLOSING, "[shutting down]", "[Mailbox full]", "said › item 1: expected a phrase that is"),
        (FULL, "over quota]", "mailbox full]", "said › item 2: expected a phrase that is said of"),
        (FULL, "over quota]", "over^quota]", "said › item 2: expected a phrase without ^"),
        (FULL, "{sorter: [", "{sifter: [", "called › sifter: expected one of sorter; got 'sifter'"),
        (FULL, "[Full]", "[Fully]", "called › sorter › item 1: expected one of Full, Closing,"),
        (FULL, "called: {sorter: [Full]}\n", "", "words: expected 'Full' either in a situation's"),
        (FULL, "[Full]", "[Full, Other]", "words: expected 'Other' either in a situation's"),
        (PROTOCOL, "{Other: {", "{Rest: {", "item 1 › unmapped: expected one of Full, Closing, Ot"),
        (
            PROTOCOL,
            "unmapped: {Other:",
            "typical: {Full: mailbox-full}\n    unmapped: {Other:",
            "typical › Full: expected no word that only mailbox-full is called by",
        ),
        (
            PROTOCOL,
            "unmapped: {Other:",
            "typical: {Full: server-closing}\n    unmapped: {Other:",
            "typical › Full: expected one of mailbox-full; got 'server-closing'",
        ),
        (
            PROVIDER,
            "    situation: mailbox-full\n",
            "",
            "expected a situation of gmail's reply full",
        ),
        (PROVIDER, "mailbox-full", "mailbox-fill", "situation: expected one of mailbox-full,"),
        (PROVIDER, "stage: rcpt", "stage: rctp", "stage: expected one of connect, ehlo,"),
        (PROVIDER, "stage: rcpt", "stage: mail", "a situation that can happen at 'mail'; got 'ma"),
        (PROVIDER, "text: 450 4.2.2", "text: 250 2.0.0", "a situation that can come to 'success'"),
        (CODE, "situation: mailbox-full", "situation: full", "uses › item 1 › situation: expected"),
        (CODE, "by: gmail", "by: yahoo", "uses › item 2 › by: expected one of standard, list, gm"),
        (CODE, "stages: [mail, queue]", "stages: [male]", "uses › item 2 › stages › item 1: exp"),
        (
            CODE,
            "gmail\n    checked: 2026-11-24",
            "gmail\n    checked: 2026-12-24",
            "updated: expec",
        ),
        (CODE, "en: It closes", "en: <b>It closes", "uses › item 2 › en: expected text without"),
        (
            CLOSING,
            "  transient:",
            "  permanent:",
            "expected a situation that can come to 'transient', as 450 says; got 'server-closing'",
        ),
        (CODE, "    en: It closes early.\n", "", "uses › item 2 › en: expected a text, as in ko"),
        (CODE, "    ko: 일찍 닫습니다.\n", "", "uses › item 2 › ko: expected a text, as in en"),
        (
            CODE,
            "uses:\n",
            "uses:\n  - {situation: mailbox-full, url: https://example.org/450, checked: 2026-11-24}\n",
            "uses › item 2: expected each use once; it stands above",
        ),
        (FULL, "next: {en:", "next: {fr:", "next › fr: expected one of en, ko; got 'fr'"),
        (FULL, "next: {en:", "nekst: {en:", "nekst: expected one of facts, next, en, ko; got 'n"),
        (PROTOCOL, "{id: server,", "{id: mailbox,", "groups: expected each id once; got 'mailbox'"),
        (PROTOCOL, "[Full, Closing,", "[Full, Full, Closing,", "words: expected each id once; got"),
        (
            PROTOCOL,
            "unmapped: {Other: {en:",
            "unmapped: {Other: {fr:",
            "Other › fr: expected one of en, ko",
        ),
        (PROVIDER, "stage: rcpt", "stage: queue", ""),
        (FULL, "retry: later", "retry: does-not-arise", ""),
        (FULL, "retry: later", "retry: not-known", ""),
        (CODE, "by: gmail", "by: standard", ""),
    ],
)
def test_a_broken_rule_is_told(
    file: str, old: str, new: str, expected: str, with_situations: Path
) -> None:
    replace(with_situations / file, old, new)
    found = list(problems(with_situations))
    assert bool(found) == bool(expected)
    assert not expected or any(expected in str(problem) for problem in found), found


def test_a_missing_outcome_says_in_which_file_to_add_it(with_situations: Path) -> None:
    replace(with_situations / CLOSING, "  transient:", "  permanent:")
    hints = {
        problem.hint
        for problem in problems(with_situations)
        if "libraries" not in problem.file.parts
    }
    assert hints == {"add the outcome to situations/server-closing.yml"}


def test_without_situations_a_reply_need_not_name_any(
    small_content: Path, with_situations: Path
) -> None:
    shutil.rmtree(with_situations / "smtp" / "situations")
    shutil.rmtree(with_situations / "smtp" / "libraries")
    replace(with_situations / CODE, USES, "")
    replace(with_situations / PROTOCOL, "words: [Full, Closing, Other]", "words: [Other]")
    replace(with_situations / PROVIDER, "    situation: mailbox-full\n", "")
    assert list(problems(small_content)) == []
