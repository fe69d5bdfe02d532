"""`huiyin check --online`: the usual mistakes, and how to mend them."""

from __future__ import annotations

import pytest

from bot.channels.tencent.token import MemoryShelf
from bot.channels.wecom.aibot.keeper import Account
from bot.channels.wecom.check import Subject, check
from bot.channels.wecom.client import Client
from bot.channels.wecom.robot import Webhook
from tests.channels.wecom.office import Office
from tests.doubles.wecom import LongLine
from tests.doubles.wecom.double import AGENT_ID, CORP_ID, SECRET
from tests.doubles.wecom.longline import BOT_ID, BOT_SECRET

pytestmark = pytest.mark.asyncio(loop_scope="session")

SEEN = {
    "close": 0,
    "allow_userinfos": {"user": []},
    "allow_partys": {"partyid": [1]},
    "redirect_domain": "desk.example",
}


async def found(
    office: Office, *, corp: str = CORP_ID, agent: str = AGENT_ID, secret: str = SECRET
) -> list[str]:
    client = Client(corp, agent, secret, office.origin, MemoryShelf(), office.clock)
    robots = {"FACILITIES": Webhook(office.works.key, office.origin, office.clock)}
    try:
        subject = Subject(client, robots, None, "https://desk.example", signs=True)
        return [str(finding) for finding in await check(subject, online=True)]
    finally:
        await client.close()
        await robots["FACILITIES"].close()


async def test_all_is_well(office: Office) -> None:
    office.wecom.state.agent = SEEN
    assert await found(office) == []
    assert office.works.heard() == []


async def test_a_wrong_secret(office: Office) -> None:
    (sentence,) = await found(office, secret="wrong-secret")
    assert "HUIYIN_WECOM_SECRET" in sentence
    assert "wrong-secret" not in sentence


async def test_a_wrong_corporation(office: Office) -> None:
    assert "HUIYIN_WECOM_CORP_ID" in (await found(office, corp="ww1"))[0]


async def test_an_agent_of_another_application(office: Office) -> None:
    assert "AgentId" in (await found(office, agent="1000009"))[0]


async def test_an_address_that_is_not_on_the_list(office: Office) -> None:
    office.wecom.refuse("/cgi-bin/agent/get", 60020, "not allow to access from your ip")
    assert "企业可信 IP" in (await found(office))[0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"close": 1}, "停用"),
        ({"allow_partys": {"partyid": []}}, "可见范围"),
        ({"redirect_domain": "other.example"}, "可信域名"),
        ({"redirect_domain": ""}, "desk.example"),
    ],
)
async def test_an_application_that_is_half_set_up(
    office: Office, change: dict[str, object], words: str
) -> None:
    office.wecom.state.agent = {**SEEN, **change}
    (sentence,) = await found(office)
    assert words in sentence


async def test_a_robot_that_was_removed(office: Office) -> None:
    office.wecom.state.agent = SEEN
    office.wecom.state.robots.clear()
    (sentence,) = await found(office)
    assert "HUIYIN_WECOM_ROBOT_FACILITIES" in sentence
    assert office.works.key not in sentence


async def test_robots_without_a_page(office: Office) -> None:
    robots = {"FACILITIES": Webhook("key", office.origin, office.clock)}
    (finding,) = await check(Subject(robots=robots))
    assert finding.blocking
    assert "HUIYIN_PUBLIC_URL、HUIYIN_SECRET_KEY" in finding.sentence


async def test_the_ai_bots_id_and_secret(office: Office) -> None:
    line = LongLine(office.wecom.state)
    async with line.serving() as url:
        assert await check(Subject(bot=Account(BOT_ID, BOT_SECRET, url)), online=True) == []
        (wrong,) = await check(Subject(bot=Account(BOT_ID, "wrong-secret", url)), online=True)
        assert "HUIYIN_WECOM_BOT_SECRET" in wrong.sentence
        before = list(line.commands)
        assert await check(Subject(bot=Account(BOT_ID, "wrong", url), bot_runs=True), online=True) == []
        assert line.commands == before


async def test_an_ai_bot_that_cannot_be_reached(office: Office) -> None:
    (finding,) = await check(Subject(bot=Account(BOT_ID, BOT_SECRET, "ws://127.0.0.1:9")), online=True)
    assert "HUIYIN_WECOM_BOT_URL" in finding.sentence
