"""A double of an official account: WeChat's API on loopback, and WeChat's own calls to the account's server.

    wechat = WechatDouble("wx0000000000000001", "app-secret", token="token", aes_key=…)
    wechat.lead_to(doors)
    wang = wechat.follower("王女士")
    await wang.says("厨房水管漏水, 3栋2单元1501")
    await wang.hears("BX260304-001", button="确认")
    await wang.taps("确认")

double    the platform with one account: followers, faults, what was called
state     what the platform knows; windows and quotas of customer-service messages
interfaces the API's interfaces, checked as documented (fields: template fields)
callback  how WeChat calls the account's server: signs, seals, tries three times, reads the passive reply
voices    a follower: says, taps, sends, hears
"""

from bot.simulation.platforms.wechat.double import WechatDouble
from bot.simulation.platforms.wechat.voices import Voice

__all__ = ["Voice", "WechatDouble"]
