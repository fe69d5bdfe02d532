"""Which topic a clause is about."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.lexicon.table import TopicTable
from nlp.reading import NOBODY, Piece, Reading, Weighed

_MORE = 0.3
"""What every further piece of evidence adds to the best one."""
_MOST_MORE = 2.0
_MOST_LEAD = 0.5
_HINT = 1.0
"""The least that a word which names a thing says for its topic."""


def weigh(reading: Reading, table: TopicTable) -> None:
    """Weigh every topic of a clause (`reading.weighed`), and find the strongest (`reading.leader`)."""
    if reading.supposed:
        reading.halve()
    outside, leads = table.outside, table.leads
    best = NOBODY
    best_rank = best_score = elsewhere = 0.0
    reading.weighed = weighed = [
        (topic, pieces[0][0], pieces[0][0]) if len(pieces) == 1 else _together(topic, pieces)
        for topic, pieces in reading.topics.items()
    ]
    for topic, _, score in weighed:
        if score + _MOST_LEAD > best_rank:
            if topic in outside:
                if score > elsewhere:
                    elsewhere = score
            elif (rank := score + leads[topic]) > best_rank:
                best, best_rank, best_score = topic, rank, score
    if best in table.generic and len(weighed) > 1:
        best = _thing(weighed, table, best)
    reading.leader = best, best_score, elsewhere


def _thing(weighed: Sequence[Weighed], table: TopicTable, generic: int) -> int:
    """What a general remark is said of: 道闸多次反映无果 is about the barrier, however strong the blame."""
    thing, most = generic, _HINT
    for topic, heaviest, score in weighed:
        if score >= most and heaviest >= _HINT and topic not in table.generic and topic not in table.outside:
            thing, most = topic, score
    return thing


def _together(topic: int, pieces: list[Piece]) -> Weighed:
    """A topic with the heaviest of its pieces, and what they weigh together."""
    heaviest = more = against = 0.0
    for weight, _, _ in pieces:
        if weight > heaviest:
            more += heaviest
            heaviest = weight
        elif weight > 0:
            more += weight
        else:
            against -= weight
    more *= _MORE
    return topic, heaviest, heaviest + (more if more < _MOST_MORE else _MOST_MORE) - against
