"""The table of time limits (policy H): one row a sort of ticket."""

from __future__ import annotations

from bot.config.frozen import Frozen
from bot.config.spans import Plain, Spanned


class Row(Frozen):
    """`escalate`: not accepted → group and duty officer, department manager, director; from the dispatch."""

    accept: Spanned
    promise: Spanned
    solve: Spanned
    escalate: tuple[Spanned, Spanned, Spanned]
    tell_at_once: bool = False
    """Manager and director hear of it the moment it comes in (C04)."""


class EmergencyRow(Row):
    again: Spanned
    """From the second promise on: hourly until it is safe."""


class MajorRow(Row):
    answer: Spanned
    """Answered by then; `solve` is when it is solved (C02)."""


class SuggestionRow(Frozen):
    """The director decides within `solve`; no group accepts it (A08)."""

    promise: Spanned
    solve: Spanned


class FigureTable(Frozen):
    emergency: EmergencyRow
    urgent: Row
    normal: Row
    minor: Row
    important: Row
    major: MajorRow
    inquiry: Row
    suggestion: SuggestionRow
    reopened_accept: Spanned
    """A second round is accepted within the earlier of this and its row's limit."""
    word_within: Plain
    """A complaint's owner hears something this long after registration, whatever its progress (A04)."""
    director_overdue: Spanned
    """The director hears of it this long after the time to solve has passed."""
