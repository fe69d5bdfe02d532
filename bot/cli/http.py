"""The HTTP server of `huiyin serve`."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp
from typing_extensions import override

from bot.cli.faults import Mendable
from bot.config.environment import Bind


def fastest_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop where it is installed (NiceGUI brings it), else the standard library's: the server picks."""
    factory: Callable[[], asyncio.AbstractEventLoop] | None = uvicorn.Config(
        "", loop="auto"
    ).get_loop_factory()
    return factory


class Http(uvicorn.Server):
    """Serves until SIGTERM or SIGINT, and then simply returns.

    The library raises the signal once more, which would end the process before messages on their way are marked.
    """

    def __init__(self, doors: ASGIApp) -> None:
        super().__init__(uvicorn.Config(doors, log_level="warning", access_log=False))

    @override
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield  # only the main thread may listen to signals
            return
        ends = (signal.SIGTERM, signal.SIGINT)
        before = {each: signal.signal(each, self.handle_exit) for each in ends}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)


def bound(bind: Bind) -> socket.socket:
    """Listens from now on, so that a taken port is said before anything is started. Raises Mendable."""
    family = socket.AF_INET6 if ":" in bind.host else socket.AF_INET
    # The protocol is named, or asyncio does not switch Nagle's delay off and every answer waits 40 ms for it.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((bind.host, bind.port))
    except OSError as error:
        listening.close()
        raise Mendable(
            f"HUIYIN_BIND: {bind.host}:{bind.port} 用不了（{error.strerror}）。"
            "请停下占用它的程序，或写另一个地址，例如 127.0.0.1:8081。"
        ) from None
    return listening
