"""The statements of the outbox's queue."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, select, update

from storage.outbox import MESSAGE
from storage.statement import Statement, constant, param, prepare
from storage.tables import ADDRESS, outbox

PLACE = (
    "id",
    "state",
    "put_at",
    "due_at",
    "ready_at",
    "attempts",
    "lost_leases",
    "owner",
    "platform_id",
    "reason",
)
COLUMNS = [outbox.c[name] for name in (*PLACE, *ADDRESS, *MESSAGE.names)]

_other = outbox.alias("other")
_waiting = outbox.c.state == constant("waiting")
_notice = outbox.c.sort == constant("notice")
_of_account = and_(outbox.c.channel == param("the_channel"), outbox.c.account == param("the_account"))
_same_chat = and_(
    _other.c.channel == outbox.c.channel,
    _other.c.account == outbox.c.account,
    _other.c.chat == outbox.c.chat,
    _other.c.state == constant("waiting"),
)


def _behind(until: Any) -> ColumnElement[bool]:
    """An older message of the chat goes first. Notices answer a tap: they neither wait nor keep others waiting."""
    older = select(_other.c.id).where(
        _same_chat, _other.c.sort != constant("notice"), _other.c.id < outbox.c.id, _other.c.due_at <= until
    )
    return and_(outbox.c.sort != constant("notice"), exists(older))


_ready = and_(_waiting, _of_account, outbox.c.ready_at <= param("now"))
EXPIRE = prepare(
    update(outbox)
    .where(_ready, _notice, outbox.c.due_at <= param("too_old"))
    .values(state=constant("expired"), ended_at=param("now"), owner=None)
)
_newer_edit = select(_other.c.id).where(
    _same_chat,
    _other.c.edits == outbox.c.edits,
    _other.c.id > outbox.c.id,
    _other.c.due_at <= param("now"),
)
MERGE = prepare(
    update(outbox)
    .where(
        _ready,
        outbox.c.edits != constant(""),
        outbox.c.name == constant(""),
        outbox.c.owner.is_(None),
        exists(_newer_edit),
    )
    .values(state=constant("merged"), ended_at=param("now"))
)
_claimable = (
    select(outbox.c.id)
    .where(_ready, ~_behind(param("now")))
    .order_by(_notice.desc(), outbox.c.id)
    .limit(param("limit"))
    .with_for_update(skip_locked=True)
)
CLAIM = prepare(
    update(outbox)
    .where(outbox.c.id.in_(_claimable))
    .values(
        lost_leases=outbox.c.lost_leases + case((outbox.c.owner.is_(None), constant(0)), else_=constant(1)),
        owner=param("the_owner"),
        ready_at=param("lease_until"),
        attempts=outbox.c.attempts + constant(1),
    )
    .returning(*COLUMNS)
)
_company = (
    select(outbox.c.id)
    .where(
        _ready,
        outbox.c.chat == param("the_chat"),
        outbox.c.owner.is_(None),
        outbox.c.due_at <= param("now"),
        ~_notice,
    )
    .order_by(outbox.c.id)
    .limit(param("limit"))
    .with_for_update(skip_locked=True)
)
COMPANY = prepare(
    update(outbox)
    .where(outbox.c.id.in_(_company))
    .values(owner=param("the_owner"), ready_at=param("lease_until"), attempts=outbox.c.attempts + constant(1))
    .returning(*COLUMNS)
)
TARGET = prepare(
    select(outbox.c.platform_id)
    .where(
        *[outbox.c[name] == param(name) for name in ("channel", "account", "chat", "name")],
        outbox.c.name != constant(""),
        outbox.c.state == constant("sent"),
        outbox.c.platform_id != constant(""),
    )
    .order_by(outbox.c.id.desc())
    .limit(constant(1))
)


def _completing(**changes: Any) -> Statement:
    """Ends a lease, if it is still this one."""
    mine = and_(
        outbox.c.id == param("the_id"),
        _waiting,
        outbox.c.owner == param("the_owner"),
        outbox.c.ready_at == param("the_lease"),
    )
    return prepare(update(outbox).where(mine).values(owner=None, **changes))


SENT = _completing(
    state=constant("sent"), platform_id=param("new_id"), name=param("new_name"), ended_at=param("at")
)
RETRY = _completing(
    ready_at=param("at"), reason=param("why"), attempts=outbox.c.attempts - param("given_back")
)
RESEND = _completing(
    ready_at=param("at"), sort=constant("message"), edits=constant(""), name=param("new_name")
)
HOLD = _completing(state=constant("held"), reason=param("why"))
DEAD = _completing(state=constant("dead"), reason=param("why"), ended_at=param("at"))
EXPIRED = _completing(state=constant("expired"), reason=param("why"), ended_at=param("at"))

_fresh = {"state": constant("waiting"), "ready_at": param("now"), "attempts": constant(0), "owner": None}
RELEASE = prepare(
    update(outbox)
    .where(outbox.c.state == constant("held"), _of_account, outbox.c.chat == param("the_chat"))
    .values(_fresh)
)
AGAIN = prepare(
    update(outbox)
    .where(
        outbox.c.id == param("the_id"),
        outbox.c.state.in_([constant(state) for state in ("waiting", "held", "dead")]),
    )
    .values({**_fresh, "ended_at": None})
)
DROP = prepare(
    update(outbox)
    .where(
        outbox.c.id == param("the_id"),
        outbox.c.state.in_([constant(state) for state in ("waiting", "held", "dead")]),
    )
    .values(state=constant("dropped"), reason=param("why"), ended_at=param("at"), owner=None)
)
ABANDON = prepare(
    update(outbox)
    .where(_waiting, outbox.c.owner.is_not(None))
    .values(owner=None, ready_at=param("now"), lost_leases=outbox.c.lost_leases + constant(1))
)

# Behind whom it stands is asked for the moment at which it would be claimed: not before now.
_then = case((outbox.c.ready_at > param("now"), outbox.c.ready_at), else_=param("now"))
_next_due = (
    select(outbox.c.ready_at).where(_waiting, ~_behind(_then)).order_by(outbox.c.ready_at).limit(constant(1))
)
NEXT_DUE = prepare(_next_due)
NEXT_DUE_OF_ACCOUNT = prepare(_next_due.where(_of_account))


def _listing(state: str) -> Statement:
    of_state = select(*COLUMNS).where(outbox.c.state == constant(state))
    return prepare(of_state.order_by(outbox.c.id).limit(param("limit")))


LISTING = {
    state: _listing(state) for state in ("waiting", "held", "dead", "sent", "expired", "merged", "dropped")
}
LATEST_SENT = prepare(
    select(*COLUMNS)
    .where(outbox.c.state == constant("sent"), outbox.c.channel == param("the_channel"))
    .order_by(outbox.c.id.desc())
    .limit(param("limit"))
)
COUNT = {
    state: prepare(select(func.count()).select_from(outbox).where(outbox.c.state == constant(state)))
    for state in ("waiting", "held", "dead")
}
