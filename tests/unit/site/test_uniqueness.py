from codepairs.site.report import percentile
from codepairs.site.uniqueness import main_text, shingles, unique_shares


def test_only_the_main_part_counts_and_the_codes_are_masked() -> None:
    page = "<title>t</title><main><p>After <b>421</b>, not 4.2.1 or 4210</p></main><p>foot</p>"
    assert main_text(page, ["421"]).split() == ["After", "#", ",", "not", "4.2.1", "or", "4210"]


def test_shingles_are_the_distinct_runs_of_words() -> None:
    assert len(shingles("a b c d", 3)) == 2
    assert len(shingles("a a a a", 3)) == 1
    assert shingles("A, b. c", 3) == shingles("a b c", 3)
    assert len(shingles("a b", 3)) == 0


def test_what_stands_on_another_page_is_not_ones_own() -> None:
    shares = unique_shares([("x", "a b c d"), ("y", "a b c e"), ("z", "f g h")], [], 3)
    assert shares == {"x": 0.5, "y": 0.5, "z": 1.0}


def test_pages_that_are_not_asked_for_count_as_others() -> None:
    shares = unique_shares([("x", "a b c d e"), ("y", "f g h")], ["z a b c z", "c d e c d e"], 3)
    assert shares == {"x": 1 - 2 / 3, "y": 1.0}


def test_an_empty_page_has_nothing_of_its_own() -> None:
    assert unique_shares([("x", ""), ("y", "a b c")], [], 3)["x"] == 0.0


def test_percentile_is_the_nearest_rank() -> None:
    values = [number / 100 for number in range(100)]
    assert percentile(values, 0.05) == 0.05
    assert percentile([0.3], 0.05) == 0.3
