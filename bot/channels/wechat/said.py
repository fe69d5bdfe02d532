"""What was just answered to which message.

WeChat that has not got the answer brings the message again, up to three times in fifteen seconds. The desk knows the
message and says nothing twice; so the same words are given once more, or they would be lost on the way.
"""

from __future__ import annotations

KEPT = 20.0
"""Seconds."""


class Said:
    """Answers by the key of their message. Times are the loop's."""

    def __init__(self) -> None:
        self._answers: dict[str, tuple[float, str]] = {}

    def __len__(self) -> int:
        return len(self._answers)

    def keep(self, key: str, text: str, now: float) -> None:
        """`text` "" is an answer too: a newer message carries the words."""
        self._answers.pop(key, None)
        self._answers[key] = (now, text)
        while self._answers and now - next(iter(self._answers.values()))[0] > KEPT:
            self._answers.pop(next(iter(self._answers)))

    def again(self, key: str, now: float) -> str | None:
        """None where the message is a new one."""
        at, text = self._answers.get(key, (now, None))
        return text if now - at <= KEPT else None
