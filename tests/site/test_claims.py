"""What computed sentences and tables claim, on every comparison of the built site, held against the content.

A sentence that is true of most pairs is quickly printed on all; so each kind of claim is looked for on every page,
and what it claims is worked out anew from facts, uses and standards.
"""

import html
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import pytest

from codepairs.content import notes
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import ABSENT
from codepairs.content.schema.codes import LIST, CodeFile
from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES, Language
from codepairs.pages.templating import DOT

_SECTION = re.compile(r'<section[^>]*>(?=.*?<h2 id="([a-z-]+)">)(.*?)</section>', re.DOTALL)
_ROW = re.compile(r'<tr(?: class="(same)")?><th>(.*?)(<td.*?)(?=<tr|</table>)')
_CELL = re.compile(r"<td[^>]*>(.*?)(?=<td|$)")
_COLUMN = re.compile(r'<th><span class="n">.*?</span> <small>(.*?)</small>')
_DIFFERENCE = re.compile(r"<li><h3[^>]*>(.*?)</h3><p>(.*?)</p>")
_PRE = re.compile(r"<pre[^>]*>(.*?)</pre>", re.DOTALL)
_LINE = re.compile(r"<(b|span)[^>]*>(C|S): (.*?)</\1>")
_TAG = re.compile(r"<[^>]+>")
# Between a word and what follows it in a Korean sentence.
_PARTICLE: Final = r"(?:은|는|이|가|을|를|과|와|으로|로)?"


def plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()


@dataclass(frozen=True)
class Comparison:
    """A comparison as a reader finds it; `said` finds what fills a phrase of the site on it."""

    address: str
    language: Language
    catalogue: Catalogue
    a: CodeFile
    b: CodeFile
    text: str
    patterns: Mapping[str, re.Pattern[str]]
    phrases: Mapping[str, str]
    situations: Mapping[str, str]  # name → id
    notes: Mapping[str, str]  # note in a sample line, in this language → as the content has it

    @property
    def sides(self) -> tuple[CodeFile, CodeFile]:
        return self.a, self.b

    @cached_property
    def sections(self) -> Mapping[str, str]:
        return dict(_SECTION.findall(self.text))

    @cached_property
    def differences(self) -> list[tuple[str, str]]:
        return [
            (plain(title), plain(text))
            for title, text in _DIFFERENCE.findall(self.section("differences"))
        ]

    @cached_property
    def columns(self) -> tuple[str | None, str | None]:
        """The situations that head the columns of the table of facts."""
        one, other = (html.unescape(name) for name in _COLUMN.findall(self.section("facts")))
        return self.situations.get(one), self.situations.get(other)

    @cached_property
    def answers(self) -> tuple[dict[str, str | None], dict[str, str | None]]:
        """Axis → answer, of either code in the situation of its column."""
        one, other = (
            dict(
                zip(
                    self.catalogue.axis_ids,
                    self.catalogue.facts_in(code, situation),
                    strict=True,
                )
            )
            for code, situation in zip(self.sides, self.columns, strict=True)
        )
        return one, other

    def section(self, name: str) -> str:
        return self.sections.get(name, "")

    def said(self, phrase: str, section: str) -> Iterator[dict[str, str]]:
        """The words that fill a phrase wherever a section says it."""
        text = plain(self.section(section)) if section != "answer" else plain(self.verdict)
        # Most pages do not say it, and that its end is missing is found sooner than what might fill its places.
        if self.phrases[phrase].rpartition("}")[2] in text:
            for found in self.patterns[phrase].finditer(text):
                yield found.groupdict()

    @property
    def verdict(self) -> str:
        return self.text.partition('<div class="answer">')[2].partition("</div>")[0]

    @cached_property
    def sessions(self) -> list[list[tuple[str, str, bool]]]:
        """Speaker, text and whether it is the line in question, for each line of each session."""
        return [
            [
                (speaker, notes.told(html.unescape(line), self.notes), tag == "b")
                for tag, speaker, line in _LINE.findall(block)
            ]
            for block in _PRE.findall(self.section("sessions"))
        ]

    @property
    def has_two_endings(self) -> bool:
        return f">{self.phrases['sessions.title']}<" in self.section("sessions")

    def replies(self) -> Iterator[tuple[CodeFile, str, str | None, list[str]]]:
        """Each reply in question: its code, its text, the client's last line, and everything said before."""
        lead = self.sessions[0] if self.has_two_endings else []
        blocks = self.sessions[1:] if self.has_two_endings else self.sessions
        number = 0
        for position, block in enumerate(blocks):
            # What a library makes by itself is no line of the other side.
            number = max(number, position)
            before = list(lead)
            for speaker, line, is_asked in block:
                if is_asked:
                    code = self._shown(line, number)
                    number += 1
                    clients = [text for who, text, _ in before if who == "C"]
                    spoken = [text for _, text, _ in before]
                    yield code, line, clients[-1] if clients else None, spoken
                before.append((speaker, line, is_asked))

    def _shown(self, line: str, number: int) -> CodeFile:
        words = line.replace("-", " ").split()
        return next((code for code in self.sides if code.code in words), self.sides[number])


def pattern(phrase: str) -> re.Pattern[str]:
    """What a phrase looks like once it is filled."""
    found, named = "", set[str]()
    for number, part in enumerate(re.split(r"\{(\w+)(?:\|[^}]+)?\}", phrase)):
        if number % 2 == 0:
            found += re.escape(part)
        elif part in named:
            found += f"(?P={part}){_PARTICLE}"
        else:
            found += rf"(?P<{part}>(?:(?!\. ).)+?){_PARTICLE}"
            named.add(part)
    return re.compile(found)


_ASKED: Final = (
    *("differences.single", "differences.axis", "differences.standing", "pair.shared"),
    *("stages.alternatives", "stages.apart"),
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
    for kind, label, cells in _ROW.findall(page.section("facts")):
        axis = labels.get(plain(label))
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
        found = [plain(cell).removeprefix("= ") for cell in _CELL.findall(cells)]
        if found != (expected[:1] if kind == "same" else expected) or (
            kind == "same" and expected[0] != expected[1]
        ):
            yield f"{plain(label)}: {found}, not {expected}"


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
    for one in plain(credit[1]).split(DOT) if credit and plain(credit[1]) else ():
        name, _, source = one.partition(": ")
        if not _is_credited_rightly(page.catalogue, by_id[name], source):
            yield one
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
    """RFC 5321 says at which stages its own codes come, and no other's; a registry says it of none."""
    if "RFC 5321" in source:
        return code.standing == "standard"
    return catalogue.standings[code.standing].defines_stages and source.startswith("RFC ")


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
    no_command_is_answered_with_both_only_where_nobody_does,
    servers_send_either_where_both_are_shown,
    what_ran_out_of_time_does_not_come_at_once,
)
MOST_SHOWN: Final = 20


def pages(site: Path, content: Content) -> Iterator[Comparison]:
    for protocol in content.protocols:
        for language in LANGUAGES:
            phrases = protocol.phrases[language]
            patterns = {key: pattern(phrases[key]) for key in _ASKED}
            names = {one.name[language]: one.id for one in protocol.situations.values()}
            as_written = {note[language]: note.en for note in protocol.vocabulary.notes}
            for catalogue in protocol.catalogues:
                for a, b in catalogue.pairs:
                    address = f"{language}/{catalogue.id}/{a.code}-vs-{b.code}/"
                    yield Comparison(
                        address=address,
                        language=language,
                        catalogue=catalogue,
                        a=a,
                        b=b,
                        text=(site / address / "index.html").read_text(encoding="utf-8"),
                        patterns=patterns,
                        phrases=phrases,
                        situations=names,
                        notes=as_written,
                    )


@pytest.fixture(scope="session")
def false_claims(built_site: Path, content: Content) -> Mapping[Rule, list[str]]:
    """Rule → where it is broken, on every comparison; one pass for all rules, for there are many pages."""
    found: defaultdict[Rule, list[str]] = defaultdict(list)
    for page in pages(built_site, content):
        for rule in RULES:
            found[rule] += [f"{page.address}: {problem}" for problem in rule(page)]
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_page_claims_what_the_content_does_not_say(
    rule: Rule, false_claims: Mapping[Rule, list[str]]
) -> None:
    broken = false_claims[rule]
    assert broken[:MOST_SHOWN] == [], f"{len(broken)} in all"
