"""`huiyin learn`: better on what was corrected, no worse on anything else, and taken back in one step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli.faults import Mendable
from bot.cli.root import application
from bot.desk.ticket import Actor
from storage import Storage
from tests.storage.samples import NOW, leak

CONFIG = Path(__file__).parents[2] / "config.yaml"
LI = Actor("staff", 4, "老李")
GOOD = {"今天蜂鸟站那位的口气": "service", "听听蜂鸟站那位的口气": "service"}
HARMFUL = {"停电了": "service", "家里停电了": "service", "整栋楼停电了": "service"}


class Desk:
    """A database with corrections, and the command line on it."""

    def __init__(self, path: Path) -> None:
        self.storage = Storage.fresh(path)
        self._env = {"HUIYIN_CONFIG": str(CONFIG), "HUIYIN_DATABASE_URL": f"sqlite:///{path}"}

    def corrected(self, texts: dict[str, str]) -> None:
        with self.storage.begin() as work:
            for number, (text, category) in enumerate(texts.items()):
                ticket = work.tickets.add(leak(f"{text[:4]}-{number}", text=text))
                work.tickets.keep_correction(ticket, "category", "none", category, LI, NOW)
            work.commit()

    def learn(self, *options: str) -> Result:
        result = CliRunner().invoke(application, ["learn", *options], env=self._env)
        if isinstance(result.exception, Mendable):
            raise result.exception
        return result

    def found(self, *options: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.learn("--json", *options).stdout)
        return found

    def weights(self) -> dict[str, float]:
        with self.storage.read() as work:
            lesson = work.lessons.active()
        return lesson.weights if lesson else {}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path / "huiyin.db")
    yield opened
    opened.storage.close()


def test_without_corrections_there_is_nothing_to_learn(desk: Desk) -> None:
    result = desk.learn()
    assert result.exit_code == 0
    assert "还没有更正" in result.stdout


def test_proposal_is_shown_with_words_and_figures_and_changes_nothing(desk: Desk) -> None:
    desk.corrected(GOOD)
    result = desk.learn()
    assert result.exit_code == 0
    assert "“蜂鸟站”" in result.stdout
    assert "量过" in result.stdout
    assert "huiyin learn --apply" in result.stdout
    assert desk.weights() == {}


def test_injected_corrections_improve_it_and_undo_takes_that_back(desk: Desk) -> None:
    desk.corrected(GOOD)
    found = desk.found("--apply")
    assert (found["verdict"], found["applied"]) == ("better", True)
    assert found["new"]["corrections_right"] > found["old"]["corrections_right"]
    assert found["new"]["messages_right"] >= found["old"]["messages_right"]
    assert found["new"]["emergencies_found"] >= found["old"]["emergencies_found"]
    assert any(key.endswith(" 蜂鸟站") for key in desk.weights())
    assert desk.found()["verdict"] == "nothing"
    assert desk.learn("--undo").exit_code == 0
    assert desk.weights() == {}


def test_harmful_corrections_are_refused_with_the_emergency_they_would_lose(desk: Desk) -> None:
    desk.corrected(HARMFUL)
    result = desk.learn("--apply")
    assert result.exit_code == 1
    assert "没有启用" in result.stdout
    assert "会漏掉紧急情况" in result.stdout
    assert desk.weights() == {}


def test_harmful_corrections_do_not_keep_the_good_ones_back(desk: Desk) -> None:
    desk.corrected(GOOD)
    desk.corrected(HARMFUL)
    found = desk.found("--apply")
    assert found["applied"]
    assert set(found["still_wrong"]) >= set(HARMFUL)
    assert not [key for key in desk.weights() if "停电" in key]


def test_nothing_to_take_back_is_said(desk: Desk) -> None:
    with pytest.raises(Mendable, match="没有可撤回") as caught:
        desk.learn("--undo")
    assert caught.value.code == 1


def test_applying_and_undoing_at_once_is_wrong_use(desk: Desk) -> None:
    with pytest.raises(Mendable, match="分开"):
        desk.learn("--apply", "--undo")


def test_help_has_an_example() -> None:
    assert "Example: huiyin learn --apply" in CliRunner().invoke(application, ["learn", "--help"]).stdout


def heard(desk: Desk, *options: str) -> Result:
    return CliRunner().invoke(
        application, ["understand", "刚才蜂鸟站那位的口气", "--json", *options], env=desk._env
    )


def categories(result: Result) -> list[str]:
    return [problem["category"] for problem in json.loads(result.stdout)["problems"]]


def test_understand_shows_what_the_running_desk_would_understand(desk: Desk) -> None:
    desk.corrected(GOOD)
    desk.learn("--apply")
    taught = heard(desk)
    assert categories(taught) == ["service"]
    assert "已用上学到的" in taught.stderr


def test_understand_as_packaged_leaves_out_what_was_learned(desk: Desk) -> None:
    desk.corrected(GOOD)
    desk.learn("--apply")
    packaged = heard(desk, "--packaged")
    assert categories(packaged) == []
    assert packaged.stderr == ""


def test_understand_makes_no_database(tmp_path: Path) -> None:
    env = {"HUIYIN_CONFIG": str(CONFIG), "HUIYIN_DATABASE_URL": f"sqlite:///{tmp_path}/none.db"}
    result = CliRunner().invoke(application, ["understand", "厨房漏水"], env=env)
    assert (result.exit_code, list(tmp_path.iterdir())) == (0, [])
