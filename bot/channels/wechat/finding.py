"""What a check looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from bot.channels.wechat.client import Client


@dataclass(frozen=True, slots=True)
class Finding:
    """`blocking`: WeChat will not work before this is mended."""

    sentence: str
    blocking: bool = False

    @override
    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at. `templates`: the ids that config.yaml names."""

    client: Client
    token: str
    aes_keys: Sequence[str] = ()
    public_url: str = ""
    certified: bool = True
    templates: Sequence[str] = ()
