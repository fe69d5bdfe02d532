"""What the demo's pages see of a running desk: Protocols, and the frozen rows that they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """One bubble in one chat, in order of `seq`."""

    seq: int
    at: datetime
    """Aware."""
    chat: str
    """The name of a person (their private chat with the desk) or of a group."""
    who: str
    """Empty for the desk, else a person's name."""
    text: str
    buttons: tuple[tuple[str, str], ...]
    """(label, token)"""
    attachments: tuple[str, ...]
    """`(photo)`, `(document NAME)`, …"""
    key: str
    """Which message; an edit replaces the entry of the same key in its place."""
    kind: Literal["message", "notice"]
    """A notice is the short answer to a tap, seen by the tapper alone."""
    photo_paths: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class TicketLine:
    """`state`, `category` and `urgency` as codes (design.md) or as words; both are shown as words."""

    id: int
    number: str
    state: str
    title: str
    category: str
    urgency: str
    handler: str
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a ticket's timeline."""

    at: datetime
    who: str
    what: str
    detail: str
    channel: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """`text[start:end]` of the owner's words spoke for `says`, with this weight (any scale above zero)."""

    text: str
    says: str
    weight: float
    start: int
    end: int


class Chats(Protocol):
    """What phones show and do. Datetimes are aware."""

    @property
    def community(self) -> str: ...
    @property
    def zone(self) -> tzinfo: ...
    @property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """Name → the people who sit in it."""

    @property
    def revision(self) -> int:
        """Grows with every change of anything below; the pages look at it several times a second."""

    def now(self) -> datetime: ...
    def entries(self, chat: str) -> Sequence[Entry]: ...
    def tickets(self) -> Sequence[TicketLine]:
        """Newest first."""

    async def write(
        self, person: str, text: str, media: tuple[str, ...] = (), group: str | None = None
    ) -> None:
        """`media`: paths of picture files on this machine (the page), or kinds such as `photo` (transcripts)."""

    async def tap(self, person: str, token: str, key: str, group: str | None = None) -> None: ...


class DemoDesk(Chats, Protocol):
    """The clock moves only by `advance` and `play`."""

    @property
    def owners(self) -> tuple[str, ...]: ...
    @property
    def staff(self) -> tuple[tuple[str, str], ...]:
        """(name, job); who has 经理, 主管, 主任, 队长, manager or director in it uses the managers' phone."""

    def next_event(self) -> datetime | None: ...
    def timeline(self, ticket_id: int) -> Sequence[Step]:
        """Oldest first."""

    def evidence(self, ticket_id: int) -> tuple[str, Sequence[Evidence]]:
        """The owner's text and what decided."""

    async def advance(self, to: datetime) -> None: ...
    async def play(
        self, path: Path, pace: float, on_line: Callable[[str], None], stop: Callable[[], bool]
    ) -> None:
        """Starts over and plays a transcript, `pace` seconds a line, each announced before it is done.

        Raises what the transcript raises; `stop` is asked before every line.
        """

    async def start_over(self) -> None: ...
    def scenarios(self) -> Sequence[tuple[str, Path]]:
        """(title, file)"""
