"""Refusals of the desk, said kindly: by name who was first, what state it is in."""

from __future__ import annotations

from bot.conversation.talk import Talk
from bot.desk.errors import AlreadyTaken, DeskError, NotYours, WrongState


def refused(talk: Talk, error: DeskError) -> None:
    if isinstance(error, AlreadyTaken):
        mine = talk.staff is not None and error.ticket.handler_id == talk.staff.id
        key = "staff.taken_by_you" if mine else "staff.taken"
        talk.notice(key, number=error.ticket.number, who=error.ticket.handler_name)
    elif isinstance(error, NotYours):
        talk.notice("staff.not_yours", number=error.ticket.number, who=error.needs)
    elif isinstance(error, WrongState):
        state = talk.label(f"state.{error.ticket.state}")
        talk.notice("staff.moved_on", number=error.ticket.number, state=state, who=error.ticket.handler_name)
    else:
        talk.notice("button.unknown")
