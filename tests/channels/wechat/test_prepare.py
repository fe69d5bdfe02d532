"""What a waiting request will carry is gathered in the transaction that claims it."""

from __future__ import annotations

import asyncio

import pytest
from typing_extensions import override

from bot.channels.wechat.choices import Offered
from bot.channels.wechat.outbound import Means, WechatChannel
from bot.channels.wechat.ports import Work
from bot.channels.wechat.travelling import Gathering, Party
from bot.messages import Outgoing
from bot.outbox.ports import Envelope
from bot.simulation.platforms.wechat import Voice
from tests.channels.wechat.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def waiting(office: Office, wang: Voice) -> asyncio.Task[str | None]:
    """A request that nothing has answered yet."""
    task = await wang.says("在吗")
    await office.arrived.get()
    await office.rests()
    return task


def claimed(office: Office, *messages: Outgoing) -> Envelope:
    """The first of them, as the dispatcher takes it; the others are its company."""
    with office.storage.begin() as work:
        work.outbox.put(messages, office.clock())
        work.commit()
    ((envelope, _),) = office.dispatcher.claim(("wechat", office.client.account), office.clock(), limit=5)
    return envelope


async def test_sending_opens_no_transaction_but_the_one_that_marks_it(office: Office) -> None:
    wang = office.wechat.follower("王女士")
    task = await waiting(office, wang)
    envelope, begun = claimed(office, to(wang, "确认吗？", "确认")), list[str]()
    office.storage.connection().set_trace_callback(begun.append)
    await office.dispatcher.deliver(envelope, office.clock)
    office.storage.connection().set_trace_callback(None)
    assert "确认吗？" in str(await task)
    assert len([one for one in begun if one.startswith("BEGIN")]) == 1
    assert office.states() == ["sent"]
    await wang.taps("确认")
    assert (await office.arrived.get()).token == "t:0"


async def test_a_request_that_has_gone_meanwhile_gives_its_company_back(office: Office) -> None:
    wang = office.wechat.follower("王女士")
    task = await waiting(office, wang)
    envelope = claimed(office, to(wang, "一"), to(wang, "二"))
    current = office.replies.current(wang.openid)
    assert current is not None
    current.supersede()
    await office.dispatcher.deliver(envelope, office.clock)
    assert (await task, [seen.text for seen in wang.seen()]) == (None, ["一\n\n二"])
    assert office.states() == ["sent", "sent"]


class Broken(Gathering):
    """Cannot gather anything."""

    @override
    def gathered(self, work: Work, message: Outgoing, *, edits: bool = False, alone: bool = False) -> Party:
        raise ValueError("a fault of ours")


async def test_what_cannot_be_prepared_keeps_back_nothing_that_is_claimed_beside_it(office: Office) -> None:
    wang = office.wechat.follower("王女士")
    task = await waiting(office, wang)
    offered = Offered(office.storage.begin, office.client.account, office.clock)
    gathering = Broken(office.storage.begin, "office", office.clock, offered, None)
    channel = WechatChannel(office.client, Means(office.replies, gathering))
    with office.storage.begin() as work:
        channel.prepare(work, to(wang, "您好"))
        work.commit()
    await office.sends(to(wang, "您好"))
    assert await task == "您好"
