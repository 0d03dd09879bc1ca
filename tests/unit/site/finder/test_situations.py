"""What the field knows of situations."""

from codepairs.content.whole import Content
from tests.support.field import Files, read


def test_a_situation_tells_what_each_class_comes_to(made: Files) -> None:
    tables = read(made, "find/en.json")
    situations = tables["situations"]
    place = situations["id"].index("mailbox-full")
    outcomes = situations["outcomes"][place]
    assert set(outcomes) == {"transient", "permanent"}
    assert len(situations["verdicts"][place]) == len(outcomes)
    told = read(made, "find/en/smtp/situations/mailbox-full.json")
    assert told["happened"].startswith("What happened: ")
    assert set(told["outcomes"]) == set(outcomes)
    assert told["next"]["transient"].startswith("What to do: ")


def test_what_to_do_is_not_loaded_before_its_situation_is_shown(made: Files) -> None:
    assert "What to do: " not in made["find/en.json"]()


def test_what_concludes_a_text_is_told_by_its_place(shipped: tuple[Content, Files]) -> None:
    situations = read(shipped[1], "find/en.json")["situations"]
    assert "expired" in {situations["id"][place] for place in situations["conclusion"]}


def test_whoever_acts_is_told_first_what_to_do(shipped: tuple[Content, Files]) -> None:
    told = read(shipped[1], "find/en/http/situations/blocked-by-filter.json")["outcomes"]
    assert next(iter(told["client-error"])) == "operator"
    assert next(iter(told["server-error"])) == "user"
