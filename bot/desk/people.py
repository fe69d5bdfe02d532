"""Who we know: residents and staff, and the accounts they write from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.messages import Address
from nlp.understanding import Language, Place

Role = Literal["handler", "lead", "assistant", "supervisor", "manager", "director", "finance"]
KeptBy = Literal["settings", "roster"]
"""Where a member of staff is named."""
Department = Literal["facilities", "cleaning", "security", "service", "management", "finance"]


@dataclass(slots=True)
class Resident:
    """An owner or tenant. Unknown people get a row too, unverified and without homes."""

    id: int
    community: str
    name: str
    phone: str = ""
    language: Language = "zh-Hans"
    verified: bool = False
    rostered: bool = False
    homes: tuple[Place, ...] = ()
    version: int = 0

    @property
    def home(self) -> Place | None:
        """The home to assume: the only one."""
        return self.homes[0] if len(self.homes) == 1 else None


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff. `roles` in one department; names are unique in a community."""

    id: int
    community: str
    name: str
    department: Department
    roles: tuple[Role, ...]
    phone: str = ""

    def has(self, role: Role) -> bool:
        return role in self.roles


@dataclass(frozen=True, slots=True)
class Identity:
    """An account on a channel, and the one person behind it."""

    channel: str
    account: str
    user: str
    community: str
    resident_id: int | None = None
    staff_id: int | None = None
    address: Address | None = None
    """Where this person is written to in private; None until they wrote there."""


@dataclass(frozen=True, slots=True)
class Group:
    """A staff group chat. `key` is a category, "managers" or "finance"; unbound while `address` is None."""

    community: str
    key: str
    name: str
    members: tuple[str, ...] = ()
    address: Address | None = None
