from __future__ import annotations

from nlp.benchmark import cost, load_time, messages
from nlp.understand import load


def test_messages_are_as_long_as_what_owners_write() -> None:
    texts = messages()
    assert sum(map(len, texts)) / len(texts) >= 25


def test_cost_is_a_share_of_plain_jieba() -> None:
    figure = cost(load(), messages()[:3])
    assert figure["figure"] == "understand"
    assert 0 < figure["value"] < 10
    assert figure["holds"] == (figure["value"] <= figure["goal"])


def test_load_time_is_of_a_fresh_process() -> None:
    figure = load_time()
    assert 0 < figure["value"] < 30
    assert figure["detail"]["megabytes"] > 10
