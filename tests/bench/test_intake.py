from __future__ import annotations

from pathlib import Path

import pytest

from bot.bench import intake, town
from bot.config import Settings, load

CONFIG = Path(__file__).parents[2] / "config.yaml"


@pytest.fixture
def settings() -> Settings:
    return load(CONFIG, {})


def test_every_message_is_filed_and_measured_beside_the_driver(settings: Settings) -> None:
    (figure,) = intake.measure(settings, rounds=2, size=12)
    assert figure.name == "intake"
    assert figure.value > 0
    assert figure.detail["messages"] == 24
    assert figure.detail["statements_per_message"] > 5
    assert sorted(figure.detail["ms_per_message"]) == ["commit", "desk", "nlp", "statements"]


def test_message_that_is_not_filed_spoils_the_measurement(settings: Settings) -> None:
    with pytest.raises(intake.NotFiled):
        intake.measure(settings, rounds=1, size=2, written=("你好",))


def test_owners_of_the_town_live_in_rooms_of_their_own() -> None:
    rooms = [town.home(n).text for n in range(2400)]
    assert len(set(rooms)) == 2400


def test_messages_are_as_long_as_the_goal_wants() -> None:
    texts = [incoming.text for incoming in town.messages(60, intake.MONDAY)]
    assert sum(map(len, texts)) / len(texts) >= 25
