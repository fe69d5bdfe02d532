"""How the writer says they are called."""

from __future__ import annotations

from nlp.alternatives import by_first_letter
from nlp.blame import find_about
from nlp.demands import find_demand
from nlp.later import Later
from nlp.name_words import DOUBLE, NOT_GIVEN, NOT_NAMES, PARTICLES, SURNAME, SURNAMES
from nlp.normalise import Text

__all__ = ["find_about", "find_demand", "find_name"]

_TITLE = r"(?:先生|女士|小姐|太太|太(?![多大贵吵脏差慢过])|阿姨|叔叔|大爷|大妈|大姐|大哥|奶奶|爷爷|老师|医生|师奶|生(?=[,。!\s]|$)|姐(?!夫)|哥|叔|姨|总(?!是)|工(?=[,。!\s]|$))"
_AFTER_NAME = rf"(?=[,。!;、\s(\d的]|$|住|在|家|电话|手机|号码|是|联系|我|想|要|来|报|反映|投诉|{_TITLE})"


_SAID = Later(
    rf"(?:我|本人|免贵|敝|小弟)\s?(?:姓|的?姓是)\s?(?P<surname>{SURNAME})"
    rf"|姓(?<![^,。;、\s室房号]姓)\s?(?P<of_clause>{SURNAME})(?=[,。;、\s\d]|$|{_TITLE})"
    rf"|(?:我是|我系|这是|这里是|这边是|业主|联系人|住户|租户|户主|本人|姓名|称呼|报修人|投诉人|报事人|叫我|喊我|我叫|称呼我|名字叫?|姓名是)\s?[:是为叫]?\s?(?P<titled>{SURNAME}[\u4e00-\u9fff]?{_TITLE}|[小老阿]{SURNAME}(?![一-龥]{{0,2}}(?:区|孩|板|狗|鼠|是|年))|{SURNAME}{_TITLE})"
    rf"|我是[^,。!?;\n]{{1,16}}?(?:的|室|户|主)\s?(?P<of>{SURNAME}{_TITLE})"
    rf"|(?:我叫|我的名字[是叫]|名字[是叫:]|姓名[:是]?|联系人[:是]?|(?:报修|报事|投诉|申报|申请)人[:是]?|客户[:是]|我是(?!{SURNAME}{_TITLE}))\s?(?P<full>(?:{DOUBLE})[\u4e00-\u9fff]{{1,2}}?|[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?){_AFTER_NAME}"
)


_HEADS = "我姓 我的姓 我的名字 我是 我系 我叫 叫我 喊我 称呼 称呼我 本人 免贵 敝 小弟 这是 这里是 这边是 业主 联系人 住户 租户 户主 姓名 名字 报修人 投诉人 报事人 申报人 申请人 客户"
_FIRST_OF_NAME = f"[{SURNAMES}小老阿{''.join(double[0] for double in DOUBLE.split('|'))}]"
_HEAD = Later(by_first_letter([*_HEADS.split(), "姓"]))
_INTRODUCED = Later(
    rf"(?:{by_first_letter(_HEADS.split())})\s?[:是为叫的姓]{{0,3}}\s?{_FIRST_OF_NAME}"
    rf"|姓(?<![^,。;、\s室房号]姓)|我是[^,。!?;\n]{{1,16}}?[的室户主]\s?{_FIRST_OF_NAME}"
)
"""Somebody may be introduced here: told at once, for most messages introduce nobody."""
_STAFF = Later("(?:保安|保洁|客服|师傅|门卫|前台|管家|经理|主管|人员|员工|的人)[^,。;]{0,6}[,\\s]*$")
_ENDS_SURNAME = rf"[{SURNAMES}{''.join(double[-1] for double in DOUBLE.split('|'))}]"
# Behind a surname only; each begins with its own letter, so that 太吵 is passed over at once.
_TITLED = Later(
    "|".join(
        rf"{title}(?<={_ENDS_SURNAME}{title}){end}"
        for title, end in (
            *((title, "") for title in ("先生", "女士", "小姐", "太太", "阿姨")),
            *((title, r"(?=[,。\s\d]|$)") for title in ("太", "生")),
        )
    )
)
_BESIDE = Later(
    rf"(?:^|(?<=[\s,。;\d室房)]))(?P<beside>{SURNAME}(?:先生|女士|小姐|太太|阿姨|太|生)(?=[,。\s\d]|$))|(?P<before>{SURNAME}(?:先生|女士|小姐|太太|阿姨))(?=[,\s:]{{0,2}}(?:电话|手机)?[:\s]?1[3-9]\d)"
)
_BEHIND_ROOM = Later(rf"[\d室房号户][,。;、\s]{{0,3}}叫?(?:{DOUBLE}|[{SURNAMES}])")
_BEFORE_ROOM = Later(r"[,。;、\s](?:电话|手机)?[:\s]?\d")
_ROOM_ENDS = Later(r"[\d室房号户][,。;、\s]*$")
_ROOM_BEHIND = Later(r"[,。;、\s]+(?:电话|手机)?[:\s]?(?:1[3-9]\d{9}|\d{1,2}\s?(?:[栋号座幢#]|-\d))")


_ALONE = Later(
    rf"[,。;、\s\d室房号户]叫?(?P<name>(?:{DOUBLE})[\u4e00-\u9fff]{{1,2}}|[{SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=[,。;、\s]|$)"
)
"""何建国 and nothing else, in a clause or behind a room."""
_ENGLISH = Later(
    r"\b(?:[Mm]y name(?:'s| is)|[Ii] am called|[Cc]all me|[Nn]ame:|(?:I'm|I am|i'm|i am|[Tt]his is|[Tt]hat's)(?= (?:Mr|Mrs|Ms|Miss|Dr)\b|\s[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[\s]?(?:,|\.|$|from|in|at|here|living))))\s?"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?[A-Z][A-Za-z'\-]{0,20}(?:\s[A-Z][A-Za-z'\-]{0,20})?)"
)
_ENGLISH_HEADS = "My name|my name|I am|i am|I'm|i'm|This is|this is|That's|that's|Call me|call me|Name:|name:"
_ENGLISH_INTRODUCED = Later(by_first_letter(_ENGLISH_HEADS.split("|")))
_ENGLISH_WORDS = (
    "The Not In At From Your An A Unit Room Flat Block Tower Building Urgent Really Very Still Here"
)
_NOT_ENGLISH_NAMES = frozenset(_ENGLISH_WORDS.split())


def find_name(text: Text) -> str | None:
    """我姓何 → "何", 我是王女士 → "王女士", 叫我小李 → "小李", 7栋1单元501 何先生 → "何先生"; as written."""
    plain = text.plain
    if _HEAD.search(plain) and _INTRODUCED.search(plain):
        for match in _SAID.finditer(plain):
            group = match.lastgroup or ""
            if group == "of_clause" and _STAFF.search(plain, 0, match.start()):
                continue  # 投诉保安,姓张
            if group != "full" or not _is_a_word(match[group]):
                return text.as_written(*match.span(group))
    if _TITLED.search(plain) and (beside := _BESIDE.search(plain)):
        return text.as_written(*beside.span(beside.lastgroup or ""))
    if text.digits and (span := _beside_room(plain)):
        return text.as_written(*span)
    return _english(text) if text.latin else None


def _beside_room(plain: str) -> tuple[int, int] | None:
    """The name that stands alone behind a room, or in front of a room or a phone."""
    if _BEHIND_ROOM.search(plain) is None and _BEFORE_ROOM.search(plain) is None:
        return None
    for match in _ALONE.finditer(f",{plain}"):
        start, end = match.start("name") - 1, match.end("name") - 1
        name = plain[start:end]
        if _is_a_word(name) or not NOT_GIVEN.isdisjoint(name[1:]):
            continue
        before = max(0, match.start() - 4), match.start()
        if _ROOM_ENDS.search(plain, *before) or _ROOM_BEHIND.match(plain, end):
            return start, end
    return None


def _is_a_word(candidate: str) -> bool:
    """我是何时报修的 names nobody."""
    return not PARTICLES.isdisjoint(candidate[1:]) or candidate[:2] in NOT_NAMES


def _english(text: Text) -> str | None:
    if _ENGLISH_INTRODUCED.search(text.plain) is None:
        return None
    match = _ENGLISH.search(text.plain)
    if match is None or match["name"].split()[0] in _NOT_ENGLISH_NAMES:
        return None
    return text.as_written(*match.span("name"))
