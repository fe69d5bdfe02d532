"""One phone: whose it is, which chat is open, the messages, and the line to write in."""

from __future__ import annotations

from collections.abc import Awaitable
from functools import partial

from nicegui import ui

from bot.web.demo.bubble import Reader
from bot.web.demo.cast import Role, chats_of, first_chat, person_for
from bot.web.demo.composer import Composer
from bot.web.demo.desk import Entry
from bot.web.demo.hint import show_hint
from bot.web.demo.messages import Messages
from bot.web.demo.phone_top import PhoneTop
from bot.web.demo.pieces import box, button, text
from bot.web.demo.screen import Screen

_TOAST_SECONDS = 4.0


class Phone:
    def __init__(self, screen: Screen, role: Role) -> None:
        self._screen = screen
        self.role = role
        self.person = role.names[0]
        self.chat = first_chat(self.person, role.part, screen.desk)
        for chat in role.chats:
            screen.see(chat, role.names)
        with box(f"phone {role.part}"):
            self._top = PhoneTop(screen, role, self.show)
            with box("talk"):
                self._messages = Messages(screen.feed, screen.words, self.chat, self._reader())
                self._hint()
                self._toasts = box("toasts")
            self._composer = Composer(screen, self._write)
        self._notices = self._count_notices()
        self.show(self.person, self.chat)

    def show(self, person: str, chat: str) -> None:
        """Hands the phone to this person and opens the chat."""
        self.person, self.chat = person, chat
        self._messages.open(chat, self._reader())
        self._notices = self._count_notices()
        self.follow()

    def show_chat(self, chat: str, person: str | None = None) -> bool:
        """Opens the chat, as this person if it is theirs; false where nobody here has it."""
        own = self.person if chat in chats_of(self.person, self._screen.desk) else None
        reader = person or own or person_for(chat, self.role.names, self._screen.desk)
        if reader not in self.role.names:
            return False
        if (reader, chat) != (self.person, self.chat):
            self.show(reader, chat)
        return True

    def follow(self) -> None:
        self._messages.follow()
        self._screen.see(self.chat, self.role.names)
        self._top.follow(self.person, self.chat)
        self._hints.set_visibility(not self._screen.feed.entries(self.chat))
        self._toast()

    def _reader(self) -> Reader:
        cards, named = self.role.part != "owner", self.chat in self._screen.desk.groups
        return Reader(self.person, cards, named, self._tap, self._open_ticket)

    def _hint(self) -> None:
        self._hints = show_hint(self.role.part, self._screen.words)
        with self._hints:
            if self.role.part == "owner":
                for example in self._screen.words.examples:
                    button(example, "example", partial(self._write, example, ()))

    def _write(self, said: str, media: tuple[str, ...]) -> Awaitable[None]:
        group = self.chat if self.chat in self._screen.desk.groups else None
        return self._screen.act(self._screen.desk.write(self.person, said, media, group))

    def _tap(self, entry: Entry, token: str) -> Awaitable[None]:
        group = entry.chat if entry.chat in self._screen.desk.groups else None
        return self._screen.act(self._screen.desk.tap(self.person, token, entry.key, group))

    def _open_ticket(self, ticket_id: int) -> None:
        self._screen.open_ticket(ticket_id)

    def _private_notices(self) -> list[Entry]:
        return [e for e in self._screen.feed.entries(self.person) if e.kind == "notice"]

    def _count_notices(self) -> int:
        return len(self._private_notices())

    def _toast(self) -> None:
        """Notices go to the tapper, whatever chat is open."""
        notices = self._private_notices()
        for notice in notices[self._notices :][-1:]:
            self._toasts.clear()
            with self._toasts:
                shown = text(notice.text, "toast")
                ui.timer(_TOAST_SECONDS, shown.delete, once=True)
        self._notices = len(notices)
