"""Where tickets are shown."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.dialects.postgresql import insert as upsert

from bot.desk.ticket import Card
from bot.messages import Address
from storage.driver import Driver, Row
from storage.rows import choose
from storage.statement import param, prepare
from storage.tables import ADDRESS, cards

_NAMES = ("ticket_id", "name", *ADDRESS, "group", "staff_id")
_UNIQUE = [cards.c[name] for name in ("ticket_id", "name", *ADDRESS)]

PUT = prepare(
    upsert(cards)
    .values({name: param(name) for name in _NAMES})
    .on_conflict_do_nothing(index_elements=_UNIQUE)
)
OF_TICKET = prepare(choose(cards, _NAMES).where(cards.c.ticket_id == param("ticket_id")).order_by(cards.c.id))


def _card(row: Row) -> Card:
    ticket_id, name, *address, group, staff_id = row
    return Card(ticket_id, name, Address(*address), group, staff_id)


class Cards:
    """The part of bot.desk.ports.Tickets that is about cards."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def put_card(self, card: Card) -> None:
        at = card.address
        values = (
            card.ticket_id,
            card.name,
            at.channel,
            at.account,
            at.chat,
            at.thread,
            card.group,
            card.staff_id,
        )
        self._driver.run(PUT, dict(zip(_NAMES, values, strict=True)))

    def cards(self, ticket_id: int) -> Sequence[Card]:
        return [_card(row) for row in self._driver.all(OF_TICKET, {"ticket_id": ticket_id})]
