"""A double of the Telegram Bot API that reads like a chat.

    telegram = TelegramDouble("7000001:…")
    wang, li = telegram.person("王女士"), telegram.person("老李")
    works = telegram.group("工程群", li)
    await wang.says("厨房水管漏水, 3栋2单元1501")
    await wang.hears("确认")
    await wang.taps("确认")
    await works.hears("1501", button="接单")
    await li.inside(works).taps("接单")

double    the platform with one bot account: people, groups, faults, redelivery
voices    a person in a chat: says, taps, sends, hears
methods   the Bot API's methods, checked as documented (rules)
updates   the queue: long polling or webhook
switchboard   HTTP in front of the doubles
"""

from bot.simulation.platforms.telegram.double import TelegramDouble
from bot.simulation.platforms.telegram.switchboard import Switchboard
from bot.simulation.platforms.telegram.voices import Group, Voice

__all__ = ["Group", "Switchboard", "TelegramDouble", "Voice"]
