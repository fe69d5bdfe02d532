"""A draft read as reports, one a problem (A13), with what is known of place and contact."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import places
from bot.conversation.draft import Draft
from bot.conversation.talk import Talk
from bot.desk.registering import Report
from nlp.confidence import THRESHOLD
from nlp.understanding import Category, Problem, Understanding

UNSURE = "other"


def reports_of(talk: Talk, draft: Draft) -> list[Report]:
    heard = _with_aside(talk, draft)
    problems = heard.problems or (_whole(draft.text),)
    if _names_staff(talk, heard):
        problems = tuple(_settled(p, "service") if _is_unsure_complaint(p) else p for p in problems)
    if draft.category:
        problems = tuple(_settled(p, draft.category) if is_unsure(p) else p for p in problems)
    return [_report(talk, draft, heard, p, alone=len(problems) == 1) for p in problems]


def _with_aside(talk: Talk, draft: Draft) -> Understanding:
    """What was told, with phone and time from what was answered or put right since."""
    heard = talk.hear(draft.text)
    if not draft.aside:
        return heard
    aside = talk.hear(draft.aside)
    return replace(
        heard, phone=aside.phone or heard.phone, appointment=aside.appointment or heard.appointment
    )


def _names_staff(talk: Talk, heard: Understanding) -> bool:
    return any(entry.name in (heard.about or "") for entry in talk.desk.community.staff)


def _is_unsure_complaint(problem: Problem) -> bool:
    """About somebody's manner it is customer service's (H), whatever else it may sound like."""
    return problem.kind == "complaint" and is_unsure(problem)


def is_unsure(problem: Problem) -> bool:
    """Below the threshold we ask with the four categories; an emergency goes out as it is."""
    return problem.confidence < THRESHOLD and problem.urgency != "emergency"


def unsure_guess(talk: Talk, draft: Draft, n: int) -> str:
    """The category that we heard in matter `n` without being sure of it; empty where we were sure."""
    problems = talk.hear(draft.text).problems
    if not problems:
        return "none"
    return problems[n].category if is_unsure(problems[n]) else ""


def unsure_to_service(reports: list[Report]) -> list[Report]:
    """Nobody told us the category in time: customer service looks at it (H)."""
    return [
        replace(r, problem=_settled(r.problem, "service")) if is_unsure(r.problem) else r for r in reports
    ]


def _settled(problem: Problem, category: Category) -> Problem:
    """The owner told us the category; the topic stays where it fits."""
    if problem.category == category:
        return replace(problem, confidence=1.0)
    return replace(problem, category=category, topic=f"{category}.{UNSURE}", tags=(), confidence=1.0)


def _whole(text: str) -> Problem:
    return Problem(text, "complaint", "service", f"service.{UNSURE}", "quality", "normal", 0.0)


def _report(talk: Talk, draft: Draft, heard: Understanding, problem: Problem, *, alone: bool) -> Report:
    place = draft.answered_place or places.place_of(problem, heard, talk.resident, alone=alone)
    public = "public" in problem.tags or bool(place and place.area)
    return Report(
        problem=problem,
        text=draft.text if alone else problem.text,
        language=talk.language,
        origin=talk.address,
        place=place,
        place_text=places.shown(place),
        at_home=not public and bool(place and place.room),
        phone=heard.phone or (talk.resident.phone if talk.resident else ""),
        appointment=heard.appointment,
        about=heard.about or "",
        demand=heard.demand or "",
    )


def needs_place(report: Report) -> bool:
    """A fault needs a place; the rest of what people write to the desk about does not."""
    public = "public" in report.problem.tags or bool(report.place and report.place.area)
    if places.is_known(report.place, public=public):
        return False
    return report.problem.kind == "repair" or report.problem.category != "service"
