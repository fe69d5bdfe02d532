"""The tickets, and for the chosen one how far its loop has closed, why it was classified so, and its timeline."""

from __future__ import annotations

from collections.abc import Sequence

from bot.web.demo.desk import DemoDesk, Step, TicketLine
from bot.web.demo.evidence import show_evidence
from bot.web.demo.hint import show_hint
from bot.web.demo.pieces import box, button, text
from bot.web.demo.screen import Screen
from bot.web.demo.times import day, weekday

STAGES = ("new", "assigned", "accepted", "working", "finished", "answered", "closed")
_OFF = ("withdrawn", "invalid")


class TicketPanel:
    def __init__(self, screen: Screen, desk: DemoDesk) -> None:
        self._screen = screen
        self._desk = desk
        self._drawn: object = None
        self._chosen: int | None = None
        self._newest = -1
        with box("tickets"):
            self._list = box("ticket-list")
            self._detail = box("ticket-detail")

    def choose(self, ticket_id: int) -> None:
        self._chosen = ticket_id
        self.follow()

    def follow(self) -> None:
        """A ticket that has just been opened is chosen by itself."""
        lines = self._screen.feed.tickets()
        newest = max((line.id for line in lines), default=-1)
        if newest > self._newest or self._chosen not in {line.id for line in lines}:
            self._chosen = newest if lines else None
        self._newest = newest
        chosen = next((line for line in lines if line.id == self._chosen), None)
        steps = tuple(self._desk.timeline(chosen.id)) if chosen else ()
        drawn = (tuple(lines), chosen, steps, self._screen.desk.now().date())
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw_list(lines)
            self._draw(chosen, steps)

    def _draw_list(self, lines: Sequence[TicketLine]) -> None:
        self._list.clear()
        with self._list:
            for line in lines:
                self._draw_line(line)

    def _draw_line(self, line: TicketLine) -> None:
        classes = "ticket-line on" if line.id == self._chosen else "ticket-line"
        with button("", classes, lambda: self.choose(line.id)):
            box(f"ring {_look(line)}").style(f"--done: {_done(line)}%")
            with box("ticket-text", "span"):
                text(line.title, "ticket-title", "span")
                text(line.number, "ticket-number", "span")
            text(self._screen.words.of_code(line.state), f"state {_look(line)}", "span")

    def _draw(self, line: TicketLine | None, steps: Sequence[Step]) -> None:
        self._detail.clear()
        words = self._screen.words
        with self._detail:
            if line is None:
                show_hint("ticket", words)
                return
            self._draw_head(line)
            show_evidence(*self._desk.evidence(line.id), words)
            text(words.timeline, "part")
            with box("steps"):
                self._draw_steps(steps)

    def _draw_head(self, line: TicketLine) -> None:
        words = self._screen.words
        with box("facts"):
            text(words.of_code(line.urgency), f"fact urgency {line.urgency}")
            text(words.of_code(line.category), "fact")
            if line.handler:
                text(words.handler.format(name=line.handler), "fact")
        with box(f"stages {_look(line)}"):
            for place, stage in enumerate(STAGES):
                passed = place <= _stage(line) and line.state not in _OFF
                text(words.of_code(stage), "stage passed" if passed else "stage")

    def _draw_steps(self, steps: Sequence[Step]) -> None:
        """Newest first; other days than today have their date above them."""
        screen = self._screen
        before = screen.desk.now().astimezone(screen.desk.zone).date()
        for step in reversed(steps):
            at = step.at.astimezone(screen.desk.zone)
            if at.date() != before:
                text(f"{day(at, screen.words)} {weekday(at, screen.words)}", "steps-day")
            before = at.date()
            self._draw_step(step, f"{at:%H:%M}")

    def _draw_step(self, step: Step, clock: str) -> None:
        screen = self._screen
        with box("step"):
            text(clock, "step-time")
            with box("step-text"):
                with box("step-what"):
                    text(screen.words.of_code(step.what), tag="strong")
                    text(step.who, "step-who", "span")
                    text(screen.words.of_code(step.channel), "step-channel", "span")
                if step.detail:
                    text(step.detail, "step-detail")


def _stage(line: TicketLine) -> int:
    return STAGES.index(line.state) if line.state in STAGES else -1


def _done(line: TicketLine) -> int:
    return round(100 * (_stage(line) + 1) / len(STAGES))


def _look(line: TicketLine) -> str:
    if line.state in _OFF:
        return "off"
    return "closed" if line.state == STAGES[-1] else "open"
