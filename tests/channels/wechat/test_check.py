"""What an administrator hears of the usual mistakes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from fastapi import FastAPI

from bot.channels.finding import Finding
from bot.channels.tencent.token import MemoryShelf
from bot.channels.wechat import menu
from bot.channels.wechat.check import check
from bot.channels.wechat.client import Client
from bot.channels.wechat.subject import Subject
from bot.clock import real_now
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.wechat.double import AES_KEY
from tests.channels.wechat.office import Office, open_office

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def subject(office: Office) -> AsyncIterator[Subject]:
    """A configuration in which all is well, but for the public address."""
    state = office.wechat.state
    client = Client(state.app_id, state.secret, office.client.api.origin, MemoryShelf(), office.clock)
    await menu.publish(client)
    yield Subject(client, office.wechat.line.token, [AES_KEY], templates=["TEMPLATE-1"])
    await client.close()


Opening = Callable[..., Client]


@pytest_asyncio.fixture(loop_scope="session")
async def stranger(subject: Subject) -> AsyncIterator[Opening]:
    """Clients that have not asked for anything yet, with another secret, id or origin."""
    opened: list[Client] = []

    def open_one(secret: str, app_id: str = "", origin: str = "") -> Client:
        client = subject.client
        account, where = app_id or client.account, origin or client.api.origin
        opened.append(Client(account, secret, where, MemoryShelf(), real_now))
        return opened[-1]

    yield open_one
    for client in opened:
        await client.close()


async def sentences(subject: Subject) -> str:
    return "\n".join(map(str, await check(subject, real_now(), online=True)))


async def test_where_all_is_well_nothing_is_said(subject: Subject) -> None:
    assert await check(subject, real_now(), online=True) == []


async def test_the_list_of_addresses_is_named_with_the_address(
    office: Office, subject: Subject, stranger: Opening
) -> None:
    office.wechat.state.allowed_ip = False
    subject = replace(subject, client=stranger(office.wechat.state.secret))
    assert "203.0.113.7" in await sentences(subject)
    assert "IP 白名单" in await sentences(subject)


@pytest.mark.parametrize(("secret", "app_id", "says"), [("wrong", "", "AppSecret"), ("x", "wx2", "AppID")])
async def test_a_wrong_secret_or_id_is_named(
    subject: Subject, stranger: Opening, secret: str, app_id: str, says: str
) -> None:
    found = await check(replace(subject, client=stranger(secret, app_id)), real_now(), online=True)
    assert says in str(found[0])
    assert found[0].blocking


async def test_missing_rights_lead_to_the_minimal_mode(office: Office, subject: Subject) -> None:
    office.wechat.state.rights.clear()
    assert "certified: false" in await sentences(subject)
    assert await check(replace(subject, certified=False), real_now(), online=True) == []


async def test_a_missing_menu_and_a_missing_template_are_named(office: Office, subject: Subject) -> None:
    office.wechat.state.menu = {}
    said = await sentences(replace(subject, templates=["TEMPLATE-9"]))
    assert "--apply" in said
    assert "TEMPLATE-9" in said


async def test_without_a_template_it_says_what_is_lost(subject: Subject) -> None:
    assert "48 小时" in await sentences(replace(subject, templates=[]))


async def test_a_platform_out_of_reach_is_named(subject: Subject, stranger: Opening) -> None:
    client = stranger("s", origin="http://127.0.0.1:1")
    assert "连不上" in await sentences(replace(subject, client=client))


@pytest.mark.parametrize(
    ("token", "key"), [("", AES_KEY), ("用户", AES_KEY), ("word1", "short"), ("word1", "!" * 43)]
)
async def test_a_word_or_key_of_the_wrong_form_is_named_offline(
    subject: Subject, token: str, key: str
) -> None:
    found = await check(replace(subject, token=token, aes_keys=[key]), real_now())
    assert len(found) == 1
    assert found[0].blocking
    assert key not in str(found[0])


async def knocked(media: Path, subject: Subject, **changed: Any) -> list[Finding]:
    async with open_office(media) as office, serving(doors_of(office)) as origin:
        asked = Subject(subject.client, office.wechat.line.token, [AES_KEY], origin, templates=["TEMPLATE-1"])
        return await check(replace(asked, **changed), real_now(), online=True)


def doors_of(office: Office) -> FastAPI:
    transport = office.wechat.line.transport
    app = getattr(transport, "app", None)
    assert isinstance(app, FastAPI)
    return app


async def test_our_own_door_opens_to_the_same_word_and_key(media: Path, subject: Subject) -> None:
    assert await knocked(media, subject) == []


async def test_another_word_at_our_door_is_named(media: Path, subject: Subject) -> None:
    assert "HUIYIN_WECHAT_TOKEN" in str((await knocked(media, subject, token="another1"))[0])


async def test_another_key_at_our_door_is_named(media: Path, subject: Subject) -> None:
    assert "HUIYIN_WECHAT_AES_KEY" in str((await knocked(media, subject, aes_keys=["c" * 43]))[0])


async def test_a_door_that_nobody_opens_is_named(subject: Subject) -> None:
    found = await check(replace(subject, public_url="http://127.0.0.1:1"), real_now(), online=True)
    assert "从外面打不开" in str(found[0])
