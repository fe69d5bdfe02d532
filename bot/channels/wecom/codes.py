"""What WeCom's refusals mean. Codes that stand nowhere are temporary: tried again, with growing pauses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.channels.tencent.codes import OPERATOR, ApiError, Codes, Unreachable

BUSY = -1
BAD_CODE = 40029
"""An OAuth code that is spent, too old, or none."""
NO_ADDRESSEE = frozenset({40003, 40031, 60111, 81013})
"""Nobody of that userid, or outside of who may see the application."""
BAD_MESSAGE = frozenset(
    {40004, 40005, 40006, 40007, 40008, 40009, 40033, 40035, 40039, 40058, 41016, 44004, 45001, 45002, 45008}
)
BAD_ROBOT = frozenset({93000, 93004, 93008})
"""The webhook's key is wrong, the robot was switched off, or it was removed from its group."""
RIGHTS_MISSING = frozenset({40056, 48002, 60011, 301002})
"""The application may not do this, or the agent id is another's: a matter of the set-up, all messages wait."""
BAD_BOT = frozenset({853000})
"""The AI bot's id or secret is wrong."""
TOO_FAST = 45009
TOO_MANY_AT_ONCE = 45033
SET_UP_PAUSE = 300.0

CODES = Codes(
    permanent=NO_ADDRESSEE | BAD_MESSAGE | BAD_ROBOT,
    pauses={
        TOO_FAST: 60.0,
        45011: 60.0,
        TOO_MANY_AT_ONCE: 3.0,
        **dict.fromkeys((*RIGHTS_MISSING, *BAD_BOT), SET_UP_PAUSE),
    },
)


@contextmanager
def translated() -> Iterator[None]:
    """Inside, the platform's errors leave as DeliveryError."""
    try:
        yield
    except (ApiError, Unreachable) as error:
        raise CODES.verdict(error) from None


def is_about_the_message(error: ApiError) -> bool:
    """Whether the refusal is about what was asked, not about the moment or the set-up: another form may pass."""
    return error.code != BUSY and error.code not in OPERATOR and error.code not in CODES.pauses
