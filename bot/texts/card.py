"""A ticket as staff see it: the text of a card and its buttons, always from the ticket, never from an older text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.desk import masking
from bot.desk.states import TAKEN
from bot.desk.ticket import Ticket
from bot.texts import gist
from bot.texts.keyboard import Rows
from bot.texts.voice import Voice

_MOST_EVIDENCE = 6
_RESULT = 200

BEFORE = (("accept", "handover"), ("give_back", "recategorise"))
AFTER = (("arrive", "finish"), ("hold", "handover"))


@dataclass(frozen=True, slots=True)
class Face:
    """How a card is shown. `private`: name and phone in full. `watcher`: the department's manager, from round 2 on.

    `note` stands above it: why it comes here.
    """

    private: bool = False
    photos: int = 0
    watcher: str = ""
    note: str = ""


def text(voice: Voice, ticket: Ticket, face: Face) -> str:
    """The whole card. Groups see 王** and 138****8001, also inside the owner's words."""
    return voice.say(
        "card.whole",
        note=face.note,
        round=ticket.round,
        number=ticket.number,
        category=voice.label(f"category.{ticket.category}"),
        kind=voice.label("card.patrol" if ticket.source == "patrol" else f"kind.{ticket.kind}"),
        severity=_severity_beside_kind(voice, ticket),
        handler=ticket.handler_name,
        place=place(ticket, private=face.private),
        what=told(ticket, private=face.private),
        reporter=_reporter(voice, ticket, private=face.private),
        appointment=voice.appointment(ticket.appointment),
        limits=_limits(voice, ticket),
        why="、".join(_evidence(ticket)),
        photos=face.photos,
        watcher=face.watcher,
        state=state(voice, ticket, private=face.private),
    )


def gone(voice: Voice, ticket: Ticket, state: str) -> str:
    """A card that no longer counts: what it was, and where the ticket went."""
    return voice.say("card.gone.whole", number=ticket.number, matter=matter(ticket), state=state)


def buttons_for(voice: Voice, ticket: Ticket, *, own: bool = False) -> Rows:
    """Before it is taken, after it, and none once it is finished. A hand-over that waits adds 接单, except for the
    one who has it (`own`).
    """
    if ticket.state == "assigned":
        return _rows(voice, ticket, BEFORE)
    if ticket.state not in TAKEN:
        return []
    arrived = ticket.state == "working" and ticket.arrived_at is not None
    after = [[act for act in row if not (arrived and act == "arrive")] for row in AFTER]
    return _rows(voice, ticket, [["accept"], *after] if ticket.offered_name and not own else after)


def accept_row(voice: Voice, ticket: Ticket) -> Rows:
    """接单 alone, for whom it was offered."""
    return _rows(voice, ticket, [["accept"]])


def rows(voice: Voice, *acts: str, **data: Any) -> Rows:
    """One row of buttons that all mean the same ticket or visit."""
    return [[(voice.label(f"button.{act}"), {"act": act, **data}) for act in acts]]


def severity(voice: Voice, ticket: Ticket) -> str:
    """急修·特急, 急修, 普通; 轻微投诉, 重要投诉, 重大投诉."""
    if ticket.kind == "repair":
        return voice.label(f"severity.repair.{ticket.urgency}")
    pressing = voice.label(f"severity.pressing.{ticket.urgency}")
    if ticket.kind == "complaint":
        pressing = pressing if ticket.urgency == "emergency" else ""
        return voice.label(f"severity.complaint.{ticket.grade or 'minor'}") + pressing
    return voice.label(f"severity.{ticket.kind}") + pressing


def _severity_beside_kind(voice: Voice, ticket: Ticket) -> str:
    """【设施设备·建议】 needs no 建议 after it; only how pressing it is."""
    if ticket.kind in ("repair", "complaint"):
        return severity(voice, ticket)
    return voice.label(f"severity.pressing.{ticket.urgency}").removeprefix("·")


def told(ticket: Ticket, *, private: bool) -> str:
    """The owner's words, whole."""
    return shown(gist.told(ticket), ticket, private=private)


def what(ticket: Ticket, *, private: bool = False) -> str:
    """The owner's words in short."""
    return shown(gist.gist(ticket), ticket, private=private)


def matter(ticket: Ticket, *, private: bool = False) -> str:
    """Where, and the owner's words in short; the place once."""
    where = "" if gist.begins_with_place(ticket) else place(ticket, private=private)
    return f"{where} {what(ticket, private=private)}".strip()


def place(ticket: Ticket, *, private: bool) -> str:
    """An unreadable answer to 在哪里 stands there as it was given, and may hold a name or a phone."""
    return quoted(ticket.place_text, ticket, "place", private=private)


def result(ticket: Ticket, *, private: bool) -> str:
    """What was done, in the handler's words."""
    return quoted(ticket.result, ticket, "result", private=private)


def quoted(words: str, ticket: Ticket, what: gist.Quote, *, private: bool) -> str:
    """Somebody's words at a bearable length. Masked before they are cut, or half a phone would be left in sight."""
    return gist.cut(shown(words, ticket, private=private), gist.LONGEST[what])


def owner(ticket: Ticket, *, private: bool) -> str:
    """Name and phone of whoever reported it."""
    if private:
        return f"{ticket.resident_name} {ticket.phone}".strip()
    return f"{masking.mask_name(ticket.resident_name)} {masking.mask_phone(ticket.phone)}".strip()


def shown(words: str, ticket: Ticket, *, private: bool) -> str:
    """Words as they stand in private; masked for a group."""
    if private:
        return words
    names = [] if ticket.source == "patrol" else [ticket.resident_name]
    return masking.mask_text(words, names, [ticket.phone])


def state(voice: Voice, ticket: Ticket, *, private: bool) -> str:
    """Where it stands, who has it and since when."""
    if ticket.offered_name and ticket.state in TAKEN:
        return voice.say("card.state.handing", to=ticket.offered_name, handler=ticket.handler_name)
    return voice.say(
        f"card.state.{_stands(ticket)}",
        at=voice.time(_since(ticket)),
        to=ticket.offered_name,
        handler=ticket.handler_name,
        arrived=voice.time(ticket.arrived_at),
        until=voice.time(ticket.held_until),
        reason=quoted(ticket.hold_reason, ticket, "reason", private=private),
        result=gist.cut(result(ticket, private=private), _RESULT),
    )


def _stands(ticket: Ticket) -> str:
    if ticket.kind == "suggestion" and ticket.state == "assigned":
        return "deciding"
    if ticket.state == "assigned" and ticket.offered_name:
        return "offered"
    if ticket.state == "working" and ticket.held_until is not None:
        return "held"
    return ticket.state


def _since(ticket: Ticket) -> Any:
    if ticket.state in ("finished", "answered"):
        return ticket.finished_at
    return ticket.accepted_at if ticket.state == "accepted" else ticket.dispatched_at


def _reporter(voice: Voice, ticket: Ticket, *, private: bool) -> str:
    if ticket.source == "patrol":
        return voice.say("card.finder", name=ticket.resident_name)
    name, phone = ticket.resident_name, ticket.phone
    if not private:
        name, phone = masking.mask_name(name), masking.mask_phone(phone)
    doubts = (("unverified", not ticket.verified), ("unconfirmed", ticket.unconfirmed))
    doubted = [voice.label(f"card.{doubt}") for doubt, is_so in doubts if is_so]
    return voice.say("card.owner", name=name, phone=phone, doubted=doubted)


def _limits(voice: Voice, ticket: Ticket) -> str:
    """The earliest first."""
    if ticket.state == "assigned":
        limits = (("accept_by", ticket.accept_by), ("solve_by", ticket.solve_by))
    elif ticket.state in TAKEN:
        limits = (("word_by", ticket.promised_at), ("solve_by", ticket.solve_by))
    else:
        return ""
    ahead = sorted((at, limit) for limit, at in limits if at)
    return "，".join(voice.say(f"card.{limit}", at=voice.time(at)) for at, limit in ahead)


def _evidence(ticket: Ticket) -> list[str]:
    """The words that decided, once each; 水管 is not named beside 水管爆."""
    words = dict.fromkeys(evidence.text for evidence in ticket.evidence if evidence.text)
    return [word for word in words if not any(word != other and word in other for other in words)][
        :_MOST_EVIDENCE
    ]


def _rows(voice: Voice, ticket: Ticket, acts: Any) -> Rows:
    return [
        [(voice.label(f"button.{act}"), {"act": act, "ticket": ticket.id}) for act in row] for row in acts
    ]
