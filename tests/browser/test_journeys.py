"""Readers' journeys through the built site in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect


def test_reader_arrives_at_a_korean_comparison_and_knows_what_to_do(
    page: Page, site_url: str
) -> None:
    """The verdict, what to do and both codes are in the first screen."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site_url}/ko/smtp/250-vs-421/")
    expect(page.locator("h1")).to_contain_text("250")
    answer = page.locator(".answer")
    expect(answer).to_contain_text("421이 나왔을 때는")
    box = answer.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 800


def test_reverse_order_leads_to_the_comparison(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/421-vs-250/")
    page.wait_for_url(f"{site_url}/en/smtp/250-vs-421/")
    expect(page.locator("h1")).to_contain_text("250 OK vs 421")


def test_language_switch_keeps_page_and_section(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/ko/smtp/450-vs-550/#differences")
    page.locator("a.language").click()
    page.wait_for_url(f"{site_url}/en/smtp/450-vs-550/#differences")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "ko")


def test_language_switch_keeps_the_place_that_is_read(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/http/502-vs-504/")
    page.locator("#clients").evaluate("one => one.scrollIntoView()")
    # Playwright scrolls before it clicks by itself.
    page.locator("a.language").evaluate("one => one.click()")
    page.wait_for_url(f"{site_url}/ko/http/502-vs-504/#clients")
    expect(page.locator("#clients")).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    page.locator("a.language").evaluate("one => one.click()")
    page.wait_for_url(f"{site_url}/en/http/502-vs-504/")


def test_only_differences_hides_equal_rows_and_is_remembered(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/550-vs-554/")
    same = page.locator("tr.same")
    assert same.count() > 0
    expect(same.first).to_be_visible()
    page.locator("#only-different").check()
    expect(same.first).to_be_hidden()
    page.goto(f"{site_url}/en/smtp/450-vs-451/")
    expect(page.locator("#only-different")).to_be_checked()
    expect(page.locator("tr.same").first).to_be_hidden()


def test_reader_goes_from_home_to_any_pair(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/")
    page.get_by_role("link", name="한국어").click()
    page.get_by_role("link", name=re.compile("SMTP 응답 코드: 모든 코드와 비교")).click()
    page.get_by_role("link", name="421과 450", exact=True).first.click()
    page.wait_for_url(f"{site_url}/ko/smtp/421-vs-450/")
    page.get_by_role("link", name="450 자세히 보기").click()
    page.wait_for_url(f"{site_url}/ko/smtp/450/")
    expect(page.locator("h1")).to_contain_text("450")


def test_matrix_leads_to_any_pair_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/")
    page.locator("section:has(> h2#matrix) summary").press("Enter")
    cell = page.locator(".matrix").get_by_role("link", name="354 vs 554").first
    cell.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_url}/en/smtp/354-vs-554/")


def test_skip_link_is_the_first_stop_of_the_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/250-vs-421/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    expect(page.locator(".skip")).to_be_in_viewport()


@pytest.mark.expects_errors
def test_page_not_found_suggests_the_pair(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/ko/smtp/550-vs-421-차이/")
    link = page.locator(".suggestion a")
    expect(link).to_have_text("421 · 550")
    link.click()
    page.wait_for_url(f"{site_url}/ko/smtp/421-vs-550/")


@pytest.mark.expects_errors
def test_page_not_found_speaks_the_language_of_its_address(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/ko/smtp/nowhere/")
    assert page.evaluate("document.documentElement.lang") == "ko"
    assert page.title() == page.locator("h1").inner_text()
    assert page.locator("h1").count() == 1
    assert page.locator("main > *").first.get_attribute("lang") == "ko"
    expect(page.locator("header nav a").first).to_have_attribute("href", re.compile("/ko/smtp/$"))
    expect(page.locator("footer")).to_contain_text("따릅니다")
    page.locator("#find").fill("550 5.1.1")
    expect(page.locator("#found h2").first).to_have_text("서버 응답")


@pytest.mark.expects_errors
@pytest.mark.parametrize("address", ["en/%", "ko/smtp/%E0%A4%A/", "en/smtp-enhanced/5.1.1-vs-%/"])
def test_an_address_that_cannot_be_decoded_breaks_no_script(
    page: Page, site_url: str, address: str
) -> None:
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.goto(f"{site_url}/{address}")
    expect(page.locator(".notfound").first).to_be_visible()
    assert thrown == []


@pytest.mark.expects_errors
@pytest.mark.parametrize(
    ("address", "suggested"),
    [
        ("en/smtp-enhanced/5.1.1-and-5.1.10/", "/en/smtp-enhanced/5.1.1-vs-5.1.10/"),
        ("en/550-or-421/", "/en/smtp/421-vs-550/"),
        ("ko/smtp/code-550.html", "/ko/smtp/550/"),
    ],
)
def test_page_not_found_suggests_what_its_catalogue_holds(
    page: Page, site_url: str, address: str, suggested: str
) -> None:
    page.goto(f"{site_url}/{address}")
    page.locator(".suggestion a").click()
    page.wait_for_url(f"{site_url}{suggested}")


def test_theme_can_be_set_and_is_remembered(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{site_url}/en/smtp/250-vs-421/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("button.theme").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(f"{site_url}/ko/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
@pytest.mark.parametrize(
    "address",
    ["en/", "ko/", "ko/smtp/", "ko/smtp/250-vs-421/", "en/smtp/550/", "ko/guides/", "404.html"],
)
def test_nothing_is_wider_than_the_window(
    page: Page, site_url: str, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_url}/{address}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", ["en", "ko"])
def test_everything_is_readable_without_javascript(
    no_js_page: Page, site_url: str, language: str
) -> None:
    no_js_page.goto(f"{site_url}/{language}/smtp/250-vs-421/")
    for name in ("facts", "stages", "sessions", "differences", "actions", "sources"):
        expect(no_js_page.locator(f"#{name}")).to_be_visible()
    expect(no_js_page.locator("button.theme")).to_be_hidden()
    no_js_page.locator("#only-different").check()
    expect(no_js_page.locator("tr.same").first).to_be_hidden()
    no_js_page.locator("a.language").click()
    assert no_js_page.locator("h1").inner_text()


def test_a_reply_pasted_into_the_field_is_explained(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/")
    field = page.locator("#find")
    field.fill(
        "550-5.1.1 The email account that you tried to reach does not exist.\n550 5.1.1 gsmtp"
    )
    found = page.locator("#found")
    expect(found.locator(".main-answer")).to_have_count(1)
    expect(found.locator(".title")).to_contain_text("The recipient's address does not exist")
    expect(found.locator(".verdict")).to_contain_text("Refused")
    expect(found).to_contain_text("Gmail")
    found.get_by_text("What the code means in general").click()
    expect(found).to_contain_text("5.1.1 means that")
    expect(found).to_contain_text("Nothing that you type or paste leaves this page.")
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()


@pytest.mark.parametrize("text", ["421 vs 450", "450/421", "421과 450 차이", "550, 554"])
def test_a_pair_in_any_spelling_leads_to_its_comparison(
    page: Page, site_url: str, text: str
) -> None:
    page.goto(f"{site_url}/ko/")
    page.locator("#find").fill(text)
    link = page.locator("#found .pair a")
    expect(link).to_be_visible()
    # Enter goes to the answer, and not away from it.
    page.locator("#find").press("Enter")
    expect(page.locator("#found")).to_be_focused()
    link.click()
    page.wait_for_url(re.compile(r"/ko/smtp/(421-vs-450|550-vs-554)/$"))


def test_an_address_with_a_question_opens_with_the_answer(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/?q=550%205.7.1")
    found = page.locator("#found")
    expect(found.locator(".verdict")).to_be_visible()
    found.get_by_text("What the code means in general").click()
    expect(found).to_contain_text("5.7.1 means that")


def test_words_find_pages_in_both_languages(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/ko/")
    page.locator("#find").fill("사서함이 가득")
    expect(page.locator("#found .results li").first).to_be_visible()
    page.goto(f"{site_url}/en/")
    page.locator("#find").fill("greylisting")
    expect(page.locator("#found .results")).to_contain_text("450")


def test_what_is_no_code_is_said_to_be_none(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/")
    page.locator("#find").fill("zzzz qqqq")
    expect(page.locator("#found")).to_contain_text("Nothing recognised")


def test_the_field_is_reached_with_a_key_that_can_be_switched_off(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}/en/smtp/421/")
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.locator("#find").blur()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.locator("#keys-on").uncheck()
    page.locator("#keys button").click()
    page.keyboard.press("/")
    expect(page.locator("#find")).not_to_be_focused()
    page.reload()
    page.keyboard.press("/")
    expect(page.locator("#find")).not_to_be_focused()


def test_nothing_is_loaded_before_the_field_is_used(page: Page, site_url: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(site_url)))
    page.goto(f"{site_url}/en/smtp/421/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if "find" in url or "search" in url]
    with page.expect_response(re.compile(r"find/en\.json")):
        page.locator("#find").focus()


def test_any_two_codes_are_picked_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/421/")
    pick = page.locator("form.pick")
    expect(pick.get_by_label("First code")).to_have_value("421")
    pick.get_by_label("Second code").focus()
    page.keyboard.type("421")
    page.keyboard.press("Enter")
    expect(pick.locator(".problem")).to_be_visible()
    pick.get_by_label("Second code").fill("354")
    pick.get_by_label("Swap").click()
    expect(pick.get_by_label("First code")).to_have_value("354")
    pick.get_by_role("button", name="Compare").click()
    page.wait_for_url(f"{site_url}/en/smtp/354-vs-421/")


def test_text_for_a_ticket_is_seen_before_it_is_copied(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}/ko/smtp/550/")
    page.get_by_text("문의용 문구", exact=True).click()
    text = page.locator(".ticket textarea")
    expect(text).to_have_value(re.compile(r"^보내신 메일에 550 응답이 왔습니다"))
    page.get_by_label("받는 사람").select_option("수신 서버 관리자")
    expect(text).to_have_value(re.compile(r"^귀사 메일 서버에서 550 응답을 받았습니다"))
    expect(text).not_to_have_value(re.compile("[a-z]{4,} [a-z]{2,} [a-z]{2,}"))
    page.get_by_label("문구의 언어").select_option("English")
    expect(text).to_have_value(re.compile(r"^Your mail server answered our mail with 550\."))
    expect(text).to_have_value(re.compile(rf"{re.escape(site_url)}/en/smtp/550/$"))
    page.get_by_role("button", name="문구 복사").click()
    assert page.evaluate("navigator.clipboard.readText()") == text.input_value()


def test_a_page_is_cited_with_its_answer_and_its_address(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}/en/http/401-vs-403/")
    page.get_by_text("Cite this page", exact=True).click()
    page.get_by_role("button", name="Markdown").click()
    cited = page.evaluate("navigator.clipboard.readText()")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    title = "HTTP 401 Unauthorized vs 403 Forbidden"
    assert cited.startswith("> With 401 the server does not know who you are")
    assert cited.endswith(f"[{title}]({canonical}), Codepairs\n")


def test_a_pasted_reply_becomes_a_text_for_a_ticket(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/")
    reply = "550 5.1.1 <kim@example.com>: Recipient address rejected: User unknown"
    page.locator("#find").fill(reply)
    page.locator("#found").get_by_text("Text for a ticket", exact=True).click()
    text = page.locator(".ticket textarea")
    page.locator(".ticket select").first.select_option("Receiving server's administrator")
    expect(text).to_have_value(
        re.compile(rf"^Your mail server answered our mail with 550 5\.1\.1\.\n{re.escape(reply)}")
    )
    expect(text).to_have_value(re.compile(r"/en/smtp/situations/user-unknown/#permanent$"))
    page.get_by_label("Language of the text").select_option("한국어")
    expect(text).to_have_value(re.compile(r"^귀사 메일 서버에서 550 5\.1\.1 응답을 받았습니다"))
    expect(text).to_have_value(re.compile(r"/ko/smtp/situations/user-unknown/#permanent$"))


def test_a_reply_leads_to_its_provider_and_back_to_the_code(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/550/")
    group = page.locator("details", has=page.locator(".reply")).first
    group.locator("summary").click()
    group.locator(".reply").get_by_role("link", name="Gmail").first.click()
    page.wait_for_url(re.compile(r"/en/providers/gmail/#"))
    expect(page.locator(".reply:target")).to_be_in_viewport()
    page.locator(".reply:target").get_by_role("link", name="550").click()
    page.wait_for_url(f"{site_url}/en/smtp/550/")


# Words that stand in several lines of a cell although they fit into one.
BROKEN_WORDS = """() => {
  const broken = [];
  for (const cell of document.querySelectorAll("th, td")) {
    if (cell.offsetWidth < 20) continue; // read aloud only
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/\\p{Script=Latin}+|\\p{Script=Hangul}+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const boxes = [...range.getClientRects()];
        const lines = new Set(boxes.map((box) => Math.round(box.top)));
        const fits = boxes.reduce((sum, box) => sum + box.width, 0) < cell.clientWidth - 24;
        if (lines.size > 1 && fits && !texts.currentNode.parentElement.closest("code, samp")) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_word_is_broken_in_a_table_of_a_phone(
    page: Page, site_url: str, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for address in ("smtp/421-vs-450/", "smtp/421/", "smtp/", "smtp/situations/"):
        page.goto(f"{site_url}/{language}/{address}")
        assert page.evaluate(BROKEN_WORDS) == [], address
