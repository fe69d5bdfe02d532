"""What people see before they write: commands, the menu button, a line about the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
)

from bot.channels.telegram.client import Client

Commands = Mapping[str, str]

PRIVATE: Mapping[str, Commands] = {
    "zh-Hans": {
        "progress": "我的事办到哪儿了",
        "urge": "帮我催一催",
        "human": "想和真人说",
        "language": "换语言 · Language",
        "help": "能帮您做什么",
    },
    "zh-Hant": {
        "progress": "我的事辦到哪裡了",
        "urge": "幫我催一催",
        "human": "想和真人說",
        "language": "換語言 · Language",
        "help": "能幫您做什麼",
    },
    "en": {
        "progress": "How far along is my request",
        "urge": "Give it a nudge",
        "human": "Talk to a person",
        "language": "Change language · 换语言",
        "help": "What I can do for you",
    },
}
GROUP: Mapping[str, Commands] = {
    "zh-Hans": {"bind": "用口令绑定本群", "help": "怎么在群里接单"},
    "en": {"bind": "Bind this group with a code", "help": "How to take tickets here"},
}
ABOUT: Mapping[str, str] = {
    "zh-Hans": "家里报修、投诉、建议，直接发文字或照片就行，24 小时都在。事事有着落，件件有回音。",
    "en": "Repairs, complaints, suggestions: just write, or send a photo, day or night. You will always hear back.",
}
# Telegram knows two-letter codes only: "zh" is both scripts. A chat can get its own (`speak`).
_CODES = {"": "zh-Hans", "zh": "zh-Hans", "en": "en"}


async def publish(client: Client) -> None:
    """Sets commands, descriptions and the menu button for everybody. Raises DeliveryError."""
    scopes: Sequence[tuple[BotCommandScope, Mapping[str, Commands]]] = (
        (BotCommandScopeAllPrivateChats(), PRIVATE),
        (BotCommandScopeAllGroupChats(), GROUP),
    )
    with client.errors():
        for code, language in _CODES.items():
            for scope, commands in scopes:
                await client.bot.set_my_commands(_list(commands[language]), scope=scope, language_code=code)
            await client.bot.set_my_description(ABOUT[language], language_code=code)
        await client.bot.set_chat_menu_button(menu_button=MenuButtonCommands())


async def speak(client: Client, chat: str, language: str) -> None:
    """Sets one private chat's commands in the owner's own language, zh-Hans, zh-Hant or en. Raises DeliveryError."""
    commands = PRIVATE.get(language, PRIVATE["zh-Hans"])
    with client.errors():
        await client.bot.set_my_commands(_list(commands), scope=BotCommandScopeChat(int(chat)))


def _list(commands: Commands) -> list[BotCommand]:
    return [BotCommand(name, words) for name, words in commands.items()]
