"""The parts of a lexicon as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntFlag, auto
from typing import Literal, NamedTuple

from nlp.lexicon.leanings import Leanings
from nlp.understanding import Category, Kind, Urgency

TopicCategory = Literal["facilities", "cleaning", "security", "service", "none"]
Cause = Literal[
    "building",
    "amenities",
    "equipment",
    "attitude",
    "timeliness",
    "quality",
    "range",
    "fees",
    "sudden",
    "neighbours",
]
CATEGORIES: tuple[Category, ...] = ("facilities", "cleaning", "security", "service")


class Cue(IntFlag):
    """What a word says about the sentence around it, whatever the topic. One bit each."""

    NOT = auto()
    PAST = auto()
    IF = auto()
    ASK = auto()
    WONDER = auto()
    SUGGEST = auto()
    WISH = auto()
    BLAME = auto()
    GRAVE = auto()
    FORCED = auto()
    CHRONIC = auto()
    WIDE = auto()
    HOME = auto()
    NOW = auto()
    PRESSED = auto()
    SOLVED = auto()
    THANKS = auto()
    ESTATE = auto()
    SITE = auto()
    PERSON = auto()
    TROUBLE = auto()
    FAULT = auto()
    """Given to every word of a fault group."""
    REQUEST = auto()
    RIGHT = auto()
    ALSO = auto()
    ONGOING = auto()
    HURT = auto()
    OFFICE = auto()
    COLLECTIVE = auto()
    """Three households or more speak (联名, 十几户)."""
    CALL = auto()
    """Somebody is wanted at the place (派人, 叫阿姨来); a plea to look into it (恳请解决) is none."""
    INQUIRE = auto()
    """What follows is asked for information (请问, 想咨询), not to reproach anybody."""
    CONTAINED = auto()
    """The worst is over (总阀关了, 火扑灭了, 人救出来了), though there is still work to do."""
    STILL = auto()
    """It is not over after all (还在喷, 止不住)."""
    LASTING = auto()
    """It began and has not ended (第三天, 从昨晚到现在)."""


class UrgencyRule(NamedTuple):
    """A level, and the levels that cues change it to; the first of which all cues are present wins."""

    base: Urgency
    when: tuple[tuple[int, Urgency], ...] = ()
    """Cue bits and level; plain numbers, for asking an IntFlag for its value is slow."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that owners write about. `index` numbers the topics of one lexicon."""

    index: int
    id: str
    name: str
    category: TopicCategory
    kind: Kind
    cause: Cause
    urgency: UrgencyRule
    tags: tuple[str, ...]
    generic: bool
    """Blame or a general remark (没人管, 物业太差): it joins the thing it is said of."""
    fallback: str
    """`any`: the topic of what concerns home or estate but none of the others; `fault`: where something is broken."""
    near: tuple[str, ...]
    """Ids or families of topics that are the same matter when one message tells both."""

    @property
    def family(self) -> str:
        return self.id.partition(".")[0]


class Term(NamedTuple):
    """One side of a pattern: named groups and literal words, any of which may stand there."""

    groups: tuple[str, ...]
    words: tuple[str, ...]


class Pattern(NamedTuple):
    """`first` and `second` within `gap` characters; `ordered` where first must come first."""

    first: Term
    second: Term
    ordered: bool
    gap: int
    weight: float
    present: Term | None = None
    absent: Term | None = None
    text: str = ""


class TopicWords(NamedTuple):
    """What a topic's file says: weighted words, patterns for it and words or patterns against it."""

    words: Mapping[str, float]
    patterns: tuple[Pattern, ...]
    against: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    topics: tuple[Topic, ...]
    words: Mapping[str, TopicWords]
    """By topic id."""
    groups: Mapping[str, tuple[str, ...]]
    faults: frozenset[str]
    """Groups of which `没有` in front says that there is no problem."""
    cues: Mapping[Cue, tuple[str, ...]]
    masks: tuple[str, ...]
    """Figures of speech and other phrases in which no word counts (气炸了, 火大得很)."""
    terms: tuple[str, ...] = ()
    """Words that the segmenter's dictionary lacks."""
    leanings: Leanings = field(default_factory=Leanings)
    weights: Mapping[str, float] = field(default_factory=dict)
    """Learned corrections by `topic word`; empty until staff have corrected something."""

    def with_weights(self, learned: Mapping[str, float]) -> Lexicon:
        """The same with learned weights by `topic word`. A word that its topic lacked is added to it; what is
        learned of a topic that is not there any more is left out."""
        words = dict(self.words)
        for key, weight in learned.items():
            topic, _, word = key.partition(" ")
            if topic in words:
                words[topic] = words[topic]._replace(words={**words[topic].words, word: weight})
        return replace(self, words=words, weights={**self.weights, **learned})
