"""Cutting text into words: jieba's dictionary and cuts, by the Rust engine where it is installed.

Both engines run without the hidden Markov model: a keyword lexicon wants the dictionary's words, and what the
dictionary does not know is better left as single characters than guessed together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from threading import Lock
from typing import Any, Literal

from typing_extensions import override

Engine = Literal["rjieba", "jieba"]

DOMAIN_FREQUENCY = 3000
"""High enough to beat a cut into single characters, low enough not to tear other words apart (没/水平)."""

Cut = Callable[[str], list[str]]

_BETWEEN = "\0"

_PACKAGES_OWN = Lock()
"""Held for good by the segmenter that took the engine which the Rust package builds for itself."""


class Segmenter:
    """An immutable segmenter with the lexicon's words; a changed lexicon builds a new one.

    (Adding a word to the Rust engine while another thread cuts raises an error.)
    """

    def __init__(
        self, words: Iterable[str] = (), common: Iterable[str] = (), engine: Engine | None = None
    ) -> None:
        """`words` are always cut as one; `common` ones, too, where the dictionary does not know them at all."""
        self.engine: Engine = engine or _installed_engine()
        build = _rust_engine if self.engine == "rjieba" else _python_engine
        self.cut: Cut
        """Words in order; joined together they are the text again."""
        self.parts: Parts
        """How the plain dictionary cuts each of the words."""
        self.cut, self.parts = build(list(words), list(common))


def _installed_engine() -> Engine:
    return "rjieba" if find_spec("rjieba") else "jieba"


class Parts(Mapping[str, tuple[str, ...]]):
    """How the plain dictionary cuts each word; where it knows the word, in one piece."""

    def __init__(self, cut: Cut, words: Sequence[str]) -> None:
        # One call for all words, and the pieces of each in one string, take half of the time and memory.
        cuts = _BETWEEN.join(cut("\n".join(words))).split(f"{_BETWEEN}\n{_BETWEEN}")
        if len(cuts) != len(words):  # no word, or one that holds a line's end
            cuts = [_BETWEEN.join(cut(word)) for word in words]
        self._cuts = dict(zip(words, cuts, strict=True))

    @override
    def __getitem__(self, word: str) -> tuple[str, ...]:
        return tuple(self._cuts[word].split(_BETWEEN))

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._cuts)

    @override
    def __len__(self) -> int:
        return len(self._cuts)

    def torn(self, words: Iterable[str]) -> list[str]:
        """Those of the words of which it makes several."""
        return [word for word in words if _BETWEEN in self._cuts[word]]


def _rust_engine(words: list[str], common: list[str]) -> tuple[Cut, Parts]:
    import rjieba

    # The package builds an engine for itself (0.1 s, 16 MB), which its functions use: it serves the first segmenter.
    engine: Any = rjieba if _PACKAGES_OWN.acquire(blocking=False) else rjieba.Jieba()
    cut_by_engine = engine.cut

    def cut(text: str) -> list[str]:
        found: list[str] = cut_by_engine(text, False)
        return found

    parts = Parts(cut, words + common)
    for word in words + parts.torn(common):
        engine.add_word(word, DOMAIN_FREQUENCY, "n")
    return cut, parts


def _python_engine(words: list[str], common: list[str]) -> tuple[Cut, Parts]:
    import logging
    import tempfile
    import warnings

    with warnings.catch_warnings():
        # jieba 0.42 asks pkg_resources for its files and writes invalid escapes; neither concerns us.
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    # jieba loads its cache with marshal from a world-writable folder; a private one cannot be tampered with.
    with tempfile.TemporaryDirectory(prefix="huiyin-jieba-") as private:
        tokenizer.tmp_dir = private
        tokenizer.initialize()

    def cut(text: str) -> list[str]:
        return list(tokenizer.cut(text, HMM=False))

    parts = Parts(cut, words + common)
    for word in words + parts.torn(common):
        before = tokenizer.FREQ.get(word, 0)
        tokenizer.add_word(word, DOMAIN_FREQUENCY, "n")
        tokenizer.total -= before  # the word's own count is replaced, as the Rust engine does
    return cut, parts
