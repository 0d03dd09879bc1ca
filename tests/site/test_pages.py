"""The built site as a search engine and a reader's browser find it."""

import itertools
import json
import re
from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from codepairs.content.schema.codes import LIST
from codepairs.content.whole import Content
from codepairs.language import korean
from codepairs.languages import LANGUAGES, MOST_IN_DESCRIPTION
from tests.site.conftest import BuiltPage, PageHead, page_file
from tests.support.wording import ENGLISH, spaced_text

SITE = "https://codepairs.github.io/"
Pages = Mapping[str, BuiltPage]
Heads = Mapping[str, PageHead]


def test_every_pair_has_a_page_in_both_languages_and_both_orders(
    heads: Heads, content: Content
) -> None:
    for catalogue in content.catalogues:
        for language in LANGUAGES:
            for a, b in catalogue.pairs:
                folder = f"{language}/{catalogue.id}"
                address = f"{folder}/{a.code}-vs-{b.code}/"
                stub = heads[f"{folder}/{b.code}-vs-{a.code}/"]
                assert not heads[address].is_stub
                assert stub.is_stub
                assert stub.canonical == SITE + address


def test_page_count_is_what_the_catalogues_promise(heads: Heads, content: Content) -> None:
    per_language = sum(
        1 + len(catalogue.codes) + 2 * catalogue.pair_count for catalogue in content.catalogues
    ) + sum(1 + len(protocol.situations) for protocol in content.protocols if protocol.situations)
    ids = {one.id for one in content.catalogues} | {one.id for one in content.protocols}
    of_catalogues = re.compile(rf"(en|ko)/({'|'.join(ids)})/(?!providers/)")
    generated = [address for address in heads if of_catalogues.match(address)]
    tables = [address for address in generated if "/pairs/" in address]
    assert len(generated) - len(tables) == per_language * len(LANGUAGES)
    # The table of pairs of one subject is too large to stand beside the others.
    assert sorted(tables) == [f"{language}/smtp-enhanced/pairs/policy/" for language in LANGUAGES]


def test_titles_and_descriptions_are_unique(heads: Heads) -> None:
    for part in ("title", "description"):
        found = Counter(
            getattr(page, part) for page in heads.values() if page.is_indexed and not page.is_stub
        )
        assert [text for text, count in found.items() if count > 1] == []
        assert all(found)


def test_descriptions_are_whole_sentences(pages: Pages) -> None:
    """As many as a search result shows, and none of them cut."""
    for page in pages.values():
        if page.is_indexed and page.address:
            assert 20 <= len(page.description) <= MOST_IN_DESCRIPTION[page.language], page.address
            assert page.description.endswith((".", "?")), page.address


def test_language_is_that_of_the_address(pages: Pages) -> None:
    for address, page in pages.items():
        if address[:3] in ("en/", "ko/"):
            assert page.language == address[:2]


def test_canonical_is_the_page_itself(heads: Heads) -> None:
    for address, page in heads.items():
        if not page.is_stub:
            assert page.canonical == SITE + address


def test_hreflang_is_reciprocal(pages: Pages) -> None:
    for page in pages.values():
        if not page.is_indexed:
            continue
        assert set(page.alternates) == {"en", "ko", "x-default"}, page.address
        for url in page.alternates.values():
            other = pages[url.removeprefix(SITE)]
            assert other.alternates == page.alternates or not page.address
        if page.address:
            assert page.alternates[page.language] == page.canonical


def test_every_internal_link_and_anchor_resolves(
    pages: Pages, heads: Heads, built_site: Path
) -> None:
    @cache
    def anchors(address: str) -> set[str]:
        text = page_file(built_site, address).read_text(encoding="utf-8")
        return set(re.findall(r' id="([^"]+)"', text))

    broken = []
    for address, page in pages.items():
        for link in page.tree.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            url = urlsplit(urljoin(SITE + address, link))
            if f"{url.scheme}://{url.netloc}/" != SITE:
                continue
            target = unquote(url.path).removeprefix("/")
            if (target not in heads and not (built_site / target).is_file()) or (
                url.fragment and url.fragment not in anchors(target)
            ):
                broken.append((address, link))
    assert broken == []


def test_nothing_is_requested_from_another_host(pages: Pages) -> None:
    for page in pages.values():
        loaded = page.tree.xpath(
            '//script/@src | //img/@src | //link[@rel="stylesheet" or @rel="icon"]/@href'
        )
        assert [url for url in loaded if re.match(r"(https?:)?//", url)] == []
        assert not page.tree.xpath("//iframe | //object | //embed | //style | //*[@style]")


def test_links_to_other_sites_are_http(pages: Pages) -> None:
    for page in pages.values():
        for link in page.tree.xpath("//a/@href"):
            assert urlsplit(link).scheme in ("", "http", "https")


def test_no_sentence_stands_twice_on_a_comparison(comparisons: Pages) -> None:
    for page in comparisons.values():
        # Each transcript tells its session to the end, and both may end alike.
        blocks = page.tree.xpath(
            "//main//p[not(@class='event')] | //main//li[not(.//p)] | //main//dd"
        )
        sentences = Counter(
            sentence.strip()
            for block in blocks
            for sentence in re.split(r"(?<=[.?!])\s+", " ".join(block.text_content().split()))
            if len(sentence.split()) >= 4 and sentence.strip().endswith((".", "?"))
        )
        assert [text for text, count in sentences.items() if count > 1] == [], page.address


def test_korean_pages_hold_no_english_sentence(pages: Pages, content: Content) -> None:
    names = {found.name["ko"] for protocol in content.protocols for found in protocol.providers}
    for page in pages.values():
        if page.language != "ko" or page.address == "404.html":
            continue
        (main,) = deepcopy(page.tree).xpath("//main")  # others look at the same tree
        for quoted in main.xpath('.//*[@lang="en"] | .//code | .//pre'):
            if quoted.getparent() is not None:  # not gone together with what it stood in
                quoted.drop_tree()
        for link in main.xpath(".//a"):
            if link.text_content() in names:  # several in a row are no sentence
                link.text = "·"
        assert ENGLISH.findall(" ".join(main.text_content().split())) == [], page.address


def test_korean_pages_have_the_right_particles(pages: Pages) -> None:
    for page in pages.values():
        if page.language == "ko":
            blocks = page.tree.xpath(
                "//title | //h1 | //h2 | //h3 | //p | //li | //td | //th | //dd"
            )
            wrong = [
                found for block in blocks for found in korean.wrong_particles(spaced_text(block))
            ]
            assert wrong == [], page.address


def test_structured_data_is_json_and_names_the_page(pages: Pages) -> None:
    for page in pages.values():
        for script in page.tree.xpath('//script[@type="application/ld+json"]/text()'):
            graph = json.loads(script)["@graph"]
            kinds = {item["@type"] for item in graph}
            assert "BreadcrumbList" in kinds
            if "-vs-" in page.address:
                assert page.is_indexed
                article = next(item for item in graph if item["@type"] == "TechArticle")
                assert article["url"] == page.canonical
                assert article["inLanguage"] == page.language
                assert len(article["about"]) == 2
                assert article["citation"]


def test_a_page_that_is_not_offered_says_no_more_than_its_readers_need(pages: Pages) -> None:
    """No structured data, no alternates, and for link previews no more than its title and description."""
    hidden = [page for page in pages.values() if not page.is_indexed and not page.is_stub]
    assert len(hidden) > 100
    for page in hidden:
        assert page.tree.xpath('//meta[@name="robots"]/@content') == ["noindex"]
        assert not page.tree.xpath('//script[@type="application/ld+json"]'), page.address
        assert not page.alternates, page.address
        assert not page.tree.xpath("//meta[@property]"), page.address
        assert not page.tree.xpath('//meta[starts-with(@name, "twitter")]')
        assert page.address == "404.html" or "-vs-" in page.address


def test_a_comparison_is_offered_for_an_insight_or_a_situation_that_both_are_shown_for(
    heads: Heads, content: Content
) -> None:
    for catalogue in content.catalogues:
        shown = {
            code: {one.situation for one in said if one.by != LIST}
            for code, said in catalogue.sayings.items()
        }
        for a, b in catalogue.pairs:
            expected = (a.code, b.code) in catalogue.insights or shown[a.code] & shown[b.code]
            for language in LANGUAGES:
                address = f"{language}/{catalogue.id}/{a.code}-vs-{b.code}/"
                assert heads[address].is_indexed == bool(expected), address


def test_headings_do_not_skip_a_level(pages: Pages) -> None:
    for page in pages.values():
        levels = [int(heading.tag[1]) for heading in page.tree.xpath("//h1|//h2|//h3|//h4")]
        assert levels.count(1) == 1, page.address
        assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_no_heading_stands_over_nothing(pages: Pages) -> None:
    """A section says more than its heading, and one that is no list more than where to read on."""
    for page in pages.values():
        for heading in page.tree.xpath("//main//h2|//main//h3"):
            below = []
            for element in heading.itersiblings():
                if element.tag in ("h1", "h2", "h3"):
                    break
                links = () if element.tag in ("ul", "div", "dl", "form") else element.iter("a")
                text = element.text_content()
                for link in links:
                    text = text.replace(link.text_content(), "", 1)
                below.append(text.strip(" ·\n"))
            is_above_another = heading.getnext() is not None and heading.getnext().tag == "h3"
            assert any(below) or is_above_another, (page.address, heading.text_content())


# The sections of a comparison in their order; those in ALWAYS stand on every one.
SECTIONS = (
    *("actions", "way", "shared", "apart", "insight", "facts", "readings", "stages", "sessions"),
    *("differences", "clients", "codes", "related", "sources"),
)
ALWAYS = {"actions", "facts", "sources"}


def test_a_comparison_has_the_sections_of_the_design(comparisons: Pages, content: Content) -> None:
    """What is true of these two only where there is any; stages where either code has one."""
    catalogues = {catalogue.id: catalogue for catalogue in content.catalogues}
    for page in comparisons.values():
        _, name, pair, _ = page.address.split("/")
        catalogue = catalogues[name]
        a, b = (catalogue.by_id[code] for code in pair.split("-vs-"))
        ids = [str(found) for found in page.tree.xpath("//h2/@id")]
        assert ids == [one for one in SECTIONS if one in ids], page.address
        assert ids[0] == "actions"
        assert set(ids) >= ALWAYS, page.address
        of_a, of_b = (set(catalogue.situations_of[code.code]) for code in (a, b))
        shared = catalogue.shared_situations(a, b)
        assert ("shared" in ids) == bool(shared), page.address
        assert ("apart" in ids) == bool((of_a | of_b) - set(shared)), page.address
        assert ("insight" in ids) == ((a.code, b.code) in catalogue.insights), page.address
        assert ("codes" in ids) == bool(page.tree.xpath("//figure[@class='reply']")), page.address
        stages = [found for found in map(catalogue.course.stages_of, (a, b)) if found]
        has_stages = bool(stages)
        # Where any request can be answered with either, there is nothing to look at.
        is_anywhere = not catalogue.course.has_main and all(
            len(one) == len(catalogue.stages) for one in stages
        )
        assert ("stages" in ids) == (has_stages and not is_anywhere), page.address
        assert has_stages or "sessions" not in ids, page.address


def test_the_answer_of_an_insight_leads_where_there_is_one(
    comparisons: Pages, content: Content
) -> None:
    for catalogue in content.catalogues:
        for (a, b), insight in catalogue.insights.items():
            page = comparisons[f"ko/{catalogue.id}/{a}-vs-{b}/"]
            assert page.tree.xpath("string(//*[@class='answer']//b)") == insight.ko.answer


def test_each_situation_has_a_page_that_names_every_code_and_who_says_it(
    pages: Pages, content: Content
) -> None:
    for protocol in content.protocols:
        for language, situation in itertools.product(LANGUAGES, protocol.situations.values()):
            page = pages[f"{language}/{protocol.id}/situations/{situation.id}/"]
            ids = [str(found) for found in page.tree.xpath("//h2/@id")]
            said = {
                code.class_
                for catalogue in protocol.catalogues
                for code in catalogue.codes
                if situation.id in catalogue.situations_of[code.code]
            }
            # What a code is known of comes first; where none is, the file tells what happens most.
            outcomes = ids[: len(situation.outcomes)]
            assert set(outcomes) == set(situation.outcomes), page.address
            known = [one in said for one in outcomes]
            assert known == sorted(known, reverse=True), page.address
            assert said or outcomes == list(situation.outcomes), page.address
            assert ids[-1] == "sources"
            links = page.tree.xpath("//section[h2/@id='codes']//tr/th/a")
            rows = [link.text_content() for link in links]
            assert rows == [
                code.code
                for catalogue in protocol.catalogues
                for code in catalogue.codes
                if situation.id in catalogue.situations_of[code.code]
            ], page.address
            for cell in page.tree.xpath("//section[h2/@id='codes']//td"):
                assert cell.xpath(".//a"), page.address


def test_the_list_of_situations_leads_to_each_once(pages: Pages, content: Content) -> None:
    for protocol in content.protocols:
        for language in LANGUAGES:
            page = pages[f"{language}/{protocol.id}/situations/"]
            links = page.tree.xpath("//main//tbody//th//a/@href")
            assert sorted(links) == sorted(f"{name}/" for name in protocol.situations)
            groups = page.tree.xpath("//main//section/h2/@id")
            order = [f"on-{group.id}" for group in protocol.vocabulary.groups]
            assert groups == [one for one in order if one in groups]


def test_replies_of_a_provider_stand_by_situation(pages: Pages, content: Content) -> None:
    for protocol in content.protocols:
        for provider in protocol.providers:
            if not provider.replies:
                continue
            page = pages[f"en/{protocol.providers_place}/{provider.id}/"]
            under: dict[str, str] = {}
            heading = ""
            for part in page.tree.xpath("//section[h2/@id='replies']/*"):
                if part.get("class") == "situation":
                    heading = part.xpath("string(a/@href)").rstrip("/").rpartition("/")[2]
                elif part.tag == "figure":
                    under[str(part.get("id"))] = heading
            assert under == {reply.id: reply.situation for reply in provider.replies}
            told = page.tree.xpath("//section[h2/@id='replies']//p[@class='told']")
            explained = [reply.explained for reply in provider.replies if reply.explained]
            # A sentence may itself lead to where a setting or a default is shown.
            sentences = [
                text for reply in provider.replies for text in (reply.en.means, reply.en.do)
            ]
            shown = [
                url for text in sentences for url in re.findall(r"\]\((https?://[^)\s]+)\)", text)
            ]
            links = page.tree.xpath("//p[@class='told']//a/@href")
            assert len(told) == len(provider.replies)
            assert sorted(links) == sorted(explained + shown), page.address


def test_a_code_tells_what_it_stands_for_and_at_whose(pages: Pages, content: Content) -> None:
    for protocol in content.protocols:
        for catalogue in protocol.catalogues:
            for code in catalogue.codes:
                page = pages[f"en/{catalogue.id}/{code.code}/"]
                listed = page.tree.xpath("//ul[@class='situations']/li//b/a/@href")
                found = [str(link).rstrip("/").rpartition("/")[2] for link in listed]
                assert tuple(found) == catalogue.situations_of[code.code], page.address
