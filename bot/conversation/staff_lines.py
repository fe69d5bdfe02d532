"""What staff write: an answer to us, a patrol find, a command, a button in words; the rest is their own talk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import (
    commands,
    manager_taps,
    patrol,
    relay,
    staff_menus,
    staff_results,
    staff_words,
)
from bot.conversation.refusals import refused
from bot.conversation.talk import Talk
from bot.desk import handing
from bot.desk.errors import DeskError
from bot.desk.ticket import Ticket
from bot.messages import Attachment

Photos = Sequence[Attachment]
GROUP_WAITS = timedelta(minutes=30)
PRIVATE_WAITS = timedelta(hours=8)


def wrote(talk: Talk, text: str, photos: Photos) -> None:
    """A line of staff, in a group or in private."""
    text = text.strip()
    if patrol.is_find(text):
        patrol.found(talk, text, photos)
        return
    if text and commands.obeyed(talk, text):
        return
    asking = talk.asking()
    if asking is not None and asking["what"] in _ANSWERS:
        if _is_over(talk, asking):
            talk.asked()
            talk.say("staff.question_over")
        else:
            _answer(talk, asking, text, photos)
        return
    if photos and staff_results.photo_after(talk, photos):
        return
    if staff_words.obeyed(talk, text, photos):
        return
    if talk.group is not None:
        if talk.group.key == "service":
            relay.from_group(talk, text, photos)
        return
    talk.say("staff.help", name=talk.member.name)


def _is_over(talk: Talk, asking: dict[str, Any]) -> bool:
    """A sentence of tomorrow must not finish today's ticket; in a group people also talk of other things."""
    waits = GROUP_WAITS if talk.group is not None else PRIVATE_WAITS
    return talk.now - datetime.fromisoformat(asking["at"]) > waits


def _answer(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> None:
    if not text:
        if asking["what"] == "result" and photos:
            staff_results.photo_first(talk, _ticket(talk, asking), photos)
        return
    try:
        _ANSWERS[asking["what"]](talk, asking, text, photos)
    except DeskError as error:
        talk.asked()
        talk.desk.take_events()
        refused(talk, error)


def _ticket(talk: Talk, asking: dict[str, Any]) -> Ticket:
    return talk.desk.work.tickets.get(asking["ticket"])


def _result(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> None:
    staff_results.told(talk, _ticket(talk, asking), text, photos)


def _return_reason(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> None:
    ticket = _ticket(talk, asking)
    handing.give_back(talk.desk, ticket, talk.member, text, talk.channel)
    talk.asked()
    talk.say("staff.returned", number=ticket.number)


def _hold_reason(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> None:
    staff_menus.offer_hold_times(talk, _ticket(talk, asking), text)


def _hold_time(talk: Talk, asking: dict[str, Any], text: str, photos: Photos) -> None:
    when = talk.hear(text).appointment
    until = (when.start or when.end) if when else None
    if until is None or until <= talk.now:
        talk.say("staff.ask_hold_time_again")
        return
    staff_menus.hold(talk, asking["ticket"], asking["reason"], until)


_ANSWERS: dict[str, Callable[[Talk, dict[str, Any], str, Photos], None]] = {
    "result": _result,
    "return_reason": _return_reason,
    "hold_reason": _hold_reason,
    "hold_time": _hold_time,
    "invalid_words": manager_taps.invalidate,
    "unreached_words": manager_taps.unreached_typed,
    "phone_words": manager_taps.phone_words,
}
