"""WeRoBot under gunicorn with one worker, echoing texts from memory: what `huiyin bench webhook` is measured beside."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from socket import create_connection
from time import perf_counter, sleep

from bot.bench import process
from bot.bench.letters import TOKEN

MISSING = "WeRoBot is not installed, so nothing is compared with it: pip install 'huiyin[bench]'"
_APP = f"""
import werobot

robot = werobot.WeRoBot(token={TOKEN!r}, enable_session=False)


@robot.text
def echo(message):
    return message.content


application = robot.wsgi
"""


def is_installed() -> bool:
    return find_spec("werobot") is not None and find_spec("gunicorn") is not None


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """The port on which it answers. Raises process.NotReady."""
    (folder / "echoing.py").write_text(_APP, encoding="utf-8")
    port = process.free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--workers=1",
        f"--bind=127.0.0.1:{port}",
        "echoing:application",
    ]
    with (folder / "echo.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)  # noqa: S603 - our own words
        try:
            _until_it_answers(server, port, folder / "echo.log")
            yield port
        finally:
            process.end(server)


def _until_it_answers(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    give_up = perf_counter() + process.PATIENCE
    while perf_counter() < give_up and server.poll() is None:
        try:
            with create_connection(("127.0.0.1", port), timeout=1.0):
                return
        except OSError:
            sleep(process.BETWEEN_QUESTIONS)
    raise process.NotReady(log.read_text(encoding="utf-8", errors="replace")[-2000:])
