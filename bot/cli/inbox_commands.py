"""inbox: messages that came in and could not be acted on."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.cli import opening
from bot.cli.faults import Mendable

inbox = typer.Typer(help="收到了却没办成的消息 what could not be acted on.", rich_markup_mode=None)


@inbox.callback(invoke_without_command=True)
def inbox_default(context: typer.Context) -> None:
    """列出收到了却没办成的消息。 例 Example: huiyin inbox list"""
    if context.invoked_subcommand is None:
        inbox_list(as_json=False)


@inbox.command("list")
def inbox_list(
    as_json: Annotated[bool, typer.Option("--json", help="给程序读 for programs")] = False,
) -> None:
    """列出试了几次都没办成的消息。 例 Example: huiyin inbox list --json"""
    storage = opening.storage(opening.settings())
    with storage.read() as work:
        rows = work.inbox.given_up(200)
    storage.close()
    for row in rows:
        incoming = row.incoming
        where = f"{incoming.address.channel}:{incoming.address.chat}"
        at = row.received_at.isoformat(timespec="seconds")
        shown = {"id": row.id, "at": at, "from": where, "kind": incoming.kind, "text": incoming.text[:60]}
        line = (
            json.dumps(shown, ensure_ascii=False)
            if as_json
            else f"{row.id}\t{at}\t{where}\t{incoming.kind}\t{incoming.text[:40]!r}"
        )
        typer.echo(line)
    if not rows and not as_json:
        typer.echo("没有没办成的消息。")


@inbox.command("retry")
def inbox_retry(number: Annotated[int, typer.Argument(help="list 里的编号 id")]) -> None:
    """让运行着的 huiyin serve 半分钟内再办一次。 例 Example: huiyin inbox retry 12"""
    storage = opening.storage(opening.settings())
    with storage.begin() as work:
        found = work.inbox.again(number)
        work.commit()
    storage.close()
    if not found:
        raise Mendable(f"没有编号 {number} 的未办消息。用 huiyin inbox list 看编号。", 1)
    typer.echo("好了，服务运行时半分钟内会再办一次。")


def add(application: typer.Typer) -> None:
    application.add_typer(inbox, name="inbox")
