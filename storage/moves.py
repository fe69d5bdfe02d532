"""A chat that got a new id: rewrites every row that would still write to the old one.

Messages that were sent keep the old id. Their platform ids mean nothing in the new chat, so a later edit finds no
target there and goes out as a new message.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Table, delete, exists, select, update

from bot.messages import Address
from storage.driver import Driver
from storage.mapping import JsonText
from storage.statement import Statement, constant, param, prepare
from storage.tables import cards, groups, identities, outbox, sessions, tickets

_ADDRESS = JsonText(Address)


def _moving(table: Table) -> Statement:
    clause = (
        update(table)
        .where(
            table.c.channel == param("the_channel"),
            table.c.account == param("the_account"),
            table.c.chat == param("the_chat"),
        )
        .values(chat=param("new_chat"))
    )
    if table is outbox:
        clause = clause.where(outbox.c.state.in_([constant("waiting"), constant("held")]))
    return prepare(clause)


_newer = sessions.alias("newer")
# The person wrote in the new chat before we knew of the move: that conversation stands.
SUPERSEDED = prepare(
    delete(sessions).where(
        sessions.c.channel == param("the_channel"),
        sessions.c.account == param("the_account"),
        sessions.c.chat == param("the_chat"),
        exists(
            select(_newer.c.sender).where(
                _newer.c.channel == param("the_channel"),
                _newer.c.account == param("the_account"),
                _newer.c.chat == param("new_chat"),
                _newer.c.sender == sessions.c.sender,
            )
        ),
    )
)
MOVES = [_moving(table) for table in (groups, sessions, cards, outbox)]
PRIVATE = prepare(update(identities).where(identities.c.address == param("old")).values(address=param("new")))
ORIGIN = prepare(update(tickets).where(tickets.c.origin == param("old")).values(origin=param("new")))


class Moves:
    """The part of bot.desk.ports.People that follows a chat to its new id."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def move_chat(self, old: Address, new_chat: str) -> None:
        where = {
            "the_channel": old.channel,
            "the_account": old.account,
            "the_chat": old.chat,
            "new_chat": new_chat,
        }
        self._driver.run(SUPERSEDED, where)
        for statement in MOVES:
            self._driver.run(statement, where)
        texts = {"old": _ADDRESS.write(old), "new": _ADDRESS.write(replace(old, chat=new_chat))}
        self._driver.run(PRIVATE, texts)
        self._driver.run(ORIGIN, texts)
