"""Where each conversation stands."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from bot.desk.errors import Stale
from bot.desk.ports import Session
from bot.messages import Address
from storage.driver import Driver
from storage.statement import constant, param, prepare
from storage.tables import sessions
from storage.text import decode, encode

_KEY = ("channel", "account", "chat", "sender")
_this = [sessions.c[name] == param(f"the_{name}") for name in _KEY]

GET = prepare(select(sessions.c.data, sessions.c.version).where(*_this))
ADD = prepare(
    upsert(sessions)
    .values({name: param(f"the_{name}") for name in _KEY} | {"data": param("data"), "version": constant(0)})
    .on_conflict_do_nothing(index_elements=[sessions.c[name] for name in _KEY])
)
SAVE = prepare(
    update(sessions)
    .where(*_this, sessions.c.version == param("the_version"))
    .values(data=param("data"), version=sessions.c.version + constant(1))
)


class Sessions:
    """Implements bot.desk.ports.Sessions."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def get(self, address: Address, sender: str) -> Session:
        row = self._driver.one(GET, _key(address, sender))
        return (
            Session(address, sender, {}) if row is None else Session(address, sender, decode(row[0]), row[1])
        )

    def save(self, session: Session) -> None:
        values = _key(session.address, session.sender)
        values["data"] = encode(session.data)
        values["the_version"] = session.version
        if self._driver.run(ADD if session.version < 0 else SAVE, values) != 1:
            raise Stale(f"the conversation with {session.sender} in {session.address.chat}")
        session.version += 1


def _key(address: Address, sender: str) -> dict[str, object]:
    return {
        "the_channel": address.channel,
        "the_account": address.account,
        "the_chat": address.chat,
        "the_sender": sender,
    }
