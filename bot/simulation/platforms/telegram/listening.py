"""What a person or a group has received, and what can be tapped there."""

from __future__ import annotations

from bot.simulation.platforms.hearing import newest
from bot.simulation.platforms.telegram.state import Chat, Json, Seen, State


class Ear:
    """One chat, or one topic of it, from where somebody sits. "Since" is since the last thing done in that chat."""

    def __init__(self, state: State, chat: Chat, thread: int = 0) -> None:
        self._state = state
        self.chat = chat
        self.thread = thread

    def acts(self) -> None:
        """What came before no longer counts as heard."""
        self._state.since[self.chat.id] = len(self._state.journal)

    def heard(self) -> list[Seen]:
        """Messages, edits and notices since the last act here, oldest first."""
        return [
            seen
            for seen in self._state.journal[self._state.since.get(self.chat.id, 0) :]
            if self._is_here(seen)
        ]

    def all_heard(self) -> list[Seen]:
        """Everything since the beginning."""
        return [seen for seen in self._state.journal if self._is_here(seen)]

    async def hears(self, *fragments: str, button: str = "", within: float = 5.0) -> Seen:
        """Waits for a message with these fragments in this order, and that button if one is named."""
        return await newest(self.heard, self._state.deeds, fragments, button, within)

    def last_card(self) -> Seen:
        """The newest message with inline buttons, as it stands now."""
        cards = [
            seen for seen in self.all_heard() if seen.deed == "message" and seen.json.get("reply_markup")
        ]
        if not cards:
            raise AssertionError("no message with buttons")
        return self.now(cards[-1])

    def now(self, seen: Seen) -> Seen:
        """A message after all its edits."""
        message = self._state.messages[seen.chat, seen.id]
        text = message.get("text") or message.get("caption", "")
        return Seen(seen.deed, seen.chat, seen.id, text, dict(message))

    def find_button(self, label: str, on: str = "") -> tuple[Json, Json]:
        """The newest message that has or had the button, as it stands now, and the button. Exact labels go first."""
        shown = [
            (seen, key)
            for seen in reversed(self.all_heard())
            if on in seen.text
            for row in seen.rows
            for key in row
        ]
        for fits in (str.__eq__, str.__contains__):
            for seen, key in shown:
                if "callback_data" in key and fits(key["text"], label):
                    return self._state.messages[seen.chat, seen.id], key
        raise AssertionError(f"no button {label!r} among {[key['text'] for _, key in shown]}")

    def _is_here(self, seen: Seen) -> bool:
        return seen.chat == self.chat.id and (
            not self.thread or seen.json.get("message_thread_id") == self.thread
        )
