"""A message whose language is clear changes the reply's and the profile's; `OK` and 漏水 change nothing."""

from __future__ import annotations

from bot.conversation.talk import Talk


def settle(talk: Talk, text: str) -> None:
    heard = talk.hear(text)
    if not heard.language_clear or heard.language == talk.language:
        return
    talk.language = heard.language
    if talk.resident is not None and talk.resident.language != heard.language:
        talk.resident.language = heard.language
        talk.desk.work.people.save_resident(talk.resident)
