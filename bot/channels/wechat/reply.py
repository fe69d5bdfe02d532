"""The passive reply's XML, by wechatpy, which leaves `]]>` as it stands: cut in two here, lest a text end its own field."""

from __future__ import annotations

import re

from wechatpy.replies import TextReply

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_reply(source: str, target: str, text: str, at: int) -> str:
    """`at`: seconds since the epoch. Characters that XML does not know are left out."""
    safe = [_NOT_XML.sub("", part).replace("]]>", "]]]]><![CDATA[>") for part in (source, target, text)]
    return str(TextReply(source=safe[0], target=safe[1], content=safe[2], time=at).render())
