"""`python -m tests.web.fake_server PORT`: the page on the fake desk, with a door that starts it over."""

from __future__ import annotations

import sys
from pathlib import Path

from nicegui import app

from bot.web.demo.page import serve
from tests.web.fake_desk import FakeDesk


def main(port: int) -> None:
    desk = FakeDesk(Path(__file__).with_name("stories"))

    @app.post("/fresh")
    async def fresh() -> None:
        await desk.start_over()

    serve(desk, port=port)


if __name__ == "__main__":
    main(int(sys.argv[1]))
