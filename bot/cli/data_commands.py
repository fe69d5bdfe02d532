"""check · migrate · outbox · inbox · code: keeping it running."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated

import typer

from bot.cli import inbox_commands, opening
from bot.cli.faults import Mendable
from bot.clock import real_now

JSON = Annotated[bool, typer.Option("--json", help="给程序读 for programs")]
outbox = typer.Typer(help="没送到的消息 what could not be delivered.", rich_markup_mode=None)


def check(
    online: Annotated[bool, typer.Option("--online", help="也问一问各平台 ask the platforms too")] = False,
    apply: Annotated[bool, typer.Option("--apply", help="顺便把公众号菜单放上去 put up the menu")] = False,
    as_json: JSON = False,
) -> None:
    """检查设置，说出会运行什么、缺什么。 Reads the configuration, finds what is missing.

    例 Example: huiyin check --online
    """
    from bot.cli.checking import findings

    found = asyncio.run(findings(opening.settings(), online=online or apply, apply=apply))
    for finding in found:
        if as_json:
            row = {"level": finding.level, "where": finding.where, "sentence": finding.sentence}
            typer.echo(json.dumps(row, ensure_ascii=False))
        else:
            mark = {"ok": "✓", "note": "·", "warning": "!", "error": "✗"}.get(finding.level, "·")
            typer.echo(
                f"{mark} {finding.where}: {finding.sentence}"
                if finding.where
                else f"{mark} {finding.sentence}"
            )
    if any(f.level == "error" for f in found):
        raise typer.Exit(1)


def migrate() -> None:
    """建表或升级到最新。 Brings the database to the newest schema.

    例 Example: huiyin migrate
    """
    settings = opening.settings()
    storage = opening.storage(settings, must_be_current=False)
    storage.migrate()
    from bot.roster import roster_of, sync

    with storage.begin() as work:
        for community in settings.communities:
            sync(work, community, roster_of(community))
        work.commit()
    storage.close()
    typer.echo("数据库已是最新。")


def code(name: Annotated[str, typer.Argument(help="员工姓名，或群名 a member of staff, or a group")]) -> None:
    """发一个一次性的码：员工用 /start 登记，群里用 /bind 绑定。 A one-time code, valid for 24 hours.

    例 Example: huiyin code 刘经理
    """
    from bot.cli.codes import issue

    typer.echo(issue(opening.settings(), name, real_now()))


@outbox.callback(invoke_without_command=True)
def outbox_default(context: typer.Context) -> None:
    """列出没送到的消息。 例 Example: huiyin outbox list"""
    if context.invoked_subcommand is None:
        outbox_list(as_json=False)


@outbox.command("list")
def outbox_list(as_json: JSON = False) -> None:
    """列出等待、挂起和放弃的消息。 例 Example: huiyin outbox list --json"""
    storage = opening.storage(opening.settings())
    with storage.begin() as work:
        rows = work.queue.listing(("dead", "held", "waiting"), 200)
    storage.close()
    for row in rows:
        where = f"{row.message.to.channel}:{row.message.to.chat}"
        shown = {
            "id": row.id,
            "state": row.state,
            "to": where,
            "attempts": row.attempts,
            "reason": row.reason,
            "text": row.message.text[:60],
        }
        line = (
            json.dumps(shown, ensure_ascii=False)
            if as_json
            else (f"{row.id}\t{row.state}\t{where}\t{row.reason}\t{row.message.text[:40]!r}")
        )
        typer.echo(line)
    if not rows and not as_json:
        typer.echo("没有没送到的消息。")


@outbox.command("retry")
def outbox_retry(number: Annotated[int, typer.Argument(help="list 里的编号 id")]) -> None:
    """马上再送一次。 例 Example: huiyin outbox retry 12"""
    _on_one(number, retry=True)


@outbox.command("drop")
def outbox_drop(number: Annotated[int, typer.Argument(help="list 里的编号 id")]) -> None:
    """不送了。 例 Example: huiyin outbox drop 12"""
    _on_one(number, retry=False)


def _on_one(number: int, *, retry: bool) -> None:
    storage = opening.storage(opening.settings())
    with storage.begin() as work:
        done = (
            work.queue.again(number, real_now())
            if retry
            else work.queue.drop(number, "dropped by hand", real_now())
        )
        work.commit()
    storage.close()
    if not done:
        raise Mendable(f"没有编号 {number} 的待送消息。用 huiyin outbox list 看编号。", 1)
    typer.echo("好了。")


def add(application: typer.Typer) -> None:
    for command in (check, migrate, code):
        application.command()(command)
    application.add_typer(outbox, name="outbox")
    inbox_commands.add(application)
