"""huiyin check: the settings, the database, and with --online the platforms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.clock import real_now

if TYPE_CHECKING:
    from bot.channels.finding import Finding as Found
    from bot.check import Finding, Stored
    from bot.config import Settings


async def findings(settings: Settings, *, online: bool, apply: bool = False) -> list[Finding]:
    """Everything found, worst first. `apply` also puts up the menus that platforms show."""
    from bot.check import check

    found = check(settings, real_now().date(), _stored(settings))
    if online and settings.runs_telegram:
        found += _from("telegram", await _telegram(settings))
    if online and settings.runs_wechat:
        from bot.cli import wechat

        found += _from("wechat", await wechat.findings(settings, apply=apply))
    if online and settings.runs_wecom:
        found += _from("wecom", await _wecom(settings))
    return found


def _from(platform: str, found: Iterable[Found]) -> list[Finding]:
    from bot.check import Finding

    return [Finding("error" if one.blocking else "warning", platform, one.sentence) for one in found]


def _stored(settings: Settings) -> Stored | None:
    """None where the database cannot be opened; the offline check says so itself."""
    from bot.check import Stored
    from bot.cli import opening
    from bot.cli.faults import Mendable

    if opening.is_new(settings):  # looking must not create it
        return Stored(schema_current=False)
    try:
        storage = opening.storage(settings, must_be_current=False)
    except Mendable:
        return None
    try:
        if not storage.schema_current():
            return Stored(schema_current=False)
        with storage.begin() as work:
            groups = {c.id: work.people.groups(c.id) for c in settings.communities}
        return Stored(schema_current=True, groups=groups)
    finally:
        storage.close()


async def _telegram(settings: Settings) -> list[Found]:
    from bot.channels.telegram.check import check
    from bot.channels.telegram.client import Client

    keys = settings.environment.telegram
    client = Client(keys.token.get_secret_value(), keys.api)
    try:
        secret = keys.secret.get_secret_value()
        return await check(client, public_url=settings.public_url, secret=secret, online=True)
    finally:
        await client.close()


async def _wecom(settings: Settings) -> list[Found]:
    from bot.cli import opening, wecom
    from bot.cli.faults import Mendable

    if opening.is_new(settings):  # looking must not create it
        return await wecom.findings(settings)
    try:
        storage = opening.storage(settings, must_be_current=True)
    except Mendable:  # nobody serves on it either; the offline check says what is wrong
        return await wecom.findings(settings)
    try:
        runs = wecom.bot_runs(storage, settings)
    finally:
        storage.close()
    return await wecom.findings(settings, bot_runs=runs)
