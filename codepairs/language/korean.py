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


# Foreign words and turns that Korean engineers do not write, and what the site says instead: one word for one thing.
_UNUSUAL: Final = {
    r"(?<![가-힣])및(?![가-힣])": "쉼표나 과/와",
    r"에 의[해한]": "능동문",
    r"로 인[해한]": "때문에",
    r"(?<=\d)–(?=\d)": "~",
    r"(?<![가-힣])질의": "쿼리",
    r"에 달(?:려 있|렸)": "에 따라 다르",
    r"(?:오류|설정|상태|번호|코드)[을를] 만[나났날난]": "오류가 나다",
    r"견주": "비교하",
    r"당신": "보낸 사람",
    r"저희": "이 사이트",
    r"부딪[치히혔쳤힙칩친힌혀쳐]": "충돌하",
    r"메소드": "메서드",
    r"메세지": "메시지",
    r"디렉토리": "디렉터리",
    r"컨텐츠": "콘텐츠",
    r"판올림": "업데이트",
    r"암호 모음": "암호 스위트",
    r"핸드쉐이크|(?:TLS|SSL|암호화) 협상": "핸드셰이크",
    r"(?:이름|네임) 서버": "네임서버",
    r"공개키": "공개 키",
    r"중계": "릴레이",
    r"상태 확인(?!하|해| 주소)": "상태 검사",
    r"어플리케이션": "애플리케이션",
    r"로드밸런서": "로드 밸런서",
    r"리다이렉트|리다이렉션": "리디렉션",
    r"(?:접근|접속) 로그": "액세스 로그",
    r"쌍점": "콜론",
    r"(?<![가-힣])지시자": "지시어",
    r"(?<![가-힣])(?:쉬는|조용한) (?:연결|웹소켓)": "유휴 연결",
    r"(?<![가-힣])닿[가-힣]": "도달하거나 연결하",
    r"(?:TLS|HTTPS?(?:/[\d.]+)?|SMTP)로 말[하했한할]": "…로 통신하거나 접속하",
    r"재생(?:기| 프로그램)": "플레이어",
    r"내려받": "다운로드하",
    r"스팸 함정|함정 주소": "스팸 트랩",
    r"갱신 토큰": "리프레시 토큰",
    r"감시 (?:도구|스크립트|프로그램|규칙)": "모니터링 도구",
    r"(?:계정|도메인|메일함|사이트|대역)의? 주인": "소유자나 담당자",
    r"제공 업체": "제공업체",
    r"문구가 [^.]{1,20}[을를] 말[하한할]": "문구에 나오",
    r"인용한 사례": "출처의 사례",
    r"까닭": "이유나 원인",
    r"내놓|내세우": "제공하거나 알리",
    r"이전 작업": "마이그레이션",
    r"대기열 ID|(?<![가-힣])큐 (?:번호|ID)": "대기열 번호",
    r"운영 체제": "운영체제",
    r"리눅스": "Linux",
    r"받은편지함|받은 메일함": "받은 편지함",
    r"포스트마스터": "postmaster",
    r"웹 메일": "웹메일",
    r"줄 바꿈": "줄바꿈",
    r"빈칸": "공백",
    r"비밀키": "비밀 키나 시크릿",
    r"접근 (?:표|테이블|목록)": "access 테이블이나 ACL",
    r"(?:발송|발신용|제출) 포트": "제출용 포트",
    r"사서함": "메일함",
    r"열린 (?:릴레이|프록시|리디렉션)": "오픈 릴레이, 오픈 프록시, 오픈 리디렉션",
    r"악성 코드": "악성코드",
    r"검사기": "검사 프로그램이나 백신",
    r"(?:HELO|EHLO)로 댄": "…로 밝힌",
    r"작업 프로세스": "워커 프로세스",
    r"(?<![가-힣])시험(?! 삼아)": "테스트",
    r"(?:웹|문의|가입|입력) 양식": "폼",
    r"(?<!회원 )(?<!발신자 )명단": "발송 목록이나 수신자 목록",
    r"힘이 부[치친]": "과부하",
    r"(?:DNS|DNSSEC|TLS|네임서버|리졸버|서비스|설정|조회|인증)[이가은는]? (?:잠시 )?고장": "장애나 문제",
    r"(?:속도|한도|크기|횟수|설정|바이러스|이유|원인)[을를] 말[하한할]": "…이 나오거나 적히",
    r"\d [KMG]B": "숫자에 붙인 단위",
    r"헛갈": "헷갈리",
    r"꼬리표": "표시",
    r"소식지": "뉴스레터",
    r"현황판": "대시보드",
    r"관문 서버": "게이트웨이",
    r"(?:통신|인터넷|망) 사업자|(?:인터넷|회선) 업체": "통신사",
    r"(?<![가-힣])주 버전": "메이저 버전",
    r"메일을 쓴 사람": "메일을 보낸 사람",
    r"수신 (?:측 )?관리자": "수신 쪽 관리자나 수신 서버 관리자",
    r"(?<![가-힣])(?:수신|발신|송신) ?측(?!정| 관리자)": "수신 쪽, 발신 쪽",
    r"(?<![가-힣])오진": "오탐",
    r"첫 인사(?!말)": "인사말",
    r"서버가 저절로 다시 시도": "자동으로",
    r"받는 사람(?!$|, (?:참조|답장))": "수신자",
    r"[을를] 통[해한]": "…로, …을 거쳐",
}

_UNUSUAL_SEARCHES: Final = [
    (re.compile(written).search, right) for written, right in _UNUSUAL.items()
]


def unusual_words(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text that the site says otherwise, with the word that it uses: `("메소드", "메서드")`."""
    for written, right in _UNUSUAL_SEARCHES:
        if found := written(text):
            yield found.group(), right


# A place or time anywhere, and a program, server or address at the beginning; later on it stands against another one.
_OWN_TOPIC: Final = re.compile(
    r"\S*(?:에서|(?<=[전뒤번때])에|(?<=나중|동안|다음|처음|시간)에)는(?!\S)"
    r"|(?<!\S)(?:아직|이미) (?:메일|본문|연결|요청|응답|세션|주소|수신자)[은는](?!\S)"
    r"|(?<!\S)지금은(?!\S)"
    r"|^(?:(?:이|그|[가-힣]+의) )?"
    r"(?:[A-Za-z .-]*[A-Za-z]|\S*서버|라이브러리|클라이언트|브라우저|캐시|프록시|주소"
    r"|수신자|사용자|관리자|로그인|연결|명령|화면|제한|일부|하루|본문|요청|응답)[은는](?!\S)"
)


_BEGINS_WITH_TOPIC: Final = re.compile(
    r"(?:지금|이번에|나중에|요청|메일|서버|주소|호출|연결|본문|수신자|비밀번호|정책|재시도|계정)[은는](?!\S)"
)


def leading_topic(text: str) -> str | None:
    """The topic with which a text begins, though what stands before it is one.

    So is the code before a gist (`UNAVAILABLE은 지금은 …`), and 받았을 때는 before what to do.
    """
    found = _BEGINS_WITH_TOPIC.match(text)
    return found.group() if found else None


# 국가 and 많이 end like subjects; 회원이 아니다 and 제한이 되다 belong to the subject before them.
_TWO_SUBJECTS: Final = re.compile(
    r"(?<!\S)\S*[가-힣A-Za-z0-9](?<!국|평|추|증|허|많|같|없|깊|사|차)[이가] "
    r"(?:\S+의 )?\S*[가-힣A-Za-z0-9](?<!국|평|추|증|허|많|같|없|깊|사|차)[이가](?= (?!아니|되|된|될))"
)


def two_subjects(text: str) -> str | None:
    """Two subjects in a row, of which a reader takes the wrong one for that of the next verb.

    `서버가 클라이언트가 요청한 프로토콜로 바꾼다` is read twice; `클라이언트가 요청한 대로 서버가 바꾼다` is not.
    """
    found = _TWO_SUBJECTS.search(text)
    return found.group() if found else None


def own_topic(clause: str) -> str | None:
    """What a clause makes its topic, which another topic cannot precede.

    `550에서는 나중에는 됩니다` has two; `550에서는 나중에 됩니다` is right, and so is `550에서는 서버가 끊습니다`.
    """
    found = _OWN_TOPIC.search(clause)
    return found.group() if found else None


# Not quoted (다고, 라고), not intended (려고), not of one verb (고 있다), and not negated, as in 기다리지 않고.
_JOINED: Final = re.compile(
    r"(?<!\S)(?!(?:그리고|최고|광고|경고|신고) )\S*(?<![다라자냐려않])(?<!못하)고 (?!있|없|싶)"
)


def joined_already(clause: str) -> str | None:
    """The verb with which a clause is joined to another one, though `connective` joins both to what follows.

    `251에서는 받아들이고 전달하고, 446에서는 …` has two; `받아들여 전달하고` is right.
    """
    found = _JOINED.search(clause)
    return found.group().rstrip() if found else None


# Another occasion before the first comma, or a topic that is one.
_OCCASION: Final = re.compile(r"받았을 때|\S+ 때는(?!\S)|^[^,]*?(?:라면|다면)(?!\S)")


def second_occasion(text: str) -> str | None:
    """What a text names as its occasion, though it follows one: `550을 받았을 때는 새 주소라면 …`."""
    found = _OCCASION.search(text)
    return found.group() if found else None


# What sends, answers or is asked, and a number, as the whole of what a clause says, without a subject of its own.
_NAMED_ONLY: Final = re.compile(
    r"(?!.*\S[이가] ).*(?:서버|CDN|게이트웨이|애플리케이션|프로그램|라이브러리|클라이언트|쪽|대한 답|판정|하나|메일|질문|주소|응답|대부분|\d)입니다"
)


def only_names(clause: str) -> bool:
    """Whether a clause names something, and does not tell what it does.

    `103에서는 사이트나 CDN입니다` says that the code is one; `103에서는 사이트나 CDN이 보냅니다` is meant.
    """
    return _NAMED_ONLY.fullmatch(clause) is not None


def wrong_particles(text: str) -> Iterator[tuple[str, str]]:
    """Each number with the wrong particle in a text, with the right one: `("421는", "421은")`."""
    for found in _NUMBER_WITH_PARTICLE.finditer(text):
        number, used = found.group("number"), found.group("particle")
        pair = next(pair for pair, forms in PARTICLES.items() if used in forms)
        right = particle(number, pair)
        if used != right:
            yield number + used, number + right


_CHECKED = ("은/는", "이/가", "을/를", "과/와", "으로/로")
_NUMBER_WITH_PARTICLE = re.compile(
    r"(?P<number>\d{1,20}(?:\.\d{1,20}){0,9})(?P<particle>"
    + "|".join(sorted({form for pair in _CHECKED for form in PARTICLES[pair]}, key=len)[::-1])
    + r")(?![가-힣])"
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
