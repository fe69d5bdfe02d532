"""Messages that a door brings at once share a transaction."""

from __future__ import annotations

from bot.app import TOGETHER, App
from storage import Storage
from tests.jobs.desk import NOW, opened, texts, wrote

BURST = "3栋2单元1501厨房水管爆了，水漫到客厅了，电话13800138001"


def commits(app: App, messages: int) -> int:
    """How many it takes to handle so many greetings."""
    run: list[str] = []
    app.storage.connection().set_trace_callback(run.append)
    app.take([wrote("你好", f"m{n}") for n in range(messages)], NOW)
    app.storage.connection().set_trace_callback(None)
    return run.count("COMMIT")


def kept(storage: Storage) -> list[str]:
    """What came in and is not handled."""
    with storage.begin() as work:
        return [incoming.key for _, incoming in work.inbox.waiting(50)]


def test_a_few_share_a_commit_and_more_take_another(storage: Storage) -> None:
    app = opened(storage)
    assert commits(app, TOGETHER) == 1
    assert commits(opened(Storage.memory()), TOGETHER + 2) == 2


def test_one_that_cannot_be_handled_spoils_no_other(storage: Storage) -> None:
    app = opened(storage, deaf=2)  # once together, once alone
    app.take([wrote(f"第{n}声你好", f"m{n}") for n in range(3)], NOW)
    assert kept(storage) == ["m0"]
    assert [app.handle(wrote("你好", f"m{n}"), NOW) for n in range(3)] == [False] * 3


def test_what_comes_twice_in_one_batch_is_heard_once(storage: Storage) -> None:
    twice, once = opened(storage), opened(Storage.memory())
    twice.take([wrote(BURST), wrote(BURST)], NOW)
    once.take([wrote(BURST)], NOW)
    assert texts(twice) == texts(once) != []
