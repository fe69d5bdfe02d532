"""A double of WeCom: its API and the AI bot's long connection on loopback, and WeCom's own calls to the server.

    wecom = WecomDouble()
    wecom.lead_to(doors)
    li = wecom.member("laoli", "老李")
    await li.says("/start K7F3")
    await li.hears("老李")
    await li.taps("接单")
    works = wecom.group("工程群", li)
    await works.hears("BX260304-001")
    await li.opens(works.link())

double     the platform with one corporation: members, groups, faults, what was called
state      what the platform knows; what a member may be sent
interfaces the API's interfaces, checked as documented (rules: messages and cards)
webhooks   the robots of groups
callback   how WeCom calls the application's server: signed, sealed, three tries
longline   the AI bot's WebSocket
voices     a member: says, taps, hears;  phone  the browser in their hand, OAuth included
"""

from bot.simulation.platforms.wecom.double import WecomDouble
from bot.simulation.platforms.wecom.longline import LongLine
from bot.simulation.platforms.wecom.phone import Phone
from bot.simulation.platforms.wecom.voices import Group, Voice

__all__ = ["Group", "LongLine", "Phone", "Voice", "WecomDouble"]
