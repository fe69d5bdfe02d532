"""Several lines within a few seconds are one story (A05). An emergency never waits for the pause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.conversation.talk import Talk
from bot.messages import Attachment


def timer_key(talk: Talk) -> str:
    a = talk.address
    return f"story:{a.channel}:{a.account}:{a.chat}:{talk.sender}"


def keep(talk: Talk, text: str, attachments: Sequence[Attachment]) -> bool:
    """Adds a piece. True when the story is complete: no pause is configured, or it is an emergency."""
    story = talk.session.data.setdefault("story", {"pieces": [], "photos": []})
    written_at = talk.incoming.at if talk.incoming else talk.now
    if text.strip():
        story["pieces"].append([written_at.isoformat(), text])
    story["photos"].extend(asdict(a) for a in attachments)
    pause = talk.desk.community.policy.story_pause
    if pause.total_seconds() <= 0 or is_emergency(talk, _whole(story)):
        return True
    _wait(talk)
    return False


def take(talk: Talk) -> tuple[str, list[Attachment]]:
    """The whole story, and an empty page after it."""
    story: dict[str, Any] = talk.session.data.pop("story", {"pieces": [], "photos": []})
    talk.desk.work.timers.cancel(timer_key(talk))
    return _whole(story), [Attachment(**photo) for photo in story["photos"]]


def go_on(talk: Talk, pieces: Sequence[str], sent: Sequence[int]) -> None:
    """The story of an emergency that is on its way stays open for its pause; `sent` are its tickets."""
    at = talk.now.isoformat()
    talk.session.data["story"] = {"pieces": [[at, p] for p in pieces], "photos": [], "sent": list(sent)}
    _wait(talk)


def sent(talk: Talk) -> list[int]:
    """The tickets of an emergency told in the same breath, if that is what goes on."""
    return list(talk.session.data.get("story", {}).get("sent", ()))


def with_piece(talk: Talk, text: str) -> str:
    """The whole of an emergency's story with a further piece; the pause begins anew."""
    story = talk.session.data["story"]
    story["pieces"].append([talk.now.isoformat(), text])
    _wait(talk)
    return _whole(story)


def _wait(talk: Talk) -> None:
    a = talk.address
    where = {"channel": a.channel, "account": a.account, "chat": a.chat, "sender": talk.sender}
    talk.desk.later(timer_key(talk), "story", talk.now + talk.desk.community.policy.story_pause, **where)


def replace(talk: Talk, old: str, new: str) -> bool:
    """An edit of a piece that was just written; False where there is no such piece."""
    for piece in talk.session.data["story"]["pieces"]:
        if piece[1] == old:
            piece[1] = new
            return True
    return False


def _whole(story: dict[str, Any]) -> str:
    """Pieces in the order in which they were written: webhooks may bring them in another."""
    return "\n".join(text for _, text in sorted(story["pieces"], key=lambda piece: piece[0])).strip()


def is_open(talk: Talk) -> bool:
    return "story" in talk.session.data


def is_emergency(talk: Talk, text: str) -> bool:
    return any(p.urgency == "emergency" for p in talk.hear(text).problems)
