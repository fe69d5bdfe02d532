"""What a template's fields take, by the kind in their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.simulation.platforms.tencent import Refusal
from bot.simulation.platforms.wechat.state import Json

_SHAPES: Mapping[str, str] = {
    "thing": r"[\s\S]{1,20}",
    "phrase": r"[\u4e00-\u9fff]{1,5}",
    "character_string": r"[\x21-\x7e]{1,32}",
    "number": r"\d{1,32}",
    "letter": r"[A-Za-z]{1,32}",
    "time": r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}",
    "date": r"\d{4}-\d{2}-\d{2}",
}


def checked(data: Json, wanted: tuple[str, ...]) -> dict[str, str]:
    """The values. Raises Refusal 47003 for a missing, empty or overlong one."""
    values = {}
    for name in wanted:
        value = str(data.get(name, {}).get("value", ""))
        shape = _SHAPES.get(re.sub(r"\d+$", "", name), r"[\s\S]{1,20}")
        if not re.fullmatch(shape, value):
            raise Refusal(47003, f"argument invalid! data.{name}.value invalid")
        values[name] = value
    return values
