"""Commands that staff type: invitations for people and groups, by managers only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.conversation.talk import Talk

VALID = timedelta(hours=24)
INVITE = re.compile(r"^(?:邀请|/invite)\s*(\S{1,20})$")
BIND = re.compile(r"^(?:绑定|/bindcode)\s*(\S{1,20})$")


def obeyed(talk: Talk, text: str) -> bool:
    """True where the line was a command, obeyed or refused."""
    for pattern, do in ((INVITE, _invite), (BIND, _bind)):
        found = pattern.match(text)
        if found and talk.incoming is not None and talk.incoming.private:
            if talk.staff is None or not (talk.staff.has("manager") or talk.staff.has("director")):
                talk.say("code.managers_only")
            else:
                do(talk, found[1])
            return True
    return False


def _invite(talk: Talk, name: str) -> None:
    """A one-time code that makes the account that sends `/start CODE` this member of staff."""
    everybody = talk.desk.work.people.all_staff(talk.desk.community.id)
    if all(s.name != name for s in everybody):
        talk.say("code.no_such_person", name=name)
        return
    talk.say("code.person", name=name, code=_issue(talk, {"staff": name}))


def _bind(talk: Talk, name: str) -> None:
    groups = talk.desk.work.people.groups(talk.desk.community.id)
    group = next((g for g in groups if name in (g.name, g.key)), None)
    if group is None:
        talk.say("code.no_such_group", name=name, names="、".join(g.name for g in groups))
        return
    talk.say("code.group", name=group.name, code=_issue(talk, {"group": group.key}))


def _issue(talk: Talk, purpose: Mapping[str, Any]) -> str:
    code = talk.keyboard.ids()
    talk.desk.work.people.issue_code(code, talk.desk.community.id, purpose, talk.now + VALID)
    return code
