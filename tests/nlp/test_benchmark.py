from __future__ import annotations

from nlp.benchmark.cost import cost
from nlp.benchmark.doubled import cost_doubled, doubled, words_of
from nlp.benchmark.fresh import long_message, ready
from nlp.benchmark.messages import messages
from nlp.understand import Understander, load
from tests.nlp.classify.heard import READ_AT, understood


def test_messages_are_as_long_as_what_owners_write() -> None:
    texts = messages()
    assert sum(map(len, texts)) / len(texts) >= 25


def test_cost_is_a_share_of_plain_jieba() -> None:
    figure = cost(load(), messages()[:3])
    assert figure.name == "understand"
    assert 0 < figure.value < 10


def test_doubled_lexicon_has_twice_the_words_and_patterns() -> None:
    lexicon = load().lexicon
    larger = doubled(lexicon)
    assert len(words_of(larger)) > 1.99 * len(words_of(lexicon))
    for topic, said in lexicon.words.items():
        assert len(larger.words[topic].patterns) == 2 * len(said.patterns)


def test_doubled_lexicon_understands_what_owners_write_as_before() -> None:
    larger = Understander(doubled(load().lexicon))
    for text in messages():
        assert larger.understand(text, READ_AT, "Asia/Shanghai") == understood(text)


def test_cost_with_a_doubled_lexicon_is_a_multiple_of_the_cost_as_it_is() -> None:
    figure = cost_doubled(load(), messages()[:3])
    assert figure.name == "understand_doubled"
    assert 0.1 < figure.value < 10
    assert figure.detail["doubled_words"] > figure.detail["words"]


def test_readiness_is_of_fresh_processes() -> None:
    seconds, megabytes = ready(starts=2)
    assert (seconds.name, megabytes.name) == ("understand_ready", "understand_memory")
    assert 0 < seconds.value < 30
    assert len(seconds.detail["seconds"]) == 2
    assert 0 < seconds.detail["first_message_seconds"] < 30
    assert megabytes.value > 10


def test_long_message_is_the_first_of_a_fresh_process() -> None:
    seconds, megabytes = long_message(2000, starts=1)
    assert (seconds.name, megabytes.name) == ("understand_long", "understand_long_memory")
    assert 0 < seconds.value < 30
    assert 0 <= megabytes.value < 1000
    assert seconds.detail["characters"] == 2000
