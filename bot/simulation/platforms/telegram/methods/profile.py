"""Who the bot is and how it presents itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.simulation.platforms.telegram.params import Params
from bot.simulation.platforms.telegram.rules import bad
from bot.simulation.platforms.telegram.state import Json

if TYPE_CHECKING:
    from bot.simulation.platforms.telegram.double import TelegramDouble


async def get_me(telegram: TelegramDouble, _: Params) -> Json:
    rights = {"can_join_groups": True, "can_read_all_group_messages": telegram.state.reads_groups}
    return {**telegram.state.me, **rights, "supports_inline_queries": False}


async def set_my_commands(telegram: TelegramDouble, params: Params) -> bool:
    scope = params.data("scope") or {"type": "default"}
    commands = params.data("commands") or []
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    language = _language(params)
    where = f"{scope['type']}:{scope['chat_id']}" if "chat_id" in scope else scope["type"]
    telegram.state.profile["commands", where, language] = {c["command"]: c["description"] for c in commands}
    return True


async def set_my_description(telegram: TelegramDouble, params: Params) -> bool:
    if len(params.text("description")) > 512:
        raise bad("description is too long")
    telegram.state.profile["description", _language(params)] = params.text("description")
    return True


async def set_chat_menu_button(telegram: TelegramDouble, params: Params) -> bool:
    telegram.state.profile["menu_button"] = (params.data("menu_button") or {}).get("type")
    return True


def _language(params: Params) -> str:
    language = params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("LANG_CODE_INVALID")
    return language
