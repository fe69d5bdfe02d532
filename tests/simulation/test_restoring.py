"""A demo that goes on after a restart."""

from __future__ import annotations

from datetime import datetime

from bot.channels.console.channel import address_of
from bot.messages import Incoming, Outgoing
from bot.simulation import Simulation, fresh_stage

MORNING = datetime.fromisoformat("2026-03-04T10:00:00+08:00")


class Shown:
    """What was shown again, in order."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def wrote(self, incoming: Incoming) -> None:
        self.lines.append(incoming.text)

    def said(self, message: Outgoing, key: str, at: datetime) -> None:
        self.lines.append(message.text)


async def test_what_was_said_is_shown_again_and_keys_go_on() -> None:
    async with fresh_stage() as before:
        await before.advance(MORNING)
        await before.write("王女士", "你好")
        await before.end_story()
        before.app.handle(written("m40", "在吗"), MORNING)
        after, shown = Simulation(before.app, before.community), Shown()
        await after.restore(shown)
        assert shown.lines[0] == "你好"
        assert "在吗" in shown.lines
        keys: list[str] = []
        after.on_incoming = lambda incoming: keys.append(incoming.key)
        await after.advance(MORNING)
        await after.write("王女士", "谢谢")
        assert keys == ["m41"]


def written(key: str, text: str) -> Incoming:
    return Incoming(address_of("王女士"), key, "text", "王女士", MORNING, text=text)
