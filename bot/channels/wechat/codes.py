"""What the official account's refusals mean."""

from __future__ import annotations

from bot.channels.tencent.codes import OPERATOR, TOKEN_REJECTED, Codes

WINDOW_CLOSED = 45015
QUOTA_USED = 45047
RIGHTS_MISSING = frozenset({48001, 50002, 48004})
"""The account may not use this interface: not certified, or switched off."""

CODES = Codes(
    permanent=frozenset({40003, 43004, 43101, 45001, 45002, *RIGHTS_MISSING}),
    hold=frozenset({WINDOW_CLOSED, QUOTA_USED}),
    pauses={45009: 3600.0, 45011: 60.0},
)
_ABOUT_THE_MOMENT = {
    -1,
    WINDOW_CLOSED,
    QUOTA_USED,
    *OPERATOR,
    *TOKEN_REJECTED,
    *CODES.permanent,
    *CODES.pauses,
}


def is_about_the_form(code: int) -> bool:
    """Whether the refusal may be about how it was said, so that plainer words may pass."""
    return code not in _ABOUT_THE_MOMENT or code == 45002
