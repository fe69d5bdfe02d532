"""What could not be handled is taken over by a person, and whoever wrote it hears so."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

import pytest

from bot.app import App
from bot.conversation.ear import Ear
from bot.desk.people import Identity
from bot.desk.ports import Timer
from bot.jobs.timers import KINDS
from bot.messages import Address, Incoming
from bot.texts.words import Words
from nlp.understanding import Understanding
from storage import Storage
from tests.jobs.desk import NOW, opened, texts, timers
from tests.storage.samples import leak

WANG = Address("console", "demo", "王女士")


def writes(app: App, text: str, key: str = "w1") -> None:
    app.take([Incoming(WANG, key, "text", "王女士", NOW, text=text)], NOW)


def said(app: App) -> dict[str, str]:
    """What waits to be sent, by chat."""
    with app.storage.begin() as work:
        waiting = work.queue.listing(("waiting",), 100)
    return {envelope.message.to.chat: envelope.message.text for envelope in waiting}


class Broken:
    """Fails on whatever it hears."""

    def understand(self, text: str, now: datetime, zone: tzinfo) -> Understanding:
        raise RuntimeError("broken")


@pytest.fixture
def app(storage: Storage) -> App:
    """Two lines of a story are taken in; the whole of it cannot be understood."""
    app = opened(storage)
    writes(app, "客厅的灯")
    writes(app, "又不亮了", "w2")
    app.conversation.ear = Ear(Broken())
    return app


def rings(app: App) -> None:
    """For as long as it is tried again at short intervals."""
    for seconds in (3, 8, 38, 158, 758):
        app.ring(NOW + timedelta(seconds=seconds))


def test_a_story_that_cannot_be_understood_is_taken_over_by_a_person(app: App) -> None:
    rings(app)
    told = said(app)
    assert told["王女士"].startswith("实在抱歉，您刚才说的我这边没办成，已经交给同事小陈接着办")
    assert "住户 王女士" in told["小陈"]
    assert "“客厅的灯\n又不亮了”" in told["刘经理"]


def test_what_is_said_after_it_is_not_drawn_into_it(app: App) -> None:
    rings(app)
    assert timers(app, NOW + timedelta(days=1)) == []


def test_it_is_said_once(app: App) -> None:
    rings(app)
    before = texts(app)
    rings(app)
    assert texts(app) == before


def test_an_english_owner_reads_english(storage: Storage) -> None:
    app = opened(storage, deaf=99)
    smith = Address("console", "demo", "Mr Smith")
    app.take([Incoming(smith, "s1", "text", "Mr Smith", NOW, text="hello")], NOW)
    for _ in range(6):
        app.retry_inbox(NOW)
    assert said(app)["Mr Smith"].startswith(
        "I am very sorry, I could not deal with what you just told me. 小陈 takes it"
    )


def test_staff_are_asked_to_try_once_more(storage: Storage) -> None:
    app = opened(storage, deaf=99)
    with storage.begin() as work:
        li = next(one for one in work.people.all_staff("jinxiu") if one.name == "老李")
        chat = Address("console", "demo", "老李")
        work.people.save_identity(Identity("console", "demo", "老李", "jinxiu", staff_id=li.id, address=chat))
        work.commit()
    app.take([Incoming(chat, "l1", "text", "老李", NOW, text="巡查 大堂灯不亮")], NOW)
    for _ in range(6):
        app.retry_inbox(NOW)
    assert "请在卡片上再点一次，或者再发一遍" in said(app)["老李"]
    assert "同事 老李" in said(app)["小陈"]


def test_where_nobody_can_be_told_in_private_the_service_group_reads_it_masked(storage: Storage) -> None:
    app = opened(storage, deaf=99)
    with storage.begin() as work:
        for one in work.people.all_staff("jinxiu"):
            work.people.save_identity(Identity("console", "demo", one.name, "jinxiu", staff_id=one.id))
        work.commit()
    writes(app, "我是王女士，电话13800138001")
    for _ in range(6):
        app.retry_inbox(NOW)
    told = said(app)
    assert told.keys() == {"王女士", "客服群"}
    assert "“我是王**，电话138****8001”" in told["客服群"]


def test_a_promise_that_cannot_be_kept_is_told_to_the_duty_manager(storage: Storage) -> None:
    app = opened(storage)
    with storage.begin() as work:
        ticket = work.tickets.add(
            leak(state="assigned", dispatched_at=NOW, promised_at=NOW, group="facilities")
        )
        work.timers.put(Timer(f"escalate:{ticket.id}", "escalate", NOW, {"ticket": ticket.id}))
        work.commit()
    for seconds in (0, 5, 35, 155, 755):
        app.ring(NOW + timedelta(seconds=seconds))
    told = said(app)
    assert told["刘经理"] == (
        f"{ticket.number} 到时间的“没人接单的提醒”我没办成，请您看一下这张工单，需要的话直接联系业主。"
    )


def test_every_timer_of_a_ticket_has_a_name() -> None:
    kinds = [kind for kind in KINDS if kind not in ("story", "draft", "relay")]
    assert [Words().label("zh-Hans", f"timer.{kind}") for kind in kinds]
