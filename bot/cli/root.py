"""The list of commands."""

from __future__ import annotations

import typer

from bot.cli import data_commands, desk_commands, learn_commands, measure_commands, opening, people_commands

application = typer.Typer(
    name="huiyin",
    help="回音 Huiyin：物业的聊天前台。事事有着落，件件有回音。\n\nA property company's front desk that lives in chat.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@application.callback()
def root() -> None:
    opening.clear_logs()


desk_commands.add(application)
data_commands.add(application)
people_commands.add(application)
measure_commands.add(application)
learn_commands.add(application)
