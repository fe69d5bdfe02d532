"""The double refuses what Telegram refuses, asked without our adapter in between."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.simulation.platforms.telegram import Group, TelegramDouble, Voice

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOO_LONG = "漏" * 4097


class Wire:
    """Calls the API as any bot would."""

    def __init__(self, origin: str, token: str) -> None:
        self._base = f"{origin}/bot{token}"

    async def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        async with httpx.AsyncClient(trust_env=False) as http:
            answer: dict[str, Any] = (await http.post(f"{self._base}/{method}", json=params)).json()
        return answer


@pytest.fixture
def wire(origin: str, telegram: TelegramDouble) -> Wire:
    return Wire(origin, telegram.state.token)


def keys(**key: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "接单", **key}]]}


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": TOO_LONG}, "message is too long"),
        ({"text": "x", "reply_markup": keys(callback_data="")}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keys(callback_data="接" * 22)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keys(url="desk")}, "Wrong HTTP URL"),
        ({"text": "x", "message_thread_id": 9}, "message thread not found"),
        ({"text": "x", "chat_id": "abc"}, "chat_id must be an integer"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup"),
    ],
)
async def test_bad_messages_are_refused(
    wire: Wire, wang: Voice, params: dict[str, Any], description: str
) -> None:
    answer = await wire("sendMessage", **{"chat_id": wang.id, **params})
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert description in answer["description"]


async def test_a_phone_can_be_asked_for_in_private_only(wire: Wire, works: Group) -> None:
    markup = {"keyboard": [[{"text": "手机号", "request_contact": True}]]}
    answer = await wire("sendMessage", chat_id=works.id, text="x", reply_markup=markup)
    assert "private chats only" in answer["description"]


async def test_an_unknown_token_and_an_unknown_method_are_told_apart(wire: Wire, origin: str) -> None:
    assert (await Wire(origin, "1:unknown")("getMe"))["error_code"] == 401
    assert (await Wire(origin, "broken")("getMe"))["error_code"] == 404
    assert (await wire("getMoon"))["error_code"] == 404


async def test_a_webhook_and_polling_exclude_each_other(wire: Wire) -> None:
    assert (await wire("setWebhook", url="https://desk.example/x"))["ok"]
    assert (await wire("getUpdates"))["error_code"] == 409
    assert (await wire("deleteWebhook"))["ok"]
    assert (await wire("getUpdates"))["ok"]


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"url": "http://desk.example"}, "HTTPS URL must be provided"),
        ({"url": "https://desk.example:8080"}, "only on ports"),
        ({"url": "https://desk.example", "secret_token": "秘密"}, "illegal characters"),
    ],
)
async def test_bad_webhooks_are_refused(wire: Wire, params: dict[str, str], description: str) -> None:
    assert description in (await wire("setWebhook", **params))["description"]


async def test_offsets_confirm_and_limits_hold(wire: Wire, wang: Voice) -> None:
    ids = [(await wang.says(str(number)))["update_id"] for number in range(5)]
    assert [u["update_id"] for u in (await wire("getUpdates", limit=2))["result"]] == ids[:2]
    assert [u["update_id"] for u in (await wire("getUpdates", offset=ids[3]))["result"]] == ids[3:]
    assert [u["update_id"] for u in (await wire("getUpdates", offset=-1))["result"]] == ids[4:]


async def test_a_message_is_edited_by_its_author_in_its_own_chat(wire: Wire, wang: Voice, li: Voice) -> None:
    await wang.says("在吗")
    sent = (await wire("sendMessage", chat_id=wang.id, text="在的"))["result"]["message_id"]
    for chat, number, reason in (
        (wang, 1, "can't be edited"),
        (li, sent, "not found"),
        (wang, 99, "not found"),
    ):
        answer = await wire("editMessageText", chat_id=chat.id, message_id=number, text="x")
        assert reason in answer["description"]


async def test_a_deleted_message_is_gone_and_a_left_group_closed(
    wire: Wire, wang: Voice, works: Group
) -> None:
    sent = (await wire("sendMessage", chat_id=wang.id, text="在的"))["result"]["message_id"]
    assert (await wire("deleteMessage", chat_id=wang.id, message_id=sent))["ok"]
    assert not (await wire("deleteMessage", chat_id=wang.id, message_id=sent))["ok"]
    assert (await wire("leaveChat", chat_id=works.id))["ok"]
    assert (await wire("sendMessage", chat_id=works.id, text="x"))["error_code"] == 403


async def test_a_tap_is_answered_once_and_briefly(wire: Wire, works: Group, li: Voice) -> None:
    await wire("sendMessage", chat_id=works.id, text="1501", reply_markup=keys(callback_data="t"))
    update = await li.inside(works).taps("接单", on="1501")
    query = update["callback_query"]["id"]
    assert (
        "TOO_LONG"
        in (await wire("answerCallbackQuery", callback_query_id=query, text="好" * 201))["description"]
    )
    assert (await wire("answerCallbackQuery", callback_query_id=query))["ok"]
    assert "query is too old" in (await wire("answerCallbackQuery", callback_query_id=query))["description"]


async def test_a_card_that_lost_its_button_can_still_be_tapped_late(
    wire: Wire, works: Group, li: Voice
) -> None:
    sent = await wire("sendMessage", chat_id=works.id, text="1501", reply_markup=keys(callback_data="t"))
    number = sent["result"]["message_id"]
    await wire("editMessageText", chat_id=works.id, message_id=number, text="1501 已接单")
    update = await li.inside(works).taps("接单")
    assert update["callback_query"]["data"] == "t"
    assert update["callback_query"]["message"]["text"] == "1501 已接单"


async def test_what_is_heard_counts_from_the_last_act(wire: Wire, wang: Voice) -> None:
    await wire("sendMessage", chat_id=wang.id, text="在的")
    await wang.hears("在")
    await wang.says("厨房漏水")
    with pytest.raises(AssertionError, match="nothing like"):
        await wang.hears("在", within=0)
