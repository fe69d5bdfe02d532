"""What a message is for, beyond the problem in it."""

from __future__ import annotations

import re

from nlp import intent_words as words
from nlp.answers import answer_of, choice_of, find_number
from nlp.normalise import Text
from nlp.understanding import Intent

__all__ = ["answer_of", "choice_of", "find_number", "intent_of"]

_LONGEST_GREETING = 30
_LONGEST_WITH_NUMBER = 30
"""A ticket's number with no more than this around it asks for the ticket."""


_ENGLISH_WORD = re.compile("[A-Za-z]{2}")
"""B2 and A座 are none."""
_HASTE = re.compile("asap|hurry", re.IGNORECASE)
"""Beside a problem they press for it; alone, for an old one."""


def intent_of(text: Text, has_problem: bool) -> Intent:
    """`has_problem`: whether the classifier found a matter for a ticket. Thanks or a greeting beside a
    problem is a report; an urge, a progress question or a withdrawal stays what it is."""
    plain = text.plain.strip()
    if not plain:
        return "thanks" if "🙏" in text.written else "other"
    latin = text.latin and _ENGLISH_WORD.search(plain) is not None
    if has_problem and not latin and _only_reports(plain):
        return "report"
    if _wants_a_person(plain, latin):
        return "human"
    if intent := _of_a_ticket(plain, latin, has_problem):
        return intent
    if has_problem:
        return "report"
    if find_number(text) and len(plain) <= _LONGEST_WITH_NUMBER:
        return "progress"
    return _courtesy(plain, latin)


def _only_reports(plain: str) -> bool:
    """What most messages with a problem do; told with one look."""
    return (
        words.ANY_OF_A_TICKET.search(plain) is None
        and (plain[0] not in words.ADD_BEGINS or words.ADD.match(plain) is None)
        and plain not in words.HUMAN_ALONE
    )


def _wants_a_person(plain: str, latin: bool) -> bool:
    if plain.lower() in words.HUMAN_ALONE or (latin and words.ENGLISH_HUMAN.search(plain)):
        return True
    return words.HUMAN.search(plain) is not None and words.NOT_HUMAN.search(plain) is None


def _of_a_ticket(plain: str, latin: bool, has_problem: bool) -> Intent | None:
    if _withdraws(plain, latin):
        return "withdraw"
    if words.ADD.match(plain) or (not has_problem and words.MORE.match(plain)):
        return "add"
    if latin and not has_problem and words.ENGLISH_ADD.match(plain):
        return "add"
    if has_problem and (words.OLD_MATTER.search(plain) is None or words.FILED.search(plain)):
        return _english(plain, has_problem) if latin else None
    if words.URGE.search(plain):
        return "urge"
    if words.PROGRESS.search(plain) or words.PROGRESS_OF.search(plain):
        return "progress"
    return _english(plain, has_problem) if latin else None


def _withdraws(plain: str, latin: bool) -> bool:
    if words.WITHDRAW.search(plain) is None and not (latin and words.ENGLISH_WITHDRAW.search(plain)):
        return False
    return words.NOT_WITHDRAWN.search(plain) is None


def _english(plain: str, has_problem: bool) -> Intent | None:
    if any(not (has_problem and _HASTE.fullmatch(urge)) for urge in words.ENGLISH_URGE.findall(plain)):
        return "urge"
    if words.ENGLISH_PROGRESS.search(plain) and not (
        has_problem and re.search(r"\bwhen\b", plain, re.IGNORECASE)
    ):
        return "progress"
    return None


def _courtesy(plain: str, latin: bool) -> Intent:
    if words.THANKS.search(plain) or (latin and words.ENGLISH_THANKS.search(plain)):
        return "other" if words.WISH.search(plain) else "thanks"
    if len(plain) <= _LONGEST_GREETING and words.GREETING.fullmatch(plain) and words.GREETS.search(plain):
        return "greeting"
    return "other"
