"""The door of the conversation: who is it, which chat, which room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.config import Community, Settings
from bot.conversation import (
    acquaintance,
    confirming,
    edits,
    emergencies,
    hearing,
    intake,
    joining,
    owner_taps,
    relay_end,
    reports,
    slash,
    staff_lines,
    staff_taps,
    story,
)
from bot.conversation import (
    draft as drafts,
)
from bot.conversation.ear import Ear
from bot.conversation.talk import Talk
from bot.desk.calendar import calendar_of
from bot.desk.desk import Desk
from bot.desk.people import Identity, Resident
from bot.desk.ports import Timer, Work
from bot.messages import Address, Incoming
from bot.texts.announce import Announcer
from bot.texts.keyboard import Keyboard
from bot.texts.words import Words


@dataclass(slots=True)
class Conversation:
    """Everything that does not change between messages. `ids` gives unguessable short strings."""

    settings: Settings
    words: Words
    ear: Ear
    ids: Callable[[], str]

    def listen_ahead(self, incoming: Incoming, now: datetime) -> None:
        """Understands before the unit of work begins; what was heard is remembered."""
        if incoming.text and incoming.private:
            community = self._community(None, incoming.address.channel)
            self.ear.hear(incoming.text, now, community.zone)

    def hear(self, work: Work, incoming: Incoming, now: datetime) -> None:
        """One thing that a person did, inside the given unit of work."""
        if incoming.kind == "migrated":
            work.people.move_chat(incoming.address, incoming.argument)
            return
        talk = self._talk(work, incoming, now)
        if incoming.kind != "unreachable":
            self._listen(talk, incoming)
        talk.announce()
        work.sessions.save(talk.session)

    def _listen(self, talk: Talk, incoming: Incoming) -> None:
        if incoming.kind == "bind":
            joining.bind(talk, incoming.argument)
        elif incoming.kind == "tap":
            self._tapped(talk, incoming)
        elif not incoming.private:
            # In a group that is not bound nobody is spoken to: it may be anybody's.
            if talk.staff is not None and talk.group is not None:
                staff_lines.wrote(talk, incoming.text, incoming.attachments)
        elif incoming.kind == "start" and incoming.argument:
            joining.start(talk, incoming.argument)
        elif talk.staff is not None:
            staff_lines.wrote(talk, incoming.text, incoming.attachments)
        else:
            _owner(talk, incoming)

    def _tapped(self, talk: Talk, incoming: Incoming) -> None:
        self._act(talk, incoming)
        if not talk.noticed:
            talk.answer_tap("")

    def _act(self, talk: Talk, incoming: Incoming) -> None:
        act = talk.desk.work.buttons.get(incoming.token)
        if story.is_open(talk):
            _story_over(talk)
        if act is None:
            talk.notice("button.unknown")
        elif talk.staff is not None:
            staff_taps.tapped(talk, act)
        elif incoming.private:
            owner_taps.tapped(talk, act)
        else:
            talk.notice("staff.who_are_you")

    def story_over(self, work: Work, timer: Timer, now: datetime) -> None:
        """The pause has passed."""
        talk = self._resume(work, timer, now)
        if story.is_open(talk):
            _story_over(talk)
        talk.announce()
        work.sessions.save(talk.session)

    def draft_over(self, work: Work, timer: Timer, now: datetime) -> None:
        """Ten minutes without 确认 or an answer: filed and dispatched as understood (H)."""
        talk = self._resume(work, timer, now)
        draft = drafts.load(talk)
        if draft is not None:
            filed = reports.reports_of(talk, draft)
            tickets = [t.id for t in intake.file(talk, draft, reports.unsure_to_service(filed))]
            confirming.not_confirmed(talk, tickets)
            drafts.drop(talk)
            talk.asked()
        talk.announce()
        work.sessions.save(talk.session)

    def relay_idle(self, work: Work, timer: Timer, now: datetime) -> None:
        """Nobody has said a word in a 转人工 for a while. The sessions of both ends are saved there."""
        community = self.settings.community(timer.data["community"])
        talk = self._new_talk(work, community, relay_end.address_of(community.id), "relays", now)
        relay_end.idle(talk, timer.data["relay"])
        talk.announce()

    def _resume(self, work: Work, timer: Timer, now: datetime) -> Talk:
        where = timer.data
        address = Address(where["channel"], where["account"], where["chat"], where.get("thread", ""))
        identity = work.people.identity(address.channel, address.account, where["sender"])
        community = self._community(identity, address.channel)
        talk = self._new_talk(work, community, address, where["sender"], now)
        if identity is not None and identity.resident_id is not None:
            talk.resident = work.people.resident(identity.resident_id)
            talk.language = talk.resident.language
        return talk

    def _community(self, identity: Identity | None, channel: str) -> Community:
        if identity is not None:
            return self.settings.community(identity.community)
        return self.community_of(channel)

    def community_of(self, channel: str) -> Community:
        """Where people belong who are not known yet."""
        entry = getattr(self.settings.channels, channel, None)
        return self.settings.community_of(entry) if entry else self.settings.communities[0]

    def _talk(self, work: Work, incoming: Incoming, now: datetime) -> Talk:
        address = incoming.address
        identity = work.people.identity(address.channel, address.account, incoming.sender)
        group = None if incoming.private else work.people.group_at(address)
        community = (
            self.settings.community(group.community) if group else self._community(identity, address.channel)
        )
        talk = self._new_talk(work, community, address, incoming.sender, now)
        talk.incoming, talk.group = incoming, group
        if identity is None and incoming.private:
            identity = _first_contact(talk, incoming)
        if identity is not None:
            self._know(talk, identity, incoming)
        return talk

    def _new_talk(
        self, work: Work, community: Community, address: Address, sender: str, now: datetime
    ) -> Talk:
        calendar = calendar_of(community)
        return Talk(
            Desk(work, community, calendar, now),
            self.words,
            self.ear,
            Keyboard(work.buttons, self.ids, now),
            Announcer(work, community, calendar, self.words, self.ids, now),
            work.sessions.get(address, sender),
            address,
            sender,
        )

    def _know(self, talk: Talk, identity: Identity, incoming: Incoming) -> None:
        people = talk.desk.work.people
        if incoming.private and identity.address != incoming.address:
            people.save_identity(replace(identity, address=incoming.address))
        if identity.staff_id is not None:
            talk.staff = people.staff(identity.staff_id)
        elif identity.resident_id is not None:
            talk.resident = people.resident(identity.resident_id)
            talk.language = talk.resident.language


def _first_contact(talk: Talk, incoming: Incoming) -> Identity:
    if incoming.language.lower().startswith(("zh-hant", "zh-tw", "zh-hk")):
        talk.language = "zh-Hant"
    elif incoming.language and not incoming.language.lower().startswith("zh"):
        talk.language = "en"
    resident: Resident = acquaintance.stranger(talk)
    a = incoming.address
    identity = Identity(a.channel, a.account, incoming.sender, talk.desk.community.id, resident.id, address=a)
    talk.desk.work.people.save_identity(identity)
    return identity


def _owner(talk: Talk, incoming: Incoming) -> None:
    if not incoming.edited:
        edits.remember(talk, incoming.message, incoming.text)
    if incoming.kind == "contact":
        acquaintance.shared_phone(talk, incoming.argument)
    elif incoming.kind == "start":
        slash.start(talk)
    elif incoming.edited:
        edits.corrected(talk, incoming.on, incoming.text)
    elif slash.obeyed(talk, incoming.text):
        return
    elif story.sent(talk):
        emergencies.more(talk, incoming.text, incoming.attachments)
    elif story.keep(talk, incoming.text, incoming.attachments):
        _story_over(talk)


def _story_over(talk: Talk) -> None:
    told_already = bool(story.sent(talk))
    text, photos = story.take(talk)
    if not told_already:
        hearing.heard(talk, text, photos)
        emergencies.keep_open(talk, [text])
