"""Requests that may still carry an answer.

WeChat gives the answer to a message five seconds. A request waits for what the desk has to say to its person and takes
it along as the passive reply, which costs no quota. A newer message of the same person answers the older request
empty: the last one carries the reply. What comes too late goes another way; never both.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.channels.tencent.parts import size

log = logging.getLogger(__name__)

PATIENCE = 4.3
"""Seconds after its arrival at which a request is answered, with or without words: under 4.5 in all."""
GRACE = 0.02
"""Seconds for the other things that are ready at the same moment."""
LIMIT = 2040
"""Bytes of a text; WeChat takes 2048."""
GAP = "\n\n"


@dataclass(eq=False, slots=True)
class Piece:
    """A text that wants to be carried; `carried` is known once the answer has gone out, or will not."""

    text: str
    important: bool
    carried: asyncio.Future[bool]


@dataclass(eq=False, slots=True)
class Waiting:
    """One request. `since` is when it arrived, by the loop's clock."""

    since: float
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    pieces: list[Piece] = field(default_factory=list)
    taken: list[Piece] = field(default_factory=list)
    is_over: bool = False
    is_replaced: bool = False

    async def carry(self, text: str, *, important: bool = False) -> bool:
        """Whether the text went out with the answer to this request."""
        if self.is_over:
            return False
        piece = Piece(text, important, asyncio.get_running_loop().create_future())
        self.pieces.append(piece)
        self.changed.set()
        return await piece.carried

    def supersede(self) -> None:
        """A newer request of the same person carries the reply; what this one has already, it takes along."""
        self.is_over = self.is_replaced = True
        self.changed.set()

    def close(self) -> str:
        """The answer, the important first, as much as fits; "" where there is none. Nothing can join any more."""
        self.is_over = True
        room = LIMIT
        for piece in sorted(self.pieces, key=lambda piece: not piece.important):
            needs = size(piece.text) + (size(GAP) if self.taken else 0)
            if needs <= room:
                self.taken.append(piece)
                room -= needs
        return GAP.join(piece.text for piece in self.taken)

    async def has_gone(self) -> None:
        """The answer has left. Asynchronous, or the server would call it in a thread, where no future may be set."""
        self.ended(answered=True)

    def ended(self, *, answered: bool) -> None:
        """The answer has gone out, or never will."""
        self.is_over = True
        for piece in self.pieces:
            if not piece.carried.done():
                piece.carried.set_result(answered and piece in self.taken)


class PassiveReplies:
    """The requests of one account that wait, at most one a person.

    `nudges`: seconds after which `nudge` is called while a request waits: the pause of a story has just ended, and
    what the clock brings should not wait for the next tick.
    """

    def __init__(
        self,
        *,
        nudge: Callable[[], None] = lambda: None,
        nudges: Sequence[float] = (),
        patience: float = PATIENCE,
        grace: float = GRACE,
    ) -> None:
        self._nudge = nudge
        self._nudges = sorted(seconds for seconds in nudges if seconds < patience)
        self._patience = patience
        self._grace = grace
        self._waiting: dict[str, Waiting] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def begin(self, chat: str, since: float) -> Waiting:
        """A request of that person, from now on the one that carries the reply."""
        older = self._waiting.pop(chat, None)
        if older is not None:
            older.supersede()
        self._waiting[chat] = Waiting(since)
        return self._waiting[chat]

    def current(self, chat: str) -> Waiting | None:
        """The person's request that can still carry something."""
        found = self._waiting.get(chat)
        return None if found is None or found.is_over else found

    async def settle(self, chat: str, waiting: Waiting) -> str:
        """Waits until there is an answer, or the time is over; what to answer."""
        try:
            await self._until_changed(waiting)
            if waiting.pieces and not waiting.is_over:
                await asyncio.sleep(self._grace)
            return waiting.close()
        finally:
            self.leave(chat, waiting)

    def leave(self, chat: str, waiting: Waiting) -> None:
        """It waits no longer."""
        waiting.is_over = True
        if self._waiting.get(chat) is waiting:
            del self._waiting[chat]

    async def _until_changed(self, waiting: Waiting) -> None:
        for seconds in self._nudges:
            if await _within(waiting.changed, waiting.since + seconds):
                return
            self._ring()
        await _within(waiting.changed, waiting.since + self._patience)

    def _ring(self) -> None:
        try:
            self._nudge()
        except Exception as error:  # the tick comes anyway, and says what is wrong
            log.warning("nudge failed: %s", type(error).__name__, extra={"action": "nudge_failed"})


async def _within(changed: asyncio.Event, at: float) -> bool:
    """Whether the event comes before that time of the loop's clock."""
    try:
        async with asyncio.timeout_at(at):
            await changed.wait()
    except TimeoutError:
        return False
    return True
