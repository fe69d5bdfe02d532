"""Whether a time says when somebody may come, and not when something happened."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.appointments import visit_words as words
from nlp.appointments.expression import Window

_COMMA = ",。!?;\n、("
_STOP = "。!?;\n"
_LITTLE = 8
_REACH = 60
"""A clause is looked at no further than this, however long it is."""

# 师傅说明天来 was promised, 别中午来 refuses.
_LEADS_AWAY = re.compile(
    r"(?:从|自|自从|(?<![改约推延换])到|等|都|已经|快|别|不要在?|唔好|避开|除了"
    r"|(?:你们|师傅|物业|人员?|客服|管家|前台|经理|[他她佢])(?:们|的人|哋)?(?:上次|之前|昨天|今早|早上|电话里)?[说话讲](?:是|好)?)$"
)
_AWAY_UNTIL = re.compile(
    r"\b(?:nobody|no one|not|won't|isn't|aren't)\b[^.;,]{0,24}\b(?:home|back|in|here|free|available)\s(?:until|till)\s$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"了|就(?!好|行|可以|来|在家)|还(?!可以|行|好)")
# Nothing but the time, and what people put around it.
_ALONE_BEFORE = re.compile(
    r"(?:那就?|就|请|麻烦|最好|希望|还是|是|预?约|预约时间|上门时间|时间|改|改[到成为约做在]|在|定在?|要|我?想|好的?|可以|嗯|大概|大约|对|行|或者?|"
    r"(?i:at|on|maybe|how about|what about|let's say|ok|yes|please|say|around|preferably|best|any ?time|sure|from|between))?[\s:,是]*"
)
_ALONE_AFTER = re.compile(
    r"[\s)]*(?:左右|多|来钟|随时|吧|之间|期间|这段时间|哦|啊|呀|呢|好了|就好|最好|都行|可以|行|的话|时段|(?i:please|thanks|pls|only|ok|is fine|is good|works|or so|if possible))?[\s吧呢的啊哦~.!]*"
)
_BEHIND_PLACE = re.compile(r"[\d室号房栋元]\s?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands around a time, judged as far as the words go: `visited` somebody is expected then, `done`
    something is to be done then, `past` the clause tells of the past too, `alone` nothing but the time."""

    visited: bool
    done: bool
    past: bool
    alone: bool
    rest: str
    following: str

    def fits(self, window: Window) -> bool:
        """Whether this window makes an appointment. A day ahead is not confused by what is told of the past."""
        if not self.past or window.ahead:
            if self.visited:
                return True
            if self.done and (window.ahead or window.has_clock):
                return True
        return self.alone and self._stands_alone(window)

    def _stands_alone(self, window: Window) -> bool:
        if window.only_day_number:
            return False
        if not (window.has_day or window.has_clock) and (self.rest or self.following.strip(" ,。!")):
            return False
        if window.begun and len(self.following.strip(" ,。!")) > _LITTLE:
            return False  # 今天早上,正常上班...
        return not _happened_next(self.following.lstrip(" ,"))


def clause_of(plain: str, start: int, end: int) -> Clause | None:
    """The clause of the expression at this span; `None` where it makes no appointment whatever the time."""
    left = _edge_before(plain, start, _COMMA)
    right = _edge_after(plain, end, _COMMA)
    before, after = plain[left:start], plain[end:right]
    if _LEADS_AWAY.search(before) or _GOES_ON.match(after):
        return None
    if _AWAY_UNTIL.search(before):
        return Clause(True, False, False, False, "", "")
    visited = words.EXPECTED.search(after) is not None or words.EXPECTED.search(before) is not None
    happened = words.HAPPENED.search(after) is not None
    done = not visited and not happened and words.TO_DO.search(f"{before} {after}") is not None
    alone = _alone(before, after)
    if not (visited or done or alone) or words.NOT_A_VISIT.search(f"{before}\n{after}"):
        return None
    past = happened or words.BEFORE_NOW.search(before) is not None
    rest = plain[_edge_before(plain, left, _STOP) : left].strip(" ,") if alone else ""
    return Clause(visited, done, past, alone, rest, plain[right : right + 24])


def _alone(before: str, after: str) -> bool:
    if _ALONE_AFTER.fullmatch(after[:12]) is None:
        return False
    return (
        _ALONE_BEFORE.fullmatch(before[-12:].lstrip()) is not None or _BEHIND_PLACE.search(before) is not None
    )


def _happened_next(following: str) -> bool:
    """今天早上,发现漏水."""
    match = words.HAPPENED.search(following) or words.BEFORE_NOW.search(following)
    return match is not None and match.start() == 0


def _edge_before(plain: str, at: int, stops: str) -> int:
    first = max(0, at - _REACH)
    for i in range(at - 1, first - 1, -1):
        if plain[i] in stops or (plain[i] in " ." and _separates(plain, i)):
            return i + 1
    return first


def _edge_after(plain: str, at: int, stops: str) -> int:
    last = min(len(plain), at + _REACH)
    for i in range(at, last):
        if plain[i] in stops or (plain[i] in " ." and _separates(plain, i)):
            return i
    return last


def _separates(plain: str, at: int) -> bool:
    """A space between Chinese words is a comma; a point ends a sentence, but not in 3.5 or a.m."""
    if plain[at] == ".":
        return plain[at + 1 : at + 2] in {"", " "} and plain[max(0, at - 2) : at - 1] != "."
    return any("\u4e00" <= c <= "\u9fff" for c in plain[max(0, at - 1) : at + 2])
