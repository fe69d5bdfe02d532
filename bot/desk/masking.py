"""Names and phones as groups see them (G02): 王** and 138****8001, also inside quoted text."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TITLE = re.compile(r"(?i)(mr|mrs|ms|miss|dr|prof)(?![a-z])\.?\s*")
_COMPOUND = re.compile("欧阳|歐陽|司徒|上官|诸葛|諸葛|司马|司馬|东方|皇甫|尉迟|公孙|慕容|夏侯")

_HALF_WIDTH = {code + 0xFEE0: chr(code) for code in b"0123456789+-"}
"""One character for one, so that places in the text stay what they are."""
_SPOKEN_DIGITS = dict(zip(map(ord, "〇零一幺二三四五六七八九"), "001123456789", strict=True))

_GAP = r"[ .·-]?"
_PHONE = re.compile(
    rf"(?<!\d)(?:\+?86{_GAP})?1[3-9](?:\d{_GAP}\d{{4}}{_GAP}\d{{4}}|\d{{2}}{_GAP}\d{{4}}{_GAP}\d{{3}})(?!\d)"
    r"|(?<![A-Za-z0-9])(?:"
    rf"\+\d{{1,3}}(?:{_GAP}\d){{7,12}}"  # with a country code
    rf"|0\d{{2,3}}{_GAP}\d{{7,8}}"  # landline, 0755-26881234
    rf"|[4-9]\d{{3}}{_GAP}\d{{4}}"  # Hong Kong mobile, 9123 4567
    r"|(?!20\d\d(?:0[1-9]|1[0-2])(?:[012]\d|3[01])(?!\d))\d{7,}"  # whatever is long and no date
    r")(?![A-Za-z0-9])"
)
_SPOKEN = re.compile("[〇零一幺二三四五六七八九]{7,}")


def mask_name(name: str) -> str:
    """王女士 → 王**, 欧阳先生 → 欧阳**, Mr Smith → Mr S**; empty stays empty."""
    name = name.strip()
    if not name:
        return ""
    title = _TITLE.match(name)
    if title and title.end() < len(name):
        return f"{title[0].rstrip()} {name[title.end()]}**"
    return f"{name[:2] if _COMPOUND.match(name) else name[0]}**"


def mask_phone(phone: str) -> str:
    """13800138001 → 138****8001; shorter ones show their last digits only. Empty stays empty."""
    digits = _national(phone)
    if len(digits) > 9:
        return f"{digits[:3]}****{digits[-4:]}"
    return "****" + digits[-4 if len(digits) > 6 else -2 :] if digits else ""


def _national(phone: str) -> str:
    plain = re.sub(r"[^\d+]", "", phone.translate(_HALF_WIDTH | _SPOKEN_DIGITS))
    return re.sub(r"^(?:\+|00)?86(?=1\d{10}$)", "", plain).replace("+", "")


def mask_text(text: str, names: Iterable[str] = (), phones: Iterable[str] = ()) -> str:
    """Masks `names`, `phones` however they are spaced, and whatever looks like a phone."""
    text = _mask_matches(_mask_matches(text, _PHONE), _SPOKEN)
    for phone in phones:
        text = _mask_matches(text, _spaced(phone))
    for name in sorted(names, key=len, reverse=True):
        text = _mask_name_in(text, name.strip())
    return text


def _mask_matches(text: str, pattern: re.Pattern[str]) -> str:
    masked, done = [], 0
    for match in pattern.finditer(text.translate(_HALF_WIDTH)):
        masked += [text[done : match.start()], mask_phone(match[0])]
        done = match.end()
    return "".join(masked) + text[done:]


def _spaced(phone: str) -> re.Pattern[str]:
    """The digits of a known phone with anything people put between them."""
    digits = _national(phone)
    return re.compile(r"[ \-()]*".join(digits) if len(digits) > 4 else r"(?!)")


def _mask_name_in(text: str, name: str) -> str:
    if not name:
        return text
    if not name.isascii():
        return text.replace(name, mask_name(name))
    text = _mask_word(text, name)
    surname = name.split()[-1]
    return _mask_word(text, surname) if len(surname) > 2 else text


def _mask_word(text: str, word: str) -> str:
    """Latin words only as whole ones; a Han character beside them is no letter of theirs."""
    return re.sub(rf"(?i)(?<![a-z]){re.escape(word)}(?![a-z])", lambda _: mask_name(word), text)
