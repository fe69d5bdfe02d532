from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.channels.wechat.ports import Work
from bot.outbox.together import Together
from bot.simulation.platforms.wechat.double import NOON
from storage import Storage, UnitOfWork

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_jobs_of_one_turn_share_a_commit_and_a_bad_one_spoils_no_other() -> None:
    storage = Storage.memory()
    begun: list[int] = []

    def begin() -> UnitOfWork:
        begun.append(1)
        return storage.begin()

    def note(key: str) -> Callable[[Work], str]:
        def job(work: Work) -> str:
            work.notes.put("wechat", "wx1", "test", key, {}, NOON)
            if key == "坏":
                raise ValueError(key)
            return key

        return job

    together = Together(begin)
    assert await asyncio.gather(*[together.do(note(key)) for key in "一二三"]) == ["一", "二", "三"]
    assert len(begun) == 1
    jobs = [together.do(note(key)) for key in ("四", "坏", "五")]
    done = await asyncio.gather(*jobs, return_exceptions=True)
    assert (done[0], type(done[1]), done[2]) == ("四", ValueError, "五")
    with storage.begin() as work:
        kept = [key for key in "一二三四坏五" if work.notes.get("wechat", "wx1", "test", key) is not None]
    assert kept == list("一二三四五")
    storage.close()
