"""What WeCom refuses, drops, or answers with nonsense."""

from __future__ import annotations

import pytest
from starlette.responses import Response

from bot.channels.wecom.budget import MEMBER, wait
from bot.outbox.delivery import DeliveryError
from bot.simulation.platforms.wecom import Voice
from tests.channels.wecom.office import Office, to

pytestmark = pytest.mark.asyncio(loop_scope="session")
SEND = "/cgi-bin/message/send"


async def refused(office: Office, li: Voice, code: int) -> DeliveryError:
    office.wecom.refuse(SEND, code)
    with pytest.raises(DeliveryError) as caught:
        await office.channel.send(to(li, "水管漏水"), "")
    return caught.value


@pytest.mark.parametrize(("code", "pause"), [(45009, 60.0), (45033, 3.0), (60020, 300.0), (48002, 300.0)])
async def test_limits_and_faults_of_the_set_up_are_waited_for(
    office: Office, li: Voice, code: int, pause: float
) -> None:
    error = await refused(office, li, code)
    assert (error.retry_after, error.permanent) == (pause, False)


@pytest.mark.parametrize("code", [40003, 60111, 81013, 45002, 44004, 40058])
async def test_what_would_be_refused_again_is_given_up(office: Office, li: Voice, code: int) -> None:
    assert (await refused(office, li, code)).permanent


async def test_a_busy_platform_is_tried_again(office: Office, li: Voice) -> None:
    error = await refused(office, li, -1)
    assert (error.permanent, error.retry_after) == (False, None)


async def test_a_member_who_may_not_see_the_application_is_given_up(office: Office) -> None:
    stranger = office.wecom.member("stranger", "外人", sees=False)
    with pytest.raises(DeliveryError) as caught:
        await office.channel.send(to(stranger, "工单"), "")
    assert caught.value.permanent


async def test_a_token_that_is_over_is_renewed_once(office: Office, li: Voice) -> None:
    await office.channel.send(to(li, "一"), "")
    office.wecom.state.tokens.clear()
    await office.channel.send(to(li, "二"), "")
    assert [seen.text for seen in li.heard()] == ["一", "二"]
    assert len(office.wecom.called("/cgi-bin/gettoken")) == 2


async def test_a_token_that_is_always_refused_is_asked_for_once_more_only(office: Office, li: Voice) -> None:
    for _ in range(3):
        office.wecom.refuse(SEND, 42001)
    office.wecom.state.tokens.clear()
    with pytest.raises(DeliveryError) as caught:
        await office.channel.send(to(li, "一"), "")
    assert caught.value.retry_after == 300.0
    assert len(office.wecom.called(SEND)) == 2


@pytest.mark.parametrize("body", [b"", b"<html>502</html>", b"[1]", b'{"errcode": "x"}'])
async def test_nonsense_is_tried_again(office: Office, li: Voice, body: bytes) -> None:
    await office.channel.send(to(li, "一"), "")
    office.wecom.nonsense.append(Response(body, status_code=502))
    with pytest.raises(DeliveryError) as caught:
        await office.channel.send(to(li, "二"), "")
    assert not caught.value.permanent


async def test_no_error_shows_a_secret(office: Office, li: Voice) -> None:
    error = await refused(office, li, 40058)
    assert "secret" not in str(error)
    assert "token" not in str(error)


async def test_thirty_a_minute_and_the_rest_waits_instead_of_being_dropped(office: Office, li: Voice) -> None:
    await office.sends(*(to(li, f"第{n}条") for n in range(35)))
    assert len(li.heard()) == 30
    office.clock.passes(seconds=61)
    await office.sends()
    assert [seen.text for seen in li.heard()] == [f"第{n}条" for n in range(35)]


async def test_a_long_text_counts_with_every_part(office: Office, li: Voice) -> None:
    await office.sends(*(to(li, f"第{n}条") for n in range(28)), to(li, "水管漏水。" * 500))
    assert len(li.heard()) == 28
    assert office.states()[-1] == "waiting"


async def test_a_thousand_an_hour_is_counted_too() -> None:
    sent = [float(n * 3) for n in range(1000)]
    assert wait(sent, 3000.0, 1, MEMBER) == pytest.approx(600.0)
    assert wait(sent[1:], 3000.0, 1, MEMBER) == 0.0


async def test_a_failed_part_is_gone_on_with_not_said_twice(office: Office, li: Voice) -> None:
    message = to(li, "水管漏水，已经关阀。" * 150, "接单")
    office.wecom.refuse(SEND, 45033, after=1)
    with pytest.raises(DeliveryError):
        await office.channel.send(message, "")
    card_id = await office.channel.send(message, "")
    assert sum(seen.text.count("漏水") for seen in li.heard() if seen.kind == "text") == 150
    assert [seen.task for seen in li.heard() if seen.buttons] == [card_id]
