"""Photos and documents of tickets, and which of them have still to be fetched from their platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select, update

from bot.desk.ticket import TicketPhoto
from bot.messages import Address, Attachment
from storage.driver import Driver
from storage.mapping import JsonText, Shape
from storage.rows import adding, choose
from storage.statement import constant, param, prepare
from storage.tables import photos, tickets

_SHAPE = Shape(TicketPhoto)
_NEW = _SHAPE.names[:-1]  # all but the id, which is the last
_ADDRESS = JsonText(Address)
_ATTACHMENT = JsonText(Attachment)

KEEP = adding(photos, [*_NEW, "waiting"])
OF_TICKET = prepare(
    choose(photos, _SHAPE.names).where(photos.c.ticket_id == param("ticket_id")).order_by(photos.c.id)
)
TO_FETCH = prepare(
    select(tickets.c.origin, *[photos.c[name] for name in _SHAPE.names])
    .join(tickets, tickets.c.id == photos.c.ticket_id)
    .where(photos.c.waiting == constant(1), photos.c.id > param("after"))
    .order_by(photos.c.id)
    .limit(param("limit"))
)
GET = prepare(select(photos.c.attachment).where(photos.c.id == param("id")))
FETCHED = prepare(
    update(photos)
    .where(photos.c.id == param("the_id"))
    .values(attachment=param("attachment"), waiting=constant(0))
)


class Photos:
    """The part of bot.desk.ports.Tickets that is about photos."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def keep_photo(self, photo: TicketPhoto) -> None:
        waiting = bool(photo.attachment.remote) and not photo.attachment.path
        self._driver.run(KEEP, [*_SHAPE.row(photo)[:-1], int(waiting)])

    def photos(self, ticket_id: int) -> Sequence[TicketPhoto]:
        return [_SHAPE.value(row) for row in self._driver.all(OF_TICKET, {"ticket_id": ticket_id})]

    def photos_to_fetch(self, limit: int, *, after: int = 0) -> Sequence[tuple[TicketPhoto, Address]]:
        """Known to their platform only, oldest first; each with the address that its ticket came from."""
        rows = self._driver.all(TO_FETCH, {"limit": limit, "after": after})
        return [(_SHAPE.value(photo), _ADDRESS.read(origin)) for origin, *photo in rows]

    def photo_fetched(self, photo_id: int, path: str) -> None:
        """It is in the media folder now, or cannot be had. Raises LookupError."""
        row = self._driver.one(GET, {"id": photo_id})
        if row is None:
            raise LookupError(f"photo {photo_id}")
        attachment = _ATTACHMENT.write(replace(_ATTACHMENT.read(row[0]), path=path))
        self._driver.run(FETCHED, {"the_id": photo_id, "attachment": attachment})
