"""Small pieces of work of many people at once, in one transaction: a commit each would cost more than all the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Generic, Protocol, TypeVar


class Commits(Protocol):
    """The part of a unit of work that everybody has."""

    def commit(self) -> None: ...


T = TypeVar("T")
W = TypeVar("W", bound=Commits)


class Together(Generic[W]):
    """Jobs that come in the same turn of the loop share a commit. Where one fails, each is done alone."""

    def __init__(self, begin: Callable[[], AbstractContextManager[W]]) -> None:
        self._begin = begin
        self._waiting: list[tuple[Callable[[W], Any], asyncio.Future[Any]]] = []

    async def do(self, job: Callable[[W], T]) -> T:
        """The job's result, after its commit. A job may be done a second time after a rollback."""
        loop = asyncio.get_running_loop()
        result: asyncio.Future[T] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._run)
        self._waiting.append((job, result))
        return await result

    def _run(self) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            done = self._committed([job for job, _ in waiting])
        except Exception:  # whoever is to blame hears of it alone
            for job, result in waiting:
                self._alone(job, result)
            return
        for (_, result), value in zip(waiting, done, strict=True):
            if not result.done():
                result.set_result(value)

    def _alone(self, job: Callable[[W], Any], result: asyncio.Future[Any]) -> None:
        try:
            (value,) = self._committed([job])
        except Exception as error:
            if not result.done():
                result.set_exception(error)
            return
        if not result.done():
            result.set_result(value)

    def _committed(self, jobs: list[Callable[[W], Any]]) -> list[Any]:
        with self._begin() as work:
            done = [job(work) for job in jobs]
            work.commit()
        return done
