"""A whole story was told: is it an answer, a thank-you, a question about a ticket, or a new matter?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.conversation import (
    acquaintance,
    confirming,
    intake,
    language,
    owner_requests,
    questions,
    recent,
    relay,
    second_report,
    vague,
    visit_answers,
)
from bot.conversation import (
    draft as drafts,
)
from bot.conversation.talk import Talk
from bot.desk import registering
from bot.desk.errors import WrongState
from bot.desk.ticket import Ticket
from bot.messages import Attachment
from nlp.intents import answer_of, find_number
from nlp.normalise import normalise
from nlp.understanding import Appointment

Photos = Sequence[Attachment]


def heard(talk: Talk, text: str, photos: Photos) -> None:
    """One story of an owner, in private. A refusal of the desk is answered, and leaves no question open."""
    try:
        _heard(talk, text, photos)
    except WrongState as refused:
        talk.asked()
        owner_requests.too_late(talk, refused.ticket)


def _heard(talk: Talk, text: str, photos: Photos) -> None:
    if not text.strip():
        _only_media(talk, photos)
        return
    if visit_answers.in_lines(talk, text):
        for line in text.splitlines():
            heard(talk, line, photos)
        return
    language.settle(talk, text)
    if relay.passed_on(talk, text, photos) or visit_answers.answered(talk, text):
        return
    if _unfiled_dropped(talk, text):
        return
    if questions.answered(talk, text, photos) or _draft_answered(talk, text, photos):
        return
    intent = talk.hear(text).intent
    room = _ROOMS.get(intent)
    if room is not None and room(talk, text, photos):
        return
    if talk.hear(text).problems:
        _report(talk, text, photos)
    else:
        _nothing_to_file(talk, text, photos)


def _only_media(talk: Talk, photos: Photos) -> None:
    """A photo alone belongs to what was just told; a voice message needs words (facts A: no transcript)."""
    kinds = {p.kind for p in photos}
    if not kinds:
        talk.say("empty")
        return
    draft = drafts.load(talk)
    if draft is not None:
        draft.add("", photos)
        if draft.tickets:
            intake.proceed(talk, draft)
        else:
            drafts.store(talk, draft)
        return
    filed = recent.just_filed(talk)
    if filed:
        questions.add_to(talk, filed[0], "", photos)
        return
    waiting = drafts.Draft(photos=talk.session.data.get("waiting_photos", []))
    waiting.add("", photos)
    talk.session.data["waiting_photos"] = waiting.photos[-20:]
    talk.say("voice_only" if kinds == {"voice"} else "photo_only")


def _unfiled_dropped(talk: Talk, text: str) -> bool:
    """取消 while we still ask about a matter means that matter, not an older ticket."""
    draft = drafts.load(talk)
    if draft is None or draft.tickets or find_number(normalise(text)):
        return False
    if answer_of(normalise(text)) != "cancel" and talk.hear(text).intent != "withdraw":
        return False
    drafts.drop(talk)
    talk.asked()
    talk.say("draft.dropped")
    return True


def _draft_answered(talk: Talk, text: str, photos: Photos) -> bool:
    """Between restatement and 确认: yes, no, cancel, or more of the story."""
    draft = drafts.load(talk)
    if draft is None or not draft.tickets:
        return False
    answer = answer_of(normalise(text))
    said = talk.hear(text)
    if answer == "yes" or (said.intent == "thanks" and _AGREES.match(text)):
        confirming.confirm(talk, draft.tickets)
    elif answer in ("no", "change"):
        confirming.change(talk, draft.tickets)
    elif answer == "cancel" or said.intent == "withdraw":
        confirming.cancel(talk, draft.tickets)
    elif said.intent in ("thanks", "greeting", "human", "progress", "urge"):
        return False
    else:
        draft.add(text, photos)
        intake.proceed(talk, draft)
    return True


def _report(talk: Talk, text: str, photos: Photos) -> None:
    """A new matter, unless it only says more of an emergency that is on its way."""
    follow_up = _follow_up(talk, text)
    if follow_up is not None:
        questions.add_to(talk, follow_up, text, photos)
        return
    acquaintance.introduce(talk, text)
    waiting = talk.session.data.pop("waiting_photos", [])
    intake.begin(talk, text, [*(Attachment(**p) for p in waiting), *photos])


def _follow_up(talk: Talk, text: str) -> Ticket | None:
    problems = talk.hear(text).problems
    for ticket in recent.just_filed(talk):
        if ticket.urgency == "emergency" and all(second_report.is_alike(ticket, p) for p in problems):
            return ticket
    return None


def _nothing_to_file(talk: Talk, text: str, photos: Photos) -> None:
    said = talk.hear(text)
    filed = recent.just_filed(talk)
    draft = drafts.load(talk)
    if draft is not None:
        draft.add(text, photos)
        intake.proceed(talk, draft)
    elif photos and filed:
        questions.add_to(talk, filed[0], text, photos)
    elif photos:
        intake.begin(talk, text, photos)
    elif not intake.is_introduced(talk) and (said.place or said.name):
        acquaintance.introduce(talk, text, asked=True)
        talk.say("met", name=talk.resident.name if talk.resident else "")
    elif said.phone and filed:
        acquaintance.phone_told(talk, said.phone, [t.id for t in filed])
        talk.say("phone.noted", phone=said.phone)
    elif said.appointment is not None and _rescheduled(talk, said.appointment):
        return
    elif vague.is_announced(text):
        talk.say("ask.matter")
    elif vague.wants_something(text):
        acquaintance.introduce(talk, text)
        intake.begin(talk, text, photos)
    elif answer_of(normalise(text)) == "yes" or _ACKNOWLEDGED.fullmatch(text.strip()):
        talk.say("ok")
    else:
        talk.say("not_understood", [[(talk.button("human"), {"act": "human", "tickets": []})]])


_AGREES = re.compile(
    r"\s*(?:对|對|是的?|好的?|没错|沒錯|没问题|沒問題|行|可以|嗯|yes|ok|right|correct|sure)", re.IGNORECASE
)
_SHORT = 12
"""Characters; a longer line that asks for a person says what for."""
_ACKNOWLEDGED = re.compile(
    r"(?:嗯+|好+|哦+|噢+|行|知道了|收到|明白了?|了解|ok|okay|got it|[\s,，。!！~])+", re.IGNORECASE
)


def _rescheduled(talk: Talk, when: Appointment) -> bool:
    """下午没空了，改到明天上午9点: the one repair at home that is open gets the new time."""
    open_at_home = [t for t in recent.open_tickets(talk) if t.at_home and t.state != "new"]
    if len(open_at_home) != 1:
        return False
    registering.set_appointment(talk.desk, open_at_home[0], when, talk.actor, talk.channel)
    talk.say("appointment.noted", when=talk.voice.appointment(when))
    return True


def _thanks(talk: Talk, text: str, photos: Photos) -> bool:
    talk.say("thanks")
    return True


def _greeting(talk: Talk, text: str, photos: Photos) -> bool:
    known = intake.is_introduced(talk)
    name = talk.resident.name if talk.resident else ""
    talk.say("greeting" if known else "greeting.first", name=name, community=talk.desk.community.name)
    return True


def _progress(talk: Talk, text: str, photos: Photos) -> bool:
    owner_requests.progress(talk, owner_requests.meant(talk, text, []))
    return True


def _urge(talk: Talk, text: str, photos: Photos) -> bool:
    tickets = owner_requests.meant(talk, text, recent.open_tickets(talk))
    if not tickets and (talk.hear(text).problems or vague.wants_something(text)):
        return False
    owner_requests.choose(talk, "urge", tickets, owner_requests.urge)
    return True


def _withdraw(talk: Talk, text: str, photos: Photos) -> bool:
    tickets = owner_requests.meant(talk, text, recent.open_tickets(talk))
    owner_requests.choose(talk, "withdraw", tickets, owner_requests.withdraw)
    return True


def _add(talk: Talk, text: str, photos: Photos) -> bool:
    tickets = owner_requests.meant(talk, text, recent.just_filed(talk) or recent.open_tickets(talk))
    if len(tickets) != 1:
        return False
    questions.add_to(talk, tickets[0], text, photos)
    return True


def _human(talk: Talk, text: str, photos: Photos) -> bool:
    """What was said in the same breath is passed on, too."""
    relay.begin(talk, recent.open_tickets(talk)[:1])
    rest = "\n".join(line for line in text.splitlines() if not _only_asks_for_a_person(talk, line))
    if "relay" not in talk.session.data or not (rest or photos):
        return not talk.hear(rest).problems
    return relay.passed_on(talk, rest, photos)


def _only_asks_for_a_person(talk: Talk, line: str) -> bool:
    said = talk.hear(line)
    return said.intent == "human" and not said.problems and len(line.strip()) <= _SHORT


_ROOMS: dict[str, Callable[[Talk, str, Photos], bool]] = {
    "thanks": _thanks,
    "greeting": _greeting,
    "progress": _progress,
    "urge": _urge,
    "withdraw": _withdraw,
    "add": _add,
    "human": _human,
}
