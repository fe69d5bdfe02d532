"""config.yaml and the environment → Settings, or every fault that was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.config import crosscheck
from bot.config.channels import Channels
from bot.config.community import Community
from bot.config.defaults import Defaults
from bot.config.environment import Environment, sorted_out, variable
from bot.config.explaining import sentence
from bot.config.faults import ConfigError, Fault
from bot.config.finding import find
from bot.config.reading import Reading, Where
from bot.config.settings import Settings

_TOP = ("channels", "defaults", "communities")


def load(path: Path | None, environ: Mapping[str, str], *, allow_sample: bool = True) -> Settings:
    """Reads `path`; without one HUIYIN_CONFIG, ./config.yaml, the checkout's, the packaged sample.

    Raises ConfigError with every fault that was found.
    """
    found = find(path, environ, allow_sample=allow_sample)
    reading = Reading(found.path)
    raw = reading.whole()
    for key in raw:
        if key not in _TOP:
            reading.fault((key,), f"不认识 {key} 这一项。最上层可以写：{'、'.join(_TOP)}。")
    channels = reading.model(Channels, raw.get("channels") or {}, ("channels",))
    defaults = Defaults(reading, raw.get("defaults"))
    reading.stop_if_wrong()
    communities = tuple(_communities(reading, defaults, raw.get("communities")))
    reading.stop_if_wrong()
    channels = channels or Channels()
    _check_desks(reading, channels, {community.id for community in communities})
    reading.stop_if_wrong()
    return Settings(found.path, communities, channels, read_environment(environ), found.sample)


def read_environment(environ: Mapping[str, str]) -> Environment:
    """Raises ConfigError; the values themselves are never in it."""
    try:
        return Environment.model_validate(sorted_out(environ))
    except ValidationError as error:
        raise ConfigError(
            [Fault(variable(e["loc"]), sentence(e, Environment)) for e in error.errors()]
        ) from None


def _communities(reading: Reading, defaults: Defaults, entries: Any) -> Iterator[Community]:
    if not isinstance(entries, list) or not entries:
        saying = "一个小区也没有。请写例如 communities: [{id: jinxiu, name: 锦绣花园, …}]。"
        reading.fault(("communities",), saying)
        return
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        where: Where = ("communities", number)
        community = _community(reading, defaults, entry, where)
        if community is None:
            continue
        if community.id in seen:
            reading.fault((*where, "id"), f"小区编号 {community.id} 写了两遍。请改成不同的编号。")
        seen.add(community.id)
        yield community


def _community(reading: Reading, defaults: Defaults, entry: Any, where: Where) -> Community | None:
    own = reading.keys(entry, where)
    whole = defaults.completed(own)
    if isinstance(whole.get("roster"), str):
        whole["roster_file"] = reading.path.parent / whole.pop("roster")
    community = reading.model(Community, whole, where, elsewhere=defaults.untouched(own))
    if community:
        for inside, saying in crosscheck.faults(community):
            reading.fault((*where, *inside), saying)
    return community


def _check_desks(reading: Reading, channels: Channels, known: set[str]) -> None:
    for name in ("telegram", "wechat", "wecom"):
        desk = getattr(channels, name).community
        if desk and desk not in known:
            saying = f"没有编号为 {desk} 的小区。可以写：{'、'.join(sorted(known))}。"
            reading.fault(("channels", name, "community"), saying)
