"""Who may use which phone, which chats a person has, and how a name becomes an avatar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.web.demo.desk import Chats, DemoDesk
from bot.web.demo.words import Part

MANAGING = ("经理", "主管", "主任", "队长", "manager", "director", "supervisor")
_FORMS_OF_ADDRESS = ("老", "小", "Mr ", "Mrs ", "Ms ")
_PALETTE = ("#5b7cc4", "#b8683f", "#3f8f7a", "#8a63b0", "#b0527a", "#7a7f3a", "#3d86a8", "#a3573b")


@dataclass(frozen=True, slots=True)
class Role:
    """One phone of the page."""

    part: Part
    people: tuple[tuple[str, str], ...]
    """(name, job), the first one shown first."""
    chats: tuple[str, ...]
    """Whose news is shown as new on this phone; every chat belongs to exactly one."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.people)


def roles(desk: DemoDesk) -> tuple[Role, ...]:
    """Owners, staff and managers."""
    managers = tuple(person for person in desk.staff if _manages(*person)) or desk.staff[-1:]
    staff = tuple(person for person in desk.staff if person not in managers) or managers
    names = {name for name, _ in managers}
    boards = tuple(group for group, members in desk.groups.items() if set(members) <= names)
    groups = tuple(group for group in desk.groups if group not in boards)
    return (
        Role("owner", tuple((name, "") for name in desk.owners), desk.owners),
        Role("staff", staff, groups + tuple(name for name, _ in staff)),
        Role("manager", managers, boards + tuple(name for name, _ in managers)),
    )


def _manages(name: str, job: str) -> bool:
    return any(word in f"{name} {job}".lower() for word in MANAGING)


def chats_of(person: str, desk: Chats) -> tuple[str, ...]:
    """The groups in which the person sits, then the private chat, which carries the person's name."""
    groups = (group for group, members in desk.groups.items() if person in members)
    return (*groups, person)


def person_for(chat: str, names: Sequence[str], desk: Chats) -> str | None:
    """Who of these people has this chat on their phone."""
    having = (name for name in names if name == chat or name in desk.groups.get(chat, ()))
    return next(having, None)


def first_chat(person: str, part: Part, desk: Chats) -> str:
    """Staff begin in their group, where the cards arrive; owners and managers in private."""
    return chats_of(person, desk)[0] if part == "staff" else person


def initial(name: str) -> str:
    """老李 → 李, 王女士 → 王, Mr Smith → S"""
    for form in _FORMS_OF_ADDRESS:
        if len(name) > len(form):
            name = name.removeprefix(form)
    return name[:1].upper()


def colour(name: str) -> str:
    """The same for a name in every window."""
    return _PALETTE[sum(map(ord, name)) % len(_PALETTE)]
