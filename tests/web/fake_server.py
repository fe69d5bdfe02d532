"""`python -m tests.web.fake_server PORT`: the pages on the fake desks, with a door that starts it over."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

from nicegui import app

from bot.web.demo.page import serve
from bot.web.demo.wire.page import PATH, build
from tests.web.fake_channels import FakeChannels
from tests.web.fake_desk import FakeDesk


def main(port: int) -> None:
    desk = FakeDesk(Path(__file__).with_name("stories"))

    @app.post("/fresh")
    async def fresh() -> None:
        await desk.start_over()

    build(lambda: nullcontext(FakeChannels()))
    serve(desk, port=port, beside=PATH)


if __name__ == "__main__":
    main(int(sys.argv[1]))
