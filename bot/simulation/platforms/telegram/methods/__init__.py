"""The Bot API's methods by their lower-case names; each takes the platform and the request's parameters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.simulation.platforms.telegram.methods import editing, files, profile, queue, sending
from bot.simulation.platforms.telegram.params import Params

if TYPE_CHECKING:
    from bot.simulation.platforms.telegram.double import TelegramDouble

Method = Callable[["TelegramDouble", Params], Awaitable[Any]]

METHODS: Mapping[str, Method] = {
    "getme": profile.get_me,
    "setmycommands": profile.set_my_commands,
    "setmydescription": profile.set_my_description,
    "setchatmenubutton": profile.set_chat_menu_button,
    "getupdates": queue.get_updates,
    "setwebhook": queue.set_webhook,
    "deletewebhook": queue.delete_webhook,
    "getwebhookinfo": queue.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendlocation": sending.send_location,
    "answercallbackquery": sending.answer_callback_query,
    "leavechat": sending.leave_chat,
    "sendphoto": files.send_photo,
    "senddocument": files.send_document,
    "sendvideo": files.send_video,
    "sendvoice": files.send_voice,
    "sendmediagroup": files.send_media_group,
    "getfile": files.get_file,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
}
