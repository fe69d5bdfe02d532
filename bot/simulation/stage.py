"""The cast writes and taps; the clock moves only when it is told to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from typing import Protocol, cast

from bot.app import App
from bot.channels.console.channel import NAME, ConsoleChannel, address_of
from bot.config import Community
from bot.messages import Attachment, Incoming, Media, Outgoing
from bot.outbox.dispatcher import Dispatcher
from bot.simulation import log
from bot.transcripts.stage import Received

_REMEMBERED = 100_000
"""Messages of each direction that a demo shows again after a restart."""
_SHOWN = 10_000


class Restored(Protocol):
    """Who is told what happened before this start."""

    def wrote(self, incoming: Incoming) -> None: ...
    def said(self, message: Outgoing, key: str, at: datetime) -> None: ...


class Simulation:
    """Implements bot.transcripts.stage.Stage on a running desk."""

    def __init__(self, app: App, community: Community) -> None:
        self.app = app
        self.community = community
        self.people = cast_of(community)
        self.groups = frozenset(g.name for g in community.groups.values())
        self.channel = ConsoleChannel(self._sent, self.groups)
        self.dispatcher = Dispatcher(app.storage.begin, [self.channel], owner="simulation")
        self.on_incoming: Callable[[Incoming], None] = lambda _: None
        self.on_sent: Callable[[Outgoing, str, datetime], None] = lambda *_: None
        self._now: datetime | None = None
        self._received: list[Received] = []
        self._acts = 0

    @property
    def zone(self) -> tzinfo:
        return self.community.zone

    def now(self) -> datetime | None:
        return self._now

    def received(self) -> Sequence[Received]:
        return self._received

    async def write(
        self, person: str, text: str, media: tuple[str, ...] = (), group: str | None = None
    ) -> None:
        attachments = tuple(self.attachment(kind) for kind in media)
        await self.happen(person, group, text=text, attachments=attachments)

    async def tap(self, person: str, token: str, key: str, group: str | None = None) -> None:
        await self.happen(person, group, token=token, on=key)

    async def happen(
        self,
        person: str,
        group: str | None,
        *,
        text: str = "",
        attachments: tuple[Attachment, ...] = (),
        token: str = "",
        on: str = "",
    ) -> None:
        """One thing that a person does; what it causes is delivered at once."""
        self._acts += 1
        incoming = Incoming(
            address=address_of(group or person),
            key=log.key_of(self._acts),
            kind="tap" if token else "text",
            sender=person,
            at=self.present,
            private=group is None,
            sender_name=person,
            text=text,
            attachments=attachments,
            token=token,
            tap=log.tap_id(person, self._acts) if token else "",
            on=on,
        )
        self.on_incoming(incoming)
        self.app.handle(incoming, self.present)
        await self.deliver()

    @property
    def present(self) -> datetime:
        """The moved clock. Raises RuntimeError before it was set."""
        if self._now is None:
            raise RuntimeError("the clock has not been set")
        return self._now

    def attachment(self, kind: str) -> Attachment:
        return Attachment(cast(Media, kind), remote=f"console:{self._acts}")

    async def end_story(self) -> None:
        self.app.end_stories(self.present)
        await self.deliver()

    async def deliver(self) -> None:
        await self.dispatcher.deliver_due(self.present)

    async def advance(self, to: datetime) -> None:
        """Drains what is due, jumps to the earliest due row, repeats, until `to`."""
        if self._now is None:
            self._now = to
        while (due := self.next_event()) is not None and due <= to:
            self._now = max(self._now, due)
            self.app.ring(self._now)
            await self.deliver()
        self._now = to
        self.app.ring(to)
        await self.deliver()

    def forget_received(self) -> None:
        """All but the latest, for a demo that runs for days. A transcript counts on everything."""
        del self._received[:-_SHOWN]

    def forget_clock(self) -> None:
        """For a transcript, which sets the clock itself."""
        self._now = None

    async def restore(self, history: Restored) -> None:
        """Tells what was written and said before this start, and goes on counting from there."""
        with self.app.storage.begin() as work:
            written = work.inbox.latest(NAME, _REMEMBERED)
            said = work.queue.latest_sent(NAME, _REMEMBERED)
        # Not their count: a key given twice would be taken for a redelivery.
        self._acts = max((log.number_of(incoming.key) for _, incoming in written), default=0)
        acts = [(at, 0, n, incoming, None) for n, (at, incoming) in enumerate(written)]
        words = [(e.due_at, 1, e.id, None, e) for e in said]
        for at, _, _, incoming, envelope in sorted([*acts, *words], key=lambda row: row[:3]):
            if incoming is not None:
                history.wrote(incoming)
            elif envelope is not None:
                history.said(envelope.message, envelope.platform_id, at)
        self.channel.count_from(max((int(e.platform_id or 0) for e in said), default=0))

    def next_event(self) -> datetime | None:
        """When something happens by itself next: a timer, or a message that waits."""
        with self.app.storage.begin() as work:
            waiting = work.queue.next_due(self.present, channel=NAME, account=self.channel.account)
            due = [at for at in (work.timers.next_due(), waiting) if at is not None]
        return min(due, default=None)

    def _sent(self, message: Outgoing, key: str) -> None:
        if message.sort == "notice" and not message.text:
            return
        self._received.append(log.received(message, key, self.present))
        self.on_sent(message, key, self.present)


def cast_of(community: Community) -> frozenset[str]:
    """Everybody who may write in the demo and in transcripts."""
    residents = {r.name for r in community.roster}
    return frozenset({s.name for s in community.staff} | residents | set(community.strangers))
