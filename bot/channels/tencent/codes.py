"""Error codes of the platforms as what the dispatcher should do about them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.outbox.delivery import DeliveryError

TOKEN_REJECTED = frozenset({40001, 40014, 42001})
"""The access token is wrong or over: refreshed once."""
OPERATOR = frozenset({40001, 40002, 40013, 40014, 40125, 40164, 42001, 60020})
"""Somebody must mend the set-up (secret, id, list of IP addresses): no message is to blame, all of them wait."""
OPERATOR_PAUSE = 300.0
_ADDRESS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")


class ApiError(Exception):
    """The platform answered with an error code. `code` -1 is its own "busy"; the text carries no secret."""

    def __init__(self, code: int, message: str, path: str = "") -> None:
        super().__init__(f"{code} {message} ({path})")
        self.code = code
        self.path = path
        found = _ADDRESS.search(message)
        self.address = found[0] if found else ""
        """The IP address that the platform names (40164 says which one is not on the list)."""


class Unreachable(Exception):
    """No answer, a late one, or one that is no JSON. The text carries no URL and no secret."""


@dataclass(frozen=True, slots=True)
class Codes:
    """What a platform's codes mean. Those that stand nowhere are temporary: tried again, with growing pauses.

    `pauses`: seconds to leave it alone (limits). `hold`: until the person writes. `permanent`: never again.
    """

    permanent: frozenset[int] = frozenset()
    hold: frozenset[int] = frozenset()
    pauses: Mapping[int, float] = field(default_factory=dict)

    def verdict(self, error: ApiError | Unreachable) -> DeliveryError:
        """For the dispatcher."""
        reason = str(error)
        if isinstance(error, Unreachable):
            return DeliveryError(reason)
        if error.code in self.hold:
            return DeliveryError(reason, hold=True)
        if error.code in self.permanent:
            return DeliveryError(reason, permanent=True)
        if error.code in self.pauses:
            return DeliveryError(reason, retry_after=self.pauses[error.code])
        if error.code in OPERATOR:
            return DeliveryError(reason, retry_after=OPERATOR_PAUSE)
        return DeliveryError(reason)
