"""learn: weights and words from corrections, measured before they are put to use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import opening
from bot.cli.faults import Mendable
from bot.clock import real_now

if TYPE_CHECKING:
    from nlp.learning.proposing import Proposal
    from storage import Storage


def learn(
    apply: Annotated[bool, typer.Option("--apply", help="量过更好就启用 put to use what is better")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="撤回上一次启用的 take the last one back")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="给程序读 for programs")] = False,
) -> None:
    """从员工和业主的更正里学：提出改动、量一量新旧，只启用更好的；--undo 一步撤回。 Learns from corrections.

    例 Example: huiyin learn --apply
    """
    if apply and undo:
        raise Mendable("--apply 和 --undo 请分开用。")
    storage = opening.storage(opening.settings())
    try:
        if undo:
            _undo(storage, as_json=as_json)
        else:
            _learn(storage, apply=apply, as_json=as_json)
    finally:
        storage.close()


def _learn(storage: Storage, *, apply: bool, as_json: bool) -> None:
    """Exit 1 where there was something to learn and nothing of it is safe."""
    from bot.cli import learning
    from bot.cli.understood import line

    found = _proposed(storage)
    applied = apply and found.verdict == "better"
    if applied:
        _activate(storage, found)
    if as_json:
        typer.echo(line(learning.to_json(found, applied=applied)))
    else:
        typer.echo("\n".join(learning.shown(found, applied=applied)))
    if found.verdict in ("harmful", "unlearnable"):
        raise typer.Exit(1)


def _proposed(storage: Storage) -> Proposal:
    from bot.app import learned
    from bot.cli.progress import progress
    from nlp.learning.proposing import propose
    from nlp.learning.regression import load_messages

    with storage.read() as work:
        corrections = work.tickets.corrections()
    with progress("learn", None) as advance:
        return propose(learned(storage).understander, corrections, load_messages(), advance)


def _activate(storage: Storage, found: Proposal) -> None:
    figures = {"old": found.old.to_json(), "new": found.new.to_json()}
    with storage.begin() as work:
        work.lessons.activate(found.weights, figures, real_now())
        work.commit()


def _undo(storage: Storage, *, as_json: bool) -> None:
    from bot.cli import learning
    from bot.cli.understood import line

    with storage.begin() as work:
        undone = work.lessons.undo(real_now())
        left = work.lessons.active()
        work.commit()
    if not undone:
        raise Mendable("还没有启用过学到的词，没有可撤回的。", 1)
    words = len(left.weights) if left else 0
    typer.echo(line({"undone": True, "weights": words}) if as_json else learning.undone(words))


def add(application: typer.Typer) -> None:
    application.command()(learn)
