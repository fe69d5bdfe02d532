"""The sentence that finishes a ticket, and the photos that come before, with or after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.conversation.talk import Talk
from bot.desk import finishing
from bot.desk.ticket import Ticket, TicketPhoto
from bot.messages import Attachment

Photos = Sequence[Attachment]


def told(talk: Talk, ticket: Ticket, text: str, photos: Photos) -> None:
    """Finishes it. Raises DeskError where it is not theirs, or done already."""
    finishing.finish(talk.desk, ticket, talk.member, text, talk.channel)
    _keep(talk, ticket, photos)
    talk.asked()
    talk.session.data["finished"] = {"ticket": ticket.id}
    have = any(photo.stage == "result" for photo in talk.desk.work.tickets.photos(ticket.id))
    talk.say(
        "staff.finished",
        number=ticket.number,
        complaint=ticket.kind == "complaint",
        photo=ticket.kind == "repair" and not have,
    )


def photo_first(talk: Talk, ticket: Ticket, photos: Photos) -> None:
    """A photo that comes before the sentence."""
    _keep(talk, ticket, photos)
    talk.say("staff.photo_kept_sentence_please")


def photo_after(talk: Talk, photos: Photos) -> bool:
    """Within ten minutes after finishing, a photo still belongs to the result."""
    finished = talk.session.data.get("finished")
    if not finished:
        return False
    ticket = talk.desk.work.tickets.get(finished["ticket"])
    window: timedelta = talk.desk.community.policy.photo_window
    if ticket.finished_at is None or talk.now > ticket.finished_at + window:
        return False
    _keep(talk, ticket, photos)
    talk.desk.note(ticket, "photo_added", talk.actor, talk.channel, photos=len(photos))
    talk.say("staff.photo_kept", number=ticket.number)
    return True


def _keep(talk: Talk, ticket: Ticket, photos: Photos) -> None:
    for photo in photos:
        talk.desk.work.tickets.keep_photo(TicketPhoto(ticket.id, "result", talk.now, talk.actor.name, photo))
