"""A lexicon of twice the words must not make understanding dearer: a property manager adds words for years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from nlp.benchmark.messages import understanding
from nlp.benchmark.rounds import Measured, best_of_each
from nlp.lexicon.model import Lexicon, Pattern, Term, TopicWords
from nlp.understand import Understander

GOAL = 1.1

_FIRST, _LAST = 0x4E00, 0x9FA5
_AWAY = 7919
"""So far from a character stands its twin in the table of all characters: words become words that nobody says."""

Key = TypeVar("Key")


def cost_doubled(understander: Understander, texts: Sequence[str]) -> Measured:
    """Understanding the same texts with twice the lexicon, as a multiple of what it costs now."""
    larger = doubled(understander.lexicon)
    twice, once = best_of_each(understanding(Understander(larger)), understanding(understander), texts)
    detail = {
        "microseconds_per_message": round(once / len(texts) * 1e6, 1),
        "doubled_microseconds_per_message": round(twice / len(texts) * 1e6, 1),
        "words": len(words_of(understander.lexicon)),
        "doubled_words": len(words_of(larger)),
    }
    return Measured("understand_doubled", round(twice / once, 3), GOAL, "× as it is", detail)


def words_of(lexicon: Lexicon) -> set[str]:
    """All words but those of patterns."""
    words = {*lexicon.masks}
    for some in (*lexicon.groups.values(), *lexicon.cues.values()):
        words.update(some)
    for said in lexicon.words.values():
        words.update(said.words)
    return words


def doubled(lexicon: Lexicon) -> Lexicon:
    """Every word, group and pattern has a twin of made-up words beside it, in the same topic and of the same weight."""
    return replace(
        lexicon,
        words={topic: _topic(said) for topic, said in lexicon.words.items()},
        groups={**lexicon.groups, **{_group(name): _twins(some) for name, some in lexicon.groups.items()}},
        faults=lexicon.faults.union(map(_group, lexicon.faults)),
        cues=_with_twins(lexicon.cues),
        masks=(*lexicon.masks, *_twins(lexicon.masks)),
        terms=(*lexicon.terms, *_twins(lexicon.terms)),
    )


def _topic(said: TopicWords) -> TopicWords:
    twins = {_twin(word): weight for word, weight in said.words.items()}
    return TopicWords({**twins, **said.words}, _patterns(said.patterns), _patterns(said.against))


def _patterns(patterns: Sequence[Pattern]) -> tuple[Pattern, ...]:
    """Twins share a side with the pattern they are made from, now the first and now the second, so that words that
    people do say begin and complete more patterns."""
    twins = [
        pattern._replace(first=_term(pattern.first))
        if number % 2 or pattern.gap < 0
        else pattern._replace(second=_term(pattern.second))
        for number, pattern in enumerate(patterns)
    ]
    return (*patterns, *twins)


def _term(term: Term) -> Term:
    return Term(tuple(map(_group, term.groups)), _twins(term.words))


def _with_twins(named: Mapping[Key, tuple[str, ...]]) -> dict[Key, tuple[str, ...]]:
    return {name: (*words, *_twins(words)) for name, words in named.items()}


def _twins(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_twin, words))


def _twin(word: str) -> str:
    return "".join(map(_away, word)) if not word.isascii() else f"zq{word}"


def _away(character: str) -> str:
    if not _FIRST <= ord(character) <= _LAST:
        return character
    return chr((ord(character) - _FIRST + _AWAY) % (_LAST - _FIRST + 1) + _FIRST)


def _group(name: str) -> str:
    return f"{name}′"
