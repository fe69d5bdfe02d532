"""A missing or wrong setting stops the start: its key, its place, and what to write, on standard error."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.faults import Mendable
from bot.cli.serving import run_server
from bot.config import ConfigError, load

ROOT = Path(__file__).parents[1]
SHIPPED = (ROOT / "config.yaml").read_text(encoding="utf-8")
TOKEN = "123456:" + "A" * 35


def refusal(folder: Path, environment: dict[str, str], written: str = SHIPPED) -> str:
    """What is said where the server must not start."""
    path = folder / "config.yaml"
    path.write_text(written, encoding="utf-8")
    environment = {"HUIYIN_DATABASE_URL": f"sqlite:///{folder / 'huiyin.db'}", **environment}
    with pytest.raises((ConfigError, Mendable)) as refused:
        run_server(load(path, environment, allow_sample=False))
    assert not (folder / "huiyin.db").exists()
    return str(refused.value)


CLEANING = "      cleaning: {name: 保洁群, members: [小张, 许主管, 小陈]}\n"
URGENT = "        accept: 15 min\n        promise: 1 h\n"
WRONG = {
    "misspelt key": (
        "story_pause: 3 s",
        "story_pauze: 3 s",
        ":40 defaults.policy.story_pause",
        "请写例如 story_pause",
    ),
    "no length of time": (
        "confirm_within: 10 min",
        "confirm_within: soon",
        "defaults.policy.confirm_within",
        "写",
    ),
    "figure missing": (URGENT, "        promise: 1 h\n", "figures.urgent.accept", "请写例如 accept"),
    "category without a group": (CLEANING, "", "communities[0].groups", "请写例如 cleaning"),
    "duty officer unknown": (
        "{opening: 小陈,",
        "{opening: 小花,",
        "communities[0].duty.opening",
        "请先在 staff 里加一行",
    ),
    "desk of no community": (
        "auto, community: jinxiu",
        "auto, community: x",
        ":17 channels.telegram.community",
        "可以写：jinxiu",
    ),
    "no YAML": ("channels:", "channels: [", "config.yaml:17", "请检查缩进、冒号和引号"),
}


@pytest.mark.parametrize(("before", "after", "place", "remedy"), WRONG.values(), ids=WRONG.keys())
def test_wrong_setting_stops_the_start_and_is_named(
    tmp_path: Path, before: str, after: str, place: str, remedy: str
) -> None:
    assert before in SHIPPED
    said = refusal(tmp_path, {}, SHIPPED.replace(before, after, 1))
    assert place in said
    assert remedy in said


VARIABLES = {
    "origin": ({"HUIYIN_TELEGRAM_API": "api.example.com"}, "HUIYIN_TELEGRAM_API"),
    "public address": ({"HUIYIN_PUBLIC_URL": "desk.example"}, "HUIYIN_PUBLIC_URL"),
    "webhook without a secret": (
        {"HUIYIN_TELEGRAM_TOKEN": TOKEN, "HUIYIN_PUBLIC_URL": "https://desk.example"},
        "HUIYIN_TELEGRAM_SECRET",
    ),
    "address to listen at": ({"HUIYIN_BIND": "8080"}, "HUIYIN_BIND"),
    "kind of database": ({"HUIYIN_DATABASE_URL": "mysql://localhost/desk"}, "HUIYIN_DATABASE_URL"),
}


@pytest.mark.parametrize(("environment", "named"), VARIABLES.values(), ids=VARIABLES.keys())
def test_wrong_variable_stops_the_start_and_is_named(
    tmp_path: Path, environment: dict[str, str], named: str
) -> None:
    said = refusal(tmp_path, environment)
    assert named in said
    assert "写" in said


def serve(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `huiyin serve` where it must not start."""
    (folder / "config.yaml").write_text(SHIPPED, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HUIYIN_")}
    ours = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "HUIYIN_BIND": "127.0.0.1:0"}
    return subprocess.run(
        [sys.executable, "-m", "bot", "serve"],
        cwd=folder,
        env={**kept, **ours, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUIYIN_TELEGRAM_TOKEN", "very/secret"),
        ("HUIYIN_DATABASE_URL", "sqlite:///nowhere/desk.db"),
        ("HUIYIN_CONFIG", "nowhere.yaml"),
    ],
)
def test_process_ends_with_one_line_on_standard_error(tmp_path: Path, name: str, value: str) -> None:
    ended = serve(tmp_path, **{name: value})
    assert ended.returncode == 2
    assert ended.stdout == ""
    faults = [line for line in ended.stderr.splitlines() if not line.startswith("{")]
    assert len(faults) == 1
    assert name in faults[0]
    assert "very/secret" not in ended.stderr


@pytest.mark.slow
def test_taken_address_is_said_before_anything_is_opened(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        bind = f"127.0.0.1:{taken.getsockname()[1]}"
        ended = serve(tmp_path, HUIYIN_BIND=bind)
    assert ended.returncode == 2
    assert bind in ended.stderr
    assert not (tmp_path / "huiyin.db").exists()
