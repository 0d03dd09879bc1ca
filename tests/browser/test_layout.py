"""Contents beside long pages, one bar without a wrap of its own, long names, and the tables of all pairs."""

import pytest
from playwright.sync_api import Page, Route, expect

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
LONG = [
    "smtp-enhanced/5.7.7-vs-5.7.506/",
    "smtp/450-vs-550/",
    "http/502-vs-504/",
    "http/502/",
    "grpc/UNAVAILABLE/",
    "smtp/situations/greylisted/",
    "providers/gmail/",
    "guides/reading-a-reply/",
]
LANGUAGES = ["en", "ko"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", LONG)
def test_contents_stand_in_the_empty_third_of_a_long_page(
    page: Page, site_url: str, path: str, language: str
) -> None:
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.goto(f"{site_url}/{language}/{path}")
    contents = page.locator("main > .contents")
    expect(contents).to_be_visible()
    start = contents.bounding_box()
    assert start is not None
    # Nothing else reaches into their column, and all that has a border ends at one line.
    ends = page.evaluate(
        """() => [...document.querySelectorAll("main > :not(.contents)")]
            .map(one => one.getBoundingClientRect()).filter(one => one.width).map(one => one.right)"""
    )
    assert max(ends) <= start["x"]
    for link in contents.get_by_role("link").all():
        target = (link.get_attribute("href") or "").removeprefix("#")
        assert page.locator(f'[id="{target}"]').count() == 1, target
    # They stay where somebody reads on.
    page.evaluate("scrollTo(0, 1500)")
    expect(contents.get_by_role("link").first).to_be_in_viewport()


@pytest.mark.parametrize("path", LONG)
def test_contents_are_neither_on_phones_nor_in_print(page: Page, site_url: str, path: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site_url}/en/{path}")
    expect(page.locator(".contents")).to_be_hidden()
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.emulate_media(media="print")
    expect(page.locator(".contents")).to_be_hidden()


@pytest.mark.parametrize("width", [760, 1000, 1089, 1184, 1190, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_is_one_row_or_has_its_links_in_one_of_their_own(
    page: Page, site_url: str, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_url}/{language}/smtp/550/")
    page.locator(".bar .theme").wait_for()
    places = page.evaluate(
        """() => Object.fromEntries([".brand", "nav a:first-child", "nav a:last-child", ".find",
            ".theme", ".language"].map(one => {
              const box = document.querySelector(`.bar ${one}`).getBoundingClientRect();
              return [one, (box.top + box.bottom) / 2];
            }))"""
    )
    links = [places.pop("nav a:first-child"), places.pop("nav a:last-child")]
    assert max(links) - min(links) < 2
    assert max(places.values()) - min(places.values()) < 6
    is_one_row = abs(links[0] - places[".brand"]) < 6
    assert is_one_row == (width > 74 * 16)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", "smtp/550/", "http/502/", "grpc/OK/", "guides/"])
def test_the_field_shows_all_of_what_it_takes(
    page: Page, site_url: str, path: str, language: str
) -> None:
    page.goto(f"{site_url}/{language}/{path}")
    for width in (320, 390, 760, 1190, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        lines, most = page.locator(".find textarea").evaluate(
            """one => {
              const style = getComputedStyle(one);
              const said = document.createElement("span");
              said.style.cssText = `position: absolute; white-space: nowrap; font: ${style.font}`;
              said.textContent = one.placeholder;
              document.body.append(said);
              const room = one.clientWidth - 2 * parseFloat(style.paddingLeft);
              const isOneLine = getComputedStyle(one, "::placeholder").whiteSpace === "nowrap";
              return [said.offsetWidth / room, isOneLine ? 1 : one.rows];
            }"""
        )
        assert lines <= most, width


@pytest.mark.parametrize("width", [390, 1280])
def test_a_field_of_one_row_shows_no_half_rows(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_url}/en/smtp/421/")
    field = page.locator("#find")
    field.fill("550 5.7.1 <kim@example.com>: Relay access denied " * 3)
    room, row = field.evaluate(
        "one => [one.clientHeight, parseFloat(getComputedStyle(one).lineHeight)]"
    )
    assert room - row < 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["smtp/421-vs-450/", "smtp-enhanced/5.1.1-vs-5.7.1/", "http/401-vs-403/"]
)
def test_the_answers_of_two_codes_stand_side_by_side(
    page: Page, site_url: str, path: str, language: str
) -> None:
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.goto(f"{site_url}/{language}/{path}")
    rows = page.evaluate(
        """() => [...document.querySelectorAll(".card .verdict")].map(one => {
            const left = one.getBoundingClientRect().left;
            return [...one.querySelectorAll("dt")].map(dt => dt.getBoundingClientRect().left - left);
          })"""
    )
    # Each question begins a row of its own, in both cards.
    assert rows == [[0, 0, 0], [0, 0, 0]]


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    [
        "smtp-enhanced/5.7.7-vs-5.7.506/",
        "smtp-enhanced/4.1.7-vs-4.7.28/",
        "grpc/RESOURCE_EXHAUSTED-vs-UNAVAILABLE/",
        "grpc/OK-vs-DEADLINE_EXCEEDED/",
    ],
)
def test_what_two_cards_say_stands_at_the_same_height(
    page: Page, site_url: str, path: str, language: str, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(f"{site_url}/{language}/{path}")
    places = page.evaluate(
        """() => [...document.querySelectorAll(".cards > .card")].map(one =>
            [".code", ".name", ".small", "dt:first-child", "div:nth-child(2) > dd", "div:nth-child(3) > dd", ".tags"]
              .map(name => one.querySelector(name)?.getBoundingClientRect().top ?? null))"""
    )
    assert len(places) == 2
    for a, b in zip(*places, strict=True):
        assert a is None or b is None or abs(a - b) < 1
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".cards .code")].map(one => getComputedStyle(one).fontSize)"""
    )
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize(
    "path",
    [
        "en/smtp-enhanced/5.2.121-vs-5.7.11/",
        "ko/smtp-enhanced/5.7.193-vs-5.7.900/",
        "en/smtp/436-vs-555/",
    ],
)
def test_the_longest_titles_leave_the_first_screen_to_the_answer(
    page: Page, site_url: str, path: str
) -> None:
    for size, most in ((DESK, 3), (PHONE, 6)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto(f"{site_url}/{path}")
        lines = page.locator("h1").evaluate(
            "one => Math.round(one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight))"
        )
        assert lines <= most, size


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    ["smtp/421-vs-450/", "smtp/450-vs-550/", "smtp-enhanced/4.7.0-vs-5.7.29/", "http/402-vs-403/"],
)
def test_the_class_of_a_code_is_one_line_in_its_card(
    page: Page, site_url: str, path: str, language: str
) -> None:
    for size in (PHONE, DESK):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto(f"{site_url}/{language}/{path}")
        lines = page.evaluate(
            """() => [...document.querySelectorAll(".card .code .tag")].map(one => {
                const { lineHeight, paddingTop } = getComputedStyle(one);
                return (one.offsetHeight - 2 * parseFloat(paddingTop)) / parseFloat(lineHeight);
              })"""
        )
        assert max(lines) < 1.5, size


# Texts of code names whose lines begin or end within a word.
BROKEN = """() => [...document.querySelectorAll(".card .code a, th .n, th.n a, .matrix th, .acts .n, .tiles b")]
  .filter(one => one.offsetParent)
  .flatMap(one => {
    const broken = [];
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode());) {
      for (const word of text.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        if (range.getClientRects().length > 1) broken.push(word[0]);
      }
    }
    return broken;
  })"""


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "grpc/",
        "grpc/UNAVAILABLE/",
        "grpc/RESOURCE_EXHAUSTED-vs-FAILED_PRECONDITION/",
        "grpc/DEADLINE_EXCEEDED-vs-UNAUTHENTICATED/",
        "grpc/INVALID_ARGUMENT-vs-UNIMPLEMENTED/",
        "grpc/situations/quota-used-up/",
        "smtp-enhanced/5.1.1-vs-5.1.10/",
    ],
)
def test_no_name_of_a_code_is_broken_within_a_word(
    page: Page, site_url: str, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site_url}/en/{path}")
    for one in page.locator("main details").all():
        one.evaluate("one => { one.open = true; }")
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_heads_of_a_large_table_stay_in_sight(
    page: Page, site_url: str, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(f"{site_url}/en/smtp-enhanced/pairs/policy/")
    page.locator("summary", has_text="permanent").first.click()
    page.locator("details[open] .scroll:has(> .matrix)").last.evaluate(
        "one => one.scrollTo(900, 1500)"
    )
    # A code on the diagonal, where its row and its column meet.
    corner = page.evaluate(
        """() => {
          const table = [...document.querySelectorAll("details[open] .scroll:has(> .matrix)")].at(-1);
          const box = table.getBoundingClientRect();
          const head = [...table.querySelectorAll(".matrix thead th")].map(one => one.getBoundingClientRect().top - box.top);
          const row = [...table.querySelectorAll(".matrix tbody th")].map(one => one.getBoundingClientRect().left - box.left);
          return [Math.max(...head.map(Math.abs)), Math.max(...row.map(Math.abs))];
        }"""
    )
    assert max(corner) < 4


def test_a_cell_says_on_focus_what_is_known_of_its_pair(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp-enhanced/")
    page.locator("summary", has_text="1 — addressing").press("Enter")
    cell = page.get_by_role("link", name="5.1.1 vs 5.1.10: 5.1.1 condemns one mailbox")
    cell.focus()
    said = cell.evaluate("one => getComputedStyle(one, '::after').content")
    assert "5.1.1 condemns one mailbox" in said
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_url}/en/smtp-enhanced/5.1.1-vs-5.1.10/")


def test_situations_are_rows_to_be_read_on_a_phone(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site_url}/en/http/situations/")
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".scroll")]
            .filter(one => one.scrollWidth > one.clientWidth).length"""
    )
    assert wide == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["", "smtp/450-vs-550/", "smtp-enhanced/5.7.26/", "http/", "providers/", "numbers/"]
)
def test_text_of_twice_the_size_fits_on_a_phone(
    page: Page, site_url: str, path: str, language: str
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site_url}/{language}/{path}")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize(
    "path",
    ["", "http/", "smtp/421/", "smtp/450-vs-550/", "smtp/situations/greylisted/", "numbers/503/"],
)
def test_nothing_moves_when_scripts_come_late(
    page: Page, site_url: str, path: str, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/js/site.js", hold)
    page.goto(f"{site_url}/en/{path}", wait_until="commit")
    page.locator("footer").wait_for()
    # An observer, since the policy of the site lets nobody ask again and again with a string.
    page.evaluate(
        """() => new Promise((resolve) => {
            new PerformanceObserver((list) => {
              if (list.getEntriesByName("first-contentful-paint").length) resolve();
            }).observe({ type: "paint", buffered: true });
          })"""
    )
    page.wait_for_timeout(100)
    for one in held:
        one.continue_()
    page.wait_for_load_state("load")
    moved = page.evaluate(
        """() => new Promise((resolve) => {
            const found = [];
            new PerformanceObserver((list) => found.push(...list.getEntries().map((one) => one.value)))
              .observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(found), 200);
          })"""
    )
    assert sum(moved) < 0.002


GUIDES = [
    "guides/401-403-or-404/",
    "guides/enhanced-status-codes/",
    "guides/soft-and-hard-bounces/",
    "guides/which-redirect/",
]


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_of_guides_are_no_wider_than_a_phone(
    page: Page, site_url: str, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in GUIDES:
        page.goto(f"{site_url}/{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("path", ["en/", "ko/smtp/550/"])
def test_the_field_has_text_that_no_phone_zooms_in_on(page: Page, site_url: str, path: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site_url}/{path}")
    size = page.locator("#find").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert size >= 16
