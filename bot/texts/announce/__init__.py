"""What happened → who hears what. One small function an event, in files by noun; `decisions` lists them all."""

from bot.texts.announce.announcer import Announcer

__all__ = ["Announcer"]
