"""The outbox's queue: who sends what next, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.messages import Address, Outgoing
from bot.outbox.ports import Envelope, OutboxState
from storage import queue_statements as sql
from storage.driver import Driver, Row
from storage.outbox import MESSAGE
from storage.scalars import from_ms, maybe_time, to_ms
from storage.statement import Statement
from storage.tables import ADDRESS

NOTICE_LIVES = timedelta(seconds=20)
"""A platform takes the answer to a tap for about so long."""

_MESSAGE_AT = len(sql.PLACE) + len(ADDRESS)


class Queue:
    """Implements bot.outbox.ports.Queue."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def claim(
        self, channel: str, account: str, *, owner: str, now: datetime, limit: int, lease: timedelta
    ) -> Sequence[Envelope]:
        values = {"the_channel": channel, "the_account": account, "now": to_ms(now), "limit": limit}
        self._driver.run(sql.EXPIRE, values | {"too_old": to_ms(now - NOTICE_LIVES)})
        self._driver.run(sql.MERGE, values)
        claim = values | {"the_owner": owner, "lease_until": to_ms(now + lease)}
        found = [_envelope(row, self._target(row)) for row in self._driver.all(sql.CLAIM, claim)]
        return sorted(found, key=lambda envelope: (envelope.message.sort != "notice", envelope.id))

    def claim_company(
        self, to: Address, *, owner: str, now: datetime, limit: int, lease: timedelta
    ) -> Sequence[Envelope]:
        """What else is due for the chat of a message that is being sent, oldest first, to travel with it."""
        values = {
            "the_channel": to.channel,
            "the_account": to.account,
            "the_chat": to.chat,
            "now": to_ms(now),
            "limit": limit,
            "the_owner": owner,
            "lease_until": to_ms(now + lease),
        }
        rows = self._driver.all(sql.COMPANY, values)
        return sorted((_envelope(row) for row in rows), key=lambda envelope: envelope.id)

    def _target(self, row: Row) -> str:
        message = dict(zip(MESSAGE.names, row[_MESSAGE_AT:], strict=True))
        if not message["edits"]:
            return ""
        channel, account, chat, _ = row[len(sql.PLACE) : _MESSAGE_AT]
        values = {"channel": channel, "account": account, "chat": chat, "name": message["edits"]}
        found = self._driver.one(sql.TARGET, values)
        return str(found[0]) if found else ""

    def sent(self, envelope: Envelope, platform_id: str, at: datetime) -> bool:
        message = envelope.message
        as_new = message.edits and not envelope.target
        name = message.name or (message.edits if as_new else "")
        return self._complete(sql.SENT, envelope, new_id=platform_id, new_name=name, at=to_ms(at))

    def retry(self, envelope: Envelope, at: datetime, reason: str, *, spent: bool = True) -> bool:
        given_back = 0 if spent else 1
        return self._complete(sql.RETRY, envelope, at=to_ms(at), why=reason, given_back=given_back)

    def resend(self, envelope: Envelope, at: datetime) -> bool:
        name = envelope.message.name or envelope.message.edits
        return self._complete(sql.RESEND, envelope, at=to_ms(at), new_name=name)

    def hold(self, envelope: Envelope, reason: str) -> bool:
        return self._complete(sql.HOLD, envelope, why=reason)

    def dead(self, envelope: Envelope, reason: str, at: datetime) -> bool:
        return self._complete(sql.DEAD, envelope, why=reason, at=to_ms(at))

    def expire(self, envelope: Envelope, reason: str, at: datetime) -> bool:
        return self._complete(sql.EXPIRED, envelope, why=reason, at=to_ms(at))

    def _complete(self, statement: Statement, envelope: Envelope, **values: Any) -> bool:
        lease = {
            "the_id": envelope.id,
            "the_owner": envelope.owner,
            "the_lease": to_ms(envelope.ready_at),
        }
        return self._driver.run(statement, lease | values) == 1

    def release(self, address: Address, now: datetime) -> int:
        values = {
            "the_channel": address.channel,
            "the_account": address.account,
            "the_chat": address.chat,
            "now": to_ms(now),
        }
        return self._driver.run(sql.RELEASE, values)

    def abandon(self, now: datetime) -> int:
        return self._driver.run(sql.ABANDON, {"now": to_ms(now)})

    def next_due(self, now: datetime, *, channel: str = "", account: str = "") -> datetime | None:
        values = {"now": to_ms(now), "the_channel": channel, "the_account": account}
        row = self._driver.one(sql.NEXT_DUE_OF_ACCOUNT if channel else sql.NEXT_DUE, values)
        return maybe_time(row[0]) if row else None

    def listing(self, states: Sequence[OutboxState], limit: int) -> Sequence[Envelope]:
        rows = [row for state in states for row in self._driver.all(sql.LISTING[state], {"limit": limit})]
        return sorted(map(_envelope, rows), key=lambda envelope: envelope.id)[:limit]

    def latest_sent(self, channel: str, limit: int) -> Sequence[Envelope]:
        """What a channel sent last, oldest first."""
        rows = self._driver.all(sql.LATEST_SENT, {"the_channel": channel, "limit": limit})
        return [_envelope(row) for row in reversed(rows)]

    def again(self, envelope_id: int, now: datetime) -> bool:
        return self._driver.run(sql.AGAIN, {"the_id": envelope_id, "now": to_ms(now)}) == 1

    def drop(self, envelope_id: int, reason: str, at: datetime) -> bool:
        return self._driver.run(sql.DROP, {"the_id": envelope_id, "why": reason, "at": to_ms(at)}) == 1

    def unsent(self) -> Mapping[str, int]:
        rows = {state: self._driver.one(statement) for state, statement in sql.COUNT.items()}
        return {state: row[0] if row else 0 for state, row in rows.items()}


def _envelope(row: Row, target: str = "") -> Envelope:
    key, state, put_at, due_at, ready_at, attempts, lost_leases, owner, platform_id, reason = row[
        : len(sql.PLACE)
    ]
    message = MESSAGE.fields(row[_MESSAGE_AT:])
    message["dedupe"] = message["dedupe"] or ""
    return Envelope(
        id=key,
        message=Outgoing(to=Address(*row[len(sql.PLACE) : _MESSAGE_AT]), **message),
        state=state,
        put_at=from_ms(put_at),
        due_at=from_ms(due_at),
        ready_at=from_ms(ready_at),
        attempts=attempts,
        lost_leases=lost_leases,
        owner=owner or "",
        platform_id=platform_id,
        reason=reason,
        target=target,
    )
