"""Somebody corrects a message just sent: the newer text counts wherever nothing has gone out yet."""

from __future__ import annotations

from bot.conversation import draft as drafts
from bot.conversation import intake, questions, recent, story
from bot.conversation.talk import Talk


def corrected(talk: Talk, text: str) -> None:
    """In an open story the last piece, in a draft the whole text, after the dispatch an addition."""
    if story.is_open(talk):
        story.replace_last(talk, text)
        return
    draft = drafts.load(talk)
    if draft is not None:
        draft.text = text
        intake.proceed(talk, draft)
        return
    filed = recent.just_filed(talk)
    if filed:
        questions.add_to(talk, filed[0], text, ())
