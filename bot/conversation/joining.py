"""/start CODE makes a person staff, /bind CODE binds a group; codes work once and expire."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.talk import Talk
from bot.desk.people import Identity


def start(talk: Talk, code: str) -> bool:
    """True where the code made this account a member of staff."""
    people = talk.desk.work.people
    purpose = people.use_code(code, talk.now)
    if purpose is None or "staff" not in purpose:
        talk.say("code.bad")
        return False
    named = [s for s in people.all_staff(purpose["community"]) if s.name == purpose["staff"]]
    if not named:
        talk.say("code.bad")
        return False
    staff = named[0]
    known = people.identity(talk.channel, talk.address.account, talk.sender)
    identity = known or Identity(talk.channel, talk.address.account, talk.sender, purpose["community"])
    people.save_identity(
        replace(identity, community=purpose["community"], staff_id=staff.id, address=talk.address)
    )
    talk.staff = staff
    talk.language = "zh-Hans"
    talk.say("code.welcome_staff", name=staff.name)
    return True


def bind(talk: Talk, code: str) -> None:
    """This chat becomes the group of a category, of the managers, or of finance."""
    people = talk.desk.work.people
    purpose = people.use_code(code, talk.now)
    if purpose is None or "group" not in purpose:
        talk.say("code.bad")
        return
    for group in people.groups(purpose["community"]):
        if group.key == purpose["group"]:
            people.put_group(replace(group, address=talk.address))
            talk.say("code.bound", name=group.name)
            return
    talk.say("code.bad")
