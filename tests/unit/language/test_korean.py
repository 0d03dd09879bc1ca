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


@pytest.mark.parametrize(
    ("text", "used", "right"),
    [
        ("RCPT 및 VRFY 단계", "및", "쉼표나 과/와"),
        ("서버에 의해 거부", "에 의해", "능동문"),
        ("필터에 의한 지연", "에 의한", "능동문"),
        ("불일치로 인한 거부", "로 인한", "때문에"),
        ("4.7.500–699", "–", "~"),
        ("느린 질의", "질의", "쿼리"),
        ("제품에 달려 있습니다", "에 달려 있", "에 따라 다르"),
        ("예상하지 못한 오류를 만났습니다", "오류를 만났", "오류가 나다"),
        ("로그와 견주어 보세요", "견주", "비교하"),
        ("현재 상태와 부딪칩니다", "부딪칩", "충돌하"),
        ("302 리다이렉트", "리다이렉트", "리디렉션"),
        ("접근 로그에 남습니다", "접근 로그", "액세스 로그"),
        ("당신이나 요청을 거부", "당신", "보낸 사람"),
        ("라이브러리를 판올림하세요", "판올림", "업데이트"),
        ("암호 모음을 비교하고", "암호 모음", "암호 스위트"),
        ("TLS 협상이 끊겼습니다", "TLS 협상", "핸드셰이크"),
        ("TLS 핸드쉐이크", "핸드쉐이크", "핸드셰이크"),
        ("도메인의 이름 서버", "이름 서버", "네임서버"),
        ("도메인의 네임 서버", "네임 서버", "네임서버"),
        ("공개키를 DNS에 올려", "공개키", "공개 키"),
        ("중계 서버를 두어야", "중계", "릴레이"),
        ("상태 확인을 통과한 백엔드", "상태 확인", "상태 검사"),
        ("예외는 쌍점 뒤에 있습니다", "쌍점", "콜론"),
        ("이 지시자를 늘리세요", "지시자", "지시어"),
        ("백엔드가 쉬는 연결을 닫습니다", "쉬는 연결", "유휴 연결"),
        ("요청이 서버에 닿지 않았습니다", "닿지", "도달하거나 연결하"),
        ("평문 포트에 TLS로 말했습니다", "TLS로 말했", "…로 통신하거나 접속하"),
        ("HTTP/1.1로 말하는 프록시", "HTTP/1.1로 말하", "…로 통신하거나 접속하"),
        ("재생기가 파일 전체를 받습니다", "재생기", "플레이어"),
        ("파일을 내려받으세요", "내려받", "다운로드하"),
        ("신고와 스팸 함정", "스팸 함정", "스팸 트랩"),
        ("갱신 토큰을 보냅니다", "갱신 토큰", "리프레시 토큰"),
        ("감시 도구의 접속", "감시 도구", "모니터링 도구"),
        ("IP 대역의 주인", "대역의 주인", "소유자나 담당자"),
        ("호스팅 제공 업체", "제공 업체", "제공업체"),
        ("문구가 수신자 수를 말한다면", "문구가 수신자 수를 말한", "문구에 나오"),
        ("인용한 사례에서는", "인용한 사례", "출처의 사례"),
        ("느린 까닭을 찾고", "까닭", "이유나 원인"),
        ("EHLO에 AUTH를 내놓고", "내놓", "제공하거나 알리"),
        ("STARTTLS를 내세우고도", "내세우", "제공하거나 알리"),
        ("조용한 연결을 끊지 않도록", "조용한 연결", "유휴 연결"),
        ("재생 프로그램이 위치를 옮길 때", "재생 프로그램", "플레이어"),
        ("함정 주소라서 보내지 않았다", "함정 주소", "스팸 트랩"),
        ("이전 작업 뒤 조직 안에서", "이전 작업", "마이그레이션"),
        ("대기열 ID로 찾으세요", "대기열 ID", "대기열 번호"),
        ("큐 번호를 알려 주세요", "큐 번호", "대기열 번호"),
        ("운영 체제 오류 번호", "운영 체제", "운영체제"),
        ("리눅스에서 101은", "리눅스", "Linux"),
        ("받은편지함만 비워서는", "받은편지함", "받은 편지함"),
        ("상대 쪽 포스트마스터에게", "포스트마스터", "postmaster"),
        ("웹 메일의 로그인", "웹 메일", "웹메일"),
        ("따옴표나 줄 바꿈 없이", "줄 바꿈", "줄바꿈"),
        ("주소에 빈칸이 있으면", "빈칸", "공백"),
        ("ID와 비밀키를 확인", "비밀키", "비밀 키나 시크릿"),
        ("접근 표의 4xx는", "접근 표", "access 테이블이나 ACL"),
        ("발송 포트에서 로그인", "발송 포트", "제출용 포트"),
        ("조직이나 사서함에", "사서함", "메일함"),
        ("열린 프록시를 닫으세요", "열린 프록시", "오픈 릴레이, 오픈 프록시, 오픈 리디렉션"),
        ("악성 코드가 발견", "악성 코드", "악성코드"),
        ("바이러스 검사기가 응답하지", "검사기", "검사 프로그램이나 백신"),
        ("HELO나 EHLO로 댄 이름", "EHLO로 댄", "…로 밝힌"),
        ("처리하던 작업 프로세스가", "작업 프로세스", "워커 프로세스"),
        ("시험 메일을 보내", "시험", "테스트"),
        ("문의 양식이 From에 넣었을 때", "문의 양식", "폼"),
        ("주소를 명단에서 빼세요", "명단", "발송 목록이나 수신자 목록"),
        ("힘이 부친 서버", "힘이 부친", "과부하"),
        ("네임서버가 잠시 고장 났을 때", "네임서버가 잠시 고장", "장애나 문제"),
        ("속도를 말하는 문구라면", "속도를 말하", "…이 나오거나 적히"),
        ("1 MB까지 받습니다", "1 MB", "숫자에 붙인 단위"),
        ("서버의 성향에 달렸습니다", "에 달렸", "에 따라 다르"),
        ("헛갈리게 하는 문구", "헛갈", "헷갈리"),
        ("번호도 꼬리표도 설명이 없고", "꼬리표", "표시"),
        ("첨부가 든 소식지", "소식지", "뉴스레터"),
        ("현황판에서는 따로 보아야", "현황판", "대시보드"),
        ("관문 서버가 물어보는", "관문 서버", "게이트웨이"),
        ("인터넷 사업자의 릴레이", "인터넷 사업자", "통신사"),
        ("회선 업체에 요청한", "회선 업체", "통신사"),
        ("HTTP 주 버전을 거부할 때", "주 버전", "메이저 버전"),
        ("메일을 쓴 사람에게 알리세요", "메일을 쓴 사람", "메일을 보낸 사람"),
        ("수신 관리자는 로그를", "수신 관리자", "수신 쪽 관리자나 수신 서버 관리자"),
        ("수신 측 관리자에게", "수신 측 관리자", "수신 쪽 관리자나 수신 서버 관리자"),
        ("수신 측이 거부했습니다", "수신 측", "수신 쪽, 발신 쪽"),
        ("오진이라면 신고하고", "오진", "오탐"),
        ("서버의 첫 인사가 늦으면", "첫 인사", "인사말"),
        ("발신 서버가 저절로 다시 시도하므로", "서버가 저절로 다시 시도", "자동으로"),
        ("받는 사람에게 물어보세요", "받는 사람", "수신자"),
        ("이 업체를 통해 보내세요", "를 통해", "…로, …을 거쳐"),
    ],
)
def test_a_word_that_the_site_says_otherwise_is_told(text: str, used: str, right: str) -> None:
    assert list(korean.unusual_words(text)) == [(used, right)]


@pytest.mark.parametrize(
    "text",
    [
        "메시지",
        "리디렉션",
        "밑및밑",
        "두 코드가 만나는 칸",
        "액세스 로그",
        "실험적인 콘텐츠 협상",
        "서버 이름(SNI)",
        "서버의 상태 확인하기",
        "상태 확인 주소",
        "주인공",
        "정보의 지시어",
        "인용한 응답",
        "목적지 서버가 스스로 말하는 521",
        "문구가 다릅니다. 서버가 한 말입니다",
        "시험 삼아 꺼 보세요",
        "해제 양식을 쓰세요",
        "회원 명단에 없습니다",
        "디스크 고장",
        "보안 그룹이나 접근 권한",
        "발신 측정값",
        "표준을 쓴 사람",
        "제공하는 사업자",
        "받는 사람",
        "받는 사람, 참조, 숨은 참조를 모두 셉니다",
        "보낸 사람, 받는 사람, 답장 주소",
        "필터를 통과하지 못했습니다",
    ],
)
def test_a_word_of_the_site_is_not_told(text: str) -> None:
    assert list(korean.unusual_words(text)) == []


@pytest.mark.parametrize(
    ("clause", "topic"),
    [
        ("나중에는 덜 붐빕니다", "나중에는"),
        ("HTTP/1.1에서는 다시 쓰지 못합니다", "HTTP/1.1에서는"),
        ("메일함을 열기 전에는 달라지지 않습니다", "전에는"),
        ("다음번에는 메일이 있을 수 있습니다", "다음번에는"),
        ("같은 로그인이 다음에는 될 수 있습니다", "다음에는"),
        ("Google API는 HTTP 499로 답합니다", "Google API는"),
        ("사이트의 서버는 200으로 답했습니다", "사이트의 서버는"),
        ("아직 메일은 오가지 않았습니다", "아직 메일은"),
        ("다음 호스트를 지금은 알 수 없습니다", "지금은"),
        ("수신자는 그대로 둡니다", "수신자는"),
        ("로그인은 맞지만 계정이 잠겼습니다", "로그인은"),
        ("다음 호스트를 지금 알 수 없습니다", None),
        ("해당 주소만 막히며 다른 수신자는 통과합니다", None),
        ("메일이 아직 오가지 않았습니다", None),
        ("사이트의 서버가 200으로 답했습니다", None),
        ("막혔을 뿐 메일 서버는 있을 수 있습니다", None),
        ("나중에 시도하면 됩니다", None),
        ("수신자 주소에는 문제가 없습니다", None),
        ("고치는 동안에도 시도는 이어집니다", None),
    ],
)
def test_a_clause_that_follows_a_topic_has_none_of_its_own(clause: str, topic: str | None) -> None:
    assert korean.own_topic(clause) == topic


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("서버가 수신자를 받아들이고 메일을 전달합니다", "받아들이고"),
        ("설정을 바꾸고 한 시간쯤 뒤면 됩니다", "바꾸고"),
        ("서버가 수신자를 받아들여 메일을 전달합니다", None),
        ("메일이 보관되지 않고 거부됩니다", None),
        ("메일이 전달되지 못하고 돌아옵니다", None),
        ("프로그램이 인증이 필요하다고 알립니다", None),
        ("RFC가 영구 오류에만 쓰라고 했습니다", None),
        ("본문을 받으려고 연결을 열어 둡니다", None),
        ("페이지를 아직 만들고 있습니다", None),
        ("광고 메일을 막습니다", None),
        ("메일이 대기열에 남습니다", None),
    ],
)
def test_a_clause_that_goes_on_is_joined_once(clause: str, verb: str | None) -> None:
    assert korean.joined_already(clause) == verb


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("두 번 해도 되는 호출이라면 잠시 쉬었다가 다시 하면 됩니다", "두 번 해도 되는 호출이라면"),
        ("Gmail이 보냈다면 먼저 로그인해야 합니다", "Gmail이 보냈다면"),
        ("501을 받았을 때처럼 주소를 고쳐야 합니다", "받았을 때"),
        ("사본을 쓰고, 전체를 다시 받을 때는 조건 없이 요청하면 됩니다", "받을 때는"),
        ("주소의 철자를 확인하고, 발신 주소라면 권한을 보아야 합니다", None),
        ("전체가 필요하면 조건 없이 다시 요청하면 됩니다", None),
        ("우선순위가 중요할 때만 조치하면 됩니다", None),
    ],
)
def test_what_to_do_names_no_second_occasion(text: str, occasion: str | None) -> None:
    assert korean.second_occasion(text) == occasion


@pytest.mark.parametrize(
    "clause",
    [
        "파일을 미리 아는 사이트나 CDN입니다",
        "서비스 앞의 프록시에서 온 401입니다",
        "HELP 한 번에 대한 답입니다",
        "메일과 상관없는 질문입니다",
        "다른 경로로 쓸 수 있는 주소입니다",
    ],
)
def test_a_clause_that_only_names_something_does_not_tell_what_it_does(clause: str) -> None:
    assert korean.only_names(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "파일을 미리 아는 사이트나 CDN이 보냅니다",
        "주제가 목적지 메일 시스템입니다",
        "본문이 전체의 일부입니다",
        "서버를 거친 메일이 그대로입니다",
    ],
)
def test_a_clause_with_a_subject_of_its_own_tells_it(clause: str) -> None:
    assert not korean.only_names(clause)


@pytest.mark.parametrize(
    ("gist", "topic"),
    [
        ("지금은 서비스에 연결할 수 없다", "지금은"),
        ("주소는 있지만 이 메서드는 쓸 수 없다", "주소는"),
        ("이번에는 다른 주소로 보내야 한다", "이번에는"),
        ("지금 서비스에 연결할 수 없다", None),
        ("요청하는 쪽에서 고쳐야 한다", None),
        ("이번 시도가 실패했다", None),
        ("재시도는 발신 서버에 맡기면 됩니다", "재시도는"),
        ("재시도를 발신 서버에 맡기면 됩니다", None),
        ("번호만으로는 구분할 수 없으니 문구를 읽어야 합니다", None),
    ],
)
def test_a_gist_follows_a_topic_too(gist: str, topic: str | None) -> None:
    assert korean.leading_topic(gist) == topic


@pytest.mark.parametrize(
    ("gist", "subjects"),
    [
        ("서버가 클라이언트가 요청한 프로토콜로 바꾼다", "서버가 클라이언트가"),
        ("요청의 헤더가 nginx가 받는 크기를 넘는다", "헤더가 nginx가"),
        ("Cloudflare가 사이트의 서버가 어디 있는지 모른다", "Cloudflare가 사이트의 서버가"),
        ("클라이언트가 요청한 대로 서버가 프로토콜을 바꾼다", None),
        ("보낸 주소가 회원이 아니다", None),
        ("메일함이 보관함이 되었다", None),
        ("메일이 많이 와서 서버가 늦춘다", None),
        ("금지 국가가 많이 늘었다", None),
    ],
)
def test_a_gist_has_one_subject_before_a_verb(gist: str, subjects: str | None) -> None:
    assert korean.two_subjects(gist) == subjects
