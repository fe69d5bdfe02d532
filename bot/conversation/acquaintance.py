"""First contact: who writes, which room, and whether the roster knows them (verified or 未核实)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.conversation import places
from bot.conversation.talk import Talk
from bot.desk import registering
from bot.desk.people import Identity, Resident
from bot.desk.ticket import Ticket
from bot.texts.places import shown as shown_in
from nlp.understanding import Understanding

_CHINESE_NAME = re.compile(
    r"(?!谢谢|謝謝|快点|麻烦|麻煩|在家|你好|您好|好的|没有|沒有|不是|急|马上)[\u4e00-\u9fff·]{2,4}"
)
_LATIN_WORD = re.compile(r"[A-Z][A-Za-z.'-]{0,20}")


def stranger(talk: Talk, name: str = "") -> Resident:
    """An unknown person gets a row of their own, unverified."""
    new = Resident(0, talk.desk.community.id, name, language=talk.language)
    return talk.desk.work.people.add_resident(new)


def introduce(talk: Talk, text: str, *, asked: bool = False) -> None:
    """Keeps the room, name and phone that somebody off the roster tells us; `asked`: it answers our question."""
    resident = talk.resident
    if resident is None or resident.rostered:
        return
    heard = talk.hear(text)
    resident.name = heard.name or _name_beside_place(text, heard, asked) or resident.name
    resident.phone = resident.phone or heard.phone or ""
    if heard.place is not None and heard.place.room and not resident.homes:
        resident.homes = (heard.place,)
    talk.desk.work.people.save_resident(resident)
    if heard.phone and heard.place is not None:
        _match_roster(talk, heard.phone)


def _name_beside_place(text: str, heard: Understanding, asked: bool) -> str:
    """In an answer anywhere; in a story only on the line that tells the room."""
    if heard.place is None:
        return bare_name(text, heard) if asked else ""
    lines = [line for line in text.splitlines() if heard.place.text and heard.place.text in line]
    return bare_name(lines[0], heard) if lines else ""


def bare_name(text: str, heard: Understanding) -> str:
    """`3栋2单元1402 张伟`: what is left of an answer beside room and phone, where it can be a name."""
    rest = text.replace(heard.place.text, " ") if heard.place else text
    left = [word for word in re.split(r"[\s,，。、;；:：]+", re.sub(r"\+?\d[\d -]{6,}", " ", rest)) if word]
    if len(left) == 1 and _CHINESE_NAME.fullmatch(left[0]):
        return left[0]
    if 1 <= len(left) <= 3 and all(_LATIN_WORD.fullmatch(word) for word in left):
        return " ".join(left)
    return ""


def phone_told(talk: Talk, phone: str, ticket_ids: list[int]) -> list[Ticket]:
    """A phone typed or shared by button; kept on the tickets that lack one."""
    tickets = [talk.desk.work.tickets.get(i) for i in ticket_ids]
    if talk.resident is not None and not talk.resident.rostered:
        talk.resident.phone = phone
        talk.desk.work.people.save_resident(talk.resident)
        _match_roster(talk, phone)
    for ticket in tickets:
        if talk.resident is not None:
            ticket.verified = talk.resident.verified
        registering.set_phone(talk.desk, ticket, phone, talk.actor, talk.channel)
    return tickets


def shared_phone(talk: Talk, phone: str) -> None:
    """The platform itself vouches for the number (Telegram's share-contact button)."""
    known = _owner_of(talk, phone)
    asking = talk.asking()
    tickets = phone_told(talk, phone, asking["tickets"] if asking and asking["what"] == "phone" else [])
    if asking and asking["what"] == "phone":
        talk.asked()
    if known is not None:
        become(talk, known)
        talk.say(
            "phone.verified",
            name=known.name,
            room=shown_in(known.home, places.shown(known.home), talk.language),
        )
    elif tickets or talk.resident is not None:
        talk.say("phone.noted", phone=phone)


def _owner_of(talk: Talk, phone: str) -> Resident | None:
    """The one person of the roster with this number; nobody where a couple shares it, or we know who writes."""
    if talk.resident is not None and talk.resident.rostered:
        return None
    matches = talk.desk.work.people.residents_by_phone(talk.desk.community.id, phone)
    rostered = [r for r in matches if r.rostered]
    return rostered[0] if len(rostered) == 1 else None


def _match_roster(talk: Talk, phone: str) -> None:
    """Room and phone both as on the roster: verified. Only the platform's own word opens that person's history:
    anybody may know a neighbour's number."""
    resident = talk.resident
    if resident is None or not resident.homes:
        return
    for known in talk.desk.work.people.residents_at(talk.desk.community.id, resident.homes[0]):
        if known.rostered and known.phone == phone:
            resident.verified = True
            talk.desk.work.people.save_resident(resident)
            return


def become(talk: Talk, known: Resident) -> None:
    """This account belongs to a person of the roster; open matters of the stranger move over."""
    before = talk.resident
    known.verified = True
    talk.desk.work.people.save_resident(known)
    identity = talk.desk.work.people.identity(talk.channel, talk.address.account, talk.sender)
    if identity is None:
        identity = Identity(
            talk.channel, talk.address.account, talk.sender, talk.desk.community.id, address=talk.address
        )
    talk.desk.work.people.save_identity(replace(identity, resident_id=known.id))
    talk.resident = known
    if before is not None and before.id != known.id:
        for ticket in talk.desk.work.tickets.of_resident(before.id, open_only=False):
            ticket.resident_id, ticket.resident_name, ticket.verified = known.id, known.name, True
            talk.desk.happened(ticket, "verified", talk.actor, talk.channel)
