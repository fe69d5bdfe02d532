"""huiyin demo: the whole desk on SQLite in one process, in the browser."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.faults import Mendable

if TYPE_CHECKING:
    from bot.config import Settings

START = "2026-03-04T10:00"
"""A Wednesday morning, the day of the transcripts."""


def run_demo(
    settings: Settings, *, port: int, fresh: bool, at: str, database: Path, channels: bool = False
) -> None:
    """Blocks until it is stopped. `channels`: with the page of the platforms' doubles beside it."""
    from bot.simulation.demo_opening import open_demo
    from bot.web.demo.page import serve

    start = _start(settings, at)
    desk = open_demo(settings, database, start=start, fresh=fresh, moved=bool(at))
    asyncio.run(desk.begin())
    print(f"回音已就绪：用浏览器打开 http://127.0.0.1:{port}  (Ctrl-C 停止)", flush=True)
    if channels:
        from bot.cli.demo_channels import open_channels
        from bot.web.demo.wire.page import PATH, build

        build(lambda: open_channels(settings, start))
        print(f"平台接口：http://127.0.0.1:{port}{PATH}", flush=True)
    serve(desk, "127.0.0.1", port, beside=PATH if channels else "")


def _start(settings: Settings, at: str) -> datetime:
    zone = settings.communities[0].zone
    try:
        return datetime.fromisoformat(at or START).replace(tzinfo=zone)
    except ValueError:
        raise Mendable(f"看不懂时间 {at}。请写例如 --at 2026-03-04T10:00。") from None
