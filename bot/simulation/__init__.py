"""The whole desk with simulated phones and groups and a clock that is moved: demo, play, chat, tests.

stage    what transcripts are played on
log      what everybody wrote and received
clock    advance(to): drain what is due, jump to the next due row, repeat
opening  builds one on a fresh database

platforms  doubles of Telegram, WeChat and WeCom on loopback;  channels  the desk behind them, and the wire
"""

from bot.simulation.opening import fresh_stage
from bot.simulation.stage import Simulation

__all__ = ["Simulation", "fresh_stage"]
