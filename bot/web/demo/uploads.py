"""Pictures that visitors send from their own machine, kept while the demo runs."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

# Told by their first bytes, not by their names: an SVG or a page would run as a script when opened.
_SIGNATURES = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png", b"GIF8": ".gif"}


def keep(content: bytes) -> Path | None:
    """Where the picture lies now; None if it is none that a browser shows."""
    suffix = next((s for signature, s in _SIGNATURES.items() if content.startswith(signature)), None)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        suffix = ".webp"
    if suffix is None:
        return None
    path = Path(_folder().name) / (hashlib.sha256(content).hexdigest()[:16] + suffix)
    path.write_bytes(content)
    return path


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="huiyin-demo-")
