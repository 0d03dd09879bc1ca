"""What the page of a code says of itself."""

import re

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


def test_a_providers_own_code_names_the_others_that_send_it_too(shipped_site: Site) -> None:
    """Zoho answers 5.4.1 as well, whose page says so where it lists what the code stands for."""
    page = shipped_site.pages.at("smtp-enhanced/5.4.1/")
    assert page is not None
    row = page.text("en").partition('<th scope="row">Used by<')[2].partition("</table>")[0]
    assert re.findall(r'href="([^"]*)"', row) == [
        "../../providers/microsoft-365/",
        "../../providers/zoho/",
    ]


def test_a_code_of_a_standard_names_nobody_as_its_user(shipped_site: Site) -> None:
    page = shipped_site.pages.at("smtp-enhanced/5.1.1/")
    assert page is not None
    assert '<th scope="row">Used by<' not in page.text("en")
