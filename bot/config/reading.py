"""One settings file being read, with the faults found so far."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bot.config import yaml_text
from bot.config.explaining import sentence
from bot.config.faults import ConfigError, Fault

Where = tuple[str | int, ...]
_M = TypeVar("_M", bound=BaseModel)


class Reading:
    """Everything that is wrong is gathered, so that a person mends it in one go."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.faults: list[Fault] = []
        try:
            self._text = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            raise ConfigError([Fault("", "这个文件不是 UTF-8 编码。请另存为 UTF-8。", str(path))]) from None

    def whole(self) -> Mapping[str, Any]:
        """The file's keys. Raises ConfigError where it is no YAML."""
        try:
            return self.keys(yaml_text.read(self._text), ())
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            said = getattr(error, "problem", None) or "有不能用的字符"
            line = mark.line + 1 if mark else None
            saying = f"这里的格式读不懂（{said}）。请检查缩进、冒号和引号。"
            raise ConfigError([Fault("", saying, str(self.path), line)]) from None

    def keys(self, raw: Any, where: Where) -> Mapping[str, Any]:
        """`raw` where it is a group of keys; an empty one counts as one without keys."""
        if isinstance(raw, Mapping):
            return raw
        if raw is not None:
            self.fault(where, "这里要写成一组“键: 值”。")
        return {}

    def model(
        self, kind: type[_M], raw: Any, where: Where, *, elsewhere: Mapping[str, Any] | None = None
    ) -> _M | None:
        """`elsewhere`: keys that stand in the defaults and not at `where`. None where something is wrong."""
        try:
            return kind.model_validate(raw)
        except ValidationError as error:
            for found in error.errors():
                above = ("defaults",) if found["loc"][:1] and found["loc"][0] in (elsewhere or ()) else where
                self.fault((*above, *found["loc"]), sentence(found, kind))
            return None

    def fault(self, where: Where, saying: str) -> None:
        line = yaml_text.line_of(self._text, where)
        self.faults.append(Fault(written(where), saying, str(self.path), line))

    def stop_if_wrong(self) -> None:
        if self.faults:
            raise ConfigError(self.faults)


def written(where: Where) -> str:
    """("communities", 0, "groups") → communities[0].groups"""
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where)
    return path.removeprefix(".")
