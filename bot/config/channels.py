"""Which channels `huiyin serve` runs, and whose desk they open."""

from __future__ import annotations

from typing import Literal

from bot.config.frozen import Frozen


class ChannelEntry(Frozen):
    """`run: auto` runs the channel once its secrets are in the environment."""

    run: Literal["auto", True, False] = "auto"
    community: str = ""
    """The desk of people who are not known yet; empty: the first community."""


class Channels(Frozen):
    public_url: str = ""
    """https://… where platforms reach this server; HUIYIN_PUBLIC_URL goes before it."""
    telegram: ChannelEntry = ChannelEntry()
    wechat: ChannelEntry = ChannelEntry()
    wecom: ChannelEntry = ChannelEntry()
