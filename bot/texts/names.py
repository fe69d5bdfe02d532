"""What somebody may be called: 王女士 and Mr Smith, but nobody is called 刘 or Smith alone."""

from __future__ import annotations

import re

_BARE = re.compile(
    r"[\u4e00-\u9fff]|欧阳|歐陽|司徒|上官|诸葛|諸葛|司马|司馬|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|夏侯"
    r"|[^\W\d_\u4e00-\u9fff.'’-]+[.'’-]?(?:[^\W\d_\u4e00-\u9fff]+)?\.?"
)
"""A surname, or a single Latin word that may be one."""


def addressed(name: str) -> str:
    """The name as one may begin a message with it; empty where it is a bare surname or nothing."""
    name = name.strip()
    return "" if _BARE.fullmatch(name) else name
