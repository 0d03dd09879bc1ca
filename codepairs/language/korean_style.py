"""How the site writes Korean: the words that it uses for things, and the clauses that fit into its sentences.

Checks ask it; sentences are built by `korean`.
"""

import re
from collections.abc import Iterator
from typing import Final

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
    r"암호 모음|버전(?:이나|과|,) 암호(?! ?스위트|화)": "암호 스위트",
    r"완전히 (?:실패|거[부절])": "최종 거부, 최종적으로 실패",
    r"첫 자리": "첫 숫자",
    r"지원 사례를 [여열]": "지원을 요청하",
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
    r"(?:문구|응답)[이가] [^.]{1,20}[을를] 말[하한할합했]": "문구에 나오",
    r"인용한 사례": "출처의 사례",
    r"까닭": "이유나 원인",
    r"내놓|내세[우울운웠워]": "제공하거나 알리",
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
    r"(?:속도|한도|크기|횟수|설정|바이러스|이유|원인)[을를] 말[하한할합했]": "…이 나오거나 적히",
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
    # A product or company as it calls itself there, and one way of it.
    r"구글": "Google",
    r"마이크로소프트": "Microsoft",
    r"아마존": "Amazon",
    r"오라클": "Oracle",
    r"지메일": "Gmail",
    r"깃허브|깃헙": "GitHub",
    r"쿠버네티스": "Kubernetes",
    r"(?<![가-힣])도커": "Docker",
    r"클라우드플레어": "Cloudflare",
    r"엔진엑스": "nginx",
    r"안드로이드": "Android",
    r"(?<![가-힣])크롬(?![바북])": "Chrome",
    r"파이썬": "Python",
    r"웹소켓": "WebSocket",
    # The program or server that is meant has a name.
    r"(?<![가-힣])자기(?! 테이프)(?=[ 에를와의가]|자신)": "우리 서버, 스스로, 직접이나 이름",
    # An address of the sender's own: with 로 it reads as if the mail went there.
    r"(?:가입한|구독한|구독할 때 쓴|허용된|등록된|로그인한|로그인하는|구성원인|회원인|발신"
    r"|(?:답장|메일)을 받(?:는|을 수 있는)|계정에 속한|계정(?:의| 자체의))"
    r" (?:[가-힣]+의 )?(?:주소|도메인|계정)으?로[는만]? (?:메일을 )?(?:보[내낼]|답장)": "주소에서 보내",
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

    So is the code before a gist (`UNAVAILABLE은 지금은 …`), and 나왔을 때는 before what to do.
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


_COMES: Final = re.compile(
    r"(?:때[도만]?|에서[도만]?|에만|하면|보내면) (?:나(?:옵니다|오며|올 수)|남습니다|표시되며)"
)


def told_by_heading(case: str) -> str | None:
    """What a case of when a code comes says again: `주소가 없을 때 나옵니다` below 나오는 경우."""
    found = _COMES.search(case)
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
_OCCASION: Final = re.compile(r"(?:받았|나왔)을 때|\S+ 때는(?!\S)|^[^,]*?(?:라면|다면)(?!\S)")


def second_occasion(text: str) -> str | None:
    """What a text names as its occasion, though it follows one: `550이 나왔을 때는 새 주소라면 …`."""
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
