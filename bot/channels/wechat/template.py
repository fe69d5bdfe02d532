"""A message as the fields of a template: the one way to a person whose 48 hours are over.

Each kind of field has its own limit, and one character over it refuses the whole message (47003): values are cut.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from datetime import datetime

from bot.channels.tencent.codes import ApiError
from bot.channels.wechat.client import Client
from bot.channels.wechat.codes import RIGHTS_MISSING
from bot.config.channels import TemplateField, WechatTemplate

log = logging.getLogger(__name__)

_TEMPLATE_REFUSED = {40037, 41028, 43101, 47003, *RIGHTS_MISSING}
"""The id is wrong, a field is, or templates are not ours to use: an administrator must look."""
_LIMITS = {
    "thing": 20,
    "phrase": 5,
    "character_string": 32,
    "letter": 32,
    "number": 32,
    "symbol": 5,
    "name": 10,
    "phone_number": 17,
    "const": 20,
    "keyword": 20,
}
_WORDY = ("thing", "keyword", "const")
_NUMBER = re.compile(r"[A-Z]{2}\d{6}-\d{3,}")
_NOTHING = {"phrase": "有回音", "character_string": "-", "letter": "A", "number": "0", "symbol": "-"}


def filled(template: WechatTemplate, text: str, now: datetime) -> dict[str, str]:
    """The fields of a template for a text of ours, `now` in the estate's zone. None is empty or over its limit."""
    return {name: _value(name, source, text, now) for name, source in template.fields.items()}


class Templates:
    """Announces news where nothing else may be sent. `clock` gives the time in the estate's zone."""

    def __init__(self, client: Client, news: WechatTemplate, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._news = news
        self._clock = clock

    async def announce(self, chat: str, text: str) -> bool:
        """Whether the person has got it; False where the template itself is refused. Raises ApiError, Unreachable."""
        try:
            await self._client.notify(chat, self._news.id, filled(self._news, text, self._clock()))
        except ApiError as error:
            if error.code in _TEMPLATE_REFUSED:
                log.warning("template refused: %s", error.code, extra={"action": "template_refused"})
                return False
            raise
        return True


def _value(name: str, source: TemplateField, text: str, now: datetime) -> str:
    kind = re.sub(r"\d+$", "", name)
    if kind in ("time", "date"):
        return now.strftime("%Y-%m-%d %H:%M" if kind == "time" else "%Y-%m-%d")
    value = _SOURCES[source](text, now)
    if kind == "phrase":
        value = "".join(re.findall(r"[\u4e00-\u9fff]+", value))
    elif kind in ("character_string", "letter", "number"):
        value = "".join(re.findall(_ALLOWED[kind], value))
    return _cut(value, kind) or _NOTHING.get(kind, "您有一条新消息")


_ALLOWED: Mapping[str, str] = {
    "character_string": r"[A-Za-z0-9\-_./:#]+",
    "letter": r"[A-Za-z]+",
    "number": r"[0-9]+",
}


def _number(text: str, now: datetime) -> str:
    found = _NUMBER.search(text)
    return found[0] if found else ""


def _summary(text: str, now: datetime) -> str:
    """The words of it on one line, without the number that has a field of its own."""
    return " ".join(_NUMBER.sub("", text).split()).strip(" ：:，,。")


def _time(text: str, now: datetime) -> str:
    return now.strftime("%Y-%m-%d %H:%M")


def _hint(text: str, now: datetime) -> str:
    return "回复任意消息查看详情"


_SOURCES: Mapping[TemplateField, Callable[[str, datetime], str]] = {
    "number": _number,
    "text": _summary,
    "time": _time,
    "hint": _hint,
}


def _cut(value: str, kind: str) -> str:
    limit = _LIMITS.get(kind, 20)
    if len(value) <= limit:
        return value
    return value[: limit - 1] + "…" if kind in _WORDY else value[:limit]
