"""The owner answers the return visit: solved? three scores by tap, then a sentence or 没有了 (D03)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.conversation import visit_words
from bot.conversation.second_report import is_alike
from bot.conversation.talk import Talk
from bot.desk import visiting
from bot.desk.ticket import Ticket
from bot.desk.visit import Visit
from bot.texts import times
from nlp.confidence import THRESHOLD
from nlp.intents import choice_of
from nlp.normalise import normalise

_COMPLAINS = ("slow",)
"""没人管, 未解决: topics that complain of whatever is being talked about."""
_NOTHING = re.compile(r"(?:没有?了?|沒有?了?|无|無|都好|no|none|nothing(?: more)?)[。.!！]*", re.IGNORECASE)
_SHORT = 60
"""A longer text is a story of its own."""


def solved(talk: Talk, act: Mapping[str, Any]) -> None:
    visit = talk.desk.work.visits.get(act["visit"])
    if visit.state not in ("asked", "phone"):
        talk.say("visit.over")
        return
    ticket = visiting.answer_solved(talk.desk, visit, act["value"], talk.actor, "chat", talk.channel)
    if act["value"] == "solved":
        _ask_score(talk, visit)
        return
    talk.ask("visit_words", visit=visit.id)
    talk.say("visit.reopened", _nothing_more(talk, visit), **_reopened(talk, ticket))


def _reopened(talk: Talk, ticket: Ticket) -> dict[str, str]:
    at = ticket.promised_at or talk.now
    promise = times.show(at, talk.now, talk.desk.community.zone, talk.language)
    return {"number": ticket.number, "promise": promise}


def score(talk: Talk, act: Mapping[str, Any]) -> None:
    """One tap, one score; a second tap on the same row changes nothing."""
    visit = talk.desk.work.visits.get(act["visit"])
    if visit.state != "answering" or getattr(visit, act["which"]) is not None:
        talk.notice("visit.scored_already")
        return
    before = talk.desk.work.tickets.get(visit.ticket_id).round
    ticket = visiting.score(talk.desk, visit, act["which"], act["value"], talk.actor, talk.channel)
    if ticket.round > before:
        talk.say("visit.low_result", **_reopened(talk, ticket))
    _ask_score(talk, visit, low=act["which"] != "result" and act["value"] <= visiting.LOW)


def _ask_score(talk: Talk, visit: Visit, *, low: bool = False) -> None:
    """`low`: the last score for speed or attitude was low, which deserves a word of regret."""
    which = visiting.next_score(visit)
    if which is None:
        talk.ask("visit_words", visit=visit.id)
        talk.say("visit.words", _nothing_more(talk, visit), low=low)
        return
    talk.ask("visit_score", visit=visit.id)
    rows = [[(str(n), {"act": "score", "visit": visit.id, "which": which, "value": n}) for n in range(1, 6)]]
    talk.say(f"visit.score_{which}", rows, low=low)


def _nothing_more(talk: Talk, visit: Visit) -> list[list[tuple[str, Mapping[str, Any]]]]:
    return [[(talk.button("nothing_more"), {"act": "nothing_more", "visit": visit.id})]]


def nothing_more(talk: Talk, act: Mapping[str, Any]) -> None:
    _conclude(talk, talk.desk.work.visits.get(act["visit"]), "")


def _conclude(talk: Talk, visit: Visit, words: str) -> None:
    talk.asked()
    if visit.state != "answering":
        talk.say("visit.over")
        return
    ticket = visiting.conclude(talk.desk, visit, words, talk.actor, talk.channel)
    key = "visit.thanks" if ticket.round == visit.round else "visit.thanks_reopened"
    talk.say(key, number=ticket.number)


def in_lines(talk: Talk, text: str) -> bool:
    """5 ⏎ 4 ⏎ 5 ⏎ 没有了, in one breath: each line answers a question of the visit."""
    asking = talk.asking()
    return "\n" in text and asking is not None and asking["what"] == "visit_score"


def answered(talk: Talk, text: str) -> bool:
    """A typed answer, score or sentence, where one was asked for. A new problem is not an answer."""
    asking = talk.asking()
    if asking is None or asking["what"] not in ("visit_words", "visit_score"):
        return _typed_solved(talk, text)
    visit = talk.desk.work.visits.get(asking["visit"])
    if visit.state != "answering":
        talk.asked()
        return False
    if asking["what"] == "visit_score":
        return _typed_score(talk, visit, text)
    if _NOTHING.fullmatch(text.strip()):
        _conclude(talk, visit, "")
        return True
    if visit.solved == "solved" and any(p.urgency == "emergency" for p in talk.hear(text).problems):
        return False
    _conclude(talk, visit, text)
    return True


def _typed_solved(talk: Talk, text: str) -> bool:
    """没修好，还是不亮: the visit that was asked last is answered, with these words."""
    visit = _asked_visit(talk)
    value = visit_words.answer_in(text) if visit else None
    if visit is None or value is None or len(text) > _SHORT or _is_another(talk, visit, text):
        return False
    solved(talk, {"visit": visit.id, "value": value})
    if value != "solved" and len(text) > len("没有解决"):
        _conclude(talk, talk.desk.work.visits.get(visit.id), text)
    return True


def _is_another(talk: Talk, visit: Visit, text: str) -> bool:
    """电梯又坏了 says nothing of the lamp we asked about: it is a matter of its own."""
    ticket = talk.desk.work.tickets.get(visit.ticket_id)
    family = ticket.topic.partition(".")[0]
    return any(
        p.confidence >= THRESHOLD
        and p.topic not in _COMPLAINS
        and p.topic.partition(".")[0] != family
        and not is_alike(ticket, p)
        for p in talk.hear(text).problems
    )


def _asked_visit(talk: Talk) -> Visit | None:
    if talk.resident is None:
        return None
    work = talk.desk.work
    for ticket in work.tickets.of_resident(talk.resident.id, open_only=False)[:10]:
        for visit in work.visits.of_ticket(ticket.id) if ticket.state in ("answered", "closed") else ():
            if visit.state in ("asked", "phone"):
                return visit
    return None


def _typed_score(talk: Talk, visit: Visit, text: str) -> bool:
    value, which = choice_of(normalise(text)), visiting.next_score(visit)
    if value is None or which is None or not 1 <= value <= 5:
        return False
    score(talk, {"visit": visit.id, "which": which, "value": value})
    return True
