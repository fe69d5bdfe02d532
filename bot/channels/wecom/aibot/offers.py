"""A button's label as somebody types it to the AI bot: "接单 BX260304-001", or in reply to the card."""

from __future__ import annotations

from collections.abc import Sequence

from bot.channels.wecom.cards import Shown
from bot.channels.wecom.lines import number_in
from bot.messages import Button


def meant(text: str, quoted: str, cards: Sequence[Shown]) -> tuple[Shown, Button] | None:
    """The card and its button, None where no card or more than one could be meant. `cards`: those of the chat."""
    label, _, rest = text.strip().partition(" ")
    wanted = rest.strip() or number_in(quoted)
    found = [
        (card, button)
        for card in cards
        for button in card.buttons
        if button.token and button.label == label and wanted in card.text
    ]
    return found[0] if len({card.id for card, _ in found}) == 1 else None
