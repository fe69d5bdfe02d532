"""Our buttons as Telegram's keyboards."""

from __future__ import annotations

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.messages import Button

Rows = tuple[tuple[Button, ...], ...]
Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


def inline(rows: Rows) -> InlineKeyboardMarkup | None:
    """Buttons under the message; those that ask for a contact cannot stand there and are left out."""
    keys = [[_key(button) for button in row if not button.contact] for row in rows]
    shown = [row for row in keys if row]
    return InlineKeyboardMarkup(shown) if shown else None


def contact_label(rows: Rows) -> str:
    """The label of the button that asks for the person's phone number, "" where there is none."""
    return next((button.label for row in rows for button in row if button.contact), "")


def contact_request(label: str) -> ReplyKeyboardMarkup:
    """A key in place of the person's keyboard; it goes away once it is used."""
    key = KeyboardButton(label, request_contact=True)
    return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)


def _key(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.token)
