"""What was understood of texts, as text for people or as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, tzinfo
from typing import Any

from nlp.understand import Understander
from nlp.understanding import Problem, Understanding

Line = dict[str, Any]


class Unreadable(ValueError):
    """A line that is no text to understand; the message says what to write."""


def line(value: Line) -> str:
    """JSON with Chinese readable, but for half a surrogate pair, which no terminal and no file takes."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() or _is_utf8(text) else json.dumps(value)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def moment(written: str, zone: tzinfo) -> datetime:
    """ISO 8601; without an offset it is the community's time. Raises ValueError."""
    at = datetime.fromisoformat(written)
    return at if at.tzinfo else at.replace(tzinfo=zone)


def answers(
    lines: Iterable[bytes], understander: Understander, zone: tzinfo, clock: Callable[[], datetime]
) -> Iterator[Line]:
    """An Understanding with its id for each line of JSON; `{"id", "error"}` for one that cannot be read."""
    for written in lines:
        if not written.strip():
            continue
        key: Any = None
        try:
            asked = _object(written)
            key = asked.get("id")
            text, at = _text(asked), _at(asked, zone) or clock()
            yield {"id": key, **understander.understand(text, at, zone).to_json()}
        except Unreadable as wrong:
            yield {"id": key, "error": str(wrong)}
        except Exception as fault:  # one text must not keep the rest from their answers
            yield {"id": key, "error": f"{type(fault).__name__}: {fault}"}


def _object(written: bytes) -> Line:
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        raise Unreadable('not JSON; write {"id": …, "text": …, "at": …} on each line') from None
    if not isinstance(found, dict):
        raise Unreadable('not an object; write {"id": …, "text": …, "at": …} on each line')
    return found


def _text(asked: Line) -> str:
    text = asked.get("text")
    if not isinstance(text, str):
        raise Unreadable('"text" is missing or no text; write "text": "…"')
    return text


def _at(asked: Line, zone: tzinfo) -> datetime | None:
    at = asked.get("at")
    if at is None:
        return None
    try:
        return moment(at, zone)
    except (TypeError, ValueError):
        raise Unreadable('"at" is no time; write "at": "2026-03-04T10:00:00+08:00"') from None


def shown(understood: Understanding) -> Iterator[str]:
    """Lines for people."""
    yield f"意图 intent     {understood.intent}"
    for problem in understood.problems:
        yield from _problem(problem)
    if not understood.problems:
        yield "问题 problem    (没有，不开工单 none, no ticket)"
    for label, value in _facts(understood):
        if value:
            yield f"{label} {value}"


def _problem(problem: Problem) -> Iterator[str]:
    yield f"问题 problem    {problem.text}"
    yield (
        f"                {problem.kind} · {problem.category} · {problem.topic} · {problem.cause} · "
        f"{problem.urgency} · {problem.confidence:.2f}"
    )
    for found in problem.evidence:
        yield f"                “{found.text}” {found.start}–{found.end} → {found.says}"
    if problem.place is not None:
        yield f"                在 {problem.place.text}"


def _facts(understood: Understanding) -> Iterator[tuple[str, str]]:
    place, appointment = understood.place, understood.appointment
    if place is not None:
        parts = (place.zone, place.building, place.unit, place.floor, place.room, place.area)
        yield "地点 place     ", f"{place.text} ({' · '.join(part or '–' for part in parts)})"
    yield "电话 phone     ", understood.phone or ""
    if appointment is not None:
        yield "预约 when      ", f"{appointment.start or '…'} – {appointment.end or '…'}"
    yield "关于 about     ", understood.about or ""
    yield "诉求 demand    ", understood.demand or ""
    yield "语言 language  ", understood.language
