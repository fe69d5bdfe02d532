"""huiyin chat: the same core in a terminal; buttons are numbered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import typer

from bot.cli.faults import Mendable
from bot.clock import real_now

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.simulation import Simulation
    from bot.transcripts.stage import Received

PAUSE = 1.0


async def chat_as(settings: Settings, person: str) -> None:
    """Reads lines until the end of input. A number taps the button of that number."""
    from bot.simulation import fresh_stage

    async with fresh_stage(settings.path) as stage:
        if person not in stage.people:
            raise Mendable(f"名单里没有“{person}”。可以是：{'、'.join(sorted(stage.people))}。")
        await stage.advance(real_now())
        typer.echo(f"您是{person}。直接写，数字选按钮，Ctrl-D 离开。")
        await _talk(stage, person)


async def _talk(stage: Simulation, person: str) -> None:
    seen, shown = 0, None
    while True:
        try:
            line = (await asyncio.to_thread(input, "> ")).strip()
        except EOFError:
            return
        await stage.advance(max(real_now(), stage.present))
        if line.isdigit() and shown is not None and 1 <= int(line) <= len(shown.tokens):
            await stage.tap(person, shown.tokens[int(line) - 1], shown.key)
        elif line:
            await stage.write(person, line)
            await stage.end_story()
        for received in list(stage.received())[seen:]:
            shown = _show(received, person) or shown
        seen = len(stage.received())


def _show(received: Received, person: str) -> Received | None:
    """Prints what came; returns it where it has buttons for this person."""
    mine = received.to == person
    typer.echo(f"\n{'回音' if mine else received.to}: {received.text}")
    if mine and received.buttons:
        typer.echo("  ".join(f"[{n}] {label}" for n, label in enumerate(received.buttons, 1)))
        return received
    return None
