"""Opens WeCom: the application with its door and page, the groups' robots, the AI bot's long connection."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import structlog

from bot.channels.tencent.sealing import KeyMalformed, Sealer
from bot.channels.tencent.token import MemoryShelf, SharedShelf
from bot.channels.wecom import door, page, places
from bot.channels.wecom.aibot.bot import BotWay
from bot.channels.wecom.aibot.connection import Frame
from bot.channels.wecom.aibot.hearing import Hearing
from bot.channels.wecom.aibot.keeper import Account, Keeper
from bot.channels.wecom.aibot.lease import Lease
from bot.channels.wecom.app import AppWay
from bot.channels.wecom.binding import bind_robots
from bot.channels.wecom.budget import Budget
from bot.channels.wecom.cards import Cards
from bot.channels.wecom.check import Finding, Subject, check
from bot.channels.wecom.client import Client
from bot.channels.wecom.inbound import Reader
from bot.channels.wecom.media import Shelf
from bot.channels.wecom.mentions import Calls
from bot.channels.wecom.outbound import PACE, WecomChannel, Ways
from bot.channels.wecom.page import doors
from bot.channels.wecom.page.signer import Signer
from bot.channels.wecom.robot import RobotWay, Webhook
from bot.cli.faults import Mendable
from bot.clock import real_now
from bot.outbox.delivery import Pace
