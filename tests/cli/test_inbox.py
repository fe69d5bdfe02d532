"""What could not be acted on, for people to look at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.root import application
from storage import Storage
from tests.storage.samples import NOW, hello

CONFIG = Path(__file__).parents[2] / "config.yaml"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "huiyin.db"
    monkeypatch.chdir(CONFIG.parent)
    monkeypatch.setenv("HUIYIN_DATABASE_URL", f"sqlite:///{path}")
    storage = Storage.fresh(path)
    with storage.begin() as work:
        work.inbox.take(hello(text="厨房漏水"), NOW)
        while work.inbox.failed(1):
            pass
        work.commit()
    storage.close()
    return path


def said(*words: str) -> str:
    result = CliRunner().invoke(application, words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_what_was_given_up_is_listed_and_tried_again(database: Path) -> None:
    assert "厨房漏水" in said("inbox", "list")
    assert json.loads(said("inbox", "list", "--json"))["id"] == 1
    said("inbox", "retry", "1")
    assert said("inbox").strip() == "没有没办成的消息。"


def test_a_number_that_is_not_there_is_said(database: Path) -> None:
    result = CliRunner().invoke(application, ["inbox", "retry", "7"])
    assert result.exit_code == 1
    assert "没有编号 7" in str(result.exception)
