"""Photos, documents, voices, videos and albums, out; files, in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.simulation.platforms.telegram.methods.sending import chat_of, said
from bot.simulation.platforms.telegram.params import Params
from bot.simulation.platforms.telegram.rules import bad, caption_ok
from bot.simulation.platforms.telegram.state import ApiError, Json, StoredFile

if TYPE_CHECKING:
    from bot.simulation.platforms.telegram.double import TelegramDouble

PHOTO_LIMIT, UPLOAD_LIMIT, DOWNLOAD_LIMIT = 10_000_000, 50_000_000, 20_000_000


async def send_photo(telegram: TelegramDouble, params: Params) -> Json:
    return _send(telegram, params, "photo")


async def send_document(telegram: TelegramDouble, params: Params) -> Json:
    return _send(telegram, params, "document")


async def send_video(telegram: TelegramDouble, params: Params) -> Json:
    return _send(telegram, params, "video")


async def send_voice(telegram: TelegramDouble, params: Params) -> Json:
    return _send(telegram, params, "voice")


async def send_media_group(telegram: TelegramDouble, params: Params) -> list[Json]:
    chat, items = chat_of(telegram, params), params.data("media") or []
    if not 2 <= len(items) <= 10:
        raise bad("invalid number of media in an album")
    if len({item["type"] == "document" for item in items}) > 1:
        raise bad("document can't be mixed with other media types")
    files = [_file(telegram, params, item["type"], item.get("media", "")) for item in items]
    album = {"media_group_id": str(next(telegram.state.numbers))}
    return [
        said(telegram, chat, params, {**album, **described(item["type"], file)})
        for item, file in zip(items, files, strict=True)
    ]


async def get_file(telegram: TelegramDouble, params: Params) -> Json:
    file = telegram.state.files.get(params.text("file_id"))
    if file is None:
        raise bad("invalid file_id")
    if file.size > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return {**_named(file), "file_path": f"files/{file.id}/{file.name}"}


def described(kind: str, file: StoredFile) -> Json:
    """A file as a message shows it; a photo in three sizes, the largest in the middle, lest order be relied on."""
    if kind == "photo":
        sizes = [(90, 67, "-s"), (1280, 960, ""), (320, 240, "-m")]
        return {"photo": [_sized(file, width, height, mark) for width, height, mark in sizes]}
    named: dict[str, Json] = {
        "document": {"file_name": file.name},
        "video": {"width": 640, "height": 480, "duration": 3},
    }
    return {kind: {**_named(file), **named.get(kind, {"duration": 3})}}


def _sized(file: StoredFile, width: int, height: int, mark: str) -> Json:
    known = {"file_id": file.id + mark, "file_unique_id": f"u{file.id}{mark}"}
    return {**known, "width": width, "height": height}


def _named(file: StoredFile) -> Json:
    return {"file_id": file.id, "file_unique_id": f"u{file.id}", "file_size": file.size}


def _send(telegram: TelegramDouble, params: Params, kind: str) -> Json:
    chat = chat_of(telegram, params)
    caption = caption_ok(params.text("caption"))
    file = _file(telegram, params, kind, params.values.get(kind) or kind)
    content = {**described(kind, file), **({"caption": caption} if caption else {})}
    return said(telegram, chat, params, content)


def _file(telegram: TelegramDouble, params: Params, kind: str, given: Any) -> StoredFile:
    """By a file_id of this bot's, or uploaded in the request."""
    name = str(given).removeprefix("attach://")
    if name in params.files:
        return _uploaded(telegram, kind, *params.files[name])
    file = telegram.state.files.get(name)
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return file


def _uploaded(telegram: TelegramDouble, kind: str, name: str, content: bytes) -> StoredFile:
    if len(content) > UPLOAD_LIMIT or (kind == "photo" and len(content) > PHOTO_LIMIT):
        raise ApiError(413, "Request Entity Too Large")
    if not content:
        raise bad("file must be non-empty")
    if kind == "photo" and not content.startswith((b"\xff\xd8", b"\x89PNG")):
        raise bad("IMAGE_PROCESS_FAILED")
    return telegram.state.store(name, content)
