"""Owners and tenants as the roster knows them, whether written in config.yaml or in a spreadsheet."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bot.config.frozen import Frozen

Language = Literal["zh-Hans", "zh-Hant", "en"]


class Home(Frozen):
    """A room. `unit` is a number (2 → 2单元) or a letter (B → B座)."""

    building: Annotated[str, Field(min_length=1)]
    room: Annotated[str, Field(min_length=1)]
    zone: str | None = None
    unit: str | None = None

    @property
    def shown(self) -> str:
        """As written on a card: 东区3栋2单元1501, 6栋B座1208."""
        unit = ""
        if self.unit:
            unit = f"{self.unit}单元" if self.unit.isdigit() else f"{self.unit}座"
        return f"{self.zone or ''}{self.building}栋{unit}{self.room}"


class ResidentEntry(Frozen):
    name: Annotated[str, Field(min_length=1)]
    homes: Annotated[tuple[Home, ...], Field(min_length=1)]
    phone: str = ""
    language: Language = "zh-Hans"
