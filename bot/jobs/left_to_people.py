"""A message that failed again and again is left to people: its owner hears so, and somebody is asked to go on (design 5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.config import Community
from bot.conversation.handler import Conversation
from bot.desk import masking
from bot.desk.calendar import calendar_of
from bot.desk.people import Resident, Staff
from bot.desk.ports import Timer, Work
from bot.desk.routing import Routing
from bot.messages import Address, Attachment, Incoming, Outgoing
from bot.texts import gist
from bot.texts.words import STAFF, Words
from nlp.understanding import Language

_SAID = ("text", "tap", "contact", "start")
"""What somebody waits for an answer to."""
_LONGEST = 500


def tell(
    conversation: Conversation, work: Work, incoming: Incoming, now: datetime, *, inbox_id: int | None = None
) -> None:
    """In the given unit of work. Understands nothing: understanding may be what failed."""
    lost = _lost(conversation, work, incoming, inbox_id)
    asked = _asked(work, lost.community, incoming, now)
    said: list[Outgoing] = []
    if incoming.private and incoming.kind in _SAID:
        said.append(Outgoing(incoming.address, _answer(conversation.words, lost, asked)))
    said += _tasks(conversation.words, work, lost, asked)
    work.outbox.put([_once(message, incoming, n) for n, message in enumerate(said)], now)


@dataclass(frozen=True, slots=True)
class _Lost:
    """What could not be handled, and who it is from, as far as we know them."""

    incoming: Incoming
    community: Community
    resident: Resident | None
    staff: Staff | None
    inbox_id: int | None


def _lost(conversation: Conversation, work: Work, incoming: Incoming, inbox_id: int | None) -> _Lost:
    people, address = work.people, incoming.address
    identity = people.identity(address.channel, address.account, incoming.sender)
    of = identity if incoming.private else people.group_at(address) or identity
    community = (
        conversation.settings.community(of.community) if of else conversation.community_of(address.channel)
    )
    resident = people.resident(identity.resident_id) if identity and identity.resident_id else None
    staff = people.staff(identity.staff_id) if identity and identity.staff_id else None
    return _Lost(incoming, community, resident, staff, inbox_id)


def tell_of_story(conversation: Conversation, work: Work, timer: Timer, now: datetime) -> None:
    """What was told in pieces, or waited for 确认. The story is closed, or all that is said later would fail with it."""
    where = timer.data
    address = Address(where["channel"], where["account"], where["chat"], where.get("thread", ""))
    session = work.sessions.get(address, where["sender"])
    story: dict[str, Any] = session.data.get(timer.kind, {})
    pieces = [text for _, text in story.get("pieces", ())] or [story.get("text", "")]
    photos = tuple(Attachment(**photo) for photo in story.get("photos", ()))
    if timer.kind == "story":
        session.data.pop("story", None)
        work.sessions.save(session)
        work.timers.cancel(timer.key)
    key = f"{timer.key}:{now.timestamp():.0f}"
    told = Incoming(address, key, "text", where["sender"], now, text="\n".join(pieces), attachments=photos)
    tell(conversation, work, told, now)


def tell_of_timer(conversation: Conversation, work: Work, timer: Timer, now: datetime) -> None:
    """A promise, a reminder, a visit that does not come: the duty manager is asked to look at the ticket."""
    ticket_id = timer.data.get("ticket")
    if ticket_id is None and "visit" in timer.data:
        ticket_id = work.visits.get(timer.data["visit"]).ticket_id
    if ticket_id is None:
        return
    ticket = work.tickets.get(ticket_id)
    routing = Routing(work.people, conversation.settings.community(ticket.community))
    blamed = routing.blamed(ticket)
    asked = next(one for one in (routing.duty_manager(), routing.director()) if one != blamed)
    known = work.people.identities_of_staff(asked.id)
    to = next((identity.address for identity in known if identity.address is not None), None)
    if to is None:
        return
    what = conversation.words.label(STAFF, f"timer.{timer.kind}")
    text = conversation.words.say(STAFF, "talk.staff.timer_failed", number=ticket.number, what=what)
    work.outbox.put([Outgoing(to, text, ticket_id=ticket.id)], now)


def _once(message: Outgoing, incoming: Incoming, n: int) -> Outgoing:
    """`huiyin inbox retry` may fail as well."""
    a = incoming.address
    which = f"left_to_people:{a.channel}:{a.account}:{incoming.key}:{n}"
    return replace(message, dedupe=which)


def _asked(work: Work, community: Community, incoming: Incoming, now: datetime) -> list[Staff]:
    """Whoever is on duty and the duty manager; not one whom the words name (B08), then the director."""
    routing = Routing(work.people, community)
    people = (
        routing.duty_officer(now, calendar_of(community)),
        routing.duty_manager(),
        routing.director(),
    )
    free = {one.id: one for one in people if one.name not in incoming.text}
    return list(free.values())[:2]


def _tasks(words: Words, work: Work, lost: _Lost, asked: list[Staff]) -> list[Outgoing]:
    """In private; where none of them ever wrote to the desk, masked to the service group."""
    identities = [work.people.identities_of_staff(one.id) for one in asked]
    found = (next((i.address for i in known if i.address is not None), None) for known in identities)
    private = [address for address in found if address is not None]
    group = Routing(work.people, lost.community).group("service")
    to = private or [address for address in (group.address if group else None,) if address is not None]
    text = _task(words, lost, private=bool(private))
    return [Outgoing(address, text, attachments=lost.incoming.attachments) for address in to]


def _answer(words: Words, lost: _Lost, asked: list[Staff]) -> str:
    who = asked[0].name if asked else ""
    if lost.staff is not None:
        return words.say(STAFF, "talk.staff.left_to_people", who=who)
    language: Language = lost.resident.language if lost.resident else "zh-Hans"
    return words.say(language, "talk.left_to_people", who=who)


def _task(words: Words, lost: _Lost, *, private: bool) -> str:
    """Groups read no names and phones of residents (G02)."""
    person = lost.resident or lost.staff
    name = (person.name if person else "") or lost.incoming.sender_name
    phone = person.phone if person else ""
    told = lost.incoming.text
    if not private:
        told = masking.mask_text(told, [name] if name else [], [phone] if phone else [])
        name, phone = masking.mask_name(name), masking.mask_phone(phone)
    home = lost.resident.home if lost.resident else None
    return words.say(
        STAFF,
        "talk.staff.take_over",
        who=name,
        phone=phone,
        home=home.text if home else "",
        staff=lost.staff is not None,
        text=gist.cut(told, _LONGEST),
        tapped=lost.incoming.kind == "tap",
        id=lost.inbox_id,
    )
