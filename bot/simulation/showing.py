"""Rows for the demo's panels: tickets, a ticket's timeline, what the classifier saw."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.config import Community, StaffEntry
from bot.texts.words import STAFF
from bot.web.demo.desk import Evidence, Step, TicketLine
from nlp.understand import load as load_understander

if TYPE_CHECKING:
    from bot.app import App
    from bot.simulation.stage import Simulation

_TOLD = ("text", "reason", "result", "words", "to", "before", "after", "place", "value", "solved", "level")
_SOLVED = {"solved": "已解决", "partly": "部分解决", "not": "未解决"}
_SCORED = {"speed": "速度", "result": "结果", "attitude": "态度"}
_JOBS = {
    "director": "主任",
    "manager": "经理",
    "supervisor": "主管",
    "finance": "财务",
    "assistant": "客服助理",
    "lead": "领班",
    "handler": "员工",
}


def job(community: Community, staff: StaffEntry) -> str:
    """`工程部经理`: the department and the highest role."""
    role = next((word for role, word in _JOBS.items() if role in staff.roles), "")
    return f"{community.departments[staff.department].name}{role}"


def tickets(app: App, community: Community) -> Sequence[TicketLine]:
    """The newest hundred."""
    with app.storage.begin() as work:
        rows = work.tickets.recent(community.id, 100)
    return [
        TicketLine(t.id, t.number, t.state, t.text, t.category, t.urgency, t.handler_name, t.opened_at)
        for t in rows
    ]


def timeline(sim: Simulation, ticket_id: int) -> Sequence[Step]:
    with sim.app.storage.begin() as work:
        rows = work.tickets.timeline(ticket_id)
    words = sim.app.conversation.words
    return [
        Step(r.at, r.by_name, words.label(STAFF, f"event.{r.what}"), _detail(r.data), r.channel) for r in rows
    ]


def _detail(data: dict[str, object]) -> str:
    """The words of people and the names; numbers of rows say nothing to anybody."""
    told = [str(data[key]) for key in _TOLD if data.get(key) not in ("", None, False)]
    if "which" in data:
        told.insert(0, _SCORED.get(str(data["which"]), ""))
    return " · ".join(_SOLVED.get(each, each) for each in told if each)


def evidence(sim: Simulation, ticket_id: int) -> tuple[str, Sequence[Evidence]]:
    with sim.app.storage.begin() as work:
        ticket = work.tickets.get(ticket_id)
    found = {(e.start, e.end, e.says): e for e in sorted(ticket.evidence, key=lambda e: e.weight)}
    return ticket.text, [
        Evidence(e.text, _topic(e.says), e.weight, e.start, e.end)
        for e in found.values()
        if e.end <= len(ticket.text)
    ]


def _topic(says: str) -> str:
    """A topic by its name in the lexicon; other reasons as they are."""
    return _names().get(says, says)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {topic.id: topic.name for topic in load_understander().lexicon.topics}
