"""What surrounds a page: head, breadcrumbs, structured data."""

import json
import re

import pytest

from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages import seo
from codepairs.pages.frame import Frame, Setting
from codepairs.pages.page import trail
from codepairs.pages.templating import environment
from tests.conftest import ROOT
from tests.support.pages import PlainPage

SETTING = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")
HOME = PlainPage("")
FOLDER = PlainPage("smtp/", HOME)
PAGE = PlainPage("smtp/421/", FOLDER)


def frame(content: Content, language: Language = "en") -> Frame:
    phrases = Phrases(language, content.phrases[language])
    return Frame(phrases, environment(ROOT / "templates", phrases), SETTING)


def test_the_trail_leads_from_home_to_the_page() -> None:
    assert trail(PAGE) == [HOME, FOLDER, PAGE]


def test_breadcrumbs_link_to_everything_above(content: Content) -> None:
    crumbs = str(frame(content).slots(PAGE)["crumbs"])
    links = re.findall('href="(.*?)">(.*?)<', crumbs)
    assert links == [("../../", "home in en"), ("../", "smtp/ in en")]
    assert '<span aria-current="page">smtp/421/ in en</span>' in crumbs


def test_the_home_page_has_no_breadcrumbs(content: Content) -> None:
    slots = frame(content).slots(HOME)
    assert slots["crumbs"] == slots["json_ld"] == ""


def test_structured_data_names_the_same_way(content: Content) -> None:
    graph = json.loads(str(frame(content).slots(PAGE)["json_ld"]))["@graph"]
    steps = graph[0]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "home in en", "https://example.org/en/"),
        (2, "smtp/ in en", "https://example.org/en/smtp/"),
        (3, "smtp/421/ in en", "https://example.org/en/smtp/421/"),
    ]
    assert graph[1]["dateModified"] == "2026-11-24"
    assert graph[1]["url"] == "https://example.org/en/smtp/421/"
    assert graph[1]["about"] == [{"@type": "DefinedTerm", "name": "One & two"}]
    assert graph[1]["citation"] == ["https://example.org/one"]


@pytest.mark.parametrize(("language", "other"), [("en", "ko"), ("ko", "en")])
def test_both_languages_name_each_other(content: Content, language: Language, other: str) -> None:
    slots = frame(content, language).around(PAGE)
    assert slots["canonical"] == f"https://example.org/{language}/smtp/421/"
    assert slots["url_en"] == slots["url_default"] == "https://example.org/en/smtp/421/"
    assert slots["url_ko"] == "https://example.org/ko/smtp/421/"
    assert slots["other_address"] == f"{other}/smtp/421/"
    assert slots["root"] == "../../../"


def test_a_page_that_is_not_offered_says_less(content: Content) -> None:
    page = PlainPage("smtp/1/", FOLDER, offered=False)
    flags = frame(content).flags(page)
    assert not any(flags[name] for name in ("is_offered", "has_alternates", "has_json_ld"))
    assert frame(content).slots(page)["json_ld"] == ""


def test_corrections_lead_to_the_files(content: Content) -> None:
    corrections = str(frame(content).slots(PAGE)["corrections"])
    assert 'href="https://example.org/edit/smtp/one.yml">one.yml<' in corrections


def test_no_text_can_end_the_script_element() -> None:
    text = seo.json_ld({"name": "</script><b>"})
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["name"] == "</script><b>"


def test_what_is_around_a_page_are_its_slots_and_flags(content: Content) -> None:
    found = frame(content)
    assert found.around(PAGE) == {**found.slots(PAGE), **found.flags(PAGE)}
