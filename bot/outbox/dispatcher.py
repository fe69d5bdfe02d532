"""Sends what is due: claim with a lease, send, mark. At-least-once.

Nothing is sent inside a transaction. A chat has one message on its way at a time, so its order is kept and a slow or
throttled one delays nobody else: what may not go yet is put back with the time at which it may.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Generic, TypeVar

import structlog

from bot.outbox.delivery import Channel, DeliveryError, Prepares
from bot.outbox.failures import Verdict, judge
from bot.outbox.pacing import AccountPacing
from bot.outbox.ports import Envelope, Post
from bot.outbox.together import Together

log = structlog.get_logger(__name__)

W = TypeVar("W", bound=Post)
Account = tuple[str, str]
"""A channel's name and the account on it."""
AT_ONCE = timedelta(0)


def nobody_told(work: Post, envelope: Envelope, reason: str) -> None:
    """For a desk without people to tell."""


class Dispatcher(Generic[W]):
    """`begin` opens a unit of work. `owner` names this process for leases; two that share a database differ.

    `on_dead(work, envelope, reason)` runs in the transaction that gives a message up. `counts` has what became of the
    messages: sent, repeated (their last sender vanished), wait, retry, hold, move, resend, expire, give_up, lost.
    """

    def __init__(
        self,
        begin: Callable[[], AbstractContextManager[W]],
        channels: Iterable[Channel],
        *,
        owner: str = "desk",
        on_dead: Callable[[W, Envelope, str], None] = nobody_told,
        lease: timedelta = timedelta(seconds=60),
        patience: float = 45.0,
    ) -> None:
        self._begin = begin
        self._together = Together(begin)
        self._channels = {(channel.name, channel.account): channel for channel in channels}
        self._owner = owner
        self._on_dead = on_dead
        self._lease = lease
        self._patience = patience  # seconds that one sending may take: less than the lease
        self._pacing = {key: AccountPacing(channel.pace) for key, channel in self._channels.items()}
        self.counts: Counter[str] = Counter()

    @property
    def accounts(self) -> Collection[Account]:
        return self._channels.keys()

    async def deliver_due(self, now: datetime) -> int:
        """Sends everything that may go at `now`, chats side by side; returns how many sendings were tried."""
        tried = 0
        while claimed := [found for key in self.accounts for found in self.claim(key, now, limit=100)]:
            async with asyncio.TaskGroup() as sending:
                for envelope, _ in claimed:
                    sending.create_task(self.deliver(envelope, lambda: now))
            tried += len(claimed)
        return tried

    def claim(
        self, key: Account, now: datetime, *, limit: int, horizon: timedelta = AT_ONCE
    ) -> list[tuple[Envelope, datetime]]:
        """An account's messages to send now, each with the time of its slot, which is before the horizon ends."""
        room = self._pacing[key].room(now, horizon)
        most = limit if room is None else min(room, limit)
        if most <= 0:
            return []
        found = []
        with self._begin() as work:
            claimed = work.queue.claim(*key, owner=self._owner, now=now, limit=most, lease=self._lease)
            for envelope in claimed:
                slot = self._slot(key, envelope, now, horizon)
                if slot <= now + horizon:
                    found.append((envelope, slot))
                    self._prepare(work, key, envelope, slot - now)
                else:
                    work.queue.retry(envelope, slot, envelope.reason, spent=False)
            work.commit()
        self.counts["repeated"] += sum(envelope.lost_leases > 0 for envelope, _ in found)
        return found

    def _prepare(self, work: W, key: Account, envelope: Envelope, pause: timedelta) -> None:
        """What goes at once may be prepared in the same transaction."""
        channel = self._channels[key]
        if pause <= AT_ONCE and isinstance(channel, Prepares):
            channel.prepare(work, envelope.message)

    def next_due(self, now: datetime) -> datetime | None:
        """When there is something to claim; a message that is being sent counts with the end of its lease."""
        with self._begin() as work:
            due = [work.queue.next_due(now, channel=key[0], account=key[1]) for key in self.accounts]
        return min((at for at in due if at is not None), default=None)

    def _slot(self, key: Account, envelope: Envelope, now: datetime, horizon: timedelta) -> datetime:
        """Its time by the platform's limits, taken where it is near enough. The answer to a tap is not limited."""
        to = envelope.message.to
        if envelope.message.sort == "notice":
            return now
        pacing, group = self._pacing[key], self._channels[key].is_group(to)
        slot = pacing.slot(to.chat, now, group=group)
        if slot <= now + horizon:
            pacing.take(to.chat, slot, group=group)
        pacing.forget(now)
        return slot

    async def deliver(self, envelope: Envelope, clock: Callable[[], datetime]) -> None:
        """Sends a claimed message and writes down what became of it."""
        to = envelope.message.to
        channel = self._channels[to.channel, to.account]
        try:
            async with asyncio.timeout(self._patience):
                platform_id = await channel.send(envelope.message, envelope.target)
        except DeliveryError as error:
            self._failed(envelope, error, clock())
        except TimeoutError:
            self._failed(envelope, DeliveryError("no answer from the platform"), clock())
        except Exception as error:  # a channel's mistake must not stop the others' messages
            log.exception("channel_failed", outbox_id=envelope.id, channel=to.channel)
            self._failed(envelope, DeliveryError(f"{type(error).__name__} in the channel"), clock())
        else:
            await self._sent(envelope, platform_id, clock())

    async def _sent(self, envelope: Envelope, platform_id: str, now: datetime) -> None:
        """Those that arrive in the same turn of the loop are marked with one commit."""
        marked = await self._together.do(
            lambda work: work.queue.sent(envelope, platform_id or envelope.target, now)
        )
        self._count("sent", envelope, marked)

    def _failed(self, envelope: Envelope, error: DeliveryError, now: datetime) -> None:
        verdict = judge(error, envelope, now)
        with self._begin() as work:
            marked = self._settle(work, envelope, verdict, error)
            work.commit()
        log.warning(
            "not_sent",
            outbox_id=envelope.id,
            step=verdict.step,
            reason=error.reason,
            attempts=envelope.attempts,
        )
        self._count(verdict.step, envelope, marked)

    def _settle(self, work: W, envelope: Envelope, verdict: Verdict, error: DeliveryError) -> bool:
        queue, at, reason = work.queue, verdict.at, error.reason
        match verdict.step:
            case "hold":
                return queue.hold(envelope, reason)
            case "resend":
                return queue.resend(envelope, at)
            case "expire":
                return queue.expire(envelope, reason, at)
            case "move":
                work.people.move_chat(envelope.message.to, error.migrated)
                return queue.retry(envelope, at, reason)
            case "wait" | "retry" as step:
                return queue.retry(envelope, at, reason, spent=step == "retry")
            case "give_up":
                given_up = queue.dead(envelope, reason, at)
                if given_up:
                    self._on_dead(work, envelope, reason)
                return given_up

    def _count(self, step: str, envelope: Envelope, marked: bool) -> None:
        self.counts[step if marked else "lost"] += 1
        if not marked:
            log.warning("lease_lost", outbox_id=envelope.id, step=step)
