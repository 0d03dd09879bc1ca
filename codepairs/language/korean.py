"""Korean grammar as small pure functions: particles after any word, and verb forms that join two clauses.

A particle depends on the last sound of the word before it.
That sound is computed for Hangul, for digits (the last digit decides, whichever way the number is read)
and for Latin abbreviations read letter by letter.
A Latin word that is read as a word has to bring its reading (`OK` is 오케이, `Gmail` 지메일): nothing is guessed.

Source: 국립국어원, 표준어 규정·한글 맞춤법 (particles 은/는, 이/가, 을/를, 과/와, 으로/로 by final consonant).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

# Each pair: after a final consonant, after a vowel.
PARTICLES: Final = {
    "은/는": ("은", "는"),
    "이/가": ("이", "가"),
    "을/를": ("을", "를"),
    "과/와": ("과", "와"),
    "으로/로": ("으로", "로"),
    "이라/라": ("이라", "라"),
    "이면/면": ("이면", "면"),
    "이고/고": ("이고", "고"),
    "이나/나": ("이나", "나"),
}

# What a slot of a phrase may ask for: a particle after a word, or another ending of a clause.
FORMS: Final = frozenset({*PARTICLES, "고", "지만", "다는"})
# What readers attach to a word when they ask, the longest first; a search looks past it.
_OTHERS: Final = (
    *("의", "에", "에서", "에게", "도", "만", "까지", "부터", "이랑", "랑", "하고"),
    *("이란", "란", "이라는", "라는", "야", "이야", "인가요", "이에요", "예요"),
)
ATTACHED: Final = sorted(
    {*_OTHERS, *(form for pair in PARTICLES.values() for form in pair)},
    key=lambda form: (-len(form), form),
)

_RIEUL: Final = 8  # index of the final consonant ㄹ, after which 으로 becomes 로
_BIEUP: Final = 17  # index of the final consonant ㅂ, as in 합니다
_MIEUM: Final = 16
_NIEUN: Final = 4
_SSANG_SIOT: Final = 20
# Digits as they are read: 영 일 이 삼 사 오 육 칠 팔 구. 십, 백 and 천 end in a consonant, as 영 does.
_DIGITS: Final = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
# Letter names that end in a consonant: 엘, 엠, 엔, 알. All others end in a vowel.
_LETTER_FINALS: Final = {"L": _RIEUL, "M": _MIEUM, "N": _NIEUN, "R": _RIEUL}
_HANGUL_FIRST, _HANGUL_LAST, _FINALS = 0xAC00, 0xD7A3, 28
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_ABBREVIATION = re.compile(r"[A-Z0-9.]+")
_LAST_WORD = re.compile(r"[0-9A-Za-z.+-]+$")


class UnknownReadingError(ValueError):
    """A Latin word of which nobody has said how it is read in Korean."""


def particle(word: str, pair: str, readings: Mapping[str, str] | None = None) -> str:
    """The particle of `pair` (a key of `PARTICLES`) that follows `word`.

    A closing bracket is looked past: the word before it decides.
    `readings` maps Latin words to Hangul.
    Raises `UnknownReadingError` for a Latin word without a reading, `KeyError` for an unknown pair.
    """
    closed, opened = PARTICLES[pair]
    final = _final_consonant(word, readings or {})
    if final == 0 or (final == _RIEUL and pair == "으로/로"):
        return opened
    return closed


def attach(word: str, pair: str, readings: Mapping[str, str] | None = None) -> str:
    """`word` with the right particle of `pair`, without a space between."""
    return word + particle(word, pair, readings)


# Stems that lose ㄹ before ㅂ니다 (만들다 → 만듭니다), by what is left of the word: 한글 맞춤법 제18항.
# Only whole words: 남깁니다 is 남기다, although 깁니다 alone is 길다.
# What may also come from a stem without ㄹ (줍니다: 주다, 줄다) stands for the commoner verb and is not listed.
_LOST_RIEUL: Final = {
    "만듭": "만들",
    "압": "알",
    "엽": "열",
    "풉": "풀",
    "돕": "돌",
    "맴돕": "맴돌",
    "겁": "걸",
    "듭": "들",
    "멉": "멀",
    "깁": "길",
    "끕": "끌",
    "이끕": "이끌",
    "밉": "밀",
    "흔듭": "흔들",
}


def connective(clause: str, ending: str = "고") -> str:
    """A clause ending in -습니다 or -ㅂ니다, with `ending` (고, 지만) on the verb stem instead.

    Both endings attach to every stem unchanged, except that stems ending in ㄹ get back what ㅂ니다 took from them.
    Raises `ValueError` where the clause does not end in -니다.
    """
    if clause.endswith("습니다"):
        return clause.removesuffix("습니다") + ending
    stem = clause.removesuffix("니다")
    if stem == clause or not stem or _coda(stem[-1]) != _BIEUP:
        message = f"expected a clause ending in -습니다 or -ㅂ니다; found {clause!r}"
        raise ValueError(message)
    before, space, word = stem.rpartition(" ")
    if restored := _LOST_RIEUL.get(word):
        return before + space + restored + ending
    return stem[:-1] + chr(ord(stem[-1]) - _BIEUP) + ending


# What may stand before 다 in a plain clause that no copula ends: 한다, 받는다, 마쳤다, 없다, 많다, 낮다, 높다, 같다, 좋다;
# by the final consonant of the syllable, or by the syllable of the commonest stems that end in a vowel or ㅂ, ㄱ.
_PLAIN_FINALS: Final = frozenset({4, 6, 18, 20, 22, 25, 26, 27})
_PLAIN_STEMS: Final = frozenset("하르크라길렵쉽럽작적")


def quotative(clause: str) -> str:
    """A plain clause ending in -다 as it is quoted before 뜻: 닫는다는, and after a copula 아니라는, 때문이라는, 주소라는.

    Raises `ValueError` where the clause does not end in -다, or where it cannot be told whether a copula ends it
    (사용자다 is 사용자이다): such a clause has to be worded so that it can.
    """
    if clause.endswith(("이다", "아니다")):
        noun = clause.removesuffix("이다")
        if noun not in ("", clause) and _is_hangul(noun[-1]) and _coda(noun[-1]) == 0:
            return noun + "라는"
        return clause.removesuffix("다") + "라는"
    stem = clause.removesuffix("다")
    if stem == clause or not stem:
        raise ValueError(f"expected a clause ending in -다; found {clause!r}")
    if _coda(stem[-1]) in _PLAIN_FINALS or stem[-1] in _PLAIN_STEMS:
        return f"{clause}는"
    raise ValueError(
        f"expected a clause whose ending can be quoted, such as -ㄴ다, -는다, -이다; found {clause!r}"
    )


def joined(clause: str, form: str) -> str:
    """A clause in a form that phrases ask for: `고` and `지만` join it to what follows, `다는` quotes it.

    Raises `ValueError` as `connective` and `quotative` do.
    """
    return quotative(clause) if form == "다는" else connective(clause, form)


def can_go_on(clause: str) -> bool:
    """Whether `connective` knows how the clause goes on."""
    try:
        connective(clause)
    except ValueError:
        return False
    return True


def can_be_quoted(clause: str) -> bool:
    """Whether `quotative` knows how the clause is quoted."""
    try:
        quotative(clause)
    except ValueError:
        return False
    return True


def can_be_read(word: str) -> bool:
    """Whether `particle` knows how the word ends."""
    try:
        particle(word, "은/는")
    except UnknownReadingError:
        return False
    return True


def wrong_particles(text: str) -> Iterator[tuple[str, str]]:
    """Each number or Hangul word with the wrong particle in a text, with the right one: `("421는", "421은")`."""
    for with_particle in (_NUMBER_WITH_PARTICLE, _WORD_WITH_PARTICLE, _NOUN_WITH_PARTICLE):
        for found in with_particle.finditer(text):
            word, used = found.group("word"), found.group("particle")
            pair = next(pair for pair, forms in PARTICLES.items() if used in forms)
            right = particle(word, pair)
            if used != right and not _is_whole(word, used):
                yield word + used, word + right


def _is_whole(word: str, ending: str) -> bool:
    """Whether what looks like a particle belongs to the word: 결과, 끝나, 끝났나."""
    asks = ending == "나" and _is_hangul(word[-1]) and _coda(word[-1]) == _SSANG_SIOT
    return asks or _WHOLE_WORD.fullmatch(word + ending) is not None


_CHECKED = ("은/는", "이/가", "을/를", "과/와", "으로/로")
_NUMBER_WITH_PARTICLE = re.compile(
    r"(?P<word>\d{1,20}(?:\.\d{1,20}){0,9})(?P<particle>"
    + "|".join(sorted({form for pair in _CHECKED for form in PARTICLES[pair]}, key=len)[::-1])
    + r")(?![가-힣])"
)
# Behind a vowel 은 and 이 are nearly always particles. Behind a consonant 는 and 가 end words as well,
# 있는 and 누군가, so there only behind nouns that stand on many pages.
_WORD_WITH_PARTICLE = re.compile(
    r"(?P<word>[가-힣]{1,20})(?P<particle>를|을|와|과|으로|(?<!으)로|나|은|이)(?![가-힣]|\([가-힣])"
)
_NOUN_WITH_PARTICLE = re.compile(
    r"(?P<word>계정|대기열|도메인|메일|메일함|명령|목록|백신|본문|세션|연결|요청|응답|정책|프로그램)"
    r"(?P<particle>는|가)(?![가-힣]|\([가-힣])"
)
# Words that end like a particle: 결과, 가을, 경로, 차이, and verbs such as 끝나 and 모은; 끝났나 is told by its ㅆ.
_WHOLE_WORD = re.compile(
    r".*(?:[결경교부사성초통학효]과|[가노마]을|(?:끝|긋|남|만|안)나|[경진통항선]로|[나모이]은"
    r"|[가까되라레마보아웨와차케파]이|트웨이)|그?사이"
)


def _final_consonant(word: str, readings: Mapping[str, str]) -> int:
    """Index of the final consonant of the last syllable as spoken; 0 when it ends in a vowel."""
    text = _BRACKETED.sub("", word).rstrip(" \"'”’」*`")
    if not text:
        raise UnknownReadingError(word)
    if _is_hangul(text[-1]):
        return _coda(text[-1])
    match = _LAST_WORD.search(text)
    last = match.group() if match else text
    if last in readings:
        return _coda(readings[last][-1])
    if text[-1] in _DIGITS:
        return _coda(_DIGITS[text[-1]])
    if _ABBREVIATION.fullmatch(last):
        return _LETTER_FINALS.get(text[-1], 0)
    raise UnknownReadingError(last)


def _coda(syllable: str) -> int:
    composed = unicodedata.normalize("NFC", syllable)
    return (ord(composed) - _HANGUL_FIRST) % _FINALS if _is_hangul(composed) else 0


def _is_hangul(character: str) -> bool:
    return _HANGUL_FIRST <= ord(character) <= _HANGUL_LAST
