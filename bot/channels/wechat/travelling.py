"""What travels with a message: everything else that is due for the same person, as long as one text holds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.channels.wechat.batch import Batch
from bot.channels.wechat.choices import Offered
from bot.channels.wechat.pictures import Album
from bot.channels.wechat.ports import Begin, Work
from bot.messages import Outgoing
from bot.outbox.ports import Envelope
from bot.outbox.together import Together

LEASE = timedelta(seconds=60)
MOST = 20


@dataclass(frozen=True, slots=True)
class Party:
    """A message on its way with its company, which is leased until it is settled."""

    batch: Batch
    company: tuple[Envelope, ...] = ()


class Gathering:
    """Gathers a message's company and settles it. `owner` names this process for leases."""

    def __init__(
        self, begin: Begin, owner: str, now: Callable[[], datetime], offered: Offered, album: Album | None
    ) -> None:
        self._together = Together(begin)
        self._owner = owner
        self._now = now
        self._offered = offered
        self._album = album

    async def gather(self, message: Outgoing, *, edits: bool = False, alone: bool = False) -> Party:
        """Also keeps the choices of what will be sent. `edits`: changes of older messages may be told as news."""

        return await self._together.do(partial(self.gathered, message=message, edits=edits, alone=alone))

    def gathered(self, work: Work, message: Outgoing, *, edits: bool = False, alone: bool = False) -> Party:
        """The same inside the caller's unit of work."""
        found = [] if alone else self._claimed(work, message, edits=edits)
        party, left = self._party(message, found)
        for envelope in left:
            work.queue.retry(envelope, self._now(), envelope.reason, spent=False)
        if party.batch.choices:
            self._offered.keep(work, message.to.chat, party.batch.choices)
        return party

    def _claimed(self, work: Work, message: Outgoing, *, edits: bool) -> list[Envelope]:
        now = self._now()
        found = work.queue.claim_company(message.to, owner=self._owner, now=now, limit=MOST, lease=LEASE)
        told = [one for one in found if edits or one.message.sort != "edit"]
        for envelope in found:
            if envelope not in told:
                work.queue.sent(envelope, "", now)
        return told

    def _party(self, message: Outgoing, found: Sequence[Envelope]) -> tuple[Party, list[Envelope]]:
        """As many as fit into one text, the important first; the others, and pictures, keep their place in the queue."""
        company: list[Envelope] = []
        left: list[Envelope] = []
        batch = Batch.of([message], self._album)
        for envelope in sorted(found, key=lambda one: not one.message.important):
            wider = Batch.of([*batch.messages, envelope.message], self._album)
            if wider.fits and len(wider.photos) == len(batch.photos):
                batch = wider
                company.append(envelope)
            else:
                left.append(envelope)
        return Party(batch, tuple(company)), left

    async def settle(self, party: Party, *, sent: bool, hold: str = "") -> None:
        """What became of the company: sent with the text, held for the reason `hold`, or back in its place."""

        def settled(work: Work) -> None:
            now = self._now()
            for envelope in party.company:
                if sent:
                    work.queue.sent(envelope, "", now)
                elif hold:
                    work.queue.hold(envelope, hold)
                else:
                    work.queue.retry(envelope, now, envelope.reason, spent=False)

        if party.company:
            await self._together.do(settled)
