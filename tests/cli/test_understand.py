from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.faults import Mendable
from bot.cli.root import application

CONFIG = Path(__file__).parents[2] / "config.yaml"
KEYS = ["intent", "problems", "place", "phone", "appointment", "about", "demand", "language"]


def run(*words: str) -> tuple[int, list[str]]:
    """Exit code and lines of standard output. Raises Mendable."""
    result = CliRunner().invoke(application, ["understand", *words], env={"HUIYIN_CONFIG": str(CONFIG)})
    if isinstance(result.exception, Mendable):
        raise result.exception
    return result.exit_code, result.stdout.splitlines()


def lines(folder: Path, *written: str | bytes) -> tuple[int, list[dict[str, Any]]]:
    path = folder / "asked.jsonl"
    path.write_bytes(b"".join((w.encode() if isinstance(w, str) else w) + b"\n" for w in written))
    code, answered = run("--jsonl", str(path))
    return code, [json.loads(line) for line in answered]


def test_json_has_the_keys_that_others_script_against() -> None:
    code, (line,) = run("3栋2单元1501厨房水管爆了", "--json")
    found = json.loads(line)
    assert code == 0
    assert list(found) == KEYS
    assert found["problems"][0]["urgency"] == "emergency"
    assert "厨房" in line


def test_people_read_what_was_understood_and_by_which_words() -> None:
    _, shown = run("3栋2单元1501厨房水管爆了")
    assert any("emergency" in line for line in shown)
    assert any("“水管爆" in line for line in shown)
    assert any("1501" in line and "地点" in line for line in shown)


def test_appointment_counts_from_the_time_given() -> None:
    _, (line,) = run("客厅灯坏了，明天下午三点来", "--at", "2026-03-04T10:00", "--json")
    assert json.loads(line)["appointment"]["from"] == "2026-03-05T15:00:00+08:00"


def test_each_line_is_answered_with_its_id_first(tmp_path: Path) -> None:
    code, found = lines(tmp_path, '{"id": "a", "text": "漏水了"}', '{"id": 7, "text": "谢谢", "at": null}')
    assert code == 0
    assert [answer["id"] for answer in found] == ["a", 7]
    assert list(found[0]) == ["id", *KEYS]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("no json", None),
        ("[1, 2]", None),
        ('{"id": "a"}', "a"),
        ('{"id": "a", "text": 5}', "a"),
        ('{"id": "a", "text": "灯坏了", "at": "soon"}', "a"),
        ('{"id": "a", "text": "灯坏了", "at": 5}', "a"),
        (b'{"id": "a", "text": "\xff"}', None),
        ("[" * 100_000, None),
    ],
)
def test_line_that_cannot_be_read_is_answered_and_the_rest_goes_on(
    tmp_path: Path, written: str | bytes, key: str | None
) -> None:
    code, found = lines(tmp_path, written, "", '{"id": "b", "text": "漏水了"}')
    assert code == 1
    assert [answer["id"] for answer in found] == [key, "b"]
    assert list(found[0]) == ["id", "error"]
    assert found[1]["intent"] == "report"


def test_half_a_surrogate_pair_is_written_as_it_can_be(tmp_path: Path) -> None:
    code, found = lines(tmp_path, '{"id": "\\ud800", "text": "厨房\\ud83d漏水了"}')
    assert code == 0
    assert found[0]["id"] == "\ud800"


def test_text_and_file_together_or_neither_are_wrong_use(tmp_path: Path) -> None:
    for words in ((), ("漏水", "--jsonl", str(tmp_path))):
        with pytest.raises(Mendable, match="请写一句话"):
            run(*words)


def test_time_that_cannot_be_read_is_said_with_an_example() -> None:
    with pytest.raises(Mendable, match="2026-03-04T10:00"):
        run("漏水", "--at", "soon")


def test_help_has_an_example() -> None:
    for command in ("understand", "evaluate", "bench"):
        shown = CliRunner().invoke(application, [command, "--help"]).stdout
        assert f"Example: huiyin {command} " in shown
