"""The phone page: it shows to anybody, and acts by POST for whom WeCom has named."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.simulation.platforms.wecom import Phone, Voice
from tests.channels.wecom.office import PAGE, ROBOT, Office, to
from tests.channels.wecom.test_private_chats import CARD, TAKEN

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def shown(office: Office) -> str:
    """The link of a card in the group."""
    await office.channel.send(to(ROBOT, CARD, "接单", "转派"), "")
    return office.works.link()


async def test_a_preview_shows_the_card_and_does_nothing(office: Office) -> None:
    phone = Phone(office.wecom, None, inside=False)
    await phone.opens(await shown(office))
    assert CARD in phone.text
    assert list(phone.buttons) == ["接单", "转派"]
    assert (office.kept, phone.logins) == ([], 0)


async def test_inside_wecom_the_phone_is_named_first_and_one_tap_acts(office: Office, li: Voice) -> None:
    office.answer = "接单成功"
    phone = Phone(office.wecom, li)
    await phone.opens(await shown(office))
    assert (phone.logins, office.kept) == (1, [])
    await phone.taps("接单")
    (got,) = office.kept
    assert (got.kind, got.token, got.sender) == ("tap", "t:0", "laoli")
    assert (got.address.chat, got.private) == ("laoli", True)
    assert "接单成功" in phone.text


async def test_elsewhere_the_first_tap_asks_who_it_is_and_acts_only_when_tapped_again(
    office: Office, li: Voice
) -> None:
    phone = Phone(office.wecom, li, inside=False)
    await phone.opens(await shown(office))
    await phone.taps("接单")
    assert (phone.logins, office.kept) == (1, [])
    office.answer = "接单成功"
    await phone.taps("接单")
    assert [got.sender for got in office.kept] == ["laoli"]


async def test_a_form_sent_twice_is_one_tap(office: Office, li: Voice) -> None:
    office.answer = "接单成功"
    phone = Phone(office.wecom, li)
    await phone.opens(await shown(office))
    form = {**phone.hidden, "token": "t:0"}
    for _ in range(2):
        await phone.http.post(str(phone.page.url), data=form)
    assert len(office.kept) == 1


async def test_a_form_without_its_check_does_nothing(office: Office, li: Voice) -> None:
    phone = Phone(office.wecom, li)
    await phone.opens(await shown(office))
    for form in ({"token": "t:0"}, {**phone.hidden, "check": "0" * 40, "token": "t:0"}):
        answer = await phone.http.post(str(phone.page.url), data=form)
        assert "再点一次" in answer.text
    assert office.kept == []


async def test_a_member_who_has_not_joined_is_told_how(office: Office) -> None:
    stranger = office.wecom.member("xinren", "新人")
    phone = Phone(office.wecom, stranger)
    await phone.opens(await shown(office))
    await phone.taps("接单")
    assert phone.page.status_code == 403
    assert "/start" in phone.text
    assert office.kept == []


async def test_somebody_who_is_no_member_is_turned_away(office: Office) -> None:
    phone = Phone(office.wecom, None)
    await phone.opens(await shown(office))
    assert phone.page.status_code == 403
    assert "本企业的成员" in phone.text


async def test_a_login_cannot_be_lent_to_another_phone(office: Office, li: Voice) -> None:
    mine, other = Phone(office.wecom, li), Phone(office.wecom, None)
    link = await shown(office)
    away = await mine.http.get(link)
    back = mine.logs_in(away.headers["location"])
    assert (await other.http.get(back)).status_code == 403


async def test_a_login_of_ten_minutes_ago_is_over(office: Office, li: Voice) -> None:
    phone = Phone(office.wecom, li)
    away = await phone.http.get(await shown(office))
    office.clock.ahead += timedelta(minutes=11)
    back = phone.logs_in(away.headers["location"])
    assert (await phone.http.get(back)).status_code == 403


async def test_a_session_ends_after_twelve_hours(office: Office, li: Voice) -> None:
    phone = Phone(office.wecom, li)
    link = await shown(office)
    await phone.opens(link)
    office.clock.ahead += timedelta(hours=13)
    await phone.opens(link)
    assert phone.logins == 2


async def test_the_page_shows_the_card_as_it_is_now(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(ROBOT, CARD, "接单"), "")
    await office.channel.send(to(ROBOT, TAKEN, "完成", sort="edit"), card_id)
    phone = Phone(office.wecom, li)
    await phone.opens(f"{PAGE}/{card_id}")
    assert TAKEN in phone.text
    assert list(phone.buttons) == ["完成"]


async def test_a_card_that_is_over_says_so(office: Office, li: Voice) -> None:
    card_id = await office.channel.send(to(ROBOT, CARD, "接单"), "")
    await office.channel.send(to(ROBOT, TAKEN, sort="edit"), card_id)
    phone = Phone(office.wecom, li)
    for path in (card_id, "0" * 24, "x", "%2e%2e"):
        await phone.opens(f"{PAGE}/{path}")
        assert phone.page.status_code == 404
        assert phone.logins == 0


async def test_what_could_not_be_kept_is_said(office: Office, li: Voice) -> None:
    phone = Phone(office.wecom, li)
    await phone.opens(await shown(office))
    office.failing = True
    await phone.taps("接单")
    assert phone.page.status_code == 503
    assert "再点一次" in phone.text


async def test_wecom_that_does_not_answer_is_said(office: Office, li: Voice) -> None:
    phone = Phone(office.wecom, li)
    link = await shown(office)
    office.wecom.refuse("/cgi-bin/auth/getuserinfo", -1)
    await phone.opens(link)
    assert phone.page.status_code == 502


async def test_nothing_on_the_page_comes_from_elsewhere_or_runs(office: Office, li: Voice) -> None:
    await office.channel.send(to(ROBOT, "<script>alert(1)</script>", '"><b>'), "")
    phone = Phone(office.wecom, li)
    await phone.opens(office.works.link())
    assert "<script" not in phone.page.text
    assert '"><b>' in phone.buttons
    assert "default-src 'none'" in phone.page.headers["content-security-policy"]
    assert phone.page.headers["cache-control"] == "no-store"
