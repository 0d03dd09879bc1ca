"""What computed sentences and tables claim, on every comparison of the built site, held against the content.

A sentence that is true of most pairs is quickly printed on all; so each kind of claim is looked for on every page,
and what it claims is worked out anew from facts, uses and standards.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import ABSENT
from codepairs.content.schema.codes import LIST, CodeFile
from codepairs.content.whole import Content
from codepairs.pages.templating import DOT
from tests.support.comparisons import Comparison, comparisons, plain

_ASKED: Final = (
    *("differences.single", "differences.axis", "differences.standing", "pair.shared"),
    *("stages.alternatives", "stages.also", "stages.all_but", "stages.apart"),
)

Rule = Callable[[Comparison], Iterator[str]]


def a_question_arises_for_one_only_where_the_other_says_that_it_does_not(
    page: Comparison,
) -> Iterator[str]:
    questions = {axis.question[page.language]: axis.id for axis in page.catalogue.axes}
    single = page.patterns["differences.single"]
    for title, text in page.differences:
        found = single.fullmatch(text)
        if not found:
            continue
        own, other = page.answers if found["code"] == page.a.code else page.answers[::-1]
        if other[questions[title]] != ABSENT or own[questions[title]] in (None, ABSENT):
            yield text


def a_cell_answers_for_the_situation_that_heads_its_column(page: Comparison) -> Iterator[str]:
    labels = {axis.label[page.language]: axis for axis in page.catalogue.axes}
    for label, is_same, cells in page.rows:
        axis = labels.get(label)
        if axis is None:
            continue  # companions
        values = {value.id: value.label[page.language] for value in axis.values}
        values[ABSENT] = page.phrases["facts.not_applicable"]
        expected = [
            page.phrases["facts.unknown"]
            if (answer := answers[axis.id]) is None
            else values[answer]
            for answers in page.answers
        ]
        if cells != (expected[:1] if is_same else expected) or (
            is_same and expected[0] != expected[1]
        ):
            yield f"{label}: {cells}, not {expected}"


def own_words_stand_only_where_the_code_means_what_it_mostly_means(
    page: Comparison,
) -> Iterator[str]:
    told = " ".join(text for _, text in page.differences)
    for code, situation in zip(page.sides, page.columns, strict=True):
        if situation == page.catalogue.typical(code):
            continue
        others = [one.text(page.language).facts.values() for one in page.sides if one is not code]
        general = {
            value.clause[page.language] for axis in page.catalogue.axes for value in axis.values
        }
        for clause in code.text(page.language).facts.values():
            if clause in told and clause not in general and all(clause not in of for of in others):
                yield clause


def stages_are_credited_to_the_standard_that_defines_the_code(page: Comparison) -> Iterator[str]:
    by_id = page.catalogue.by_id
    credit = re.search(r'<p class="muted small">(.*?)</p>', page.section("stages"))
    credited = dict(
        one.split(": ", 1)
        for one in (plain(credit[1]).split(DOT) if credit and plain(credit[1]) else ())
    )
    for name, source in credited.items():
        if not _is_credited_rightly(page.catalogue, by_id[name], source):
            yield f"{name}: {source}"
    # Where a session has stages, somebody has to say so of each code.
    shown = [code for code in page.sides if page.catalogue.course.stages_of(code)]
    if page.catalogue.course.has_main and page.section("stages"):
        yield from (f"{code.code} has no source" for code in shown if code.code not in credited)
    for phrase in ("stages.alternatives", "stages.apart"):
        for found in page.said(phrase, "stages"):
            standings = [page.catalogue.standings[code.standing] for code in page.sides]
            if not all(one.defines_stages for one in standings):
                yield f"{phrase}: no standard says so of both"
            elif not any(
                _is_credited_rightly(page.catalogue, code, found["standards"])
                for code in page.sides
            ):
                yield f"{phrase}: {found['standards']}"


def _is_credited_rightly(catalogue: Catalogue, code: CodeFile, source: str) -> bool:
    """RFC 5321 says at which stages its own codes come, and no other's; who sends a code is named of others."""
    if "RFC 5321" in source:
        return code.standing == "standard"
    if catalogue.standings[code.standing].defines_stages:
        return source.startswith("RFC ")
    # A document that only lists a code may be named where somebody's use of it is told.
    return bool(source)


# Replies that no RFC defines, which the registry of enhanced codes only names (RFC 5248); RFC 7504 is no extension
# that a server offers (521, 556), and 454 and 530 belong to more than one.
NO_EXTENSION: Final = {"422", "430", "521", "523", "524", "525", "530", "533", "454", "556"}


def nothing_is_said_of_an_extension_where_there_is_none(page: Comparison) -> Iterator[str]:
    for code in page.sides:
        if code.code not in NO_EXTENSION:
            continue
        for title, text in page.differences:
            if title != page.phrases["differences.standing_title"]:
                continue
            found = page.patterns["differences.standing"].fullmatch(text)
            said = found["clause_a" if code is page.a else "clause_b"] if found else ""
            if "extension" in said or "확장" in said:
                yield said


def a_reply_follows_the_line_that_leads_to_it(page: Comparison) -> Iterator[str]:
    shared = set(page.catalogue.situations_of[page.a.code])
    shared &= set(page.catalogue.situations_of[page.b.code])
    for code, reply, client, _ in page.replies():
        # What the page answers for heads the column of the code; where nobody is quoted for it,
        # what the code mostly stands for is shown.
        told = {page.columns[code is page.b], page.catalogue.typical(code)}
        possible = shared if page.has_two_endings else told - {None}
        if not possible and not page.catalogue.situations_of[code.code]:
            lines = {
                _usual_line(page.catalogue, stage)
                for stage in page.catalogue.course.stages_of(code)
            }
        else:
            lines = {
                line
                for situation in possible
                if situation
                for line in _lines(page.catalogue, situation).values()
            }
        # A code may know better what it is asked with.
        if code.asked:
            lines.add(code.asked[-1])
        if client not in lines:
            yield f"{client} → {reply}"


def _lines(catalogue: Catalogue, situation: str) -> Mapping[str, str | None]:
    """Stage → the client's last line there, where the situation can happen."""
    return {
        stage: lines[-1] if lines else _usual_line(catalogue, stage)
        for stage, lines in catalogue.situations[situation].stages.items()
        if stage in catalogue.stages
    }


def _usual_line(catalogue: Catalogue, stage: str) -> str | None:
    client = catalogue.stages[stage].client
    return client[-1] if client else None


# What a client's line has to be, and what not, before a reply that speaks of it.
CAUSES: Final = (
    # The prompt for a user name answers LOGIN, and a challenge no initial response.
    (re.compile(r"334 VXN"), re.compile(r"AUTH LOGIN$"), re.compile(r"AUTH PLAIN \S")),
    (re.compile(r"334 "), re.compile(r"AUTH|^\*$|^[A-Za-z0-9+/=]+$"), re.compile(r"PLAIN \S")),
    # An option that is refused has been written; one server says 455 of logins.
    (re.compile(r"[45]55 (?!.*authentication)"), re.compile(r"> \S"), None),
    (re.compile(r"355 "), re.compile(r"TRANSID"), None),
    # The client's name; a server may put the refusal off to the recipient.
    (re.compile(r"504 .*fully.qualified"), re.compile(r"^(?:EHLO|HELO) [^. ]+$|^RCPT"), None),
)


def a_reply_that_speaks_of_the_line_fits_it(page: Comparison) -> Iterator[str]:
    for _, reply, client, before in page.replies():
        for speaks, fits, never in CAUSES:
            if speaks.match(reply) and not (
                fits.search(client or "") and not (never and never.search(client or ""))
            ):
                yield f"{client} → {reply}"
        if re.match(r"(?:554|503) .*[Nn]o valid recipients", reply) and any(
            re.match(r"250 2\.1\.5", line) for line in before
        ):
            yield f"a recipient was accepted → {reply}"
        if re.match(r"503 ", reply) and _is_in_order([line for line in before if line != "…"]):
            yield f"{before} → {reply}"


_ORDER: Final = ("EHLO", "AUTH", "MAIL", "RCPT", "DATA", "(message", "QUIT")


def _is_in_order(said: list[str]) -> bool:
    """Whether the client has kept the order of a session: a mail before its recipients, those before its text."""
    commands = [word for line in said for word in [line.split()[0]] if word in _ORDER]
    if not commands or any("…" in line for line in said):
        return False
    needed = {"RCPT": "MAIL", "DATA": "RCPT", "(message": "DATA", "MAIL": "EHLO"}
    last = commands[-1]
    return last in needed and needed[last] in commands and commands.count(last) == 1


def one_session_ends_in_two_ways_only_at_one_server(page: Comparison) -> Iterator[str]:
    if not page.has_two_endings:
        return
    of_a, of_b = (_meetings(page.catalogue, code) for code in page.sides)
    (_, _, client, _), *_ = page.replies()
    if not any(
        client == _lines(page.catalogue, situation).get(stage)
        for _, situation, stage in of_a & of_b
    ):
        yield f"nobody is known to answer {client} with both"


def _meetings(catalogue: Catalogue, code: CodeFile) -> set[tuple[str, str, str]]:
    """Who sends the code for what, and at which stage."""
    return {
        (saying.by, saying.situation, stage)
        for saying in catalogue.sayings[code.code]
        for stage in (saying.stages or ([] if saying.answer else catalogue.course.stages_of(code)))
        if stage in _lines(catalogue, saying.situation)
    }


def a_code_is_alone_at_a_stage_only_where_nobody_sends_the_other(page: Comparison) -> Iterator[str]:
    stages = page.catalogue.stages
    names = {id_: (one.inline or one.label)[page.language] for id_, one in stages.items()}
    for found in page.said("stages.also", "stages"):
        other = next(code for code in page.sides if code.code != found["code"])
        named = {id_ for id_, name in names.items() if name in found["stages"]}
        is_rest = page.patterns["stages.all_but"].fullmatch(found["stages"])
        alone = stages.keys() - named if is_rest else named
        if at := alone & page.catalogue.course.used[other.code]:
            yield f"{other.code} at {sorted(at)}"


def no_command_is_answered_with_both_only_where_nobody_does(page: Comparison) -> Iterator[str]:
    for _ in page.said("stages.apart", "stages"):
        of_a, of_b = (
            {
                *page.catalogue.course.stages_of(code),
                *(stage for one in page.catalogue.sayings[code.code] for stage in one.stages),
            }
            for code in page.sides
        )
        if of_a & of_b:
            yield f"both at {sorted(of_a & of_b)}"


def servers_send_either_where_both_are_shown(page: Comparison) -> Iterator[str]:
    for found in page.said("pair.shared", "answer"):
        shown = _shown(page.catalogue, page.a) & _shown(page.catalogue, page.b)
        for name in re.findall("‘(.*?)’", found["situations"]):
            if page.situations[name] not in shown:
                yield f"{name}: a copied list is no server"


def _shown(catalogue: Catalogue, code: CodeFile) -> set[str]:
    """The situations for which a standard, a provider or a quoted reply shows the code."""
    return {one.situation for one in catalogue.sayings[code.code] if one.by != LIST}


# Their bounces come after days, when the last attempt has failed.
EXPIRY: Final = {"4.4.7", "5.4.7", "5.4.300", "5.4.316"}


def what_ran_out_of_time_does_not_come_at_once(page: Comparison) -> Iterator[str]:
    for code, answers in zip(page.sides, page.answers, strict=True):
        if code.code not in EXPIRY:
            continue
        for _, text in page.differences:
            found = page.patterns["differences.axis"].fullmatch(text)
            said = found["clause_a" if code is page.a else "clause_b"] if found else ""
            if re.search("at once|immediately|곧바로|즉시", said):
                yield said
        if answers.get("notice") == "program-error":
            yield "a program shows it"


RULES: tuple[Rule, ...] = (
    a_question_arises_for_one_only_where_the_other_says_that_it_does_not,
    a_cell_answers_for_the_situation_that_heads_its_column,
    own_words_stand_only_where_the_code_means_what_it_mostly_means,
    stages_are_credited_to_the_standard_that_defines_the_code,
    nothing_is_said_of_an_extension_where_there_is_none,
    a_reply_follows_the_line_that_leads_to_it,
    a_reply_that_speaks_of_the_line_fits_it,
    one_session_ends_in_two_ways_only_at_one_server,
    a_code_is_alone_at_a_stage_only_where_nobody_sends_the_other,
    no_command_is_answered_with_both_only_where_nobody_does,
    servers_send_either_where_both_are_shown,
    what_ran_out_of_time_does_not_come_at_once,
)
MOST_SHOWN: Final = 20


@pytest.fixture(scope="session")
def false_claims(built_site: Path, content: Content) -> Mapping[Rule, list[str]]:
    """Rule → where it is broken, on every comparison; one pass for all rules, for there are many pages."""
    found: defaultdict[Rule, list[str]] = defaultdict(list)
    for page in comparisons(built_site, content, _ASKED):
        for rule in RULES:
            found[rule] += [f"{page.address}: {problem}" for problem in rule(page)]
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_page_claims_what_the_content_does_not_say(
    rule: Rule, false_claims: Mapping[Rule, list[str]]
) -> None:
    broken = false_claims[rule]
    assert broken[:MOST_SHOWN] == [], f"{len(broken)} in all"
