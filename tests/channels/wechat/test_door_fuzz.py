"""Requests broken in every way that chance finds: never a fault of ours, and nothing is kept of them."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import httpx
import pytest

from tests.channels.wechat.office import open_office
from tests.doubles.wechat.callback import Line, written

pytestmark = pytest.mark.asyncio(loop_scope="session")

REQUESTS = 2_000
_PARTS = (b"]]>", b"<!ENTITY", b"<xml>", b"\0", b"\xff\xfe", b"&#0;", b"<![CDATA[", b"{", b"%s", b"9" * 40)


def message(dice: random.Random, number: int) -> str:
    """A message of some kind, with fields left out, doubled or nested."""
    fields: dict[str, str | int] = {
        "ToUserName": "gh_1",
        "FromUserName": f"o{dice.randrange(50)}",
        "CreateTime": dice.choice([1772600000, number, -5, 10**18]),
        "MsgType": dice.choice(["text", "image", "voice", "location", "event", "link", "", "event "]),
        "Content": dice.choice(["漏水", "1", "/start", "]]>", "x" * 3000, " "]),
        "MediaId": "M",
        "Location_X": dice.choice(["22.5", "north", "nan", "1e400"]),
        "Location_Y": "114",
        "Event": dice.choice(["CLICK", "subscribe", "SCAN", "unsubscribe", "LOCATION", "x"]),
        "EventKey": dice.choice(["progress", "", "qrscene_K7F3", "x" * 900]),
    }
    fields["MsgId"] = dice.choice([str(number), "", "abc"])
    for name in dice.sample(sorted(fields), dice.randrange(4)):
        fields.pop(name)
    xml = written(fields)
    return xml if dice.random() < 0.7 else xml.replace("<MsgType>", "<MsgType><MsgType>", 1) + xml[:20]


def broken(dice: random.Random, body: bytes) -> bytes:
    """Some bytes changed, cut out or put in."""
    changed = bytearray(body)
    for _ in range(dice.randrange(6)):
        at = dice.randrange(len(changed) + 1)
        match dice.randrange(4):
            case 0:
                changed[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del changed[at : at + dice.randrange(40)]
            case 2:
                changed[at:at] = dice.choice(_PARTS)
            case _:
                changed = changed[:at] or changed
    return bytes(changed)


async def one(dice: random.Random, http: httpx.AsyncClient, line: Line, number: int) -> int:
    query, body = line.letter(message(dice, number))
    content = body.encode()
    if dice.random() < 0.5:
        content = broken(dice, content)
    for name in query:
        if dice.random() < 0.05:
            query[name] = dice.choice(["", "x", query[name][::-1], "9" * 300, "\u202e", "aes"])
    return (await http.post(line.door, params=query, content=content)).status_code


@pytest.mark.parametrize("aes_key", ["", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"])
async def test_mutated_requests_never_break_the_door(media: Path, aes_key: str) -> None:
    dice = random.Random(20260304)  # noqa: S311 - the same every time
    async with open_office(media, aes_key=aes_key, patience=0.0) as office:
        async with office.wechat.line.client() as http:
            met = Counter([await one(dice, http, office.wechat.line, n) for n in range(REQUESTS // 2)])
        assert set(met) <= {200, 400, 403}
        assert min(met[200], met[400], met[403]) > 20
        assert len(office.replies) == 0
