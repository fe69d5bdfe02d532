from __future__ import annotations

from storage import Storage
from tests.storage.samples import NOW

TOKEN = ("wechat", "wx1", "token", "")


def test_a_note_is_there_again_and_the_newest_counts(storage: Storage) -> None:
    with storage.begin() as work:
        assert work.notes.get(*TOKEN) is None
        work.notes.put(*TOKEN, {"value": "一"}, NOW)
        work.notes.put(*TOKEN, {"value": "二", "left": 3}, NOW)
        work.commit()
    with storage.begin() as work:
        assert work.notes.get(*TOKEN) == {"value": "二", "left": 3}


def test_notes_of_other_accounts_kinds_and_keys_are_others(storage: Storage) -> None:
    with storage.begin() as work:
        work.notes.put(*TOKEN, {"value": "一"}, NOW)
        for other in (("wecom", "wx1", "token"), ("wechat", "wx2", "token"), ("wechat", "wx1", "quota")):
            assert work.notes.get(*other) is None
        assert work.notes.get("wechat", "wx1", "token", "x") is None


def test_of_several_who_drop_a_note_one_is_told_so(storage: Storage) -> None:
    with storage.begin() as work:
        work.notes.put(*TOKEN, {}, NOW)
        assert work.notes.drop(*TOKEN)
        assert not work.notes.drop(*TOKEN)
        assert work.notes.get(*TOKEN) is None
