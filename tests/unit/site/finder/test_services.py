"""What the field reads events of services and lines of logs with."""

from codepairs.content.whole import Content
from codepairs.site.finder.providers import in_order
from tests.support.field import Files, later, read


def test_what_services_say_to_programs_and_logs_without_codes_stand_by_themselves(
    shipped: tuple[Content, Files],
) -> None:
    content, files = shipped
    (protocol,) = (one for one in content.protocols if one.id == "smtp")
    services = read(files, "find/en/services.json")
    listed = {one.id: later(protocol, one) for one in protocol.providers if later(protocol, one)}
    assert services["providers"] == {name: len(replies) for name, replies in listed.items()}
    assert services["replies"]["mark"] == [one.mark for all_ in listed.values() for one in all_]
    situations = [one.situation for all_ in listed.values() for one in all_]
    assert services["replies"]["situation"] == situations


def test_a_help_page_about_one_reason_alone_tells_the_reply_that_names_it(
    shipped: tuple[Content, Files],
) -> None:
    content, files = shipped
    (gmail,) = (one for one in content.protocols[0].providers if one.id == "gmail")
    pages = read(files, "find/en/services.json")["pages"]["gmail"]
    told = {page: (place, situation) for page, place, situation in pages}
    place, situation = told["support.google.com/mail/?p=UnsolicitedIPError"]
    assert situation == "ip-blocked"
    assert in_order(content.protocols[0], gmail)[place].id == "unsolicited-ip"
    assert not [page for page in told if page.endswith("/answer/188131")], "it is about several"
    assert not [page for page in told if page.endswith("sender-guidelines")], "it names none"


def test_a_word_of_events_stands_for_one_situation(shipped: tuple[Content, Files]) -> None:
    sortings = read(shipped[1], "find/en/services.json")["sortings"]
    (sparkpost,) = (one for one in sortings if one["fields"] == ["bounce_class"])
    assert sparkpost["words"]["user-unknown"] == ["10"]
    said = [word for words in sparkpost["words"].values() for word in words]
    assert "22" in said
    assert "70" not in said, "it is said of several, and of none mostly"
    assert len(said) == len(set(said))
