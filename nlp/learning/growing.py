"""Changes that make the examples understood, a step at a time."""

from __future__ import annotations

from collections.abc import Collection

from nlp.learning.changes import STEPS, Change, lowered, raised, weights_of
from nlp.learning.hearing import Heard, hear, meets
from nlp.learning.material import Material
from nlp.lexicon.model import Lexicon
from nlp.understand import Understander

Changes = dict[str, Change]
"""By key."""


def changed(material: Material, changes: Changes) -> Understander:
    return Understander(material.old.lexicon.with_weights(weights_of(changes.values())))


def grow(material: Material, banned: Collection[str]) -> Changes:
    """Raises one word for every example that is not understood, and again, until it is or the word weighs most."""
    changes: Changes = {}
    for number in range(len(STEPS)):
        understander = changed(material, changes) if changes else material.old
        before = dict(changes)
        for index, example in enumerate(material.examples):
            heard = hear(understander, example.text)
            if not meets(heard, example):
                _raise(material, index, changes, before, banned)
                if number:
                    _lower(material, index, heard, changes, banned)
        if changes == before:
            break
    return changes


def _raise(
    material: Material, index: int, changes: Changes, before: Changes, banned: Collection[str]
) -> None:
    """At most one step a round, however many examples want it."""
    topic, words = material.choices(index)
    word = next((word for word in words if f"{topic} {word}" not in banned), None)
    if word is None:
        return
    weight = material.old.lexicon.words[topic].words.get(word)
    key = f"{topic} {word}"
    reached = before[key].after if key in before else weight or 0.0
    _note(changes, topic, word, weight, max(raised(reached), reached), material.examples[index].text)


def _lower(material: Material, index: int, heard: Heard, changes: Changes, banned: Collection[str]) -> None:
    """The words that misled weigh half; those of a topic that may be an emergency stay as they are."""
    lexicon = material.old.lexicon
    right, _ = material.choices(index)
    if heard.first is None or not right or _same_category(lexicon, heard.first.topic, right):
        return
    for found in heard.first.evidence:
        word, topic = found.text.lower(), found.says
        weight = lexicon.words[topic].words.get(word) if topic in lexicon.words else None
        if weight is None or f"{topic} {word}" in banned or _may_be_emergency(lexicon, topic):
            continue
        if not material.sure(word, _category(lexicon, topic)):
            continue
        _note(changes, topic, word, weight, lowered(weight), material.examples[index].text)


def _note(changes: Changes, topic: str, word: str, weight: float | None, after: float, text: str) -> None:
    if after == weight:
        return
    key = f"{topic} {word}"
    texts = changes[key].texts if key in changes else ()
    changes[key] = Change(topic, word, weight, after, texts if text in texts else (*texts, text))


def _category(lexicon: Lexicon, topic: str) -> str:
    return next((one.category for one in lexicon.topics if one.id == topic), "none")


def _same_category(lexicon: Lexicon, one: str, other: str) -> bool:
    return _category(lexicon, one) == _category(lexicon, other)


def _may_be_emergency(lexicon: Lexicon, topic: str) -> bool:
    rule = next(one.urgency for one in lexicon.topics if one.id == topic)
    return "emergency" in (rule.base, *(level for _, level in rule.when))
