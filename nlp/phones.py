"""The phone number that a message leaves for calling back."""

from __future__ import annotations

import re

from nlp.languages import language_of
from nlp.normalise import Text

_ENOUGH_DIGITS = re.compile(r"\d(?:[\s\-()+.]{0,3}\d){6}")
_BEFORE_DIGITS = 4
"""Characters in front of the first digits that still belong to a number: (+, and what must not precede it."""
_LOOK_BACK = 16
"""Characters in front of a number that tell whose it is."""
_MOBILE = re.compile(
    r"(?<![0-9A-Za-z_.\-+])(?:\(?(?:\+|00)?86\)?[\s\-]{0,2})?"
    r"(1[3-9]\d[\s\-.]{0,2}\d{4}[\s\-.]{0,2}\d{4}(?![\-.]\d)"
    # Rarer groups; a room before or a number behind must not be drawn in.
    r"|(?:1[3-9]\d{2}(?P<gap>[\s\-])\d{3}(?P=gap)\d{4}|1[3-9]\d{3}[\s\-]\d{3}[\s\-]\d{3}|1[3-9]\d{2}[\s\-]\d{4}[\s\-]\d{3})(?![\s\-]\d))"
    r"(?![0-9A-Za-z_])"
)
_HONG_KONG = re.compile(
    r"(?<![0-9A-Za-z_.\-])\(?(?:\+|00)?852\)?[\s\-]{0,2}([2-9]\d{3}[\s\-]?\d{4})(?![0-9A-Za-z_]|-\d)"
)
_LANDLINE = re.compile(
    r"(?<![0-9A-Za-z_.\-+])\(?(0(?:10|2\d|[3-9]\d{2}))\)?[\s\-]{0,2}([1-9]\d{2,3}[\s\-]?\d{4})"
    r"(?:(?:[\s\-]{0,2}转|-)\s?\d{1,6})?(?![0-9A-Za-z_]|-\d)"
)
_SERVICE = re.compile(r"(?<![0-9A-Za-z_.\-+])([48]00[\s\-]?\d{3}[\s\-]?\d{4})(?![0-9A-Za-z_]|-\d)")
_LOCAL = re.compile(
    r"(?:电话|座机|固话|手机|联系|联络|致电|打|先生|女士|小姐|太太|tel|phone|call|ring|text|whatsapp|reach|mobile|number)[^\d\n,。;]{0,8}([2-9]\d{2,3}[\s\-]?\d{4})(?![0-9A-Za-z_]|-\d|[元块年月])",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"(?<![0-9A-Za-z_])(?:\+|00)[1-9]\d{0,2}[\s\-()\d]{6,20}\d(?![0-9A-Za-z_])")
# A number behind these words is no phone, whatever its length.
_ELSE = re.compile(
    r"(?:订单|单号|运单|快递|编号|工单|身份证|证号|卡号|户号|表号|账号|帐号|序列号|合同号?|发票号?|qq)[^\d,。;\n]{0,6}$",
    re.IGNORECASE,
)
# A number that is somebody else's to call, or nobody's any more.
_OTHERS = re.compile(
    r"(?:(?:保安亭|门卫室?|岗亭|物业|前台|客服|管理处|值班室|厂家|消防|派出所)的?(?:电话|热线|号码|座机)|(?:旧|老|原来?的?|以前的?)(?:电话|手机)?号码?|(?:别|不要|不用)再?打|(?:开锁|小广告|推销|诈骗|骚扰)[^\d。!?\n]{0,8})[是为:,]?\s?$"
)
_DEAD = re.compile(
    r"\)?[^\d,。;!?\n]{0,4}(?:打过|打了|打不通(?!的话|就|请|再|可以)|没人接(?!的话|就|请|再|可以)|停机|停用|空号|不用了|作废|不是我)"
)
_SPOKEN = re.compile(
    r"[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}(?<![零〇一二三四五六七八九幺].{11})(?![零〇一二三四五六七八九幺])"
)
_SPOKEN_DIGITS = str.maketrans("零〇一幺二三四五六七八九", "001123456789")


def find_phone(text: Text) -> tuple[str, int, int] | None:
    """The first phone number and its span in plain: digits, with + and country code outside the mainland."""
    plain = text.plain
    enough = _ENOUGH_DIGITS.search(plain) if text.digits else None
    if enough is None:
        return _spoken(plain)
    at = max(0, enough.start() - _BEFORE_DIGITS)
    mobile = _mobile(plain, at)
    if mobile is not None and mobile[1] <= enough.start():
        return mobile  # no other can begin before it
    others = [reader(plain, at) for reader in (_hong_kong, _landline, _service, _foreign)]
    found = [f for f in (mobile, *others) if f]
    if found:
        return min(found, key=lambda f: f[1])
    return _local(text)


def without_phones(plain: str) -> str:
    """The same length, with every phone number and long number blanked out, so that it is no room."""
    enough = _ENOUGH_DIGITS.search(plain)
    if enough is None:
        return plain
    at = max(0, enough.start() - _BEFORE_DIGITS)
    behind = _MOBILE.sub(_blank, plain[at:])
    if "852" in behind:
        behind = _HONG_KONG.sub(_blank, behind)
    if "0" in behind:
        behind = _SERVICE.sub(_blank, _LANDLINE.sub(_blank, behind))
    return plain[:at] + behind


def _blank(match: re.Match[str]) -> str:
    return "*" * len(match.group())


def _digits(written: str) -> str:
    return "".join(filter(str.isdigit, written))


def _first(pattern: re.Pattern[str], plain: str, at: int) -> re.Match[str] | None:
    for match in pattern.finditer(plain, at):
        before = max(0, match.start() - _LOOK_BACK), match.start()
        if not (
            _ELSE.search(plain, *before) or _OTHERS.search(plain, *before) or _DEAD.match(plain, match.end())
        ):
            return match
    return None


def _mobile(plain: str, at: int) -> tuple[str, int, int] | None:
    match = _first(_MOBILE, plain, at)
    return (_digits(match[1]), match.start(), match.end()) if match else None


def _hong_kong(plain: str, at: int) -> tuple[str, int, int] | None:
    match = _first(_HONG_KONG, plain, at)
    return ("+852" + _digits(match[1]), match.start(), match.end()) if match else None


def _landline(plain: str, at: int) -> tuple[str, int, int] | None:
    match = _first(_LANDLINE, plain, at)
    return (match[1] + _digits(match[2]), match.start(), match.end(2)) if match else None


def _service(plain: str, at: int) -> tuple[str, int, int] | None:
    match = _first(_SERVICE, plain, at)
    return (_digits(match[1]), match.start(), match.end()) if match else None


def _foreign(plain: str, at: int) -> tuple[str, int, int] | None:
    """Any other country, judged by the phonenumbers library (35 ms to load: only where + or 00 is written)."""
    if (match := _first(_FOREIGN, plain, at)) is None:
        return None
    import phonenumbers

    for candidate in phonenumbers.PhoneNumberMatcher(match.group(), "CN"):
        number = candidate.number
        if number.country_code != 86:
            written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            return written, match.start() + candidate.start, match.start() + candidate.end
    return None


def _local(text: Text) -> tuple[str, int, int] | None:
    """Seven or eight digits behind 电话; in Traditional text, or where no mainland line begins so (9), Hong Kong's."""
    match = _LOCAL.search(text.plain)
    if match is None:
        return None
    digits = _digits(match[1])
    hong_kong = len(digits) == 8 and (
        digits[0] == "9" or (digits[0] in "2356" and language_of(text.written)[0] != "zh-Hans")
    )
    return ("+852" if hong_kong else "") + digits, match.start(1), match.end(1)


def _spoken(plain: str) -> tuple[str, int, int] | None:
    match = _SPOKEN.search(plain)
    return (match.group().translate(_SPOKEN_DIGITS), match.start(), match.end()) if match else None
