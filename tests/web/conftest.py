"""The page on a fake desk in its own process, and Debian's Chromium to look at it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_PATIENCE = 20.0
"""Seconds; a start takes about two, more on a busy machine."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserContext]:
    """One profile for all tests: the page's own files are read from its cache after the first."""
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium here (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        context.set_default_timeout(8000)
        yield context
        browser.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a page that stays up for all tests."""
    port = _free_port()
    # NiceGUI behaves differently where it finds pytest's mark in the environment.
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    command = [sys.executable, "-m", "tests.web.fake_server", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=env) as process:  # noqa: S603 our own module
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address)
            yield address
        finally:
            process.terminate()


@pytest.fixture
def address(server: str) -> str:
    """The page with nothing said and nothing done."""
    _post(f"{server}/fresh")
    return server


@pytest.fixture
def page(chromium: BrowserContext, address: str) -> Iterator[Page]:
    """The page as a visitor finds it on a laptop."""
    page = chromium.new_page()
    page.goto(address)
    page.locator(".example").first.wait_for()
    yield page
    page.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            _post(f"{address}/fresh")
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def _post(address: str) -> None:
    with urllib.request.urlopen(urllib.request.Request(address, method="POST")) as answer:  # noqa: S310 loopback
        assert answer.status == 200
