"""What people see before they write."""

from __future__ import annotations

import pytest

from bot.channels.telegram.client import Client
from bot.channels.telegram.menu import PRIVATE, publish, speak
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.telegram import TelegramDouble

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_commands_stand_in_chinese_and_english_for_owners_and_groups(
    client: Client, telegram: TelegramDouble
) -> None:
    await publish(client)
    commands = {key[1:]: value for key, value in telegram.state.profile.items() if key[0] == "commands"}
    assert commands["all_private_chats", "zh"]["progress"] == "我的事办到哪儿了"
    assert commands["all_private_chats", ""] == commands["all_private_chats", "zh"]
    assert commands["all_private_chats", "en"]["human"] == "Talk to a person"
    assert commands["all_group_chats", "zh"] == {"bind": "用口令绑定本群", "help": "怎么在群里接单"}
    assert telegram.state.profile["description", "zh"].startswith("家里报修、投诉、建议")
    assert telegram.state.profile["menu_button"] == "commands"


async def test_an_owner_who_writes_traditional_gets_a_menu_of_their_own(
    client: Client, telegram: TelegramDouble
) -> None:
    tai = telegram.person("黃太")
    await speak(client, tai.id, "zh-Hant")
    assert telegram.state.profile["commands", f"chat:{tai.id}", ""]["progress"] == "我的事辦到哪裡了"


async def test_every_language_has_the_same_commands() -> None:
    assert len({tuple(commands) for commands in PRIVATE.values()}) == 1


async def test_a_refused_menu_is_reported(client: Client, telegram: TelegramDouble) -> None:
    telegram.refuse("setMyCommands", 400, "Bad Request: BOT_COMMAND_INVALID")
    with pytest.raises(DeliveryError):
        await publish(client)
