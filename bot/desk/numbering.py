"""Ticket numbers: BX260304-001."""

from __future__ import annotations

from datetime import date

from bot.desk.ticket import PREFIX


def number(sort: str, day: date, serial: int) -> str:
    """`sort` is a kind, "patrol" or "incident"; `day` a date of the community's zone. Raises KeyError."""
    # Not strftime: it costs ten times as much, for every message that becomes a ticket.
    return f"{PREFIX[sort]}{day.year % 100:02d}{day.month:02d}{day.day:02d}-{serial:03d}"
