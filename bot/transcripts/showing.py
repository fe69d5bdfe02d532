"""What a played transcript looks like to those who run it: JSON lines, and reports of what did not hold."""

from __future__ import annotations

import json

from bot.transcripts.playing import Mismatch
from bot.transcripts.stage import Received


def to_json_line(received: Received) -> str:
    """One line of `huiyin play --json`; `at` is ISO 8601 with its offset."""
    return json.dumps(
        {
            "at": received.at.isoformat(),
            "to": received.to,
            "kind": received.kind,
            "text": received.text,
            "buttons": list(received.buttons),
            "attachments": list(received.attachments),
        },
        ensure_ascii=False,
    )


def describe(mismatch: Mismatch) -> str:
    """Several lines: what was expected, and what came instead."""
    line = mismatch.line
    said = "did not expect" if line.absent else "expected"
    came = [_one_line(each) for each in mismatch.came] or ["nothing"]
    return "\n".join(
        [f"line {line.line_no}: {said}: {line.source}", f"  what came to {line.who} in that time:"]
        + [f"    {each}" for each in came]
    )


def _one_line(received: Received) -> str:
    text = " / ".join(part.strip() for part in received.text.splitlines() if part.strip())
    buttons = (f"[{label}]" for label in received.buttons)
    parts = [f"{received.at:%m-%d %H:%M}", received.kind, text, *received.attachments, *buttons]
    return " ".join(part for part in parts if part)
