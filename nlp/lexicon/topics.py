"""One topic of a file → Topic and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from nlp.lexicon.files import Source
from nlp.lexicon.model import Cause, Cue, Pattern, Topic, TopicCategory, TopicWords, UrgencyRule
from nlp.lexicon.patterns import BrokenPattern, parse_pattern, parse_term
from nlp.understanding import Kind, Urgency

Groups = Mapping[str, tuple[str, ...]]

WEIGHTS = {"sure": 6.0, "words": 3.5, "hints": 1.4}
"""`sure` decides alone, `words` are enough for a ticket, `hints` need a second word or a complaint."""

_TEXTS = ("name", "category", "kind", "cause", "urgency")
_LISTS = ("tags", "near", "patterns", "against", *WEIGHTS)
_KEYS = {"id", "generic", "fallback", *_TEXTS, *_LISTS}
_ALLOWED: dict[str, tuple[str, ...]] = {
    "category": get_args(TopicCategory),
    "kind": get_args(Kind),
    "cause": get_args(Cause),
}
TAGS = {"leak", "safety", "major", "public", "home"}


def read_topic(source: Source, raw: Any, index: int, groups: Groups) -> tuple[Topic, TopicWords]:
    if not isinstance(raw, dict) or not isinstance(raw.get("id"), str):
        raise source.error("a topic without id", "begin every topic with '- id: …'")
    if raw.get("category") == "none":
        raw = {"kind": "inquiry", "cause": "range", **raw}
    _check_keys(source, raw)
    topic = Topic(
        index=index,
        id=raw["id"],
        name=raw.get("name", raw["id"]),
        category=raw["category"],
        kind=raw["kind"],
        cause=raw["cause"],
        urgency=_urgency(source, raw),
        tags=tuple(raw.get("tags", ())),
        generic=bool(raw.get("generic", False)),
        fallback=str(raw.get("fallback", "")),
        near=tuple(raw.get("near", ())),
    )
    return topic, _words(source, raw, groups)


def _check_keys(source: Source, raw: dict[str, Any]) -> None:
    here = f"id: {raw['id']}"
    for key in raw:
        if key not in _KEYS:
            raise source.error(
                f"unknown key {key} in {raw['id']}", f"use one of {', '.join(sorted(_KEYS))}", here, f"{key}:"
            )
    for key in _LISTS:
        if not _is_text_list(raw.get(key, [])):
            raise source.error(
                f"{key} of {raw['id']} is not a list of words", "write [word, word]", here, f"{key}:"
            )
    for key, allowed in _ALLOWED.items():
        if raw.get(key) not in allowed:
            raise source.error(
                f"{key} of {raw['id']} is {raw.get(key)}",
                f"write one of {', '.join(allowed)}",
                here,
                f"{key}:",
            )
    if not any(raw.get(key) for key in ("patterns", *WEIGHTS)):
        raise source.error(f"topic {raw['id']} has no words", "add sure, words, hints or patterns", here)
    unknown = set(raw.get("tags", ())) - TAGS
    if unknown:
        raise source.error(
            f"unknown tag {min(unknown)} in {raw['id']}",
            f"use one of {', '.join(sorted(TAGS))}",
            here,
            "tags:",
        )


def _is_text_list(value: object) -> bool:
    return isinstance(value, list) and set(map(type, value)) <= {str}


def _urgency(source: Source, raw: dict[str, Any]) -> UrgencyRule:
    """`urgent; wide+now emergency; past normal` → base and what cues, alone or together, change it to."""
    base, *changes = [part.strip() for part in raw.get("urgency", "normal").split(";")]
    when = []
    for change in changes:
        cues, _, level = change.partition(" ")
        names = cues.upper().split("+")
        if not Cue.__members__.keys() >= set(names) or level not in get_args(Urgency):
            raise _urgency_error(source, raw, change)
        when.append((sum({Cue[name].value for name in names}), level))
    if base not in get_args(Urgency):
        raise _urgency_error(source, raw, base)
    return UrgencyRule(base, tuple(when))


def _urgency_error(source: Source, raw: dict[str, Any], part: str) -> Exception:
    advice = "write 'emergency', 'urgent' or 'normal', then '; cue level' or '; cue+cue level' where cues change it"
    return source.error(f"urgency of {raw['id']} says {part!r}", advice, f"id: {raw['id']}", "urgency:")


def _words(source: Source, raw: dict[str, Any], groups: Groups) -> TopicWords:
    words: dict[str, float] = {}
    for key, weight in WEIGHTS.items():
        for text in raw.get(key, ()):
            if text.startswith("<"):
                for word in _of_group(source, raw, text, groups):
                    words.setdefault(word, weight)
            else:
                words.setdefault(text.lower(), weight)
    patterns = tuple([_pattern(source, raw, text) for text in raw.get("patterns", ())])
    against = tuple([_against(source, raw, text) for text in raw.get("against", ())])
    return TopicWords(words, patterns, against)


def _of_group(source: Source, raw: dict[str, Any], text: str, groups: Groups) -> tuple[str, ...]:
    """All words of the group that `<name>` refers to."""
    name = text[1:-1]
    if name not in groups:
        advice = f"add the group {name} to a file in groups/ or correct the name"
        raise source.error(f"unknown group {text} in {raw['id']}", advice, f"id: {raw['id']}", text)
    return groups[name]


def _pattern(source: Source, raw: dict[str, Any], text: str) -> Pattern:
    try:
        return parse_pattern(text)
    except BrokenPattern:
        advice = "write two terms, for instance '<水管> <爆>' or '<水管> & 断|裂 = 5'"
        raise source.error(
            f"broken pattern {text!r} in {raw['id']}", advice, f"id: {raw['id']}", text
        ) from None


def _against(source: Source, raw: dict[str, Any], text: str) -> Pattern:
    """A pattern, or a single word, which is a pattern whose second side is itself."""
    if any(mark in text for mark in "<&~|") or (" " in text and not text.isascii()):
        return _pattern(source, raw, text)
    term = parse_term(text)
    return Pattern(term, term, ordered=True, gap=-1, weight=4.0, text=text)
