"""The words of the page `/channels`, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.web.demo.words import Words
from bot.web.demo.words_en import EN
from bot.web.demo.words_zh import ZH


@dataclass(frozen=True, slots=True)
class WireWords:
    """`page` is for the phones. Platforms by their code."""

    page: Words
    tagline: str
    back: str
    clear: str
    expire: str
    expired: str
    throttle: str
    throttled: str
    to_desk: str
    from_desk: str
    sent: str
    opened: str
    answered: str
    nothing: str
    hint: str
    platforms: Mapping[str, str]


WIRE_ZH = WireWords(
    page=replace(
        ZH,
        parts={"owner": "微信公众号", "staff": "企业微信", "manager": "Telegram", "ticket": "线上往来"},
        tabs={"owner": "微信", "staff": "企业微信", "manager": "Telegram", "ticket": "往来"},
        hints={
            "owner": (
                "业主在微信里",
                "写一句，右边就能看到微信怎样签名、加密、送来，前台怎样答。选项回复数字。也可以点一句：",
            ),
            "staff": (
                "员工在企业微信里",
                "工程群是群机器人：卡片带链接，点开再办。保洁群是智能机器人：直接点按钮。",
            ),
            "manager": ("也有人用 Telegram", "Mr Smith 是业主，小马和赵队在秩序群。"),
            "ticket": ("每一次往来都在这里", ""),
        },
        examples=("厨房水管漏水，一直在滴", "楼道垃圾三天没人收了", "地库有人乱停车，堵住出口了"),
    ),
    tagline="三个平台的替身，都在本机",
    back="回到演示",
    clear="清空",
    expire="令牌失效",
    expired="下一次调用会被拒，前台只换一次令牌",
    throttle="限流一次",
    throttled="下一条消息会被限流，前台过后重发",
    to_desk="平台 → 回音",
    from_desk="回音 → 平台",
    sent="发出",
    opened="解密后",
    answered="应答",
    nothing="（空）",
    hint="在左边说句话，这里就有请求：方法、路径、正文、错误码。点一行看全文，密钥和令牌已遮住。",
    platforms={"wechat": "微信", "wecom": "企微", "telegram": "TG"},
)

WIRE_EN = WireWords(
    page=replace(
        EN,
        parts={"owner": "WeChat", "staff": "WeCom", "manager": "Telegram", "ticket": "On the wire"},
        tabs={"owner": "WeChat", "staff": "WeCom", "manager": "Telegram", "ticket": "Wire"},
        hints={
            "owner": (
                "An owner on WeChat",
                "Write a line and see how WeChat signs, seals and brings it. Choices are answered by number. Or tap one:",
            ),
            "staff": (
                "Staff on WeCom",
                "工程群 has a group robot: its card links to a page. 保洁群 has the AI bot: buttons in the group.",
            ),
            "manager": ("Others are on Telegram", "Mr Smith is an owner; 小马 and 赵队 sit in 秩序群."),
            "ticket": ("Every exchange is here", ""),
        },
        examples=("厨房水管漏水，一直在滴", "楼道垃圾三天没人收了", "地库有人乱停车，堵住出口了"),
    ),
    tagline="doubles of three platforms, all on this machine",
    back="The demo",
    clear="Clear",
    expire="Expire tokens",
    expired="The next call is refused; the desk asks for a token once",
    throttle="Throttle once",
    throttled="The next message is refused as too many; the desk sends it again later",
    to_desk="platform → desk",
    from_desk="desk → platform",
    sent="sent",
    opened="opened",
    answered="answer",
    nothing="(empty)",
    hint="Say something on the left: method, path, bodies and error codes appear here. Open a row for all of it; secrets are masked.",
    platforms={"wechat": "WeChat", "wecom": "WeCom", "telegram": "TG"},
)
