"""demo · serve · chat · play: the desk itself."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import opening


def demo(
    port: Annotated[int, typer.Option(help="端口 port")] = 8080,
    fresh: Annotated[bool, typer.Option("--fresh", help="从头开始 start over")] = False,
    at: Annotated[str, typer.Option(help="把时钟拨到，例如 2026-03-04T10:00")] = "",
    database: Annotated[
        str, typer.Option(help="演示自己的数据库文件 the demo's own database")
    ] = "huiyin-demo.db",
    channels: Annotated[
        bool, typer.Option("--channels", help="再开一页：平台替身和线上往来 platforms and the raw exchange")
    ] = False,
) -> None:
    """在浏览器里试用整套前台：模拟的手机、群和可以拨动的时钟。 The whole desk in a browser, no account needed.

    例 Example: huiyin demo --port 8080 --at 2026-03-04T10:00
    """
    opening.clear_logs()
    from bot.cli.demo import run_demo

    run_demo(opening.settings(), port=port, fresh=fresh, at=at, database=Path(database), channels=channels)


def serve() -> None:
    """正式运行：渠道、网页入口和定时任务，照 config.yaml 和环境变量。 The real thing.

    例 Example: HUIYIN_TELEGRAM_TOKEN=… huiyin serve
    """
    from bot.cli.serving import run_server

    run_server(opening.settings(allow_sample=False))


def chat(
    as_: Annotated[str, typer.Option("--as", help="以谁的身份 who you are")] = "王女士",
) -> None:
    """在终端里和前台聊天，数字选按钮。 Talk to the desk in a terminal.

    例 Example: huiyin chat --as 王女士
    """
    opening.clear_logs()
    from bot.cli.terminal import chat_as

    asyncio.run(chat_as(opening.settings(), as_))


def play(
    files: Annotated[list[Path], typer.Argument(help="对话脚本 transcripts")],
    as_json: Annotated[bool, typer.Option("--json", help="每条收到的消息一行 JSON")] = False,
) -> None:
    """跑对话脚本；有一处不符就退出 1。 Runs transcripts against the real core.

    例 Example: huiyin play tests/flows/a04_acknowledge.txt
    """
    opening.clear_logs()
    failed = asyncio.run(_play_all([opening.text_file(f) for f in files], as_json=as_json))
    if failed:
        raise typer.Exit(1)


async def _play_all(files: list[Path], *, as_json: bool) -> int:
    from bot.simulation import fresh_stage
    from bot.transcripts.running import run_file
    from bot.transcripts.showing import to_json_line

    failed = 0
    for path in files:
        result = await run_file(path, fresh_stage)
        if as_json:
            for received in result.received:
                typer.echo(to_json_line(received))
        elif result.holds:
            typer.echo(f"{path.name}: ok")
        if not result.holds:
            failed += 1
            typer.echo(result.report(), err=True)
    if not as_json:
        typer.echo(f"{len(files) - failed} passed, {failed} failed")
    return failed


def add(application: typer.Typer) -> None:
    for command in (demo, serve, chat, play):
        application.command()(command)
