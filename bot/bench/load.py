"""Load on a server of this machine: whole HTTP requests, written beforehand, and how long each answer took.

Loopback only; so many requests and no more; whoever does not answer in time is not waited for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

HANDS = 48
"""Connections at the same time."""
LOOKS = 5
PATIENCE = 10.0
"""Seconds after which an answer is given up: a platform would have after five."""


class NotThere(RuntimeError):
    """The page that should be open beside the load."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`seconds` from the time at which the request should have gone; status 0: none came."""

    status: int
    seconds: float
    body: bytes = b""


def as_fast_as_it_goes(
    port: int, requests: Sequence[bytes], *, hands: int = HANDS, patience: float = PATIENCE
) -> tuple[list[Answer], float]:
    """Each connection sends its next request when the last is answered. The answers and the seconds it took."""
    return asyncio.run(_closed(port, requests, hands, patience))


def at_a_rate(port: int, requests: Sequence[bytes], a_second: float, *, page: bytes = b"") -> list[Answer]:
    """Each request goes at its time, however long others take: an answer's time counts from then on.

    `page`: a request that is repeated meanwhile, LOOKS times a second, as an open page does.
    """
    return asyncio.run(_open(port, requests, a_second, page))


def p(answers: Sequence[Answer], percent: int) -> float:
    """Seconds within which so many percent of the answers came."""
    return quantiles([answer.seconds for answer in answers], n=100)[percent - 1]


class Line:
    """A connection, opened again when the server has closed it."""

    def __init__(self, port: int, patience: float = PATIENCE) -> None:
        self._port = port
        self._patience = patience
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, request: bytes, since: float) -> Answer:
        clock = asyncio.get_running_loop().time
        try:
            async with asyncio.timeout(self._patience):
                status, body = await self._answer(request)
        except (OSError, EOFError, TimeoutError):
            self.close()
            return Answer(0, clock() - since)
        return Answer(status, clock() - since, body)

    async def _answer(self, request: bytes) -> tuple[int, bytes]:
        if self._writer is None or self._reader is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._reader, self._writer
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        body = await reader.readexactly(_length(head))
        if b"connection: close" in head:
            self.close()
        return int(head.split(None, 2)[1]), body

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


def _length(head: bytes) -> int:
    return int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)


async def _closed(
    port: int, requests: Sequence[bytes], hands: int, patience: float
) -> tuple[list[Answer], float]:
    clock = asyncio.get_running_loop().time
    waiting, answers, began = iter(requests), list[Answer](), clock()
    async with asyncio.TaskGroup() as group:
        for _ in range(hands):
            group.create_task(_hand(Line(port, patience), waiting, answers))
    return answers, clock() - began


async def _hand(line: Line, waiting: Iterator[bytes], answers: list[Answer]) -> None:
    clock = asyncio.get_running_loop().time
    for request in waiting:
        answers.append(await line.ask(request, clock()))
    line.close()


async def _open(port: int, requests: Sequence[bytes], a_second: float, page: bytes) -> list[Answer]:
    clock = asyncio.get_running_loop().time
    idle, tasks, began = list[Line](), list[asyncio.Task[Answer]](), clock()
    looking = asyncio.create_task(_look(port, page)) if page else None
    for number, request in enumerate(requests):
        due = began + number / a_second
        await asyncio.sleep(max(0.0, due - clock()))
        tasks.append(asyncio.create_task(_lent(idle, port, request, due)))
    answers = await asyncio.gather(*tasks)
    for line in idle:
        line.close()
    if looking is not None:
        _end(looking)
    return list(answers)


def _end(looking: asyncio.Task[None]) -> None:
    """Raises what ended it before its time."""
    if looking.done():
        looking.result()
    looking.cancel()


async def _look(port: int, page: bytes) -> None:
    """Until it is cancelled. A page that is not there is no measurement: NotThere."""
    line, clock = Line(port), asyncio.get_running_loop().time
    try:
        while True:
            answer = await line.ask(page, clock())
            if answer.status not in (0, 200):
                raise NotThere(f"the page answers {answer.status}")
            await asyncio.sleep(1 / LOOKS)
    finally:
        line.close()


async def _lent(idle: list[Line], port: int, request: bytes, due: float) -> Answer:
    line = idle.pop() if idle else Line(port)
    answer = await line.ask(request, due)
    idle.append(line)
    return answer
