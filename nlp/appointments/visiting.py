"""Whether a time says when somebody may come, and not when something happened."""

from __future__ import annotations

import re
from typing import NamedTuple

from nlp.appointments import visit_words as words
from nlp.appointments.expression import Window
from nlp.later import Later

_LITTLE = 8
_REACH = 60
"""A clause is looked at no further than this, however long it is."""

# 师傅说明天来 was promised, 别中午来 refuses.
_LEADS_AWAY = Later(
    r"(?:从|自|自从|(?<![改约推延换挪调前迟])到|等|都|已经|快|别|不要在?|唔好|避开|除了|不用|不必|不是|唔使|唔系|哪天|工作日|平时|平日|下周|下个?星期|下个?礼拜|下个月"
    r"|(?:你们|师傅|物业|人员?|客服|管家|前台|经理|[他她佢])(?:们|的人|哋)?(?:上次|之前|昨天|今早|早上|电话里)?[说话讲](?:是|好)?|(?<![我想要])说(?:是|好|了)?)$"
)
_ENGLISH_AWAY = Later(
    r"\b(?:(?:not|but|except|unless|don't come)\s(?:on\s)?|(?:leav\w+|going out|out)\s(?:at|around|by)\s)$",
    re.IGNORECASE,
)
_LEADS_AWAY_ENDS = frozenset("从自到等都经快别在好开了说话讲是用必使系天日时周期拜月")
_AWAY_UNTIL = Later(
    r"\b(?:nobody|no one|not|won't|isn't|aren't)\b[^.;,]{0,24}\b(?:home|back|in|here|free|available)\s(?:until|till)\s$",
    re.IGNORECASE,
)
_GOES_ON = Later(r"了|就(?!好|行|可以|来|在家)|还(?!可以|行|好)")
# Nothing but the time, and what people put around it.
_ALONE_BEFORE = Later(
    r"(?:(?:所以|不如|要不|那就?|就|请|只[有能]|整个?|挪到|推到|推迟到|延到|提前到|调到|换到|换成|麻烦|最好|希望|还是|是|预?约|预约时间|上门时间|时间|改|改[到成为约做在]|在|定在?|要|我?想|好的?|可以|嗯|大概|大约|对|行|或者?){1,2}|"
    r"(?i:(?:at|on|maybe|how about|what about|let's (?:say|do|make it)|ok(?:ay)?|yes|please|say|around|about|preferably|best|any ?time|sure|from|between)\b[\s,]*){1,3})?[\s:,是]*"
)
_ALONE_AFTER = Later(
    r"[\s)]*(?:(?:左右|多|来钟|随时|吧|之间|期间|这段时间|哦|啊|呀|呢|好了|就好|最好|[都也]?[行得]|[都也]?可以[不么]?|的话|时段|啦|喇|咯|怎么样|咋样|如何|好不好?|成[吗不]|中不中){1,3}|或者?.{1,10}|(?i:then|please|thanks|pls|only|ok|is fine|is good|works|or so|if possible|if you can|it is|on weekdays|or .{1,9}))?[\s吧呢的啊哦~.!]*"
)
_ALONE_BEGINS = frozenset(" )左或得怎咋如成中多来随吧之期这哦啊呀呢好就最都也可行的时啦喇咯~.!pPtToOiIwW")
# Promised and not kept.
_BROKEN = Later(
    r"[,。!?\s]*(?:到现在|现在|结果|可是?|但是?|怎么|为什么|还|人)[^,。!?]{0,6}(?:没|冇|不见|影|呢)"
)
_BEHIND_PLACE = Later(r"[\d室号房栋元]\s?$")
# A space between Chinese words is a comma; a point ends a sentence, but not in 3.5 or a.m.
_PAUSE = r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])|(?<!\..)\.(?= |\Z)"
_COMMA = Later(rf"[,。!?;\n、(]|{_PAUSE}")
_LAST_COMMA = Later(rf"(?s:.*)(?:[,。!?;\n、(]|{_PAUSE})")
_LAST_STOP = Later(rf"(?s:.*)(?:[。!?;\n]|{_PAUSE})")


class Clause(NamedTuple):
    """What stands around a time, judged as far as the words go: `visited` somebody is expected then, `done`
    something is to be done then, `past` the clause tells of the past too, `alone` nothing but the time."""

    visited: bool
    done: bool
    past: bool
    alone: bool
    rest: str
    following: str
    latin: bool

    def fits(self, window: Window) -> bool:
        """Whether this window makes an appointment. A day ahead is not confused by what is told of the past."""
        if not window.ahead and _BROKEN.match(self.following):
            return False
        if not self.past or window.ahead:
            if self.visited:
                return True
            if self.done and (window.ahead or window.has_clock or _of_today(window)):
                return True
        return self.alone and self._stands_alone(window)

    def _stands_alone(self, window: Window) -> bool:
        if window.only_day_number:
            return False
        if not (window.has_day or window.has_clock) and (self.rest or self.following.strip(" ,。!")):
            return False
        if window.begun and len(self.following.strip(" ,。!")) > _LITTLE:
            return False  # 今天早上,正常上班...
        return not _happened_next(self.following.lstrip(" ,"), self.latin)


def _of_today(window: Window) -> bool:
    """今天下午: named, and not begun."""
    return window.has_day and window.has_part and not window.begun


def clause_of(plain: str, start: int, end: int, latin: bool) -> Clause | None:
    """The clause of the expression at this span; `None` where it makes no appointment whatever the time.
    `latin`: whether the text has letters."""
    if _GOES_ON.match(plain, end):
        return None
    left = _edge_before(plain, start, _LAST_COMMA)
    before = plain[left:start]
    if before[-1:] in _LEADS_AWAY_ENDS and _LEADS_AWAY.search(before):
        return None
    right = _edge_after(plain, end)
    after = plain[end:right]
    if latin and _ENGLISH_AWAY.search(before):
        return None
    if latin and _AWAY_UNTIL.search(before):
        return Clause(True, False, False, False, "", "", latin)
    around = f"{before}\n{after}"
    visited = words.EXPECTED.search(around, latin)
    to_do = not visited and words.TO_DO.search(around, latin)
    alone = _alone(before, after)
    if latin and not visited:  # a comma ends no English clause
        visited = words.EXPECTED.search(plain[_edge_before(plain, start, _LAST_STOP) : start], latin)
    if not (visited or to_do or alone):
        return None
    happened = words.HAPPENED.search(after, latin)
    done = to_do and not happened
    if not (visited or done or alone) or words.NOT_A_VISIT.search(around, latin):
        return None
    past = happened or words.BEFORE_NOW.search(before, latin)
    rest = plain[_edge_before(plain, left, _LAST_STOP) : left].strip(" ,") if alone else ""
    return Clause(visited, done, past, alone, rest, plain[right : right + 24], latin)


def _alone(before: str, after: str) -> bool:
    if after and (after[0] not in _ALONE_BEGINS or _ALONE_AFTER.fullmatch(after[:12]) is None):
        return False
    return (
        _ALONE_BEFORE.fullmatch(before[-12:].lstrip()) is not None or _BEHIND_PLACE.search(before) is not None
    )


def _happened_next(following: str, latin: bool) -> bool:
    """今天早上,发现漏水."""
    return words.HAPPENED.match(following, latin) or words.BEFORE_NOW.match(following, latin)


def _edge_before(plain: str, at: int, stop: Later) -> int:
    """Behind the last stop before `at`."""
    first = max(0, at - _REACH)
    last = stop.match(plain, first, at + 1)
    return last.end() if last is not None else first


def _edge_after(plain: str, at: int) -> int:
    last = min(len(plain), at + _REACH)
    stop = _COMMA.search(plain, at, last + 1)
    return stop.start() if stop is not None and stop.start() < last else last
