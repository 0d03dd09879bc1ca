"""The page of a situation: what happened, what each class of codes comes to, who says which code, in which words."""

import re
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from codepairs.checks import run
from codepairs.languages import Language
from codepairs.pages.situations import SituationPage, SituationsPage
from codepairs.site.site import Site
from tests.conftest import USES
from tests.support.files import replace
from tests.support.sites import site_of


@pytest.fixture
def site(with_situations: Path) -> Site:
    vocabulary = with_situations / "smtp" / "catalogues" / "smtp" / "catalogue.yml"
    asked = "  - id: message\n"
    replace(vocabulary, asked, f"{asked}    verdict: true\n")
    return loaded(with_situations)


def loaded(folder: Path) -> Site:
    return site_of(run.load(folder, folder / "pages")[0], folder / "pages")


def page_of(site: Site, name: str) -> SituationPage:
    return next(
        page for page in site.pages if isinstance(page, SituationPage) and page.situation.id == name
    )


def tree_of(site: Site, name: str, language: Language = "en") -> HtmlElement:
    return html.document_fromstring(page_of(site, name).text(language))


def words(tree: HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in tree.xpath(path)]


def test_situations_stand_below_their_protocol(site: Site) -> None:
    found = [page for page in site.pages if isinstance(page, SituationPage | SituationsPage)]
    assert [page.path for page in found] == [
        "smtp/situations/",
        "smtp/situations/mailbox-full/",
        "smtp/situations/server-closing/",
    ]
    assert all(page.is_offered and page.is_recorded for page in found)
    assert {page.kind for page in found} == {"website", "article"}


def test_a_protocol_without_situations_has_no_such_page(small_content: Path) -> None:
    site = loaded(small_content)
    assert not [page for page in site.pages if isinstance(page, SituationPage | SituationsPage)]
    assert "smtp/situations/" not in str(site.pages.nav)


def test_each_outcome_tells_its_roles_what_to_do(site: Site) -> None:
    tree = tree_of(site, "mailbox-full")
    assert tree.xpath("//section[contains(@class, 'outcome')]/h2/@id") == ["transient", "permanent"]
    (first, second) = tree.xpath("//section[contains(@class, 'outcome')]")
    assert "wait for the next attempt" in first.text_content()
    assert words(first, ".//dt")[-1] == "Who sent the mail"
    assert words(first, ".//dd")[-1] == "The address is right."
    assert "once more when there is room" in second.text_content()
    assert not second.xpath(".//dl[@class='roles']")


def test_whoever_acts_is_told_first_what_to_do(shipped_site: Site) -> None:
    tree = tree_of(shipped_site, "no-healthy-backend")
    told = words(tree, "//dl[@class='roles']//dt")
    acting, *others = (
        "Operator of server or proxy",
        "User at the browser",
        "Developer of the client",
    )
    assert told[:3] == [acting, *others]


SUCCESS = "  success:\n    next: {en: be glad, ko: 기뻐하세요}\n"


def test_classes_of_which_a_code_is_known_come_first(with_situations: Path) -> None:
    """450 is said for a full mailbox, and nobody says so with a code of another class."""
    file = with_situations / "smtp" / "situations" / "mailbox-full.yml"
    replace(file, "outcomes:\n", f"outcomes:\n{SUCCESS}")
    tree = tree_of(loaded(with_situations), "mailbox-full")
    assert tree.xpath("//section[contains(@class, 'outcome')]/h2/@id") == [
        "transient",
        "success",
        "permanent",
    ]


@pytest.mark.parametrize(
    ("also", "expected"), [("", ["transient", "permanent"]), ("gmail", ["permanent", "transient"])]
)
def test_the_class_that_most_say_comes_first_and_of_equals_the_one_that_the_file_tells_first(
    with_situations: Path, also: str, expected: list[str]
) -> None:
    """Two say 450 for a full mailbox."""
    file = with_situations / "smtp" / "situations" / "mailbox-full.yml"
    text = file.read_text(encoding="utf-8")
    transient, permanent = re.findall(
        r"^  (?:transient|permanent):\n(?:    .*\n)+", text, re.MULTILINE
    )
    file.write_text(text.replace(transient + permanent, permanent + transient), encoding="utf-8")
    code = with_situations / "smtp" / "catalogues" / "smtp" / "codes" / "550.yml"
    first_use = "".join(USES.splitlines(keepends=True)[:4])
    second_use = first_use.removeprefix("uses:\n").replace("    url", f"    by: {also}\n    url")
    uses = f"{first_use}{second_use}" if also else first_use
    code.write_text(code.read_text(encoding="utf-8") + uses, encoding="utf-8")
    page = page_of(loaded(with_situations), "mailbox-full")
    tree = html.document_fromstring(page.text("en"))
    assert tree.xpath("//section[contains(@class, 'outcome')]/h2/@id") == expected
    told = {"permanent": "Once more when there is room", "transient": "Wait for the next attempt"}
    assert told[expected[0]].lower() in page.head("en").description.lower()


def test_a_page_says_of_itself_to_do_what_it_begins_with(with_situations: Path) -> None:
    """Nobody says so with a code of the class that the file tells first."""
    file = with_situations / "smtp" / "situations" / "mailbox-full.yml"
    replace(file, "outcomes:\n", f"outcomes:\n{SUCCESS}")
    description = page_of(loaded(with_situations), "mailbox-full").head("en").description
    assert description.endswith("Wait for the next attempt.")


def test_where_no_code_is_known_the_file_tells_which_class_comes_first(
    with_situations: Path,
) -> None:
    folder = with_situations / "smtp" / "situations"
    text = (folder / "server-closing.yml").read_text(encoding="utf-8")
    lonely = re.sub(r"^said:.*\n(?:[ -].*\n)*", "said: []\n", text, flags=re.MULTILINE)
    lonely = lonely.replace("id: server-closing", "id: lonely")
    outcomes = re.search(r"^outcomes:\n((?: .*\n)+)", lonely, flags=re.MULTILINE)
    assert outcomes is not None
    (folder / "lonely.yml").write_text(
        lonely.replace(outcomes[1], outcomes[1] + SUCCESS), encoding="utf-8"
    )
    tree = tree_of(loaded(with_situations), "lonely")
    assert tree.xpath("//section[contains(@class, 'outcome')]/h2/@id") == ["transient", "success"]


def test_an_outcome_has_the_answers_of_its_situation_and_none_of_a_codes_own(
    with_situations: Path,
) -> None:
    """450 says by itself that the mail waits, which is no answer of the others that are said here."""
    vocabulary = with_situations / "smtp" / "catalogues" / "smtp" / "catalogue.yml"
    asked = "  - id: message\n"
    replace(vocabulary, asked, f"{asked}    verdict: true\n")
    file = with_situations / "smtp" / "situations" / "mailbox-full.yml"
    replace(file, "  transient:\n", "  transient:\n    facts: {message: untouched}\n")
    tree = tree_of(loaded(with_situations), "mailbox-full")
    first, second = tree.xpath("//section[contains(@class, 'outcome')]")
    assert words(first, ".//dl[@class='verdict']//dd") == ["Not affected"]
    assert not second.xpath(".//dl[@class='verdict']")


def test_each_code_is_named_with_everybody_who_says_it(site: Site) -> None:
    rows = tree_of(site, "mailbox-full").xpath("//section[h2/@id='codes']//tr")
    assert [row.xpath("string(th)") for row in rows] == ["450"]
    assert rows[0].xpath("th/a/@href") == ["../../../smtp/450/"]
    assert rows[0].xpath("td//a/@href") == [
        "https://example.org/450",
        "../../../providers/gmail/#full",
    ]
    closing = tree_of(site, "server-closing").xpath("//section[h2/@id='codes']//td")
    assert words(closing[0], ".//a") == ["Gmail", "https://example.org/list"]


def test_real_replies_lead_to_their_provider(site: Site) -> None:
    tree = tree_of(site, "mailbox-full")
    assert words(tree, "//figure//samp") == ["450 4.2.2 The mailbox is over quota - gsmtp"]
    assert tree.xpath("//figure//a/@href") == ["../../../providers/gmail/#full"]
    assert not tree_of(site, "server-closing").xpath("//figure")


def test_what_looks_alike_and_what_others_call_it_is_told(site: Site) -> None:
    tree = tree_of(site, "mailbox-full")
    assert tree.xpath("//section[h2/@id='confused']//a/@href") == ["../server-closing/"]
    assert words(tree, "//section[h2/@id='called']//li") == ["Sorter: Full"]
    assert not tree_of(site, "server-closing").xpath("//section[h2/@id='confused']")


@pytest.mark.parametrize(
    ("language", "name", "gist"),
    [
        ("en", "The mailbox is full", "The mailbox has no room left. "),
        ("ko", "메일함이 가득 찼을 때", "메일함에 공간이 없습니다. "),
    ],
)
def test_it_says_of_itself_what_happened_and_what_comes_next(
    site: Site, language: Language, name: str, gist: str
) -> None:
    page = page_of(site, "mailbox-full")
    head = page.head(language)
    assert name in head.title
    assert head.description.startswith(gist)
    assert head.files == ["smtp/situations/mailbox-full.yml"]
    assert head.article is not None
    assert head.article.citations == ["https://example.org/full"]
    assert page.name(language) == name
    # The same thing happens in several protocols, and its pages have to be told apart.
    gap = " " if language == "en" else ""
    assert words(tree_of(site, "mailbox-full", language), "//h1") == [f"{name}{gap}(SMTP)"]
    assert page.parent.path == "smtp/situations/"


def test_the_list_changed_when_the_last_situation_did(site: Site, with_situations: Path) -> None:
    file = with_situations / "smtp" / "situations" / "server-closing.yml"
    text = file.read_text(encoding="utf-8").replace("updated: 2026-11-24", "updated: 2026-11-25")
    file.write_text(text, encoding="utf-8")
    renewed = loaded(with_situations)
    days = {
        str(page.modified)
        for one in (site, renewed)
        for page in one.pages
        if isinstance(page, SituationsPage)
    }
    assert days == {"2026-11-24", "2026-11-25"}


def test_the_list_has_a_table_for_each_group_and_a_column_for_each_class_that_is_sent(
    site: Site,
) -> None:
    page = next(page for page in site.pages if isinstance(page, SituationsPage))
    tree = html.document_fromstring(page.text("en"))
    assert tree.xpath("//section/h2/@id") == ["on-mailbox", "on-server"]
    for section in tree.xpath("//section"):
        assert len(section.xpath(".//thead//th")) == 2
        assert re.search("450", section.text_content())
    assert tree.xpath("//tbody//th//a/@href") == ["mailbox-full/", "server-closing/"]


def test_what_no_code_says_has_no_class(with_situations: Path) -> None:
    folder = with_situations / "smtp" / "situations"
    text = (folder / "server-closing.yml").read_text(encoding="utf-8")
    lonely = re.sub(r"^said:.*\n(?:[ -].*\n)*", "said: []\n", text, flags=re.MULTILINE)
    lonely = lonely.replace("id: server-closing", "id: lonely")
    (folder / "lonely.yml").write_text(lonely, encoding="utf-8")
    site = loaded(with_situations)
    headings = {
        name: words(tree_of(site, name), "//section[contains(@class, 'outcome')]/h2")
        for name in ("lonely", "server-closing")
    }
    assert headings == {
        "lonely": ["Without a code"],
        "server-closing": ["4xx temporary error"],
    }
