"""One `huiyin serve` as a process of its own: started, asked whether it is ready, ended by its id."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from time import perf_counter, sleep
from types import MappingProxyType

import httpx

PATIENCE = 60.0
"""Seconds after which a server that is not ready is given up."""
BETWEEN_QUESTIONS = 0.02
ROOT = Path(__file__).parents[2]


class NotReady(RuntimeError):
    """The server ended or never said that it is ready; the message has the end of what it wrote."""


@contextmanager
def serving(
    config: Path,
    database: str,
    folder: Path,
    *,
    port: int = 0,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """The process, and the seconds from its start until /readyz answered 200.

    `port` 0 is any free one. No channel runs but those whose secrets are in `more`.
    """
    port = port or free_port()
    with (folder / "serve.log").open("wb") as log:
        start = perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve"],
            env={**_environment(config, database, port), **more},
            cwd=folder,
            stdout=log,
            stderr=log,
        )
        try:
            _until_ready(process, port, folder / "serve.log")
            yield process, perf_counter() - start
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Tells it to end, and waits."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _environment(config: Path, database: str, port: int) -> Mapping[str, str]:
    """Ours without any HUIYIN_…, so that no channel of the real desk is opened."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HUIYIN_")}
    paths = [str(ROOT), kept.get("PYTHONPATH", "")]
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "HUIYIN_CONFIG": str(config.resolve()),
        "HUIYIN_DATABASE_URL": database,
        "HUIYIN_BIND": f"127.0.0.1:{port}",
    }


def free_port() -> int:
    """On loopback."""
    with socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def _until_ready(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    give_up = perf_counter() + PATIENCE
    with httpx.Client(trust_env=False, timeout=1.0) as client:
        while perf_counter() < give_up and process.poll() is None:
            if _is_ready(client, port):
                return
            sleep(BETWEEN_QUESTIONS)
    raise NotReady(log.read_text(encoding="utf-8", errors="replace")[-2000:])


def _is_ready(client: httpx.Client, port: int) -> bool:
    try:
        return client.get(f"http://127.0.0.1:{port}/readyz").status_code == 200
    except httpx.TransportError:
        return False


def resident_megabytes(pid: int) -> float:
    """Resident memory now: from /proc, else from ps."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        kilobytes = int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0])
    except OSError:
        shown = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=True)  # noqa: S603, S607
        kilobytes = int(shown.stdout)
    return round(kilobytes / 1024, 1)


def processor_seconds(pid: int) -> float | None:
    """What the start has cost apart from waiting for a busy machine; None where /proc does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return round((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), 2)
