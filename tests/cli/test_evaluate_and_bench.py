from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.faults import Mendable
from bot.cli.root import application

LABELLED = {
    "id": "t1",
    "text": "厨房水管漏水",
    "category": "facilities",
    "intent": "repair",
    "urgency": "urgent",
}


def test_scores_are_one_object(tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl"
    path.write_text(json.dumps(LABELLED) + "\n", encoding="utf-8")
    result = CliRunner().invoke(application, ["evaluate", str(path), "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["all"]["texts"] == 1


@pytest.mark.parametrize("content", [b'{"id": "t1"}\n', b"\xff\n", b"nonsense\n"])
def test_file_without_labelled_texts_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "labelled.jsonl"
    path.write_bytes(content)
    result = CliRunner().invoke(application, ["evaluate", str(path)])
    assert isinstance(result.exception, Mendable)
    assert "\n" not in str(result.exception)


def test_unknown_figure_is_answered_with_the_known_ones() -> None:
    result = CliRunner().invoke(application, ["bench", "speed"])
    assert isinstance(result.exception, Mendable)
    assert "understand、intake、start、webhook、throttle、fuzz、all" in str(result.exception)
