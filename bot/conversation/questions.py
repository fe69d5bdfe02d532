"""Answers of an owner to what we asked. Each returns True where the line was an answer; else it is heard as new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, cast

from bot.conversation import acquaintance, confirming, intake, late_change, places, second_report_answers
from bot.conversation import draft as drafts
from bot.conversation.talk import Talk
from bot.desk import owner_acts, registering
from bot.desk.states import OPEN
from bot.desk.ticket import Ticket, TicketPhoto
from bot.messages import Attachment
from bot.texts import times
from bot.texts.places import shown as shown_in
from nlp.intents import answer_of
from nlp.normalise import normalise
from nlp.understanding import Category

Photos = Sequence[Attachment]
CATEGORY_WORDS: dict[str, Category] = {
    "设施": "facilities",
    "设备": "facilities",
    "卫生": "cleaning",
    "保洁": "cleaning",
    "安全": "security",
    "保安": "security",
    "客服": "service",
    "服务": "service",
    "設施": "facilities",
    "衛生": "cleaning",
    "客戶": "service",
    "facilities": "facilities",
    "cleaning": "cleaning",
    "security": "security",
    "service": "service",
}


def answered(talk: Talk, text: str, photos: Photos) -> bool:
    """Whether this line answered the open question."""
    asking = talk.asking()
    if asking is None:
        return False
    if _is_over(talk, asking, text):
        talk.asked()
        return False
    if asking["what"] in _SLOTS and talk.hear(text).intent in _ELSEWHERE:
        return False
    answer = _ANSWERS.get(asking["what"])
    return bool(answer and answer(talk, asking, text, photos))


def _place(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> bool:
    draft = drafts.load(talk)
    if draft is None:
        talk.asked()
        return False
    heard = talk.hear(text)
    acquaintance.introduce(talk, text, asked=True)
    place = heard.place or (talk.resident.home if talk.resident else None)
    if place is not None:
        draft.set_place(places.place_of(None, heard, talk.resident) or place)
    elif heard.problems or answer_of(normalise(text)) == "cancel":
        return False
    elif asking.get("again"):
        draft.set_place(places.free(text))
    else:
        talk.ask("place", again=True)
        drafts.store(talk, draft)
        talk.say("ask.place_again")
        return True
    talk.asked()
    if heard.problems:
        draft.add(text, photos)
    else:
        draft.say_aside(text)
        draft.add("", photos)
    intake.proceed(talk, draft)
    return True


def _place_after(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> bool:
    """The place of an emergency that is on its way already."""
    heard = talk.hear(text)
    acquaintance.introduce(talk, text, asked=True)
    place = places.place_of(None, heard, talk.resident) if heard.place else None
    if place is None:
        if heard.problems and any(p.urgency == "emergency" for p in heard.problems):
            return False
        place = places.free(text)
    talk.asked()
    tickets = [talk.desk.work.tickets.get(i) for i in asking["tickets"]]
    for ticket in tickets:
        ticket.phone = ticket.phone or (heard.phone or "")
        registering.set_place(talk.desk, ticket, place, places.shown(place), talk.actor, talk.channel)
    talk.say(
        "place.noted",
        place=shown_in(place, places.shown(place), talk.language),
        numbers=[t.number for t in tickets],
    )
    confirming.ask_rest(talk, tickets)
    return True


def _category(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> bool:
    for word, category in CATEGORY_WORDS.items():
        if word in text.lower() and len(text) <= 12:
            return category_chosen(talk, category)
    return False


def category_chosen(talk: Talk, category: Category) -> bool:
    draft = drafts.load(talk)
    if draft is None:
        return False
    talk.asked()
    draft.category = category
    intake.proceed(talk, draft)
    return True


def _phone(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> bool:
    phone = talk.hear(text).phone
    if phone is None:
        if answer_of(normalise(text)) in ("no", "cancel"):
            talk.asked()
            talk.say("phone.declined")
            return True
        return False
    talk.asked()
    tickets = acquaintance.phone_told(talk, phone, asking["tickets"])
    talk.say("phone.noted", phone=phone)
    if talk.hear(text).appointment is not None:
        _appointment(talk, asking, text, photos)
    confirming.ask_rest(talk, tickets)
    return True


def _appointment(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> bool:
    heard = talk.hear(text)
    when = heard.appointment
    if when is None:
        if heard.problems:
            return False
        if heard.phone:  # not what was asked, and just as welcome; the question stays open
            acquaintance.phone_told(talk, heard.phone, asking["tickets"])
            talk.say("phone.noted", phone=heard.phone)
            return True
        if answer_of(normalise(text)) in ("yes", "no", "cancel"):
            any_time(talk)
            return True
        if asking.get("again"):
            return False
        talk.ask("appointment", tickets=asking["tickets"], again=True)
        talk.say("ask.appointment_again")
        return True
    talk.asked()
    for ticket in _tickets(talk, asking):
        registering.set_appointment(talk.desk, ticket, when, talk.actor, talk.channel)
    shown = times.show_appointment(when, talk.now, talk.desk.community.zone, talk.language)
    talk.say("appointment.noted", when=shown)
    return True


def any_time(talk: Talk) -> None:
    talk.asked()
    talk.say("appointment.any_time")


def _add(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> bool:
    talk.asked()
    ticket = talk.desk.work.tickets.get(asking["ticket"])
    if ticket.state not in (*OPEN, "answered"):
        return False
    add_to(talk, ticket, text, photos)
    return True


def add_to(talk: Talk, ticket: Ticket, text: str, photos: Photos) -> None:
    for photo in photos:
        keep_photo(talk, ticket, photo)
    owner_acts.add(talk.desk, ticket, text, talk.actor, talk.channel, photos=len(photos))
    talk.say("added", confirming.service_rows(talk, [ticket]), number=ticket.number)


def keep_photo(talk: Talk, ticket: Ticket, photo: Attachment) -> None:
    talk.desk.work.tickets.keep_photo(TicketPhoto(ticket.id, "added", talk.now, talk.actor.name, photo))


def _change(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> bool:
    draft = drafts.load(talk)
    talk.asked()
    if answer_of(normalise(text)) == "cancel" or talk.hear(text).intent == "withdraw":
        confirming.cancel(talk, asking["tickets"])
        return True
    if draft is None:
        still = [t for t in _tickets(talk, asking) if t.state in OPEN]
        if not photos and late_change.put_right(talk, still, text):
            return True
        for ticket in still[:1]:
            add_to(talk, ticket, text, photos)
        return bool(still)
    heard = talk.hear(text)
    if heard.problems:
        draft.text = text
    elif heard.place or heard.phone or heard.appointment:
        before = talk.hear(draft.text).place
        draft.put_right(before.text if before else "", heard.place.text if heard.place else "")
        draft.say_aside(text)
    else:
        draft.add(text, ())
    draft.category = next((c for w, c in CATEGORY_WORDS.items() if w in text and len(text) <= 12), None)
    if heard.place is not None:
        draft.set_place(places.place_of(None, heard, talk.resident) or heard.place)
    draft.add("", photos)
    intake.proceed(talk, draft)
    return True


def _same(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> bool:
    return second_report_answers.typed(talk, asking, text)


def _tickets(talk: Talk, asking: dict[str, Any]) -> list[Ticket]:
    return [talk.desk.work.tickets.get(i) for i in cast(list[int], asking["tickets"])]


def _is_over(talk: Talk, asking: dict[str, Any], text: str) -> bool:
    """A question waits ten minutes (H); later only a clear answer to it still counts, and none once the work is done."""
    if asking["what"] not in _ANSWERS:
        return False
    if asking["what"] in ("phone", "appointment") and all(
        t.state not in OPEN for t in _tickets(talk, asking)
    ):
        return True
    asked_at = datetime.fromisoformat(asking["at"])
    if talk.now - asked_at <= talk.desk.community.policy.confirm_within:
        return False
    heard = talk.hear(text)
    late = {"phone": heard.phone, "appointment": heard.appointment, "place_after": heard.place}
    return not late.get(asking["what"])


_SLOTS = ("place", "place_after", "phone", "appointment")
_ELSEWHERE = ("progress", "urge", "add", "withdraw", "human", "thanks", "greeting")
"""Somebody who asks something back is answered; our question stays open."""

_ANSWERS: dict[str, Callable[[Talk, dict[str, Any], str, Photos], bool]] = {
    "place": _place,
    "place_after": _place_after,
    "category": _category,
    "phone": _phone,
    "appointment": _appointment,
    "add": _add,
    "change": _change,
    "same": _same,
}
