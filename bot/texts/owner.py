"""What an owner reads about their own tickets. Nothing is masked: it is their own name and phone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.desk.states import OPEN
from bot.desk.ticket import Ticket
from bot.texts import gist, places, safety
from bot.texts.keyboard import Rows
from bot.texts.voice import Voice


def restatement(
    voice: Voice,
    tickets: Sequence[Ticket],
    *,
    name: str,
    promises: Sequence[datetime | None],
    photos: int = 0,
    again: bool = False,
) -> str:
    """What was understood of one problem or several, to be confirmed.

    `promises`: for each ticket, heard of by then if confirmed now. `again`: it was restated before and has changed.
    """
    whens = [voice.time(promise) for promise in promises]
    matters = [_matter(voice, ticket, when) for ticket, when in zip(tickets, whens, strict=True)]
    said = {
        "hello": hello(voice, name),
        "sorry": voice.say(f"sorry.{tickets[0].kind}"),
        "promise": whens[0] if len(set(whens)) == 1 else "",
        "photos": photos,
        "again": again,
    }
    if len(matters) == 1:
        return voice.say("restated.one", m=matters[0], **said)
    phone = next((ticket.phone for ticket in tickets if ticket.phone), "")
    return voice.say("restated.several", matters=matters, phone=phone, **said)


def restatement_rows(voice: Voice, tickets: Sequence[Ticket]) -> Rows:
    """确认 修改 取消, for all of them at once."""
    return [[_button(voice, act, tickets=[t.id for t in tickets]) for act in ("confirm", "change", "cancel")]]


def dispatched(voice: Voice, ticket: Ticket, *, confidential: bool, team: str) -> dict[str, Any]:
    """What `talk.confirmed` says of one matter. `confidential`: about one of the staff, whose team is not named (B08)."""
    return {
        "number": ticket.number,
        "group": team,
        "suggestion": ticket.kind == "suggestion",
        "confidential": confidential,
        "promise": voice.time(ticket.promised_at),
    }


def emergency_reply(voice: Voice, ticket: Ticket, *, name: str) -> str:
    """Dispatched already; what to do now. The promised time is the ticket's."""
    return voice.say(
        "emergency",
        hello=hello(voice, name),
        number=ticket.number,
        place=_place_before(voice, ticket),
        what=gist.gist(ticket),
        promise=voice.time(ticket.promised_at),
        advice=safety.advice(voice, ticket),
    )


def emergency_rows(voice: Voice, ticket: Ticket) -> Rows:
    """确认 修改, since it is under way already."""
    return [[_button(voice, act, tickets=[ticket.id]) for act in ("confirm", "change")]]


def progress(voice: Voice, tickets: Sequence[Ticket]) -> str:
    """One line a ticket: number, what, where it stands, who has it, the promised time."""
    matters = [
        {
            "number": ticket.number,
            "what": gist.gist(ticket),
            "where": where(voice, ticket),
            "promise": voice.time(ticket.promised_at) if ticket.state in OPEN else "",
        }
        for ticket in tickets
    ]
    return voice.say("progress", matters=matters)


def matter_rows(voice: Voice, ticket: Ticket) -> Rows:
    """What an owner can do with an open ticket: 查进度 催办 补充 · 撤回 转人工."""
    acts = (("progress", "urge", "add"), ("withdraw", "human"))
    return [[_matter_button(voice, act, ticket) for act in row] for row in acts]


def solved_rows(voice: Voice, visit_id: int) -> Rows:
    """已解决 部分解决 未解决 of a return visit."""
    answers = (("solved", "solved"), ("partly", "partly"), ("not_solved", "not"))
    return [
        [
            (voice.label(f"button.{label}"), {"act": "visit_solved", "visit": visit_id, "value": value})
            for label, value in answers
        ]
    ]


def news(voice: Voice, ticket: Ticket, id: str, /, **vars: Any) -> str:
    """A text about one ticket; it finds whichever of the ticket's facts it names."""
    return voice.say(
        id,
        hello=hello(voice, ticket.resident_name),
        number=ticket.number,
        place=_place_before(voice, ticket),
        what=gist.gist(ticket),
        category=voice.label(f"category.{ticket.category}"),
        handler=ticket.handler_name,
        to=ticket.offered_name,
        appointment=voice.appointment(ticket.appointment),
        promise=voice.time(ticket.promised_at),
        reason=gist.hold_reason(ticket).rstrip("。.!！"),
        result=gist.result(ticket),
        where=where(voice, ticket),
        **vars,
    )


def hello(voice: Voice, name: str) -> str:
    return voice.say("hello", name=name)


def where(voice: Voice, ticket: Ticket) -> str:
    """Where it stands, in a few words, with the name of whoever has it."""
    return voice.say(
        f"where.{_stands(ticket)}",
        handler=ticket.handler_name,
        to=ticket.offered_name if ticket.offered_id is not None else "",
        category=voice.label(f"category.{ticket.category}"),
        reason=gist.hold_reason(ticket),
    )


def _stands(ticket: Ticket) -> str:
    if ticket.kind == "suggestion" and ticket.state == "assigned":
        return "deciding"
    if ticket.offered_name and ticket.state in ("assigned", "accepted", "working"):
        return "offered"
    if ticket.state == "working" and ticket.held_until is not None:
        return "held"
    if ticket.state == "working" and ticket.arrived_at is not None:
        return "arrived"
    return ticket.state


def pace(voice: Voice, ticket: Ticket) -> str:
    """How pressing it is in plain words; nothing where a word would only belittle the matter."""
    if ticket.kind == "repair":
        return voice.label(f"pace.repair.{ticket.urgency}")
    if ticket.urgency == "emergency":
        return voice.label("pace.complaint.major")
    return voice.label(f"pace.complaint.{ticket.grade}") if ticket.grade else ""


def _matter(voice: Voice, ticket: Ticket, promise: str) -> dict[str, str]:
    return {
        "number": ticket.number,
        "place": _place(voice, ticket),
        "what": gist.told(ticket),
        "category": voice.label(f"category.{ticket.category}"),
        "kind": voice.label(f"kind.{ticket.kind}"),
        "pace": pace(voice, ticket),
        "appointment": voice.appointment(ticket.appointment),
        "phone": ticket.phone,
        "promise": promise,
    }


def _place_before(voice: Voice, ticket: Ticket) -> str:
    """The place that stands before the matter; nothing where the matter begins with it (5栋楼道着火了)."""
    return "" if gist.begins_with_place(ticket) else _place(voice, ticket)


def _place(voice: Voice, ticket: Ticket) -> str:
    return gist.cut(places.place_of(ticket, voice.language), gist.LONGEST["place"])


def _button(voice: Voice, act: str, **data: Any) -> tuple[str, dict[str, Any]]:
    return voice.label(f"button.{act}"), {"act": act, **data}


def _matter_button(voice: Voice, act: str, ticket: Ticket) -> tuple[str, dict[str, Any]]:
    """查进度 is about all of an owner's tickets, the others about this one."""
    return (
        _button(voice, act, tickets=[ticket.id])
        if act == "progress"
        else _button(voice, act, ticket=ticket.id)
    )
