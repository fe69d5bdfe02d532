"""A running desk understands with the lesson in use, without a restart."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.app import learned
from bot.jobs.learned import Learned
from storage import Storage
from tests.storage.samples import NOW

ZONE = ZoneInfo("Asia/Shanghai")
LESSON = {"appliance.broken 蜂鸟宝": 6.0}


def categories(ear: Learned) -> list[str]:
    return [problem.category for problem in ear.understand("看蜂鸟宝", NOW, ZONE).problems]


def teach(storage: Storage) -> None:
    with storage.begin() as work:
        work.lessons.activate(LESSON, {}, NOW)
        work.commit()


def test_desk_starts_with_what_it_has_learned() -> None:
    storage = Storage.memory()
    assert categories(learned(storage)) == []
    teach(storage)
    assert categories(learned(storage)) == ["facilities"]


async def test_lesson_put_to_use_later_is_taken_up_and_taken_back() -> None:
    storage = Storage.memory()
    ear = learned(storage)
    assert not await ear.look()
    teach(storage)
    assert await ear.look()
    assert categories(ear) == ["facilities"]
    with storage.begin() as work:
        work.lessons.undo(NOW)
        work.commit()
    assert await ear.look()
    assert categories(ear) == []
