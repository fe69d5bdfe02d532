"""What a message brings: words, files, a place, somebody's card."""

from __future__ import annotations

import re
import unicodedata

from telegram import Contact, Message, User

from bot.channels.telegram.remote import place_name, remote_name
from bot.messages import Attachment, Media

NAME_LIMIT = 64


def clean(text: str | None) -> str:
    """The text as every database takes it: no NUL, no half of a surrogate pair."""
    return (text or "").replace("\0", "").encode("utf-8", "replace").decode()


def display_name(user: User | None) -> str:
    """A person's name on one line; what turns the writing direction or hides is left out."""
    name = clean(user.full_name if user else "")
    shown = "".join(char if unicodedata.category(char)[0] != "C" else " " for char in name)
    return " ".join(shown.split())[:NAME_LIMIT]


def words(message: Message) -> str:
    """What the person wrote or means: text, caption, a venue's name, a sticker's emoji, another's card."""
    if message.text or message.caption:
        return clean(message.text or message.caption)
    if message.venue:
        return clean(f"{message.venue.title} {message.venue.address}").strip()
    if message.sticker:
        return clean(message.sticker.emoji)
    return _card(message.contact) if message.contact else ""


def attachments(message: Message, account: str) -> tuple[Attachment, ...]:
    """At most one: in an album every picture is a message of its own."""
    if message.location:
        point = place_name(message.location.latitude, message.location.longitude)
        return (
            Attachment("location", name=clean(message.venue.title if message.venue else ""), remote=point),
        )
    found = _file(message)
    if found is None:
        return ()
    kind, name, file_id = found
    return (Attachment(kind, name=clean(name), remote=remote_name(account, clean(file_id))),)


def own_phone(contact: Contact, sender: int) -> str:
    """The phone on a card that is the sender's own, "" on anybody else's: only the own one proves anything."""
    return phone(contact.phone_number) if contact.user_id == sender else ""


def phone(number: str) -> str:
    """Telegram writes the country code, with or without "+". Mainland numbers lose it, others keep "+" and code."""
    digits = re.sub(r"\D", "", clean(number))
    mainland = re.fullmatch(r"(?:86)?(1[3-9]\d{9})", digits)
    return mainland[1] if mainland else f"+{digits}" if digits else ""


def _card(contact: Contact) -> str:
    name = clean(f"{contact.first_name} {contact.last_name or ''}").strip()
    return f"{name} {phone(contact.phone_number)}".strip()


def _file(message: Message) -> tuple[Media, str | None, str] | None:
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return "photo", None, largest.file_id
    if message.voice:
        return "voice", None, message.voice.file_id
    if video := message.video or message.animation:
        return "video", video.file_name, video.file_id
    if message.video_note:
        return "video", None, message.video_note.file_id
    if document := message.document or message.audio:
        return "file", document.file_name, document.file_id
    return None
