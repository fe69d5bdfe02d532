"""Everything that was set, once, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.config.channels import ChannelEntry, Channels
from bot.config.community import Community
from bot.config.environment import Environment

_SQLITE = "sqlite:///"


@dataclass(frozen=True)
class Settings:
    """`path` is the config.yaml that was read; `sample`: it is the one packaged with the program."""

    path: Path
    communities: tuple[Community, ...]
    channels: Channels
    environment: Environment
    sample: bool = False

    @cached_property
    def _by_id(self) -> Mapping[str, Community]:
        return {community.id: community for community in self.communities}

    def community(self, id: str) -> Community:
        """Raises KeyError."""
        return self._by_id[id]

    def community_of(self, channel: ChannelEntry) -> Community:
        """The desk that a channel opens for people who are not known yet."""
        return self.community(channel.community) if channel.community else self.communities[0]

    @property
    def database_url(self) -> str:
        return self.environment.database_url.get_secret_value()

    @property
    def public_url(self) -> str:
        return self.environment.public_url or self.channels.public_url

    @property
    def media(self) -> Path:
        """The folder of photos: HUIYIN_MEDIA, else media/ beside the database (beside config.yaml on a server's)."""
        if self.environment.media:
            return self.path.parent / self.environment.media
        if self.database_url.startswith(_SQLITE):
            return Path(self.database_url.removeprefix(_SQLITE)).parent / "media"
        return self.path.parent / "media"

    @property
    def runs_telegram(self) -> bool:
        return _runs(self.channels.telegram, bool(self.environment.telegram.token.get_secret_value()))

    @property
    def runs_wechat(self) -> bool:
        return _runs(self.channels.wechat, bool(self.environment.wechat.app_id))

    @property
    def runs_wecom(self) -> bool:
        keys = self.environment.wecom
        return _runs(self.channels.wecom, bool(keys.corp_id or keys.bot_id))


def _runs(entry: ChannelEntry, has_keys: bool) -> bool:
    return has_keys if entry.run == "auto" else bool(entry.run)
