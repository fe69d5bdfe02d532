"""What goes over the wire without its secrets: the last four characters stay, so that one can tell them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

_IN_QUERY = re.compile(r"(?<=[?&])((?:access_token|corpsecret|appsecret|secret|key|code)=)([^&\s\"]+)")
_IN_JSON = re.compile(r'("(?:access_token|secret|secret_token|aeskey)"\s*:\s*")([^"]*)')
_SHORTEST = 12
"""A shorter secret is hidden whole."""


class Mask:
    """`secrets` are those of the settings; tokens are found by their names."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._known = sorted((one for one in secrets if one), key=len, reverse=True)

    def __call__(self, text: str) -> str:
        for secret in self._known:
            text = text.replace(secret, _hidden(secret))
        for pattern in (_IN_QUERY, _IN_JSON):
            text = pattern.sub(lambda found: found[1] + _hidden(found[2]), text)
        return text


def _hidden(secret: str) -> str:
    if secret.startswith("••••"):
        return secret
    return f"••••{secret[-4:]}" if len(secret) >= _SHORTEST else "••••"
