"""A database that cannot be opened is said to be so in our own terms."""

from pathlib import Path

import pytest

from storage.opening import Unreachable, UrlMalformed, open_storage


def test_a_new_file_opens_and_has_no_schema_yet(tmp_path: Path) -> None:
    storage, current = open_storage(f"sqlite:///{tmp_path}/desk.db")
    storage.close()
    assert not current


@pytest.mark.parametrize("url", ["", "desk.db", "mysql://desk/desk", "postgresql://desk:port/desk"])
def test_what_is_no_url_of_ours_is_malformed(url: str) -> None:
    with pytest.raises(UrlMalformed):
        open_storage(url)


def test_a_folder_that_is_not_there_is_unreachable(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="OperationalError"):
        open_storage(f"sqlite:///{tmp_path}/nowhere/desk.db")


def test_a_file_that_is_no_database_is_unreachable(tmp_path: Path) -> None:
    file = tmp_path / "desk.db"
    file.write_text("these are notes, not a database. " * 100, encoding="utf-8")
    with pytest.raises(Unreachable):
        open_storage(f"sqlite:///{file}")


def test_a_server_that_does_not_answer_is_unreachable_and_no_password_is_said() -> None:
    with pytest.raises(Unreachable) as caught:
        open_storage("postgresql+psycopg://desk:hush@127.0.0.1:1/desk")
    assert "hush" not in str(caught.value)
