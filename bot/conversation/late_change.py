"""修改 after the dispatch: room, phone and time are put right on the ticket, anything else is added to it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation import places
from bot.conversation.talk import Talk
from bot.desk import registering
from bot.desk.ticket import Ticket
from bot.texts.places import shown as shown_in
from nlp.understanding import Understanding


def put_right(talk: Talk, tickets: Sequence[Ticket], text: str) -> bool:
    """False where the line is no room, phone or time alone, or where several tickets may be meant."""
    heard = talk.hear(text)
    if heard.problems or len(tickets) != 1:
        return False
    put = [_place(talk, tickets[0], heard), _phone(talk, tickets[0], heard), _time(talk, tickets[0], heard)]
    return any(put)


def _place(talk: Talk, ticket: Ticket, heard: Understanding) -> bool:
    place = places.place_of(None, heard, talk.resident) if heard.place else None
    if place is None:
        return False
    registering.set_place(talk.desk, ticket, place, places.shown(place), talk.actor, talk.channel)
    talk.say(
        "place.noted",
        place=shown_in(place, places.shown(place), talk.language),
        numbers=[ticket.number],
    )
    return True


def _phone(talk: Talk, ticket: Ticket, heard: Understanding) -> bool:
    if not heard.phone:
        return False
    registering.set_phone(talk.desk, ticket, heard.phone, talk.actor, talk.channel)
    talk.say("phone.noted", phone=heard.phone)
    return True


def _time(talk: Talk, ticket: Ticket, heard: Understanding) -> bool:
    if heard.appointment is None:
        return False
    registering.set_appointment(talk.desk, ticket, heard.appointment, talk.actor, talk.channel)
    talk.say("appointment.noted", when=talk.voice.appointment(heard.appointment))
    return True
