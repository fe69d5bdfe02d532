"""Our buttons as template cards of the kind button_interaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.wecom.lines import tail
from bot.messages import Button

BUTTONS = 6
TITLE = 36
TEXT = 160
"""Characters that the clients show of a title and of the text under it; more is cut off on the screen."""
MORE = "更多选择"
ABOVE = "详情见上一条"
DONE = "已更新"
_BLUE, _GREY = 1, 4
_OVER = "over"

Card = dict[str, Any]
Rows = Sequence[Sequence[Button]]


@dataclass(frozen=True, slots=True)
class Face:
    """A text as a card shows it. `whole`: nothing was left out."""

    title: str
    text: str
    whole: bool


def face(text: str) -> Face:
    """The first line is the title. What does not fit gives way to the end of the text, where a card's state stands."""
    title, _, rest = text.strip().partition("\n")
    title, rest = title.strip(), rest.strip()
    whole = len(title) <= TITLE and len(rest) <= TEXT
    return Face(title if len(title) <= TITLE else title[: TITLE - 1] + "…", tail(rest, TEXT), whole)


def buttons_of(rows: Rows) -> list[Button]:
    """Those that WeCom can show, in order; nobody is asked for a phone number here."""
    return [button for row in rows for button in row if not button.contact]


def cards(card_id: str, shown: Face, buttons: Sequence[Button]) -> Iterator[Card]:
    """As many cards as the buttons need, six on each; the first bears the id itself."""
    for number, at in enumerate(range(0, len(buttons), BUTTONS)):
        some = buttons[at : at + BUTTONS]
        if number == 0:
            yield _card(card_id, shown.title, shown.text, some)
        else:
            yield _card(f"{card_id}-{number}", MORE, shown.title, some)


def finished(card_id: str, shown: Face) -> Card:
    """A card whose buttons are over: a grey word stands in their place."""
    over = [Button(DONE, _OVER)]
    return _card(card_id, shown.title, shown.text, over) | {"replace_text": DONE}


def root(task_id: str) -> str:
    """The id of the card that a further one belongs to."""
    return task_id.partition("-")[0]


def _card(task_id: str, title: str, text: str, buttons: Sequence[Button]) -> Card:
    made: Card = {
        "card_type": "button_interaction",
        "main_title": {"title": title},
        "task_id": task_id,
        "button_list": [_key(button, first=at == 0) for at, button in enumerate(buttons)],
    }
    if text:
        made["sub_title_text"] = text
    return made


def _key(button: Button, *, first: bool) -> dict[str, Any]:
    style = _BLUE if first else _GREY
    if button.url:
        return {"type": 1, "text": button.label, "style": style, "url": button.url}
    return {"type": 0, "text": button.label, "style": style, "key": button.token}
