"""Somebody corrects a message just sent: the newer text counts wherever nothing has gone out yet."""

from __future__ import annotations

from bot.conversation import draft as drafts
from bot.conversation import intake, questions, recent, relay, story
from bot.conversation.talk import Talk

_KEPT = 5


def remember(talk: Talk, message: str, text: str) -> None:
    """The last few texts by the platform's id, so that an edit finds what it changes."""
    if message and text:
        said = [pair for pair in talk.session.data.get("said", []) if pair[0] != message]
        talk.session.data["said"] = [*said[1 - _KEPT :], [message, text]]


def corrected(talk: Talk, message: str, text: str) -> None:
    """In an open story or a draft that piece alone is replaced, after the dispatch the new text is an addition."""
    old = next((said for known, said in talk.session.data.get("said", []) if known == message), None)
    remember(talk, message, text)
    if old is None or old == text:
        return
    draft = drafts.load(talk)
    if story.is_open(talk) and story.replace(talk, old, text):
        return
    if relay.passed_on(talk, text, ()):
        return
    if draft is not None and old in draft.text:
        draft.text = draft.text.replace(old, text, 1)
        intake.proceed(talk, draft)
        return
    filed = recent.just_filed(talk)
    if filed:
        questions.add_to(talk, filed[0], text, ())
