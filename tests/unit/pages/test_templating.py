"""A filled skeleton is byte for byte the rendered template."""

from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES, Language
from codepairs.pages.templating import Skeleton, UnknownSlotError, environment, softened
from tests.conftest import ROOT


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    for name in ("theme", "pages"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_what_an_editor_keeps_beside_a_template_is_not_read(templates: Path) -> None:
    (templates / "pages" / "page.html").touch()
    (templates / "pages" / ".#page.html").symlink_to("somebody@machine.1234:1764000000")
    assert environment(templates, Phrases("en", {})).list_templates() == ["page.html"]


def test_a_filled_skeleton_is_the_rendered_template(templates: Path) -> None:
    (templates / "pages" / "page.html").write_text(
        "<h1>{{ ui('hello') }} {{ name }}</h1>{% if long %}{{ body }}{% endif %}<a>{{ name }}</a>"
    )
    found = environment(templates, Phrases("en", {"hello": "Fish & chips:"}))
    template = found.get_template("page.html")
    values = {"name": "<Anna> & co", "body": Markup("<p>text</p>")}
    for long in (True, False):
        skeleton = Skeleton(found, "page.html", long=long)
        assert skeleton.fill(values) == template.render(**values, long=long)


def test_a_slot_that_is_not_given_is_an_error(templates: Path) -> None:
    base, page = templates / "theme" / "base.html", templates / "pages" / "page.html"
    base.write_text("<p>a</p>\n<p>\n{{ name }}{% block main %}{% endblock %}")
    page.write_text("{% extends 'base.html' %}\n{% block main %}\n{{ body }}{% endblock %}")
    skeleton = Skeleton(environment(templates, Phrases("en", {})), "page.html")
    for given, place in (({"body": ""}, f"{base}:3"), ({"name": ""}, f"{page}:3")):
        with pytest.raises(UnknownSlotError, match=f"{place}: expected a name that is known"):
            skeleton.fill(given)


def test_a_mistake_in_a_template_is_told_with_its_file_and_line(templates: Path) -> None:
    page = templates / "pages" / "page.html"
    page.write_text("<p>a</p>\n<p>\n{{ name | }}")
    with pytest.raises(TemplateSyntaxError) as error:
        Skeleton(environment(templates, Phrases("en", {})), "page.html")
    assert (error.value.filename, error.value.lineno) == (str(page), 3)


def test_filling_changes_nothing_for_the_next_page(templates: Path) -> None:
    (templates / "pages" / "page.html").write_text("[{{ name }}]")
    skeleton = Skeleton(environment(templates, Phrases("en", {})), "page.html")
    assert [skeleton.fill({"name": name}) for name in ("a", "b")] == ["[a]", "[b]"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_loads_in_every_language(language: Language, content: Content) -> None:
    found = environment(ROOT / "templates", Phrases(language, content.phrases[language]))
    names = [name for name in found.list_templates() if name.endswith(".html")]
    assert names
    for name in names:
        found.get_template(name)


def test_a_skeleton_has_the_slots_of_what_its_template_extends(templates: Path) -> None:
    (templates / "theme" / "base.html").write_text(
        "<title>{{ title }}</title>{% block main %}{% endblock %}"
    )
    (templates / "pages" / "page.html").write_text(
        '{% extends "base.html" %}{% block main %}{% if is_long %}{{ body }}{% endif %}{% endblock %}'
    )
    skeleton = Skeleton(environment(templates, Phrases("en", {})), "page.html", is_long=True)
    assert skeleton.fill({"title": "A", "body": "b"}) == "<title>A</title>b"


def test_a_long_name_goes_on_in_the_next_line_after_one_of_its_words() -> None:
    assert softened("RESOURCE_EXHAUSTED") == Markup("RESOURCE_<wbr>EXHAUSTED")
    assert softened("a<b_c") == Markup("a&lt;b_<wbr>c")
    assert softened("5.1.1") == "5.1.1"
