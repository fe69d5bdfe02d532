"""Slash commands, alone and through the bot."""

from __future__ import annotations

import pytest

from bot.channels.telegram.commands import command
from bot.simulation.platforms.telegram import Group, Voice
from tests.channels.telegram.desk import Desk

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(
    ("text", "code"), [("/start", ""), ("/start K7F3", "K7F3"), ("/start@huiyin_bot  K7F3 \n", "K7F3")]
)
async def test_start_brings_its_code(wang: Voice, desk: Desk, text: str, code: str) -> None:
    await wang.says(text)
    assert [(got.kind, got.argument) for got in await desk.receives()] == [("start", code)]


@pytest.mark.parametrize("text", ["/bind K7F3", "/bind@huiyin_bot K7F3", "/start@huiyin_bot K7F3"])
async def test_a_group_is_bound_by_command_or_by_deep_link(
    li: Voice, works: Group, desk: Desk, text: str
) -> None:
    await li.inside(works).says(text)
    assert [(got.kind, got.argument) for got in await desk.receives()] == [("bind", "K7F3")]


async def test_bind_without_a_code_still_arrives(li: Voice, works: Group, desk: Desk) -> None:
    await li.inside(works).says("/bind")
    assert [(got.kind, got.argument) for got in await desk.receives()] == [("bind", "")]


async def test_a_command_for_another_bot_is_not_ours(li: Voice, works: Group, desk: Desk) -> None:
    await li.inside(works).says("/bind@weather_bot K7F3")
    assert list(await desk.receives()) == []


@pytest.mark.parametrize("text", ["/help", "/progress", "/language en"])
async def test_other_commands_are_words_for_the_desk(wang: Voice, desk: Desk, text: str) -> None:
    await wang.says(text)
    assert [(got.kind, got.text) for got in await desk.receives()] == [("text", text)]


async def test_a_command_in_a_group_loses_the_bots_name(li: Voice, works: Group, desk: Desk) -> None:
    await li.inside(works).says("/help@huiyin_bot")
    assert [got.text for got in await desk.receives()] == ["/help"]


@pytest.mark.parametrize("text", ["1/2的灯坏了", "/", "/ start", "/厨房", "漏水 /start"])
async def test_a_slash_alone_makes_no_command(text: str) -> None:
    assert command(text) is None


async def test_before_the_own_name_is_known_every_command_counts() -> None:
    order = command("/bind@huiyin_bot K7F3")
    assert order is not None
    assert order.is_for("")
    assert not order.is_for("weather_bot")
