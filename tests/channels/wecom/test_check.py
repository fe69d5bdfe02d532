"""`huiyin check --online`: the usual mistakes, and how to mend them."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from bot.channels.tencent.token import MemoryShelf
from bot.channels.wecom.aibot.keeper import Account
from bot.channels.wecom.check import Subject, check
from bot.channels.wecom.client import Client
from bot.channels.wecom.knock import Callback
from bot.channels.wecom.robot import Webhook
from bot.clock import real_now
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.wecom import LongLine
from bot.simulation.platforms.wecom.double import AES_KEY, AGENT_ID, CORP_ID, SECRET, TOKEN
from bot.simulation.platforms.wecom.longline import BOT_ID, BOT_SECRET
from tests.channels.wecom.office import FORMER_KEY, Office

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
        return [str(finding) for finding in await check(subject, real_now(), online=True)]
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
    (finding,) = await check(Subject(robots=robots), real_now())
    assert finding.blocking
    assert "HUIYIN_PUBLIC_URL、HUIYIN_SECRET_KEY" in finding.sentence


async def test_the_ai_bots_id_and_secret(office: Office) -> None:
    line = LongLine(office.wecom.state)
    async with line.serving() as url:
        assert await check(Subject(bot=Account(BOT_ID, BOT_SECRET, url)), real_now(), online=True) == []
        (wrong,) = await check(Subject(bot=Account(BOT_ID, "wrong-secret", url)), real_now(), online=True)
        assert "HUIYIN_WECOM_BOT_SECRET" in wrong.sentence
        before = list(line.commands)
        assert (
            await check(Subject(bot=Account(BOT_ID, "wrong", url), bot_runs=True), real_now(), online=True)
            == []
        )
        assert line.commands == before


async def test_an_ai_bot_that_cannot_be_reached(office: Office) -> None:
    (finding,) = await check(
        Subject(bot=Account(BOT_ID, BOT_SECRET, "ws://127.0.0.1:9")), real_now(), online=True
    )
    assert "HUIYIN_WECOM_BOT_URL" in finding.sentence


DOOR = Callback(TOKEN, CORP_ID, [AES_KEY])


async def knocked(office: Office, callback: Callback) -> list[str]:
    """What is found at the office's own door."""
    transport = office.wecom.line.transport
    assert isinstance(transport, httpx.ASGITransport)
    async with serving(transport.app) as origin:
        found = await check(Subject(public_url=origin, callback=callback), real_now(), online=True)
    return [str(finding) for finding in found]


@pytest.mark.parametrize("keys", [[AES_KEY], [AES_KEY, FORMER_KEY]])
async def test_our_own_door_opens_to_the_same_word_and_key(office: Office, keys: list[str]) -> None:
    assert await knocked(office, replace(DOOR, keys=keys)) == []


async def test_another_word_or_key_at_our_door_is_named(office: Office) -> None:
    assert "HUIYIN_WECOM_TOKEN" in (await knocked(office, replace(DOOR, token="another1")))[0]
    assert "HUIYIN_WECOM_AES_KEY" in (await knocked(office, replace(DOOR, keys=["c" * 43])))[0]


async def test_a_door_that_nobody_opens_is_named() -> None:
    subject = Subject(public_url="http://127.0.0.1:1", callback=DOOR)
    (finding,) = await check(subject, real_now(), online=True)
    assert "从外面打不开" in finding.sentence


@pytest.mark.parametrize(
    ("token", "key"), [("", AES_KEY), ("用户", AES_KEY), (TOKEN, ""), (TOKEN, "short"), (TOKEN, "!" * 43)]
)
async def test_a_word_or_key_of_the_wrong_form_is_named_offline(token: str, key: str) -> None:
    (finding,) = await check(Subject(callback=Callback(token, CORP_ID, [key])), real_now())
    assert finding.blocking
    assert not key or key not in finding.sentence
