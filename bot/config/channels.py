"""Which channels `huiyin serve` runs, and whose desk they open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from bot.config.frozen import Frozen


class ChannelEntry(Frozen):
    """`run: auto` runs the channel once its secrets are in the environment."""

    run: Literal["auto", True, False] = "auto"
    community: str = ""
    """The desk of people who are not known yet; empty: the first community."""


TemplateField = Literal["number", "text", "time", "hint"]
"""What a template's field shows: the ticket's number, the words, the time, or that any message brings the rest."""


class WechatTemplate(Frozen):
    """A template of the account: its id, and which field shows what, like {character_string1: number, thing2: text}."""

    id: str
    fields: Mapping[Annotated[str, Field(pattern=r"^[a-z_]+\d{1,3}$")], TemplateField]


class WechatEntry(ChannelEntry):
    """`certified: false`: the account may only answer at once; whatever comes later waits for the owner's next message."""

    certified: bool = True
    templates: Mapping[Literal["news"], WechatTemplate] = Field(default_factory=dict)
    """`news` goes out where the 48 hours after an owner's message are over."""


class Channels(Frozen):
    public_url: str = ""
    """https://… where platforms reach this server; HUIYIN_PUBLIC_URL goes before it."""
    telegram: ChannelEntry = ChannelEntry()
    wechat: WechatEntry = WechatEntry()
    wecom: ChannelEntry = ChannelEntry()
