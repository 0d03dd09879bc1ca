"""Which errors of a library a code leads to, on the library of the tests and on facts about the shipped ones."""

from pathlib import Path

import pytest

from codepairs.content import libraries, reading
from codepairs.content.schema.libraries import LibraryFile
from codepairs.content.shelf import Shelf
from codepairs.content.whole import Content


@pytest.fixture
def postlib(with_situations: Path) -> LibraryFile:
    (protocol,) = reading.read(with_situations, Shelf()).content.protocols
    (library,) = protocol.libraries
    return library


def test_stages_and_codes_decide(postlib: LibraryFile) -> None:
    address, text, gone = postlib.errors
    assert libraries.errors_for(postlib, "450", {"rcpt", "body"}) == [address, text]
    assert libraries.errors_for(postlib, "550", {"rcpt", "body"}) == [text]
    assert libraries.errors_for(postlib, "550", {"rcpt"}) == []
    assert gone not in libraries.errors_for(postlib, "450", {"connect", "mail", "body"})
    assert libraries.stages_in(address, {"rcpt", "body"}) == {"rcpt"}


def test_without_stages_codes_alone_decide(postlib: LibraryFile) -> None:
    address, text, gone = postlib.errors
    whatever = address.model_copy(update={"stages": []})
    library = postlib.model_copy(update={"errors": [whatever, text, gone]})
    assert libraries.errors_for(library, "450", set()) == [whatever]
    assert libraries.errors_for(library, "550", set()) == []
    assert (whatever.is_answered, gone.is_answered) == (True, False)


def test_what_is_only_returned_stands_apart(postlib: LibraryFile) -> None:
    address, text, _ = postlib.errors
    returned = text.model_copy(update={"returned": True})
    assert list(libraries.by_place([address, returned])) == [[address], [returned]]


def test_errors_that_hold_code_and_words_alike_stand_together(postlib: LibraryFile) -> None:
    address, text, gone = postlib.errors
    assert list(libraries.by_place(postlib.errors)) == [[address, text], [gone]]


def test_a_code_has_its_names(postlib: LibraryFile) -> None:
    assert libraries.names_of(postlib, "450") == ["Busy"]
    assert libraries.names_of(postlib, "550") == []


@pytest.mark.parametrize(
    ("library", "code", "stage", "expected"),
    [
        ("smtplib", "550", "rcpt", ["smtplib.SMTPRecipientsRefused"]),
        ("smtplib", "535", "auth", ["smtplib.SMTPAuthenticationError"]),
        ("nodemailer", "550", "rcpt", ["EENVELOPE"]),
        ("nodemailer", "552", "body", ["EMESSAGE"]),
        ("nodemailer", "421", "ehlo", ["EPROTOCOL", "ECONNECTION"]),
        # A refused login raises nothing in .NET; another command's refusal does.
        ("system-net-mail", "535", "auth", []),
        ("system-net-mail", "550", "rcpt", ["SmtpFailedRecipientException", "SmtpFailedRecipien"]),
        ("system-net-mail", "554", "rcpt", []),
        ("mailkit", "530", "mail", ["ServiceNotAuthenticatedException", "SmtpErrorCode.SenderNo"]),
        ("ruby-net-smtp", "450", "rcpt", ["Net::SMTPServerBusy"]),
        ("ruby-net-smtp", "501", "mail", ["Net::SMTPSyntaxError"]),
        ("ruby-net-smtp", "530", "mail", ["Net::SMTPAuthenticationError"]),
        ("ruby-net-smtp", "550", "rcpt", ["Net::SMTPFatalError"]),
        ("ruby-net-smtp", "554", "data", ["Net::SMTPUnknownError"]),
        # A refused recipient is counted there, and raises nothing.
        ("swiftmailer", "550", "rcpt", []),
    ],
)
def test_libraries_raise_what_their_sources_say(
    library: str, code: str, stage: str, expected: list[str], content: Content
) -> None:
    (found,) = (one for one in content.protocols[0].libraries if one.id == library)
    names = [error.name for error in libraries.errors_for(found, code, {stage})]
    assert len(names) == len(expected), names
    assert all(name.startswith(start) for name, start in zip(names, expected, strict=True)), names


@pytest.mark.parametrize(
    ("library", "name", "code"),
    [
        ("system-net-mail", "SmtpStatusCode.MailboxBusy", "450"),
        ("system-net-mail", "SmtpStatusCode.MustIssueStartTlsFirst", "530"),
        ("system-net-mail", "SmtpStatusCode.LocalErrorInProcessing", "451"),
        ("mailkit", "SmtpStatusCode.ErrorInProcessing", "451"),
        ("mailkit", "SmtpStatusCode.AuthenticationInvalidCredentials", "535"),
    ],
)
def test_constants_are_those_of_the_libraries(
    library: str, name: str, code: str, content: Content
) -> None:
    (found,) = (one for one in content.protocols[0].libraries if one.id == library)
    assert found.constants[name] == code


def test_constants_of_two_libraries_do_not_contradict_each_other(content: Content) -> None:
    for protocol in content.protocols:
        named: dict[str, str] = {}
        for library in protocol.libraries:
            for name, code in library.constants.items():
                assert named.setdefault(name, code) == code
