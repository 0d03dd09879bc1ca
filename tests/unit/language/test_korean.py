import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codepairs.language import korean

TABLE: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "particles.yml").read_text(encoding="utf-8")
)
READINGS = {"Gmail": "지메일", "Outlook": "아웃룩", "Postfix": "포스트픽스"}
PAIRS = ["은/는", "이/가", "을/를", "과/와", "으로/로"]
syllables = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
words = st.text(syllables, min_size=1, max_size=6)


@pytest.mark.parametrize("word", TABLE)
def test_particles_follow_the_last_sound(word: str) -> None:
    assert [korean.particle(word, pair, READINGS) for pair in PAIRS] == TABLE[word]


@given(words, st.sampled_from(sorted(korean.PARTICLES)))
def test_particles_agree_with_the_final_consonant_that_unicode_decomposes(
    word: str, pair: str
) -> None:
    jamo = unicodedata.normalize("NFD", word[-1])
    final = jamo[2] if len(jamo) == 3 else ""
    closed, opened = pair.split("/")
    expected = closed if final and not (final == "ᆯ" and pair == "으로/로") else opened
    assert korean.attach(word, pair) == word + expected


@given(st.integers(min_value=0, max_value=99_999), st.sampled_from(PAIRS))
def test_what_attach_makes_is_never_found_wrong(number: int, pair: str) -> None:
    text = korean.attach(str(number), pair)
    assert list(korean.wrong_particles(f"{text} 끝")) == []


@given(st.integers(min_value=0, max_value=99_999), st.sampled_from(PAIRS[:4]))
def test_the_other_particle_is_found_wrong(number: int, pair: str) -> None:
    right = korean.particle(str(number), pair)
    (wrong,) = set(pair.split("/")) - {right}
    assert list(korean.wrong_particles(f"{number}{wrong} 끝")) == [
        (f"{number}{wrong}", f"{number}{right}")
    ]


def test_a_number_before_another_word_is_left_alone() -> None:
    assert list(korean.wrong_particles("550이라는 코드, 2가지, 30분, 4은행")) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("백신나", "백신이나"),
        ("주소을", "주소를"),
        ("메일를", "메일을"),
        ("서버과", "서버와"),
        ("본문와", "본문과"),
        ("주소으로", "주소로"),
        ("메일으로", "메일로"),
        ("본문로", "본문으로"),
        ("검사이", "검사가"),
        ("서버은", "서버는"),
        ("메일함가", "메일함이"),
        ("요청는", "요청은"),
    ],
)
def test_a_particle_that_does_not_fit_the_word_before_it_is_found(wrong: str, right: str) -> None:
    assert list(korean.wrong_particles(f"그 {wrong} 데이터베이스")) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "결과 초과 효과 통과 경과",
        "가을 마을",
        "재시도가 끝나 돌아오고 순서가 어긋나 만나",
        "무슨 일이 있었나 어디까지 갔나 나왔나",
        "릴레이나 게이트웨이나 서버나",
        "받는 서버는 평가가 나쁘고 국가가 다릅니다",
        "본문과 서버와 앞으로 뒤로 메일로",
        "경로 그사이 두 릴레이 사이 게이트웨이 차이 가까이 헛되이 여기 모은 쉼표로 이은 더 나은",
        "있는 메일 받는 서버 누군가 무언가 전문가 국가",
        "검사이며 서버이고 응답이",
    ],
)
def test_a_word_that_ends_like_a_particle_is_left_alone(text: str) -> None:
    assert list(korean.wrong_particles(text)) == []


@given(words)
def test_composed_and_decomposed_hangul_take_the_same_particle(word: str) -> None:
    decomposed = unicodedata.normalize("NFD", word)
    assert korean.particle(unicodedata.normalize("NFC", decomposed), "은/는") == korean.particle(
        word, "은/는"
    )


@pytest.mark.parametrize("word", ["Gmail", "word", "", "(empty)"])
def test_no_reading_is_guessed(word: str) -> None:
    with pytest.raises(korean.UnknownReadingError):
        korean.particle(word, "은/는")


@pytest.mark.parametrize(
    ("clause", "joined"),
    [
        ("메일이 남습니다", "메일이 남고"),
        ("서버가 연결을 끊습니다", "서버가 연결을 끊고"),
        ("필요가 없습니다", "필요가 없고"),
        ("스스로 처리합니다", "스스로 처리하고"),
        ("반송 메일이 옵니다", "반송 메일이 오고"),
        ("원인입니다", "원인이고"),
    ],
)
def test_clauses_join_on_the_verb_stem(clause: str, joined: str) -> None:
    assert korean.connective(clause) == joined


@pytest.mark.parametrize("clause", ["연결을 닫는다", "메일", "니다", ""])
def test_a_clause_of_another_style_is_refused(clause: str) -> None:
    with pytest.raises(ValueError, match="expected a clause"):
        korean.connective(clause)


@pytest.mark.parametrize(
    ("clause", "quoted"),
    [
        ("서버가 연결을 닫는다", "서버가 연결을 닫는다는"),
        ("서버의 잘못이 아니다", "서버의 잘못이 아니라는"),
        ("대개 설정 때문이다", "대개 설정 때문이라는"),
        ("유효하지 않은 주소이다", "유효하지 않은 주소라는"),
    ],
)
def test_a_copula_is_quoted_after_what_it_follows(clause: str, quoted: str) -> None:
    assert korean.quotative(clause) == quoted


@pytest.mark.parametrize(
    ("clause", "form", "expected"),
    [
        ("다시 보냅니다", "고", "다시 보내고"),
        ("자리를 만듭니다", "고", "자리를 만들고"),
        ("만듭니다", "지만", "만들지만"),
        ("받습니다", "지만", "받지만"),
        ("연결을 닫는다", "다는", "연결을 닫는다는"),
    ],
)
def test_a_clause_takes_the_form_that_a_phrase_asks_for(
    clause: str, form: str, expected: str
) -> None:
    assert korean.joined(clause, form) == expected
