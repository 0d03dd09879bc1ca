"""What the page of a code says of itself."""

from codepairs.site.site import Site


def test_a_name_with_a_number_is_found_by_both(shipped_site: Site) -> None:
    unavailable, fine = (shipped_site.pages.at(f"grpc/{code}/") for code in ("UNAVAILABLE", "OK"))
    assert unavailable is not None
    assert fine is not None
    assert unavailable.head("en").title == "gRPC error 14 UNAVAILABLE: cause and what to do"
    assert unavailable.head("ko").title == "gRPC 14 UNAVAILABLE 오류: 원인과 해결"
    assert fine.head("en").title == "gRPC 0 OK: what it means"
    assert "<h1>gRPC OK (0): Success</h1>" in fine.text("en")


def test_a_code_says_what_it_means_and_what_to_do(shipped_site: Site) -> None:
    page = shipped_site.pages.at("smtp/452/")
    assert page is not None
    said = page.head("en").description
    assert said.startswith("452 means that ")
    assert " Keep it queued, " in said
    assert said.count("452") == 1
