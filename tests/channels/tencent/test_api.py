"""The client that both platforms share: tokens, above all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
import pytest_asyncio

from bot.channels.tencent.api import Api, Grant
from bot.channels.tencent.codes import ApiError, Unreachable
from bot.channels.tencent.token import MemoryShelf, SharedShelf, Token
from bot.simulation.platforms.serving import serving
from bot.simulation.platforms.wechat import WechatDouble
from bot.simulation.platforms.wechat.double import NOON
from storage import Storage

pytestmark = pytest.mark.asyncio(loop_scope="session")

MENU = "/cgi-bin/get_current_selfmenu_info"
GRANT = "/cgi-bin/stable_token"


class Line:
    """The double, and clients to it."""

    def __init__(self, wechat: WechatDouble, origin: str, storage: Storage) -> None:
        self.wechat = wechat
        self.storage = storage
        self._origin = origin
        self.opened: list[Api] = []

    def api(self, shelf: SharedShelf | MemoryShelf | None = None) -> Api:
        state = self.wechat.state
        grant = Grant("POST", GRANT, body={"appid": state.app_id, "secret": state.secret})
        self.opened.append(Api(self._origin, grant, shelf or MemoryShelf(), lambda: NOON))
        return self.opened[-1]

    def shared(self) -> Api:
        return self.api(SharedShelf(self.storage.begin, "wechat", "wx1"))


@pytest_asyncio.fixture(loop_scope="session")
async def line() -> AsyncIterator[Line]:
    wechat, storage = WechatDouble(), Storage.memory()
    async with serving(wechat.app) as origin:
        found = Line(wechat, origin, storage)
        yield found
        for api in found.opened:
            await api.close()
    storage.close()


async def test_twenty_calls_at_once_ask_for_one_token(line: Line) -> None:
    api = line.api()
    await asyncio.gather(*[api.get(MENU) for _ in range(20)])
    assert len(line.wechat.called(GRANT)) == 1


async def test_replicas_share_one_token(line: Line) -> None:
    await line.shared().get(MENU)
    await line.shared().get(MENU)
    assert len(line.wechat.called(GRANT)) == 1


async def test_a_token_that_another_replica_has_refreshed_is_taken_over(line: Line) -> None:
    first, second = line.shared(), line.shared()
    await first.get(MENU)
    await second.get(MENU)
    line.wechat.expire_tokens()
    await first.get(MENU)
    await second.get(MENU)
    assert len(line.wechat.called(GRANT)) == 2


async def test_a_token_is_given_up_five_minutes_before_its_end(line: Line) -> None:
    shelf = MemoryShelf()
    shelf.write(Token("OLD", NOON + timedelta(minutes=4)), NOON)
    await line.api(shelf).get(MENU)
    assert len(line.wechat.called(GRANT)) == 1


@pytest.mark.parametrize("code", [40001, 40014, 42001])
async def test_a_rejected_token_is_refreshed_once_and_no_more(line: Line, code: int) -> None:
    line.wechat.refuse(MENU, code, times=400)
    with pytest.raises(ApiError) as caught:
        await line.api().get(MENU)
    assert caught.value.code == code
    assert (len(line.wechat.called(MENU)), len(line.wechat.called(GRANT))) == (2, 2)


async def test_a_slow_platform_is_not_waited_for() -> None:
    async def never_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    hanging = await asyncio.start_server(never_answer, "127.0.0.1", 0)
    port = hanging.sockets[0].getsockname()[1]
    grant = Grant("GET", GRANT, {"secret": "hidden"})
    slow = Api(f"http://127.0.0.1:{port}", grant, MemoryShelf(), lambda: NOON, timeout=httpx.Timeout(0.05))
    with pytest.raises(Unreachable) as caught:
        await slow.get(MENU)
    assert "hidden" not in str(caught.value)
    await slow.close()
    hanging.close()
    await hanging.wait_closed()


async def test_nobody_there_shows_no_secret() -> None:
    grant = Grant("GET", GRANT, {"secret": "hidden"})
    api = Api("http://127.0.0.1:1", grant, MemoryShelf(), lambda: NOON)
    with pytest.raises(Unreachable) as caught:
        await api.get(MENU)
    assert "hidden" not in str(caught.value) + repr(grant)
    assert caught.value.__suppress_context__
    await api.close()
