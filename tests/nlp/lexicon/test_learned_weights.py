from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from nlp.lexicon import load_lexicon
from nlp.understand import Understander
from tests.nlp.lexicon.small import write_lexicon

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)


def category(understander: Understander, text: str) -> str:
    problems = understander.understand(text, NOW, "Asia/Shanghai").problems
    return problems[0].category if problems else "none"


def test_new_word_is_understood_and_the_old_lexicon_stays_as_it_was(tmp_path: Path) -> None:
    lexicon = load_lexicon(write_lexicon(tmp_path))
    taught = lexicon.with_weights({"pipe.leak 流水": 3.5})
    assert category(Understander(taught), "厨房流水") == "facilities"
    assert category(Understander(lexicon), "厨房流水") == "none"


def test_known_word_can_lose_its_weight(tmp_path: Path) -> None:
    lexicon = load_lexicon(write_lexicon(tmp_path))
    assert category(Understander(lexicon), "厨房漏水") == "facilities"
    assert category(Understander(lexicon.with_weights({"pipe.leak 漏水": 0.0})), "厨房漏水") == "none"


def test_what_was_learned_of_a_topic_that_is_gone_is_left_out(tmp_path: Path) -> None:
    lexicon = load_lexicon(write_lexicon(tmp_path))
    assert lexicon.with_weights({"gone.topic 流水": 3.5}).words == lexicon.words
