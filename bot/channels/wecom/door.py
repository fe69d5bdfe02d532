"""GET and POST /wecom: signature → age → size → open → commit to the inbox → 200."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from fastapi import APIRouter, Request, Response

from bot.channels.tencent.callback import Query, Refused, body_of, opened
from bot.channels.tencent.sealing import Sealer, Undecryptable
from bot.channels.wecom.cards import Cards
from bot.channels.wecom.inbound import Reader, Received, Unreadable
from bot.messages import Incoming

PATH = "/wecom"
Take = Callable[[Sequence[Incoming]], None]
"""Commits arrivals to the inbox before it returns; whatever it raises means that nothing was kept."""

log = logging.getLogger(__name__)


class Door:
    """`now` is the real clock: signatures never follow a moved one. `at` is the desk's."""

    def __init__(
        self,
        token: str,
        sealer: Sealer,
        reader: Reader,
        cards: Cards,
        take: Take,
        now: Callable[[], datetime],
        at: Callable[[], datetime] | None = None,
    ) -> None:
        self._token = token
        self._sealer = sealer
        self._reader = reader
        self._cards = cards
        self._take = take
        self._now = now
        self._at = at or now

    def echo(self, query: Query) -> str:
        """What WeCom wants to read when the address is saved. Raises Refused."""
        query.check_age(self._now())
        query.check_sealed(self._token, query.echostr)
        try:
            return self._sealer.open(query.echostr).text
        except Undecryptable as error:
            raise Refused(400, str(error)) from None

    def receive(self, body: bytes, query: Query) -> None:
        """Kept when it returns. Raises Refused."""
        query.check_age(self._now())
        letter = opened(body, query, self._token, self._sealer)
        try:
            found = self._reader.read(letter.xml, self._at())
        except Unreadable as error:
            raise Refused(400, str(error)) from None
        self._keep(found)

    def _keep(self, found: Received) -> None:
        try:
            if found.on and found.allows:
                self._cards.keep_code(found.on, found.allows)
            if found.incoming is not None:
                self._take([found.incoming])
        except Exception as error:  # its message may quote what the person wrote
            log.error("callback not taken: %s", type(error).__name__, extra={"action": "take_failed"})
            raise Refused(503, "not kept") from None  # WeCom brings it again


def router(door: Door) -> APIRouter:
    """The routes of the door."""
    routes = APIRouter()

    @routes.get(PATH, include_in_schema=False)
    async def wecom_echo(request: Request) -> Response:
        try:
            return Response(door.echo(Query.of(request)), media_type="text/plain")
        except Refused as error:
            return _refusal(error)

    @routes.post(PATH, include_in_schema=False)
    async def wecom_callback(request: Request) -> Response:
        try:
            door.receive(await body_of(request), Query.of(request))
        except Refused as error:
            return _refusal(error)
        return Response()  # an empty body: nothing more to say here

    return routes


def _refusal(error: Refused) -> Response:
    log.warning("callback refused: %s", error.reason, extra={"action": "callback_refused"})
    return Response(status_code=error.status)
