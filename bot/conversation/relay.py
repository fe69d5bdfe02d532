"""转人工: what owner and customer service write is passed on until it ends (relay_end).

Both ends live in sessions: the owner's holds {"relay": {"id"}}, the community's {"relays": [entry, …]}. An entry says where
the owner is, what they `said` last, and whether they are `waiting` for a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from bot.conversation import draft as drafts
from bot.conversation import relay_end
from bot.conversation.relay_end import Relay, desk_session, service_group
from bot.conversation.talk import Act, Talk
from bot.desk import masking
from bot.desk.routing import Routing
from bot.desk.ticket import Ticket
from bot.messages import Address, Attachment
from bot.texts import card, gist
from nlp.intents import answer_of
from nlp.normalise import normalise

_LONGEST = 1000
_SHORT = 60


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
    entry: Relay = {
        "address": asdict(talk.address),
        "sender": talk.sender,
        "who": masking.mask_name(talk.resident.name if talk.resident else ""),
        "language": talk.language,
        "ticket": ticket.id if ticket else None,
        "said": "",
        "waiting": True,
        "reminded": False,
    }
    session = desk_session(talk)
    entry["id"] = session.data.get("last", 0) + 1
    session.data["last"] = entry["id"]
    session.data.setdefault("relays", []).append(entry)
    talk.desk.work.sessions.save(session)
    talk.session.data["relay"] = {"id": entry["id"]}
    relay_end.watch(talk, entry["id"])
    _tell_service(talk, group.address, entry, ticket)
    if talk.desk.calendar.is_open(talk.now):
        talk.say("relay.begun")
        return
    _tell_duty(talk, ticket)
    talk.say("relay.begun_closed")


def _tell_service(talk: Talk, to: Address, entry: Relay, ticket: Ticket | None) -> None:
    text = talk.words.say(
        "zh-Hans",
        "talk.relay.card",
        who=entry["who"],
        number=ticket.number if ticket else "",
        text=gist.cut(masked(talk, ticket.text), _LONGEST) if ticket else "",
        place=card.place(ticket, private=False) if ticket else "",
    )
    if ticket is not None:
        talk.desk.note(ticket, "human_asked", talk.actor, talk.channel)
    talk.send(text, relay_end.end_rows(talk, entry), to=to)


def _tell_duty(talk: Talk, ticket: Ticket | None) -> None:
    """Outside opening hours the duty officer hears of it, with the number to call (A11)."""
    officer = Routing(talk.desk.work.people, talk.desk.community).duty_officer(talk.now, talk.desk.calendar)
    text = talk.words.say(
        "zh-Hans",
        "talk.relay.duty",
        who=talk.name,
        phone=talk.resident.phone if talk.resident else "",
        number=ticket.number if ticket else "",
    )
    relay_end.tell(talk, officer, text)


def masked(talk: Talk, text: str) -> str:
    resident = talk.resident
    names = [resident.name] if resident and resident.name else []
    phones = [resident.phone] if resident and resident.phone else []
    return masking.mask_text(text, names, phones)


def passed_on(talk: Talk, text: str, photos: Sequence[Attachment]) -> bool:
    """The owner's line, to the service group; False where the desk has to hear it as well."""
    kept = talk.session.data.get("relay")
    if kept is None:
        return False
    group = service_group(talk)
    session = desk_session(talk)
    relay = relay_end.found(session, kept["id"])
    if group is None or group.address is None or relay is None:
        talk.session.data.pop("relay")
        return False
    said = gist.cut(masked(talk, text), _LONGEST)
    line = talk.words.say("zh-Hans", "talk.relay.from_owner", who=relay["who"], text=said)
    talk.send(line, relay_end.end_rows(talk, relay), to=group.address, attachments=tuple(photos))
    if talk.hear(text).intent not in ("thanks", "greeting"):
        relay |= {"waiting": True, "reminded": False, "said": gist.cut(said, _SHORT)}
        talk.desk.work.sessions.save(session)
    relay_end.watch(talk, relay["id"])
    return not _desk_hears(talk, text)


def _desk_hears(talk: Talk, text: str) -> bool:
    """An emergency always; what is reported while the office is closed; an answer to what the desk itself asked."""
    heard = talk.hear(text)
    if any(p.urgency == "emergency" for p in heard.problems):
        return True
    if heard.problems and not talk.desk.calendar.is_open(talk.now):
        return True
    if talk.asking() is not None and (heard.place or heard.phone or heard.appointment):
        return True
    return drafts.load(talk) is not None and answer_of(normalise(text)) in ("yes", "cancel")


def from_group(talk: Talk, text: str, photos: Sequence[Attachment]) -> bool:
    """A line of customer service, to the owner; asks which one where it may be meant for another."""
    if talk.staff is None or not (text or photos):
        return False
    session = desk_session(talk)
    relays = session.data.get("relays", [])
    ended = relay_end.lately(talk, session)
    if relays and text.strip(" 。.!！") == talk.words.label("zh-Hans", "button.end_relay"):
        _end_typed(talk, relays)
        return True
    if len(relays) == 1 and ended is None:
        relay_end.answered(talk, session, relays[0])
        _to_owner(talk, relays[0], text, photos)
        return True
    if not relays and ended is None:
        return False
    if not relays:
        relay_end.ask_no_more(talk, session)
    _ask_to_whom(talk, relays, ended, text, photos)
    return True


def _end_typed(talk: Talk, relays: Sequence[Relay]) -> None:
    """结束 written instead of tapped is not for the owner to read."""
    if len(relays) == 1:
        relay_end.end(talk, relays[0]["id"])
        return
    rows = [[(relay["who"], {"act": "end_relay", "relay": relay["id"]})] for relay in relays[:8]]
    talk.say("relay.end_which", rows)


def _ask_to_whom(
    talk: Talk, relays: Sequence[Relay], ended: Relay | None, text: str, photos: Sequence[Attachment]
) -> None:
    base = {"act": "relay_to", "text": text, "photos": [asdict(photo) for photo in photos]}
    rows = [[(relay["who"], {**base, "relay": relay["id"]})] for relay in relays[:8]]
    if ended is not None:
        label = talk.words.say("zh-Hans", "button.resume_relay", who=ended["who"])
        rows.append([(label, {**base, "relay": ended["id"], "ended": ended})])
    talk.say("relay.to_whom" if relays else "relay.resume", rows)


def to_chosen(talk: Talk, act: Act) -> None:
    """The owner for whom a line was meant; also one whose talk the clock had ended."""
    session = desk_session(talk)
    relay = relay_end.found(session, act["relay"]) or relay_end.resumed(talk, session, act.get("ended"))
    if relay is None:
        talk.notice("relay.over_unsent")
        return
    relay_end.answered(talk, session, relay)
    _to_owner(talk, relay, act["text"], [Attachment(**photo) for photo in act.get("photos", ())])
    talk.notice("relay.sent")


def _to_owner(talk: Talk, relay: Relay, text: str, photos: Sequence[Attachment]) -> None:
    staff = talk.staff.name if talk.staff else ""
    line = talk.words.say(relay["language"], "talk.relay.from_staff", who=staff, text=text)
    talk.send(line, to=Address(**relay["address"]), attachments=tuple(photos))
