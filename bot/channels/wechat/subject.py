"""What a check of WeChat looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels.wechat.client import Client


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at. `templates`: the ids that config.yaml names."""

    client: Client
    token: str
    aes_keys: Sequence[str] = ()
    public_url: str = ""
    certified: bool = True
    templates: Sequence[str] = ()
