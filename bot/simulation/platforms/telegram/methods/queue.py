"""How the bot gets its updates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.simulation.platforms.telegram.params import Params
from bot.simulation.platforms.telegram.rules import bad
from bot.simulation.platforms.telegram.state import Json

if TYPE_CHECKING:
    from bot.simulation.platforms.telegram.double import TelegramDouble


async def get_updates(telegram: TelegramDouble, params: Params) -> list[Json]:
    telegram.updates.allowed = params.data("allowed_updates") or telegram.updates.allowed
    limit = min(max(params.integer("limit", 100), 1), 100)
    return await telegram.updates.get(params.integer("offset"), limit, params.integer("timeout"))


async def set_webhook(telegram: TelegramDouble, params: Params) -> bool:
    secret = params.text("secret_token")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad("secret token contains illegal characters")
    telegram.updates.allowed = params.data("allowed_updates") or []
    telegram.updates.set_webhook(params.text("url"), secret, drop=params.flag("drop_pending_updates"))
    await telegram.updates.flush()
    return True


async def delete_webhook(telegram: TelegramDouble, params: Params) -> bool:
    telegram.updates.set_webhook("", "", drop=params.flag("drop_pending_updates"))
    return True


async def get_webhook_info(telegram: TelegramDouble, _: Params) -> Json:
    return telegram.updates.info()
