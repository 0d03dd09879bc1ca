"""What the field knows of situations."""

from codepairs.content.catalogue import Content
from tests.support.field import Files, read


def test_a_situation_tells_what_each_class_comes_to(made: Files) -> None:
    tables = read(made, "find/en.json")
    situations = tables["situations"]
    place = situations["id"].index("mailbox-full")
    outcomes = situations["outcomes"][place]
    assert set(outcomes) == {"transient", "permanent"}
    for field in ("verdicts", "next"):
        assert len(situations[field][place]) == len(outcomes)
    told = read(made, "find/en/smtp/situations/mailbox-full.json")
    assert told["happened"].startswith("What happened: ")
    assert set(told["outcomes"]) == set(outcomes)


def test_what_concludes_a_text_is_told_by_its_place(shipped: tuple[Content, Files]) -> None:
    situations = read(shipped[1], "find/en.json")["situations"]
    assert "expired" in {situations["id"][place] for place in situations["conclusion"]}
