from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.wechat.reply import text_reply
from bot.simulation.platforms.wechat.callback import read


@given(st.text())
def test_whatever_is_said_the_reply_stays_whole(text: str) -> None:
    fields = read(text_reply("gh_1", "o1", text, 1))
    assert set(fields) == {"MsgType", "FromUserName", "ToUserName", "CreateTime", "Content"}
    assert (fields["ToUserName"], fields["FromUserName"]) == ("o1", "gh_1")


def test_the_end_of_a_field_inside_a_text_is_only_text() -> None:
    text = "a]]></Content><Content>b]]>"
    assert read(text_reply("gh_1", "o1", text, 1))["Content"] == text
