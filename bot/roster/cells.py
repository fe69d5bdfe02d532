"""What one cell of a roster says. Each function raises ValueError with a sentence for the person who filled it in."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from bot.config import Department, Language, Role
from bot.roster.words import DEPARTMENTS, LANGUAGES, ROLES, plain

_NOT_DIALLED = re.compile(r"[\s().·-]")
_ROOM_WORDS = re.compile(r"号楼|单元|[栋幢座室号]$|\s")


def text_of(value: Any) -> str:
    """Spreadsheets keep 1501 as a number, sometimes as 1501.0."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else unicodedata.normalize("NFKC", str(value)).strip()


def phone_of(cell: str) -> str:
    """Digits; + and country code where it is not a mainland number. Empty stays empty."""
    phone = _NOT_DIALLED.sub("", cell)
    if phone.startswith("00"):
        phone = "+" + phone[2:]
    phone = re.sub(r"^\+86", "", phone)
    if phone and not re.fullmatch(r"\+?\d{5,15}", phone):
        raise ValueError(f"电话 {cell!r} 看不懂。请只写一个号码，例如 13800138001。")
    return phone


def part_of_home(cell: str) -> str:
    """3栋 → 3, 2单元 → 2, b座 → B, 1501室 → 1501."""
    return _ROOM_WORDS.sub("", cell).upper()


def language_of(cell: str) -> Language:
    if plain(cell) not in LANGUAGES:
        raise ValueError(f"不认识语言 {cell!r}。请写 简体、繁体 或 英文。")
    return LANGUAGES[plain(cell)]


def department_of(cell: str) -> Department:
    if plain(cell) not in DEPARTMENTS:
        raise ValueError(f"不认识部门 {cell!r}。请写 工程部、环境部、秩序部、客服部、管理处 或 财务部。")
    return DEPARTMENTS[plain(cell)]


def roles_of(cell: str) -> tuple[Role, ...]:
    """Several are separated by 、 or a comma."""
    words = [plain(word) for word in re.split(r"[、,;/]", cell) if word.strip()]
    unknown = [word for word in words if word not in ROLES]
    if unknown or not words:
        said = unknown[0] if unknown else cell
        raise ValueError(f"不认识角色 {said!r}。请写 员工、班长、客服助理、主管、经理、主任 或 会计。")
    return tuple(dict.fromkeys(ROLES[word] for word in words))
