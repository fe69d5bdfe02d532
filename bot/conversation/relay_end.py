"""How a 转人工 ends: the assistant taps 结束, or nobody has said a word for a while (`policy.relay_idle`).

An owner who waits for a word is not simply cut off: customer service is reminded once, and its manager is told at the end.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.conversation.talk import Rows, Talk
from bot.desk.people import Group, Resident, Staff
from bot.desk.ports import Session
from bot.desk.routing import Routing
from bot.desk.ticket import CLOCK, Actor
from bot.messages import Address

Relay = dict[str, Any]
KIND = "relay"
RESUMED = timedelta(hours=2)
"""A line in the service group so long after the clock ended a talk may still be meant for that owner."""


def desk_session(talk: Talk) -> Session:
    """Kept by community, not by chat: binding the group anew must leave nobody talking to an empty room."""
    return talk.desk.work.sessions.get(address_of(talk.desk.community.id), "relays")


def address_of(community: str) -> Address:
    return Address("desk", community, "service")


def service_group(talk: Talk) -> Group | None:
    groups = talk.desk.work.people.groups(talk.desk.community.id)
    return next((g for g in groups if g.key == "service"), None)


def found(session: Session, relay_id: int) -> Relay | None:
    """One that is open."""
    return next((relay for relay in session.data.get("relays", []) if relay["id"] == relay_id), None)


def end_rows(talk: Talk, relay: Relay) -> Rows:
    label = talk.words.label("zh-Hans", "button.end_relay")
    return [[(label, {"act": "end_relay", "relay": relay["id"]})]]


def watch(talk: Talk, relay_id: int) -> None:
    """A word was said: the silence counts from now."""
    due = talk.desk.calendar.add(talk.now, talk.desk.community.policy.relay_idle)
    talk.desk.later(_key(talk, relay_id), KIND, due, community=talk.desk.community.id, relay=relay_id)


def answered(talk: Talk, session: Session, relay: Relay) -> None:
    """Customer service said a word."""
    relay |= {"waiting": False, "reminded": False}
    talk.desk.work.sessions.save(session)
    watch(talk, relay["id"])


def end(talk: Talk, relay_id: int) -> None:
    """结束: both sides hear it."""
    session = desk_session(talk)
    relay = found(session, relay_id)
    if relay is None:
        talk.notice("relay.over")
        return
    _close(talk, session, relay, talk.actor)
    talk.notice("relay.ended_notice")
    _to_owner(talk, relay, "relay.ended")
    talk.say("relay.ended_group", who=relay["who"], by=talk.staff.name if talk.staff else "")


def idle(talk: Talk, relay_id: int) -> None:
    """The clock: nobody has said a word for a while."""
    session = desk_session(talk)
    relay = found(session, relay_id)
    if relay is None:
        return
    if not relay.get("waiting", True):
        _close(talk, session, relay, CLOCK)
        _to_owner(talk, relay, "relay.idle")
        _to_service(talk, relay, "relay.idle_group")
    elif not relay.get("reminded"):
        relay["reminded"] = True
        talk.desk.work.sessions.save(session)
        watch(talk, relay_id)
        _remind(talk, relay)
    else:
        _close(talk, session, relay, CLOCK)
        _nobody_answered(talk, relay)


def _close(talk: Talk, session: Session, relay: Relay, by: Actor) -> None:
    """What the owner writes next is heard by the desk; what the clock ended is remembered for a late answer."""
    session.data["relays"] = [r for r in session.data["relays"] if r["id"] != relay["id"]]
    if by is CLOCK:
        session.data["ended"] = {**relay, "at": talk.now.isoformat()}
    talk.desk.work.sessions.save(session)
    talk.desk.work.timers.cancel(_key(talk, relay["id"]))
    owner = talk.desk.work.sessions.get(Address(**relay["address"]), relay["sender"])
    owner.data.pop("relay", None)
    talk.desk.work.sessions.save(owner)
    if relay["ticket"] is not None:
        talk.desk.note(talk.desk.work.tickets.get(relay["ticket"]), "human_ended", by, talk.channel)


def _remind(talk: Talk, relay: Relay) -> None:
    """The group, and in private whoever is on duty."""
    _to_service(talk, relay, "relay.waiting", end_rows(talk, relay))
    officer = _routing(talk).duty_officer(talk.now, talk.desk.calendar)
    tell(talk, officer, _staff_text(talk, relay, "relay.waiting_duty"))


def _nobody_answered(talk: Talk, relay: Relay) -> None:
    manager = _routing(talk).department_manager("service")
    _to_owner(talk, relay, "relay.unanswered", who=manager.name)
    _to_service(talk, relay, "relay.unanswered_group", by=manager.name)
    owner = _resident(talk, relay)
    name, phone = (owner.name, owner.phone) if owner else ("", "")
    text = talk.words.say(
        "zh-Hans", "talk.relay.unanswered_manager", who=name, phone=phone, said=relay.get("said", "")
    )
    tell(talk, manager, text)


def lately(talk: Talk, session: Session) -> Relay | None:
    """The talk that the clock ended last, while a line of customer service may still be meant for it."""
    ended: Relay | None = session.data.get("ended")
    if ended is None or talk.now - datetime.fromisoformat(ended["at"]) > RESUMED:
        return None
    return ended


def ask_no_more(talk: Talk, session: Session) -> None:
    """Customer service also talks of other things in its group: it is asked once."""
    session.data.pop("ended")
    talk.desk.work.sessions.save(session)


def resumed(talk: Talk, session: Session, ended: Relay | None) -> Relay | None:
    """The talk goes on, unless the owner has begun another one: then that one."""
    if ended is None:
        return None
    session.data.pop("ended", None)
    relays: list[Relay] = session.data.setdefault("relays", [])
    begun = next((r for r in relays if r["address"] == ended["address"]), None)
    if begun is not None:
        return begun
    relay = {key: value for key, value in ended.items() if key != "at"}
    relays.append(relay)
    owner = talk.desk.work.sessions.get(Address(**relay["address"]), relay["sender"])
    owner.data["relay"] = {"id": relay["id"]}
    talk.desk.work.sessions.save(owner)
    return relay


def tell(talk: Talk, staff: Staff, text: str) -> None:
    """In private, where they ever wrote to the desk."""
    identities = talk.desk.work.people.identities_of_staff(staff.id)
    address = next((identity.address for identity in identities if identity.address is not None), None)
    if address is not None:
        talk.send(text, to=address)


def _to_owner(talk: Talk, relay: Relay, key: str, **values: str) -> None:
    text = talk.words.say(relay["language"], f"talk.{key}", **values)
    talk.send(text, to=Address(**relay["address"]))


def _to_service(talk: Talk, relay: Relay, key: str, rows: Rows = (), **values: str) -> None:
    group = service_group(talk)
    if group is not None and group.address is not None:
        talk.send(_staff_text(talk, relay, key, **values), rows, to=group.address)


def _staff_text(talk: Talk, relay: Relay, key: str, **values: str) -> str:
    said = {"who": relay["who"], "said": relay.get("said", ""), **values}
    return talk.words.say("zh-Hans", f"talk.{key}", **said)


def _resident(talk: Talk, relay: Relay) -> Resident | None:
    address, people = Address(**relay["address"]), talk.desk.work.people
    identity = people.identity(address.channel, address.account, relay["sender"])
    return people.resident(identity.resident_id) if identity and identity.resident_id is not None else None


def _routing(talk: Talk) -> Routing:
    return Routing(talk.desk.work.people, talk.desk.community)


def _key(talk: Talk, relay_id: int) -> str:
    return f"relay:{talk.desk.community.id}:{relay_id}"
