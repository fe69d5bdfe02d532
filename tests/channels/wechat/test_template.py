"""No field of a template is ever too long (47003)."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.wechat.template import filled
from bot.config.channels import TemplateField, WechatTemplate
from bot.simulation.platforms.wechat.double import NOON
from bot.simulation.platforms.wechat.fields import checked

KINDS = ("thing", "phrase", "character_string", "number", "letter", "time", "date", "keyword")
LEGIBLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


@given(LEGIBLE, st.sampled_from(KINDS), st.sampled_from(get_args(TemplateField)))
def test_every_text_fits_every_field(text: str, kind: str, source: TemplateField) -> None:
    template = WechatTemplate(id="T", fields={f"{kind}1": source})
    values = filled(template, text, NOON)
    data = {name: {"value": value} for name, value in values.items()}
    assert checked(data, (f"{kind}1",)) == values


def test_a_message_without_a_number_still_fills_its_field() -> None:
    template = WechatTemplate(id="T", fields={"character_string1": "number", "thing2": "text"})
    assert filled(template, "明天停水", NOON) == {"character_string1": "-", "thing2": "明天停水"}


def test_the_hint_says_how_to_read_on() -> None:
    template = WechatTemplate(id="T", fields={"thing5": "hint"})
    assert filled(template, "x", NOON) == {"thing5": "回复任意消息查看详情"}
