"""Rows for the demo's panels: tickets, a ticket's timeline, what the classifier saw."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config import Community, StaffEntry
from bot.web.demo.desk import Evidence, Step, TicketLine

if TYPE_CHECKING:
    from bot.simulation.stage import Simulation

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


def title(path: Path) -> str:
    """The first comment of a transcript, else its file name."""
    first = path.read_text(encoding="utf-8").lstrip().splitlines()[:1]
    if first and first[0].startswith("#"):
        return first[0].lstrip("# ").strip()
    return path.stem


def tickets(sim: Simulation) -> Sequence[TicketLine]:
    with sim.app.storage.begin() as work:
        rows = work.tickets.recent(sim.community.id, 100)
    return [
        TicketLine(t.id, t.number, t.state, t.text, t.category, t.urgency, t.handler_name, t.opened_at)
        for t in rows
    ]


def timeline(sim: Simulation, ticket_id: int) -> Sequence[Step]:
    with sim.app.storage.begin() as work:
        rows = work.tickets.timeline(ticket_id)
    return [Step(r.at, r.by_name, r.what, _detail(r.data), r.channel) for r in rows]


def _detail(data: dict[str, object]) -> str:
    hidden = ("visit", "to_id", "before_id")
    return " · ".join(str(v) for k, v in data.items() if v not in ("", None, False) and k not in hidden)


def evidence(sim: Simulation, ticket_id: int) -> tuple[str, Sequence[Evidence]]:
    with sim.app.storage.begin() as work:
        ticket = work.tickets.get(ticket_id)
    found = [Evidence(e.text, e.says, e.weight, e.start, e.end) for e in ticket.evidence]
    return ticket.text, found
