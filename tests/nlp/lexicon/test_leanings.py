"""Counted words: read, refused, written, and counted from messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.learning.counting import count, load_counted, write
from nlp.lexicon import LexiconError
from nlp.lexicon.leanings import CLASSES, Leanings, read_leanings
from nlp.segment import Segmenter

SEGMENTER = Segmenter()


def counted(*messages: tuple[str, str]) -> Leanings:
    return count(messages, SEGMENTER.cut, SEGMENTER.parts)


def test_a_word_is_counted_once_in_each_message_that_has_it() -> None:
    leanings = counted(("账本公开，账本", "service"), ("账本呢", "service"), ("账本", "none"))
    assert leanings.totals == (0, 0, 0, 2, 1)
    assert leanings.words["账本"] == (0, 0, 0, 2, 1)


def test_a_word_of_one_message_tells_nothing() -> None:
    assert counted(("尾随", "security"), ("账本", "service")).words == {}


def test_a_single_character_must_be_in_more_messages() -> None:
    assert "鼠" not in counted(("鼠", "cleaning"), ("鼠", "cleaning")).words


def test_figures_and_short_english_words_are_not_counted() -> None:
    assert counted(*[("is 12 ok", "none")] * 4).words == {}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    leanings = counted(*[("水管漏水", "facilities")] * 3, *[("账本公开", "service")] * 2)
    write(leanings, tmp_path)
    assert read_leanings(tmp_path) == leanings


def test_no_folder_means_no_leanings(tmp_path: Path) -> None:
    assert read_leanings(tmp_path / "nothing") == Leanings()


@pytest.mark.parametrize("line", ["水管", "水管 1/2/3", "水管 1/2/3/4/x", "水管 1/2/3/4/5 漏 1/0/0/0/0"])
def test_a_line_without_five_counts_is_refused_with_its_number(tmp_path: Path, line: str) -> None:
    (tmp_path / "facilities.txt").write_text(f"* 1/1/1/1/1\n{line}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"facilities\.txt:2: .*five counts"):
        read_leanings(tmp_path)


def test_packaged_messages_belong_to_a_class() -> None:
    assert {of for _, of in load_counted()} == set(CLASSES)
