"""Commands and mentions as members type them."""

from __future__ import annotations

import re
from typing import Literal

_COMMAND = re.compile(r"[/／](start|bind)(?:\s+(\S+))?\s*", re.IGNORECASE)
# People are called as "@name" and a kind of space; the AI bot's own name is not told to it.
_CALLED = re.compile(r"^\s*@\S+[\s\u2005\u2006\u3000]+")
_CALLED_LAST = re.compile(r"\s*@\S+\s*$")


def code_in(text: str, *, private: bool) -> tuple[Literal["start", "bind"], str] | None:
    """A command that brings somebody in, and its code. In a group /start CODE means what /bind CODE means."""
    found = _COMMAND.fullmatch(text.strip())
    if found is None:
        return None
    name, code = found[1].lower(), found[2] or ""
    if name == "bind" or (code and not private):
        return "bind", code
    return ("start", code) if private else None


def without_call(text: str) -> str:
    """What is told to the AI bot, without the name by which it was called: at the beginning, else at the end."""
    rest = _CALLED.sub("", text, count=1)
    return rest.strip() if rest != text else _CALLED_LAST.sub("", text).strip()


def clean(text: object) -> str:
    """The text as every database takes it: no NUL, no half of a surrogate pair. "" for what is no text."""
    return text.replace("\0", "").encode("utf-8", "replace").decode() if isinstance(text, str) else ""
