"""Ways of spoiling the hand-written pages, and the lines that tell what is wrong."""

import os
from pathlib import Path
from typing import get_args

import pytest

from codepairs import cli
from codepairs.content import handwritten
from tests.conftest import ROOT
from tests.support.files import replace

ABOUT = """\
---
title: 소개
description: 출처를 설명합니다.
updated: 2026-11-24
---

"""


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The problems that `check` tells of, without the folder and the closing line."""
    status = cli.main(["check", "--content", str(folder)])
    printed = capsys.readouterr().err
    assert status == (cli.PROBLEMS if printed else cli.OK)
    return [line.replace(f"{folder}/pages/", "") for line in printed.splitlines()[:-1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a][1]\n\n[1]: javascript:x", ":9: about: expected an http(s) link, or one to a page"),
        ("[a [b]](javascript:x)", ":7: about: expected an http(s) link"),
        ("문장.\n[a](https://a.example/b c)", ":8: about: expected an http(s) link"),
        ("[a](/ko/)", ":7: about: expected an http(s) link"),
        ("[a](../../../etc/)", ":7: about: expected an http(s) link"),
        ("[a](../about)", ":7: about: expected an http(s) link"),
        ("[a](gone.md)", ":7: about: expected an http(s) link"),
        ("[a](http://[/)", ":7: about: expected an http(s) link"),
        ("[a](../smtp/999/)", ":7: about: expected an http(s) link"),
        ("문장.\n[a](#gone)", ":8: about: expected an anchor that exists; found '#gone'"),
        ("[a](guides/index.md#gone)", ":7: about: expected an anchor that exists"),
        ("[a](../smtp/421/#gone)", ":7: about: expected an anchor that exists"),
        ("![a](gone.png)", ":7: about: expected an image beside the pages; found 'gone.png'"),
        ("![a](https://a.example/b.png)", ":7: about: expected an image beside the pages"),
        ("문장.\n\n<p>문장</p>.", ":9: about: expected text without HTML; found '<p'"),
        ("# 제목", ":7: about: expected headings, paragraphs, lists, tables, images and code"),
        ("문장.\n{: onclick=x }", ":8: about: expected headings, paragraphs"),
        ("|a|\n|:-:|\n|b|", ":7: about: expected headings, paragraphs"),
        (
            "한 문장입니다.\n또 문장입니다.\n한 문장입니다.",
            ":9: about: expected a sentence only once",
        ),
        ("코드는\n421는 씁니다.", ":8: about: expected '421은'; found '421는'"),
        ("This is not a word of Korean.", ":7: about: expected Korean"),
        ("가 &nbsp; 나", ":7: about: expected the sign that is meant; found '&nbsp;'"),
        ("\n".join("    " * depth + "- 가" for depth in range(300)), ":7: about: expected at most"),
        ("> " * 300 + "가", ":7: about: expected at most 12 levels of nesting"),
        ("[" * 100_000, ":7: about: expected at most 12 levels of nesting"),
        ("한 문장\x00입니다.", ":7: expected characters that can be seen"),
        ("한 문장\u202e입니다.", ":7: expected characters that can be seen"),
    ],
)
def test_a_spoiled_text_is_told_with_its_line(
    text: str, expected: str, small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = small_content / "pages" / "ko" / "about.md"
    file.write_text(f"{ABOUT}{text}\n", encoding="utf-8")
    first, *others = check(small_content, capsys)
    assert first.startswith(f"ko/about.md{expected}")
    assert max(map(len, [first, *others])) < 300


def test_links_to_what_exists_pass(small_content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small_content / "pages" / "ko" / "a.png").touch()
    links = (
        "../smtp/421/#facts ../smtp/421-vs-450/ ../smtp/450-vs-421/ ../ ../../ #a index.md ./?q=1"
    )
    text = "\n\n".join(f"[a]({link})" for link in [*links.split(), "https://a.example/"])
    file = small_content / "pages" / "ko" / "about.md"
    file.write_text(f"{ABOUT}## a\n\n{text}\n\n![b](a.png)\n", encoding="utf-8")
    assert check(small_content, capsys) == []


@pytest.mark.parametrize(
    "place",
    [
        "about.md",
        "fr/about.md",
        "en/smtp/421.html",
        "en/Guides/new.md",
        "en/README.md",
        "en/<b>.md",
        "en/a\nb.md",
        "en/a\udcffb.md",
        "en/script.js",
        "en/notes.txt",
    ],
)
def test_a_file_where_none_belongs_is_refused(
    place: str, small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = small_content / "pages" / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(ABOUT, encoding="utf-8")
    (problem,) = check(small_content, capsys)
    assert problem.endswith(
        ":1: expected a page such as en/about.md, or an image, named in small letters and digits"
    )
    assert problem.isprintable()


def test_what_is_no_file_is_refused_and_not_waited_for(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(small_content / "pages" / "en" / "pipe.md")
    os.mkfifo(small_content / "pages" / "en" / "pipe.png")
    (small_content / "pages" / "en" / "nowhere.png").symlink_to("gone.png")
    (small_content / "pages" / "ko" / "circle").symlink_to("..")
    found = check(small_content, capsys)
    assert "en/pipe.md:1: expected a file; found something else" in found
    for name in ("pipe", "nowhere"):
        assert f"en/{name}.png:1: expected an image; found something else" in found
    assert any(line.startswith("ko/circle:1: expected a page such as") for line in found)


@pytest.mark.parametrize("place", ["smtp/421", "smtp/450-vs-421", "smtp/index", "about/index"])
def test_no_page_takes_the_place_of_another(
    place: str, small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("en", "ko"):
        file = small_content / "pages" / language / f"{place}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(ABOUT, encoding="utf-8")
    found = check(small_content, capsys)
    assert len(found) == 2
    assert all(": expected another name; " in line for line in found)


@pytest.mark.parametrize("place", ["index.md", "ko/index.md"])
def test_a_page_that_the_site_begins_with_is_not_left_out(
    place: str, small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small_content / "pages" / place).unlink()
    (problem,) = check(small_content, capsys)
    assert problem.startswith(f"{place}:1: expected this page, since")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("description: Status", "#", ":2: index › description: expected a value; found nothing"),
        ("languages.html", "../../../../etc/passwd", ":5: index › template: expected 'home.html'"),
        ("languages.html", "home.html", ":5: index › template: expected 'languages.html' on the"),
    ],
)
def test_the_root_page_says_what_every_page_says(
    old: str,
    new: str,
    expected: str,
    small_content: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    replace(small_content / "pages" / "index.md", old, new)
    (problem,) = check(small_content, capsys)
    assert problem.startswith(f"index.md{expected}")


def test_every_template_that_a_page_may_name_exists() -> None:
    for name in get_args(handwritten.Template):
        assert (ROOT / "templates" / "theme" / name).is_file()


@pytest.mark.parametrize(
    ("english", "korean", "expected"),
    [
        ('smtp: ["421", "999"]', 'smtp: ["421", "999"]', "expected a code of smtp; found '999'"),
        ('sntp: ["421"]', 'sntp: ["421"]', "expected a catalogue: smtp"),
        ('smtp: ["421", "450"]', 'smtp: ["421"]', "expected the same codes as in reading-a-reply"),
    ],
)
def test_a_guide_names_codes_that_exist_and_the_same_in_each_language(
    english: str,
    korean: str,
    expected: str,
    small_content: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for language, codes in (("en", english), ("ko", korean)):
        file = small_content / "pages" / language / "guides" / "reading-a-reply.md"
        replace(file, "updated: 2026-11-24\n", f"updated: 2026-11-24\ncodes: {{{codes}}}\n")
    found = check(small_content, capsys)
    assert len(found) == (2 if english == korean else 1)
    assert [
        line for line in found if "guides/reading-a-reply.md:5: reading-a-reply › codes" not in line
    ] == []
    assert [line for line in found if expected not in line] == []
