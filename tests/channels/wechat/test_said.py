from __future__ import annotations

from bot.channels.wechat.said import Said


def test_an_answer_is_known_for_twenty_seconds() -> None:
    said = Said()
    said.keep("1", "您好", 100.0)
    assert said.again("1", 119.0) == "您好"
    assert said.again("1", 121.0) is None
    assert said.again("2", 100.0) is None


def test_no_words_are_an_answer_too() -> None:
    said = Said()
    said.keep("1", "", 100.0)
    assert said.again("1", 101.0) == ""


def test_old_answers_are_forgotten() -> None:
    said = Said()
    for second in range(1000):
        said.keep(str(second), "好", float(second))
    assert len(said) == 21
