"""The demo as a stranger starts it: README's command, installed without the tests' packages, in an empty folder.

smoke.py 'pip install … && huiyin demo' SCRATCH, run by the Python of a fresh virtual environment.
Exits 1 where the first page does not answer 200 within ten seconds.
"""

import os
import shlex
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

PATIENCE = 10.0


def main(command: str, scratch: str) -> int:
    install, start = (shlex.split(part) for part in command.split("&&"))
    here = Path(sys.executable).parent
    env = {**os.environ, "PATH": f"{here}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(install, check=True, env=env, stdout=subprocess.DEVNULL)  # noqa: S603 README's own command
    port = free_port()
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        began = time.monotonic()
        demo = subprocess.Popen([*start, "--port", str(port)], cwd=folder, env=env)  # noqa: S603 likewise
        try:
            answered = wait_for(f"http://127.0.0.1:{port}/", demo, began + PATIENCE)
        finally:
            demo.terminate()
            demo.wait(10)
    print(
        f"the first page answered after {time.monotonic() - began:.1f} s" if answered else "no page in time"
    )
    return 0 if answered else 1


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str, demo: subprocess.Popen[bytes], until: float) -> bool:
    """False where the time is over, or the demo has ended."""
    directly = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < until and demo.poll() is None:
        try:
            with directly.open(address, timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
