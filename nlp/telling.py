"""How a matter was told: the words that decided, a quotation, and its own place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from nlp.matters import Matter
from nlp.normalise import Text
from nlp.places import FoundPlace
from nlp.reading import Piece
from nlp.understanding import Evidence, Place

_LONGEST_QUOTE = 60
"""Characters of a message that a problem quotes; the ticket keeps the whole message."""
_MOST_EVIDENCE = 3
_WEIGHT, _SPAN = itemgetter(0), itemgetter(1, 2)


def deciding(matter: Matter) -> Sequence[Piece]:
    """What speaks most for the matter's topic, the heaviest first."""
    if matter.best is None:
        return ()
    pieces: Sequence[Piece] = matter.best.topics[matter.topic.index]
    if len(pieces) > 1:
        pieces = sorted(set(pieces), key=_SPAN)
        pieces.sort(key=_WEIGHT, reverse=True)
        del pieces[_MOST_EVIDENCE:]
    return pieces if pieces[-1][0] > 0 else [piece for piece in pieces if piece[0] > 0]


def evidence_of(text: Text, says: str, pieces: Sequence[Piece]) -> tuple[Evidence, ...]:
    """The same with its words and positions as written."""
    evidence = []
    for weight, start, end in pieces:
        first, last = text.span(start, end)
        evidence.append(Evidence(text.written[first:last], first, last, says, weight))
    return tuple(evidence)


def quoted(text: Text, matter: Matter, pieces: Sequence[Piece]) -> str:
    """From the first to the last clause of the matter, or the clause of the heaviest word where that is long."""
    readings = matter.readings
    start, end = readings[0].start, readings[-1].end
    if end - start > _LONGEST_QUOTE and pieces:
        at = pieces[0][1]
        clause = next((clause for clause in readings if clause.start <= at < clause.end), readings[0])
        start, end = clause.start, clause.end
    return text.as_written(start, min(end, start + _LONGEST_QUOTE))


def own_place(matter: Matter, places: Sequence[FoundPlace]) -> Place | None:
    """The place that the matter's clauses name; of a single matter, where it is not the message's first.

    `places` are in the order of the text.
    """
    starts = [found.start for found in places]
    first = len(places)
    for clause in matter.readings:
        at = bisect_left(starts, clause.start)
        if at < first and starts[at] < clause.end:
            first = at
    return places[first].place if first < len(places) else None
