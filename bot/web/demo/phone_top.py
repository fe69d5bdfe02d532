"""The head of a phone: whose it is, the chats on it, and news in chats of other people."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nicegui import ui

from bot.web.demo.cast import Role, chats_of, first_chat, person_for
from bot.web.demo.pieces import avatar, box, button, text
from bot.web.demo.screen import Screen

Show = Callable[[str, str], None]


class PhoneTop:
    def __init__(self, screen: Screen, role: Role, show: Show) -> None:
        self._screen = screen
        self._role = role
        self._show = show
        self._drawn: object = None
        with box("phone-top", "header"):
            self._who = button("", "who", lambda: None, title=screen.words.you_are)
            self._chats = box("chats")
        self._elsewhere = box("elsewhere")

    def follow(self, person: str, chat: str) -> None:
        """Redraws the head, but only where something in it is another than before."""
        own = chats_of(person, self._screen.desk)
        news = tuple(c for c in own if c != chat and self._is_new(c))
        others = tuple(c for c in self._role.chats if c not in own and self._is_new(c))
        drawn = (person, chat, news, others)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._draw_who(person)
        self._draw_chats(person, chat, own, news)
        self._draw_elsewhere(others)

    def _is_new(self, chat: str) -> bool:
        return self._screen.is_new(chat, self._role.names)

    def _draw_who(self, person: str) -> None:
        self._who.clear()
        with self._who:
            avatar(person)
            with box("who-text", "span"):
                text(person, "who-name", "span")
                text(dict(self._role.people)[person], "who-job", "span")
            ui.icon("expand_more")
            with ui.menu().props('anchor="bottom left" self="top left"').classes("people"):
                for name, job in self._role.people:
                    self._draw_person(name, job, name == person)

    def _draw_person(self, name: str, job: str, current: bool) -> None:
        def choose() -> None:
            self._show(name, first_chat(name, self._role.part, self._screen.desk))

        with ui.menu_item(on_click=choose).classes("person current" if current else "person"):
            avatar(name)
            text(name, "who-name")
            text(job, "who-job")
            if not current and self._is_new(name):
                box("dot")

    def _draw_chats(self, person: str, chat: str, own: tuple[str, ...], news: tuple[str, ...]) -> None:
        self._chats.clear()
        if len(own) < 2:
            return
        with self._chats:
            for name in own:
                label = self._screen.words.private if name == person else name
                made = button(label, "chat on" if name == chat else "chat", partial(self._show, person, name))
                if name in news:
                    with made:
                        box("dot")

    def _draw_elsewhere(self, others: tuple[str, ...]) -> None:
        self._elsewhere.clear()
        if not others:
            return
        with self._elsewhere:
            text(self._screen.words.elsewhere, "elsewhere-text")
            for chat in others:
                button(chat, "jump", partial(self._jump, chat))

    def _jump(self, chat: str) -> None:
        person = person_for(chat, self._role.names, self._screen.desk)
        if person is not None:
            self._show(person, chat)
