"""The style sheets of the pages, as one text."""

from __future__ import annotations

from importlib import resources

_FOLDER = resources.files("bot.web.demo") / "style"


def sheets(*names: str) -> str:
    return "\n".join((_FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in names)
