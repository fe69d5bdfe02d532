"""From corrections to changes that are better and harm nothing; what would harm is named with its proof."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from nlp.learning.changes import Change, weights_of
from nlp.learning.examples import Corrected
from nlp.learning.growing import Changes, grow
from nlp.learning.judging import Figures, Harm, Judge, Judgement
from nlp.learning.literal import literal
from nlp.learning.material import Material
from nlp.learning.regression import Message
from nlp.understand import Understander

Verdict = Literal["better", "harmful", "unlearnable", "nothing"]
_TRIES = 4
"""How often other words are looked for in place of those that would harm."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that was tried and would make `harm`."""

    change: Change
    harm: Harm


@dataclass(frozen=True, slots=True)
class Proposal:
    """`changes` are safe to put to use; `weights` are then all weights in use. `still_wrong` are texts that nothing
    safe was found for."""

    corrections: int
    messages: int
    old: Figures
    new: Figures
    changes: tuple[Change, ...]
    refused: tuple[Refusal, ...]
    still_wrong: tuple[str, ...]
    weights: dict[str, float]

    @property
    def verdict(self) -> Verdict:
        if self.changes:
            return "better"
        if self.refused:
            return "harmful"
        return "unlearnable" if self.still_wrong else "nothing"


def propose(
    old: Understander,
    corrections: Iterable[Corrected],
    messages: Sequence[Message],
    advance: Callable[[int], None] = lambda _: None,
) -> Proposal:
    """`old` is the understander in use, with what was learned before. `advance` hears of every step."""
    material = Material(old, corrections, messages)
    judge = Judge(material)
    advance(1)
    changes, judged, refused = _harmless(material, judge, advance)
    refused.update(_proof(material, judge, judged.wrong))
    advance(1)
    return Proposal(
        corrections=len(material.examples),
        messages=len(messages),
        old=judged.old,
        new=judged.new,
        changes=tuple(changes.values()),
        refused=tuple(refused.values()),
        still_wrong=judged.wrong,
        weights={**old.lexicon.weights, **weights_of(changes.values())},
    )


def _harmless(
    material: Material, judge: Judge, advance: Callable[[int], None]
) -> tuple[Changes, Judgement, dict[str, Refusal]]:
    """Tries, takes out what does harm, and tries again, at first with other words in its place."""
    refused: dict[str, Refusal] = {}
    changes = grow(material, refused)
    tries = 1
    while changes:
        judged = judge.judge(changes)
        advance(1)
        if not judged.harms:
            changes, judged = _needed(judge, changes, judged)
            return (changes, judged, refused) if judged.better else ({}, judge.before, refused)
        for harm in judged.harms:
            for key in harm.keys or tuple(changes):
                refused.setdefault(key, Refusal(changes[key], harm))
        if tries < _TRIES:
            changes = grow(material, refused)
        else:
            changes = {key: change for key, change in changes.items() if key not in refused}
        tries += 1
    return {}, judge.before, refused


def _proof(material: Material, judge: Judge, wrong: Sequence[str]) -> dict[str, Refusal]:
    changes = literal(material, wrong)
    harms = judge.judge(changes).harms if changes else ()
    found: dict[str, Refusal] = {}
    for harm in sorted(harms, key=lambda harm: harm.kind):  # the emergencies first
        for key in harm.keys:
            found.setdefault(key, Refusal(changes[key], harm))
    return found


def _needed(judge: Judge, changes: Changes, judged: Judgement) -> tuple[Changes, Judgement]:
    """Without what helped no text to be understood."""
    needed = {key: change for key, change in changes.items() if not set(change.texts) <= set(judged.wrong)}
    if len(needed) == len(changes) or not needed:
        return changes, judged
    again = judge.judge(needed)
    worse = again.harms or again.new.corrections_right < judged.new.corrections_right
    return (changes, judged) if worse else (needed, again)
