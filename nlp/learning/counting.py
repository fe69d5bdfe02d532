"""Counting in how many messages of each department a word stands: the lexicon's leanings.

`python -m nlp.learning.counting` counts the packaged messages anew and writes `leanings/*.txt`: those of the
regression set, and those of `data/counted`, of which nothing but the department is known (one file for each, one
message a line).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from nlp.leaning import Cut, words_of
from nlp.lexicon import load_lexicon
from nlp.lexicon.index import build_index, segmenter_words
from nlp.lexicon.leanings import CLASSES, Leanings, written
from nlp.lexicon.reading import PACKAGED
from nlp.normalise import normalise
from nlp.scan import lowered
from nlp.segment import Parts, Segmenter

COUNTED = PACKAGED.parent / "counted"
SELDOM = 2
SELDOM_ALONE = 4
"""A word that was in fewer messages tells nothing; a single character stands in too many words."""

Labelled = tuple[str, str]
"""A text and the class it belongs to."""


def count(messages: Iterable[Labelled], cut: Cut, parts: Parts) -> Leanings:
    """The messages' words with their counts; `cut` and `parts` as `nlp.leaning` wants them."""
    totals: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {}
    for text, of in messages:
        totals[of] += 1
        for word in {word for word, _ in words_of(lowered(normalise(text).plain), cut, parts)}:
            found.setdefault(word, Counter())[of] += 1
    words = {
        word: _row(counts)
        for word, counts in found.items()
        if counts.total() >= (SELDOM if len(word) > 1 else SELDOM_ALONE)
    }
    return Leanings(_row(totals), words)


def _row(counts: Counter[str]) -> tuple[int, ...]:
    return tuple([counts[name] for name in CLASSES])


def load_counted(folder: Path = COUNTED) -> Iterator[Labelled]:
    """The messages of a folder; a file's name begins with their class."""
    for path in sorted(folder.glob("*.txt")):
        of = path.stem.partition("_")[0]
        for line in path.read_text(encoding="utf-8").splitlines():
            yield line, of


def write(leanings: Leanings, folder: Path) -> None:
    for name in CLASSES:
        lines = "".join([f"{line}\n" for line in written(leanings, name)])
        (folder / f"{name}.txt").write_text(lines, encoding="utf-8")


def main() -> None:
    from nlp.learning.regression import load_messages

    lexicon = load_lexicon()
    segmenter = Segmenter(*segmenter_words(lexicon, build_index(lexicon)))
    messages = [(message.text, message.categories[0]) for message in load_messages()]
    messages += load_counted()
    write(count(messages, segmenter.cut, segmenter.parts), PACKAGED / "leanings")


if __name__ == "__main__":
    main()
