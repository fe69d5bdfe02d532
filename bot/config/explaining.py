"""What pydantic found, as a sentence for the person who wrote the file."""

from __future__ import annotations

from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

_EXAMPLES = {
    "accept": "accept: 15 min",
    "promise": "promise: 1 h",
    "solve": "solve: 24 wh",
    "answer": "answer: 2 days",
    "escalate": "escalate: [10 min, 20 min, 40 min]",
    "again": "again: 1 h",
    "zone": "zone: Asia/Shanghai",
    "hours": 'hours: ["08:30-12:00", "14:00-18:00"]',
    "days": "days: [周一, 周二, 周三, 周四, 周五]",
    "roles": "roles: [handler]",
    "members": "members: [老李, 小吴]",
    "manager": "manager: 孙经理",
    "homes": "homes: [{building: 3, unit: 2, room: 1501}]",
    "company_contact": "company_contact: {name: 公司品质部, email: quality@example.com}",
    "id": "id: jinxiu（小写字母、数字和 -）",
}
_KINDS = {
    "model_type": "这里要写成一组“键: 值”。",
    "dict_type": "这里要写成一组“键: 值”。",
    "mapping_type": "这里要写成一组“键: 值”。",
    "tuple_type": "这里要写成一个列表，例如 [甲, 乙]。",
    "frozen_set_type": "这里要写成一个列表，例如 [甲, 乙]。",
    "too_short": "这里至少要写一项。",
    "string_too_short": "这里不能空着，请写上内容。",
    "zoneinfo_str": "不认识这个时区。请写例如 Asia/Shanghai。",
    "missing_argument": "少写了一项。",
    "too_long": "这里写多了，请按样例的个数写。",
}


def sentence(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Says what is wrong and what to write. Never quotes a secret: those are not validated by form."""
    key = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")
    kind = error["type"]
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind == "missing":
        return f"缺少这一项。请写例如 {_EXAMPLES.get(key, f'{key}: …')}"
    if kind == "extra_forbidden":
        return _unknown(key, fields_at(model, error["loc"][:-1]))
    if kind == "literal_error":
        return f"收到 {error['input']!r}。只能写：{error['ctx']['expected'].replace(' or ', '、').replace(', ', '、')}。"
    if kind in _KINDS:
        return _KINDS[kind]
    hint = f"请写例如 {_EXAMPLES[key]}" if key in _EXAMPLES else "请照样例改一改。"
    return f"收到 {error['input']!r}，写法不对。{hint}"


def _unknown(key: str, known: list[str]) -> str:
    close = get_close_matches(key, known, 1)
    guess = f"是不是想写 {close[0]}？" if close else ""
    return f"不认识 {key} 这一项。{guess}这里可以写：{'、'.join(known)}。"


def fields_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The keys that may stand at a place of the settings."""
    found: Any = model
    for part in loc:
        inner = _model_in(found)
        if inner is None:
            return []
        if isinstance(part, str) and part in inner.model_fields:
            found = inner.model_fields[part].annotation
    inner = _model_in(found)
    return list(inner.model_fields) if inner else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside tuple[X, …], Mapping[K, X], X | None, Annotated[X, …]."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) is Annotated:
        return _model_in(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType) or get_args(annotation):
        return next((m for m in map(_model_in, get_args(annotation)) if m), None)
    return None
