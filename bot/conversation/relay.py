"""转人工: what owner and customer service write is passed on until the assistant taps 结束.

Both ends live in sessions: the owner's holds {"relay": {...}}, the service group's (sender "") {"relays": [...]}.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.conversation.talk import Talk
from bot.desk import masking
from bot.desk.people import Group
from bot.desk.ports import Session
from bot.desk.routing import Routing
from bot.desk.ticket import Ticket
from bot.messages import Address, Attachment
from bot.texts import card, gist

_LONGEST = 1000


def begin(talk: Talk, tickets: Sequence[Ticket]) -> None:
    """The service group gets a card naming the owner's matter."""
    group = service_group(talk)
    if group is None or group.address is None:
        talk.say("relay.no_group")
        return
    if "relay" in talk.session.data:
        talk.say("relay.already")
        return
    routing = Routing(talk.desk.work.people, talk.desk.community)
    told = [t for t in tickets if routing.blamed(t) is None]  # about a person: nobody else reads it (B08)
    ticket = told[0] if told else None
    entry = {
        "address": asdict(talk.address),
        "sender": talk.sender,
        "who": masking.mask_name(talk.resident.name if talk.resident else ""),
        "language": talk.language,
        "ticket": ticket.id if ticket else None,
    }
    session = _desk_session(talk)
    entry["id"] = session.data.get("last", 0) + 1
    session.data["last"] = entry["id"]
    session.data.setdefault("relays", []).append(entry)
    talk.desk.work.sessions.save(session)
    talk.session.data["relay"] = {"id": entry["id"]}
    _tell_service(talk, group.address, entry, ticket)
    if talk.desk.calendar.is_open(talk.now):
        talk.say("relay.begun")
        return
    _tell_duty(talk, ticket)
    talk.say("relay.begun_closed")


def _tell_service(talk: Talk, to: Address, entry: dict[str, Any], ticket: Ticket | None) -> None:
    text = talk.words.say(
        "zh-Hans",
        "talk.relay.card",
        who=entry["who"],
        number=ticket.number if ticket else "",
        text=gist.cut(masked(talk, ticket.text), _LONGEST) if ticket else "",
        place=card.place(ticket, private=False) if ticket else "",
    )
    label = talk.words.label("zh-Hans", "button.end_relay")
    if ticket is not None:
        talk.desk.note(ticket, "human_asked", talk.actor, talk.channel)
    talk.send(text, [[(label, {"act": "end_relay", "relay": entry["id"]})]], to=to)


def _tell_duty(talk: Talk, ticket: Ticket | None) -> None:
    """Outside opening hours the duty officer hears of it, with the number to call (A11)."""
    officer = Routing(talk.desk.work.people, talk.desk.community).duty_officer(talk.now, talk.desk.calendar)
    addresses = [i.address for i in talk.desk.work.people.identities_of_staff(officer.id) if i.address]
    if not addresses:
        return
    text = talk.words.say(
        "zh-Hans",
        "talk.relay.duty",
        who=talk.name,
        phone=talk.resident.phone if talk.resident else "",
        number=ticket.number if ticket else "",
    )
    talk.send(text, to=addresses[0])


def masked(talk: Talk, text: str) -> str:
    resident = talk.resident
    names = [resident.name] if resident and resident.name else []
    phones = [resident.phone] if resident and resident.phone else []
    return masking.mask_text(text, names, phones)


def service_group(talk: Talk) -> Group | None:
    groups = talk.desk.work.people.groups(talk.desk.community.id)
    return next((g for g in groups if g.key == "service"), None)


def _desk_session(talk: Talk) -> Session:
    """Kept by community, not by chat: binding the group anew must leave nobody talking to an empty room."""
    return talk.desk.work.sessions.get(Address("desk", talk.desk.community.id, "service"), "relays")


def _is_open(talk: Talk, relay_id: int) -> bool:
    return any(relay["id"] == relay_id for relay in _desk_session(talk).data.get("relays", []))


def passed_on(talk: Talk, text: str, photos: Sequence[Attachment]) -> bool:
    """The owner's line, to the service group. An emergency is dispatched all the same."""
    relay = talk.session.data.get("relay")
    if relay is None:
        return False
    group = service_group(talk)
    if group is None or group.address is None or not _is_open(talk, relay["id"]):
        talk.session.data.pop("relay")
        return False
    who = masking.mask_name(talk.resident.name if talk.resident else "")
    line = talk.words.say(
        "zh-Hans", "talk.relay.from_owner", who=who, text=gist.cut(masked(talk, text), _LONGEST)
    )
    label = talk.words.label("zh-Hans", "button.end_relay")
    rows = [[(label, {"act": "end_relay", "relay": relay["id"]})]]
    talk.send(line, rows, to=group.address, attachments=tuple(photos))
    return not any(p.urgency == "emergency" for p in talk.hear(text).problems)


def from_group(talk: Talk, text: str, photos: Sequence[Attachment]) -> bool:
    """A line of customer service, to the owner; asks which one where several wait."""
    relays = _desk_session(talk).data.get("relays", [])
    if not relays or talk.staff is None or not (text or photos):
        return False
    if len(relays) == 1:
        _to_owner(talk, relays[0], text, photos)
        return True
    kept = [asdict(photo) for photo in photos]
    rows = [
        [(r["who"], {"act": "relay_to", "relay": r["id"], "text": text, "photos": kept})] for r in relays[:8]
    ]
    talk.say("relay.to_whom", rows)
    return True


def _to_owner(talk: Talk, relay: dict[str, Any], text: str, photos: Sequence[Attachment] = ()) -> None:
    staff = talk.staff.name if talk.staff else ""
    line = talk.words.say(relay["language"], "talk.relay.from_staff", who=staff, text=text)
    talk.send(line, to=Address(**relay["address"]), attachments=tuple(photos))


def to_chosen(talk: Talk, relay_id: int, text: str, photos: Sequence[Attachment] = ()) -> None:
    for relay in _desk_session(talk).data.get("relays", []):
        if relay["id"] == relay_id:
            _to_owner(talk, relay, text, photos)
            talk.notice("relay.sent")
            return
    talk.notice("relay.over")


def end(talk: Talk, relay_id: int) -> None:
    """结束: both sides hear it."""
    session = _desk_session(talk)
    relays = session.data.get("relays", [])
    relay = next((r for r in relays if r["id"] == relay_id), None)
    if relay is None:
        talk.notice("relay.over")
        return
    session.data["relays"] = [r for r in relays if r["id"] != relay_id]
    talk.desk.work.sessions.save(session)
    owner = talk.desk.work.sessions.get(Address(**relay["address"]), relay["sender"])
    owner.data.pop("relay", None)
    talk.desk.work.sessions.save(owner)
    if relay["ticket"] is not None:
        ticket = talk.desk.work.tickets.get(relay["ticket"])
        talk.desk.note(ticket, "human_ended", talk.actor, talk.channel)
    talk.notice("relay.ended_notice")
    talk.send(talk.words.say(relay["language"], "talk.relay.ended"), to=Address(**relay["address"]))
    talk.say("relay.ended_group", who=relay["who"], by=talk.staff.name if talk.staff else "")
