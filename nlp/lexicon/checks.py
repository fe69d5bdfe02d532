"""What holds between files: groups exist, ids exist, no word pulls two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from nlp.lexicon.errors import LexiconError
from nlp.lexicon.files import Source
from nlp.lexicon.model import Lexicon, Topic
from nlp.lexicon.topics import WEIGHTS


def check_lexicon(lexicon: Lexicon, sources: list[Source]) -> None:
    """Raises LexiconError for the first thing that cannot be right."""
    homes = {raw["id"]: source for source in sources for raw in source.content}
    for check in (_fallbacks, _unknown_groups, _unknown_neighbours, _torn_words):
        for error in check(lexicon, homes):
            raise error


def _fallbacks(lexicon: Lexicon, homes: dict[str, Source]) -> Iterator[LexiconError]:
    """What no other topic explains must have a place to go."""
    for wanted in ("any", "fault"):
        found = [topic.id for topic in lexicon.topics if topic.fallback == wanted]
        if len(found) != 1:
            advice = f"write 'fallback: {wanted}' at exactly one topic of a category"
            problem = f"one topic must be the fallback for {wanted}, found {', '.join(found) or 'none'}"
            yield list(homes.values())[-1].error(problem, advice, "fallback:")


def _unknown_groups(lexicon: Lexicon, homes: dict[str, Source]) -> Iterator[LexiconError]:
    for topic_id, said in lexicon.words.items():
        for pattern in (*said.patterns, *said.against):
            for term in (pattern.first, pattern.second, pattern.present, pattern.absent):
                for name in term.groups if term else ():
                    if name not in lexicon.groups:
                        advice = f"add the group {name} to a file in groups/ or correct the name"
                        yield homes[topic_id].error(
                            f"unknown group <{name}> in {topic_id}", advice, f"id: {topic_id}", f"<{name}>"
                        )


def _unknown_neighbours(lexicon: Lexicon, homes: dict[str, Source]) -> Iterator[LexiconError]:
    known = {topic.id for topic in lexicon.topics} | {topic.family for topic in lexicon.topics}
    for topic in lexicon.topics:
        for name in topic.near:
            if name not in known:
                yield homes[topic.id].error(
                    f"{topic.id} is near the unknown topic {name}",
                    "write the id of a topic",
                    f"id: {topic.id}",
                    "near:",
                )


def _torn_words(lexicon: Lexicon, homes: dict[str, Source]) -> Iterator[LexiconError]:
    """A word with equal weight in two categories decides nothing and hides a mistake."""
    said_by: dict[float, dict[str, Topic]] = defaultdict(dict)
    for topic in lexicon.topics:
        for word, weight in lexicon.words[topic.id].words.items():
            if weight < WEIGHTS["words"]:
                continue  # hints never decide alone
            other = said_by[weight].setdefault(word, topic)
            if other.category != topic.category:
                yield homes[topic.id].error(
                    f"{word!r} stands with equal weight in {other.id} and {topic.id}",
                    "keep it where it belongs, or make it sure in one and a hint in the other",
                    f"id: {topic.id}",
                    word,
                )
