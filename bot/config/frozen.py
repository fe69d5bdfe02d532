"""The base of every setting: frozen, and an unknown key is an error."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Numbers are taken for text where text is asked (phones, rooms), as people leave the quotes away."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)
