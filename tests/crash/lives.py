"""Starts desks and kills them."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Self

PATIENCE = 30.0
"""Seconds without any step, after which a life is given up."""
ROOT = Path(__file__).parents[2]


class Lives:
    """`with Lives(folder, seed) as lives:` many `cut_short`, then one `to_the_end`."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._beats, beating = os.pipe()
        self._nursery = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "tests.crash.nursery", str(folder), str(seed), str(beating)],
            cwd=ROOT,
            pass_fds=[beating],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="ascii",
        )
        os.close(beating)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _of(self._nursery.stdin).close()
        if self._nursery.wait(PATIENCE):
            raise RuntimeError("the nursery fell over")
        _of(self._nursery.stdout).close()
        os.close(self._beats)

    def cut_short(self, steps: int) -> int:
        """Kills a desk after so many steps, wherever it is by then; returns how its process ended."""
        child = self._born("live")
        for _ in range(steps):
            self._step()
        os.kill(child, signal.SIGKILL)
        ended = int(_of(self._nursery.stdout).readline())
        self._forget_steps()
        return ended

    def to_the_end(self) -> int:
        """A life that nobody cuts short; returns its exit code."""
        self._born("finish")
        heard = [self._beats, _of(self._nursery.stdout).fileno()]
        while True:
            ready, _, _ = select.select(heard, [], [], PATIENCE)
            if self._beats in ready:
                os.read(self._beats, 65536)
            elif ready:
                return int(_of(self._nursery.stdout).readline())
            else:
                raise TimeoutError("the last desk stands still")

    def _born(self, order: str) -> int:
        stdin = _of(self._nursery.stdin)
        stdin.write(f"{order}\n")
        stdin.flush()
        return int(_of(self._nursery.stdout).readline())

    def _step(self) -> None:
        ready, _, _ = select.select([self._beats], [], [], PATIENCE)
        if not ready or not os.read(self._beats, 1):
            raise TimeoutError("the desk stands still")

    def _forget_steps(self) -> None:
        while select.select([self._beats], [], [], 0)[0]:
            os.read(self._beats, 65536)


def _of(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise RuntimeError("the nursery was started without this stream")
    return stream
