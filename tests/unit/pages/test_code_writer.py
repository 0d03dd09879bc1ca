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


def row(site: Site, path: str, label: str) -> list[str]:
    """Where the links of a row of a code's table lead within the site."""
    page = site.pages.at(path)
    assert page is not None
    found = page.text("en").partition(f'<th scope="row">{label}<')[2]
    found = re.split("<tr|</tr|</table", found)[0]
    return re.findall(r'href="(\.\.[^"]*)"', found)


def test_codes_of_two_protocols_that_become_each_other_lead_to_each_other(
    shipped_site: Site,
) -> None:
    mapped, told = "Mapped from HTTP", "To a gRPC client, without grpc-status"
    assert row(shipped_site, "grpc/UNAVAILABLE/", mapped) == [
        f"../../http/{code}/" for code in ("429", "502", "503", "504")
    ]
    for code, status in (
        ("400", "INTERNAL"),
        ("401", "UNAUTHENTICATED"),
        ("403", "PERMISSION_DENIED"),
        ("404", "UNIMPLEMENTED"),
        ("429", "UNAVAILABLE"),
        ("504", "UNAVAILABLE"),
    ):
        assert row(shipped_site, f"http/{code}/", told) == [f"../../grpc/{status}/"]
    google = "gRPC status in Google APIs"
    assert row(shipped_site, "http/400/", google) == [
        f"../../grpc/{code}/"
        for code in ("INVALID_ARGUMENT", "FAILED_PRECONDITION", "OUT_OF_RANGE")
    ]
    assert row(shipped_site, "grpc/NOT_FOUND/", "As HTTP in Google APIs") == ["../../http/404/"]


def test_what_no_code_of_another_protocol_becomes_names_none(shipped_site: Site) -> None:
    assert row(shipped_site, "grpc/ABORTED/", "Mapped from HTTP") == []
    assert row(shipped_site, "http/405/", "To a gRPC client, without grpc-status") == []
    # A number of mail that HTTP has too becomes nothing.
    assert row(shipped_site, "smtp/503/", "To a gRPC client, without grpc-status") == []


def test_an_answer_names_what_it_rests_on_by_itself_or_with_its_whole_question(
    shipped_site: Site,
) -> None:
    page = shipped_site.pages.at("http/401/")
    assert page is not None
    rows = dict(
        re.findall(r'<th scope="row">(.*?)<td>(.*?)(?=<tr|</table)', page.text("en"), re.DOTALL)
    )
    assert rows["Comes with it"].count("<a ") == 1
    assert 'rfc9110#section-15.5.2">RFC 9110 §15.5.2</a>' in rows["Comes with it"]
    assert "Google, HTTP status codes" in rows["What Googlebot does"]
    # Who acts is this reference's own word.
    assert "<a " not in rows["Who acts"]
    assert ">RFC 9110 15.5.2절</a>" in page.text("ko")
    assert "§" not in page.text("ko")
