from __future__ import annotations

from pathlib import Path

from storage import Storage
from storage.benchmark import recording, replay, snapshot
from tests.storage.samples import NOW, hello, leak, say


def test_the_bare_driver_writes_the_same_rows(tmp_path: Path) -> None:
    storage, copy = Storage.fresh(tmp_path / "huiyin.db"), tmp_path / "copy.db"
    snapshot(storage, copy)
    with recording(storage) as written:
        for n in range(3):
            with storage.begin() as work:
                work.inbox.take(hello(f"m{n}"), NOW)
                work.tickets.add(leak(f"BX-{n}"))
                work.outbox.put([say("已登记"), say("请确认")], NOW)
                work.commit()
    with storage.begin() as work:
        work.tickets.add(leak("BX-9"))
    seconds = replay(copy, written)
    bare = Storage(f"sqlite:///{copy}")
    with storage.read() as ours, bare.read() as theirs:
        assert len(seconds) == 3
        assert theirs.tickets.recent("jinxiu", 9) == ours.tickets.recent("jinxiu", 9)
        assert theirs.queue.listing(["waiting"], 9) == ours.queue.listing(["waiting"], 9)
        assert theirs.inbox.waiting(9) == ours.inbox.waiting(9)
    bare.close()
    storage.close()
