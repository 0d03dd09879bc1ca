"""Numbers that are codes of several protocols."""

import re
from itertools import combinations

import pytest

from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES, Language
from codepairs.pages import numbers
from codepairs.pages.numbers import Meaning
from codepairs.site.site import Site


def pairs(content: Content) -> list[tuple[Meaning, Meaning]]:
    return [
        pair
        for meanings in numbers.shared(content.protocols).values()
        for pair in combinations(meanings, 2)
    ]


def test_a_number_is_shared_by_protocols_and_not_by_catalogues_of_one(content: Content) -> None:
    found = numbers.shared(content.protocols)
    assert "503" in found
    for number, meanings in found.items():
        assert {one.code.code for one in meanings} == {number}
        assert len({one.protocol.id for one in meanings}) == len(meanings) > 1
    assert numbers.shared(content.protocols[:1]) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_a_page_that_leads_to_its_codes(shipped_site: Site, language: Language) -> None:
    pages = {page.path: page for page in shipped_site.pages.numbers.pages()}
    index = pages["numbers/"].text(language)
    for number, meanings in shipped_site.pages.numbers.numbers.items():
        assert f'href="{number}/"' in index
        page = pages[f"numbers/{number}/"]
        assert page.is_offered
        text = page.text(language)
        for one in meanings:
            assert f'href="../../{one.catalogue.id}/{number}/"' in text
            assert one.code.name[language] in text.replace("&#39;", "'")
            code = shipped_site.pages.at(f"{one.catalogue.id}/{number}/")
            assert code is not None
            assert f'href="../../numbers/{number}/"' in code.text(language)


def test_files_of_one_name_are_told_apart(shipped_site: Site) -> None:
    page = shipped_site.pages.at("numbers/503/")
    assert page is not None
    names = re.findall(r'/codes/503\.yml">(.*?)<', page.text("en"))
    assert names == ["smtp/503.yml", "http/503.yml"]


def test_no_other_code_leads_to_such_a_page(shipped_site: Site) -> None:
    page = shipped_site.pages.at("smtp/550/")
    assert page is not None
    assert "numbers/" not in page.text("en")


def test_what_is_said_of_two_meanings_holds(shipped_site: Site, content: Content) -> None:
    phrases = shipped_site.pages.phrases["en"]
    failure = phrases("number.both_fail")
    seen = set()
    for a, b in pairs(content):
        sentences = list(numbers.told_apart(a, b, phrases))
        classes = [one.catalogue.classes[one.code.class_] for one in (a, b)]
        assert (failure in sentences) == all(one.outcome == "failure" for one in classes)
        for one in classes:
            assert any(one.label["en"] in sentence for sentence in sentences)
        defining = [one.catalogue.course.defined_by(one.code) for one in (a, b)]
        titles = [{source.title for source in sources} for sources in defining]
        documents = [one for one in sentences if "documents" in one]
        is_defined = all(source.section for sources in defining for source in sources)
        assert bool(documents) == (is_defined and titles[0].isdisjoint(titles[1]))
        seen.add(bool(documents))
    assert seen == {True, False}


def test_a_name_that_both_have_is_not_told_as_a_difference(
    shipped_site: Site, content: Content
) -> None:
    phrases = shipped_site.pages.phrases["en"]
    a, b = numbers.shared(content.protocols)["503"]
    assert any(one.startswith("No. ") for one in numbers.told_apart(a, b, phrases))
    assert not any("called" in one for one in numbers.told_apart(a, a, phrases))
