"""Commands of the menu, for owners: /progress /urge /human /language /help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast, get_args

from bot.conversation import intake, owner_requests, recent, relay
from bot.conversation.talk import Talk
from nlp.understanding import Language

NAMES: dict[Language, str] = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}


def obeyed(talk: Talk, text: str) -> bool:
    """True where the text was a command that we know."""
    command = _COMMANDS.get(text.split(maxsplit=1)[0].lower()) if text.startswith("/") else None
    if command is None:
        return False
    command(talk)
    return True


def _progress(talk: Talk) -> None:
    owner_requests.progress(talk, [])


def _urge(talk: Talk) -> None:
    owner_requests.choose(talk, "urge", recent.open_tickets(talk), owner_requests.urge)


def _human(talk: Talk) -> None:
    relay.begin(talk, recent.open_tickets(talk)[:1])


def _help(talk: Talk) -> None:
    start(talk)


def start(talk: Talk) -> None:
    """Who we are and what to write."""
    known = intake.is_introduced(talk)
    talk.say("start", name=talk.name, known=known, community=talk.desk.community.name)


def _language(talk: Talk) -> None:
    rows = [[(NAMES[one], {"act": "language", "value": one}) for one in get_args(Language)]]
    talk.say("ask.language", rows)


def language_chosen(talk: Talk, act: Mapping[str, Any]) -> None:
    """A tap on a language; the profile keeps it."""
    talk.language = cast(Language, act["value"])
    if talk.resident is not None:
        talk.resident.language = talk.language
        talk.desk.work.people.save_resident(talk.resident)
    talk.say("language.chosen")


_COMMANDS: dict[str, Callable[[Talk], None]] = {
    "/progress": _progress,
    "/urge": _urge,
    "/human": _human,
    "/language": _language,
    "/help": _help,
    "/start": _help,
}
