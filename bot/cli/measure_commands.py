"""understand · evaluate · bench: what is understood, how well, how fast."""

from __future__ import annotations

import typer


def add(application: typer.Typer) -> None:
    for command in ():
        application.command()(command)
