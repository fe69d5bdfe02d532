from __future__ import annotations

import pytest

from bot.channels.wechat import menu
from tests.channels.wechat.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_menu_is_put_up_and_found_again(office: Office) -> None:
    client = office.client
    assert not await menu.is_published(client)
    assert await menu.applied(client) == ""
    assert await menu.is_published(client)


async def test_an_account_without_the_right_hears_what_to_do(office: Office) -> None:
    office.wechat.state.rights.clear()
    assert "48001" in await menu.applied(office.client)


async def test_every_entry_is_something_one_could_have_written() -> None:
    assert menu._keys(menu.MENU) == set(menu.COMMANDS)
    assert all(command.startswith("/") for command in menu.COMMANDS.values())
