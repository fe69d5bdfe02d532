"""What to do until somebody comes: which dangers an emergency holds, and one sentence for each."""

from __future__ import annotations

import re

from bot.desk.ticket import Ticket
from bot.texts.voice import Voice

MOST = 2
"""More advice than this is not read."""

_TOLD: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (danger, re.compile(words, re.IGNORECASE))
    for danger, words in (
        ("fire", r"[着著起失]火|火[灾災]|明火|爆炸|冒[浓濃]?[烟煙]|on fire|flames?\b|smoke|explo"),
        ("gas", r"煤气|煤氣|燃气|燃氣|天然气|天然氣|瓦斯|\bgas\b"),
        ("lift", r"(?:[困关關].{0,8}(?:电梯|電梯|\blift|elevator))|(?:电梯|電梯|升降机|升降機|\blift|elevator).{0,12}(?:困|[关關][了住]?[人在我]|坠|墜|掉|trap|stuck|f[ae]ll)|trapped"),
        ("electric", r"漏[电電]|[触觸][电電]|火花|短路|[电電][线線].{0,6}[断斷掉裸烧燒]|插座.{0,6}[烧燒焦]|sparks?\b|electric shock|live wire|short circuit"),
        ("injury", r"受[伤傷]|流血|[晕暈][倒了]|昏迷|[摔砸撞咬][伤傷]|砸[到中]了?人|injur|unconscious|bleeding|hurt\b"),
        ("crime", r"打架|斗[殴毆]|打人|[抢搶]劫|入室|小偷|盗|盜|持刀|[闯闖]入|跳[楼樓]|fight|robber|burglar|thief|knife|attack"),
        ("falling", r"掉下|[坠墜]落|[脱脫]落|高空|要掉|欲[坠墜]|塌|断裂|斷裂|[墙牆]体.{0,4}裂|falling|collaps|about to fall"),
        ("water", r"爆管|[爆裂断斷].{0,4}水管|水管.{0,6}[爆裂断斷]|漏水|跑水|[喷噴]水|[淹浸泡]了?水?|[积積]水|倒灌|污水|flood|burst|leak|sewage"),
        ("outage", r"停[电電]|断[电電]|斷[电電]|[没沒]有?[电電]|跳[闸閘]|power cut|blackout|no power|power outage|no electricity"),
        ("dry", r"停水|[断斷]水|[没沒]有?水|water (?:is )?(?:cut|off|out)|no (?:running )?water"),
    )
)  # fmt: skip
_TOPICS = (
    ("gas.", "gas"),
    ("lift.", "lift"),
    ("fire.", "fire"),
    ("flood", "water"),
    ("pipe", "water"),
    ("leak", "water"),
    ("toilet", "water"),
    ("drain.", "water"),
    ("spark", "electric"),
    ("wiring", "electric"),
    ("power.shock", "electric"),
    ("power.exposed", "electric"),
    ("power", "outage"),
    ("water.", "dry"),
    ("pump", "dry"),
    ("theft", "crime"),
    ("fight", "crime"),
    ("vandal", "crime"),
    ("hurt", "injury"),
    ("fall", "falling"),
    ("wall.", "falling"),
    ("window", "falling"),
    ("thrown", "falling"),
)
"""Parts of topic ids, for texts whose words say nothing themselves."""


def dangers(ticket: Ticket) -> tuple[str, ...]:
    """At most two, the gravest first; ("life",) where nothing particular is known."""
    told = [danger for danger, words in _TOLD if words.search(ticket.text[:2000])]
    if "lift" in told and "falling" in told:
        told.remove("falling")  # the lift falls, not the wall
    if not told:
        told = [danger for part, danger in _TOPICS if part in ticket.topic][:1]
    return tuple(told[:MOST]) or ("life",)


def advice(voice: Voice, ticket: Ticket) -> list[str]:
    return [voice.say(f"safety.{danger}") for danger in dangers(ticket)]
