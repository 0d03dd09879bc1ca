import pytest

from codepairs.comparison.related import MOST, Related, zip_longest_pairs
from codepairs.content.catalogue import Catalogue
from codepairs.content.reading import catalogue_order
from codepairs.content.whole import Content
from codepairs.pages import addresses


@pytest.fixture
def smtp(content: Content) -> Catalogue:
    return content.catalogues[0]


def test_related_pairs_share_a_code_and_leave_out_the_page_itself(smtp: Catalogue) -> None:
    related = Related(smtp)
    for a, b in smtp.pairs:
        found = related.pairs(a, b)
        assert 1 <= len(found) <= MOST
        assert (a.code, b.code) not in found
        assert len(set(found)) == len(found)
        assert all({a.code, b.code} & set(pair) for pair in found)


def test_what_people_ask_for_comes_first(smtp: Catalogue) -> None:
    found = Related(smtp).pairs(smtp.by_id["250"], smtp.by_id["421"])
    assert set(found[:2]) <= {*map(tuple, smtp.vocabulary.popular), *smtp.insights}


def test_both_codes_have_their_turn() -> None:
    one, other = [("1", "2"), ("1", "3"), ("1", "4")], [("5", "6")]
    assert list(zip_longest_pairs(one, other)) == [("1", "2"), ("5", "6"), ("1", "3"), ("1", "4")]


def test_codes_are_ordered_by_their_numbers_and_the_numbers_in_them(smtp: Catalogue) -> None:
    some = next(iter(smtp.codes))

    def ordered(*codes: tuple[str, int | None]) -> list[str]:
        made = [some.model_copy(update={"code": code, "number": number}) for code, number in codes]
        return [code.code for code in sorted(made, key=catalogue_order)]

    plain = ("5.1.10", "5.1.2", "421", "X2", "X10", "250")
    assert ordered(*((code, None) for code in plain)) == [
        "5.1.2",
        "5.1.10",
        "250",
        "421",
        "X2",
        "X10",
    ]
    assert ordered(("OK", 0), ("ABORTED", 10), ("UNKNOWN", 2)) == ["OK", "UNKNOWN", "ABORTED"]


@pytest.mark.parametrize(
    ("address", "root"), [("ko/smtp/250-vs-421/", "../../../"), ("ko/", "../"), ("", "./")]
)
def test_the_way_back_to_the_root(address: str, root: str) -> None:
    assert addresses.to_root(address) == root
