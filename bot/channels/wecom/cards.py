"""What was shown on cards, kept while they can be acted on: for the page, for changes told in a line, for updates.

Kinds of notes: card (text and buttons), code (permission for one update), shown (a chat's latest cards).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.channels.tencent.notes import Begin, Noting
from bot.channels.wecom.places import CHANNEL
from bot.messages import Button

CODE_LIVES = timedelta(hours=71)
"""A response code is good for 72 hours; an hour is left for clocks that differ."""
REMEMBERED = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as it stands now."""

    id: str
    chat: str
    text: str
    buttons: tuple[Button, ...] = ()

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]


class Cards:
    """The cards of one account."""

    def __init__(self, begin: Begin, account: str, now: Callable[[], datetime]) -> None:
        self._begin = begin
        self._account = account
        self._now = now

    def put(self, shown: Shown, code: str = "") -> None:
        """Keeps a card as it is now. `code`: it may be updated once."""
        buttons = [[button.label, button.token, button.url] for button in shown.buttons]
        with self._begin() as work:
            self._put(work, "card", shown.id, chat=shown.chat, text=shown.text, buttons=buttons)
            if code:
                self._put(work, "code", shown.id, code=code)
            self._remember(work, shown)
            work.commit()

    def get(self, card_id: str) -> Shown | None:
        with self._begin() as work:
            return self._get(work, card_id)

    def forget(self, card_id: str) -> None:
        """Nothing can be done on it any more."""
        with self._begin() as work:
            work.notes.drop(CHANNEL, self._account, "card", card_id)
            work.notes.drop(CHANNEL, self._account, "code", card_id)
            work.commit()

    def keep_code(self, card_id: str, code: str) -> None:
        """A tap allows one more update."""
        with self._begin() as work:
            self._put(work, "code", card_id, code=code)
            work.commit()

    def spend_code(self, card_id: str) -> str:
        """The permission for an update, which is gone then; "" where there is none. Of several askers one gets it."""
        with self._begin() as work:
            found = work.notes.get(CHANNEL, self._account, "code", card_id)
            if found is None or not work.notes.drop(CHANNEL, self._account, "code", card_id):
                return ""
            work.commit()
        kept = datetime.fromisoformat(str(found["at"]))
        return str(found["code"]) if self._now() < kept + CODE_LIVES else ""

    def recent(self, chat: str) -> Sequence[Shown]:
        """The chat's latest cards that still have buttons, newest first."""
        with self._begin() as work:
            found = work.notes.get(CHANNEL, self._account, "shown", chat) or {}
            cards = [self._get(work, card_id) for card_id in reversed(found.get("cards", []))]
        return [card for card in cards if card is not None and card.buttons]

    def _get(self, work: Noting, card_id: str) -> Shown | None:
        found = work.notes.get(CHANNEL, self._account, "card", card_id)
        if found is None:
            return None
        buttons = tuple(Button(label, token, url) for label, token, url in found["buttons"])
        return Shown(card_id, str(found["chat"]), str(found["text"]), buttons)

    def _remember(self, work: Noting, shown: Shown) -> None:
        found = work.notes.get(CHANNEL, self._account, "shown", shown.chat) or {}
        cards = [one for one in found.get("cards", []) if one != shown.id]
        self._put(work, "shown", shown.chat, cards=[*cards, shown.id][-REMEMBERED:])

    def _put(self, work: Noting, kind: str, key: str, **data: object) -> None:
        at = self._now()
        work.notes.put(CHANNEL, self._account, kind, key, {**data, "at": at.isoformat()}, at)
