"""Requests to WeChat's door, whole, strange and broken: the same every time for the same dice."""

from __future__ import annotations

import random
from collections.abc import Mapping

PARTS = (b"]]>", b"<!ENTITY", b"<xml>", b"\0", b"\xff\xfe", b"&#0;", b"<![CDATA[", b"{", b"%s", b"9" * 40)
QUERIES = ("", "x", "9" * 300, "\u202e", "aes")


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


def written(fields: Mapping[str, str | int]) -> str:
    """XML as WeChat writes it: numbers bare, texts as CDATA."""
    parts = [
        f"<{name}>{value}</{name}>" if isinstance(value, int) else f"<{name}><![CDATA[{value}]]></{name}>"
        for name, value in fields.items()
    ]
    return f"<xml>{''.join(parts)}</xml>"


def body(dice: random.Random, whole: bytes) -> bytes:
    """Some bytes changed, cut out or put in."""
    changed = bytearray(whole)
    for _ in range(dice.randrange(6)):
        at = dice.randrange(len(changed) + 1)
        match dice.randrange(4):
            case 0:
                changed[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del changed[at : at + dice.randrange(40)]
            case 2:
                changed[at:at] = dice.choice(PARTS)
            case _:
                changed = changed[:at] or changed
    return bytes(changed)


def query(dice: random.Random, whole: Mapping[str, str]) -> dict[str, str]:
    """Now and then a value that is none."""
    return {
        name: dice.choice([*QUERIES, value[::-1]]) if dice.random() < 0.05 else value
        for name, value in whole.items()
    }
