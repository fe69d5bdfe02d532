"""Slash commands and mentions as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    """`/bind@desk_bot K7F3` → name "bind", argument "K7F3"."""

    name: str
    argument: str
    addressee: str

    def is_for(self, username: str) -> bool:
        """A command without an addressee is for every bot; so is any while our own name is not known yet."""
        return not (self.addressee and username) or self.addressee.lower() == username.lower()

    @property
    def code(self) -> str:
        """The argument's first word."""
        return self.argument.split(maxsplit=1)[0] if self.argument else ""

    @property
    def text(self) -> str:
        """The command as one would type it in private."""
        return f"/{self.name} {self.argument}".rstrip()


def command(text: str) -> Command | None:
    """The command that the text is, None for ordinary words."""
    match = _COMMAND.fullmatch(text.strip())
    return Command(match[1].lower(), (match[3] or "").strip(), match[2] or "") if match else None


def without_mention(text: str, username: str) -> str:
    """In groups people address the bot by name; what they tell it is the rest."""
    if not username:
        return text.strip()
    name = re.escape(username)
    pattern = rf"^\s*@{name}(?![A-Za-z0-9_])[\s,，:：]*|\s*@{name}\s*$"
    return re.sub(pattern, "", text, flags=re.IGNORECASE).strip()
