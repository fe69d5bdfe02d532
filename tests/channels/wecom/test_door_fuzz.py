"""Mutated letters and forms: never a fault of ours."""

from __future__ import annotations

import random

import pytest

from bot.simulation.platforms.wecom import Phone, Voice
from bot.simulation.platforms.wecom.callback import xml
from tests.channels.wecom.office import ROBOT, Office, to
from tests.channels.wecom.test_door import TEXT

pytestmark = pytest.mark.asyncio(loop_scope="session")

PIECES = (
    "",
    "\0",
    "]]>",
    "<a>",
    "</xml>",
    "&#0;",
    "&x;",
    "{}",
    "😀",
    "\ud800",
    "9" * 400,
    "<MsgType>event</MsgType>",
)
TIMES = 400


def mutated(text: str, chance: random.Random) -> str:
    """With some characters gone, doubled, or replaced by something nasty."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(PIECES) + text[at + chance.randint(0, 9) :]
    return text


async def test_sealed_nonsense_is_refused_not_fallen_over(office: Office) -> None:
    chance = random.Random(4)  # noqa: S311 - repeatable
    statuses = set()
    for _ in range(TIMES):
        inner = mutated(xml(TEXT), chance).encode("utf-8", "replace").decode()
        query, body = office.wecom.line.letter(inner)
        statuses.add((await office.wecom.line.knocks(query, body)).status_code)
    assert statuses <= {200, 400}


async def test_letters_that_were_tampered_with_are_refused(office: Office) -> None:
    chance = random.Random(5)  # noqa: S311 - repeatable
    statuses = set()
    for _ in range(TIMES):
        query, body = office.wecom.line.letter(xml(TEXT))
        broken = mutated(body.decode(), chance).encode("utf-8", "replace")
        statuses.add((await office.wecom.line.knocks(query, broken)).status_code)
    assert statuses <= {200, 400, 403}


async def test_forms_of_any_kind_do_nothing(office: Office, li: Voice) -> None:
    await office.channel.send(to(ROBOT, "工单", "接单"), "")
    phone = Phone(office.wecom, li)
    await phone.opens(office.works.link())
    form = "&".join(f"{name}={value}" for name, value in {**phone.hidden, "token": "t:0"}.items())
    chance = random.Random(6)  # noqa: S311 - repeatable
    for _ in range(TIMES):
        broken = mutated(form, chance).encode("utf-8", "replace")
        answer = await phone.http.post(str(phone.page.url), content=broken)
        assert answer.status_code in (200, 400)
    assert {(got.kind, got.sender, got.address.chat) for got in office.kept} <= {("tap", "laoli", "laoli")}
