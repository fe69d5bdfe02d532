"""The line to write in: Enter sends, the camera sends a sample picture or one of the visitor's own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from importlib import resources
from pathlib import Path

from nicegui import events, ui

from bot.web.demo.pieces import box, button, picture, text
from bot.web.demo.screen import Screen
from bot.web.demo.uploads import keep

PICTURES = Path(str(resources.files("bot.web.demo"))) / "pictures"
# The line is read and emptied in the browser: an answer of the server would wipe out what was typed meanwhile.
# Events may overtake each other on their way, so each line carries its number.
_TAKE = """(line) => {
  const said = line.value;
  line.sent = (line.sent || 0) + 1;
  line.value = '';
  line.dispatchEvent(new Event('input', {bubbles: true}));
  emit([line.sent, said]);
}"""
# An input method ends a Chinese word with Enter as well; that Enter must not send.
_ON_ENTER = f"""(e) => {{
  if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.keyCode === 229) return;
  e.preventDefault();
  ({_TAKE})(e.target);
}}"""
_LARGEST = 10_000_000

Write = Callable[[str, tuple[str, ...]], Awaitable[None]]


class Composer:
    def __init__(self, screen: Screen, write: Write) -> None:
        self._screen = screen
        self._write = write
        self._arrived: dict[int, str] = {}
        self._next = 1
        self._writing = False
        words = screen.words
        with box("composer"):
            self._upload = ui.upload(auto_upload=True, max_file_size=_LARGEST, on_upload=self._uploaded)
            self._upload.props('accept="image/*"').classes("hidden-upload")
            self._upload.on_rejected(lambda: screen.say(words.not_a_picture))
            with button("", "camera", lambda: None, title=words.photo, icon="photo_camera"):
                self._menu()
            self._line = ui.textarea(placeholder=words.say).props("borderless dense rows=1")
            self._line.props["aria-label"] = words.say
            self._line.classes("line").on("keydown", self._sent, js_handler=_ON_ENTER)
            made = button("", "send", lambda: None, title=words.send, icon="send")
            line = f"getHtmlElement({self._line.id}).querySelector('textarea')"
            made.on("click", self._sent, js_handler=f"() => ({_TAKE})({line})")

    def _menu(self) -> None:
        with ui.menu().props('anchor="top left" self="bottom left"').classes("pictures"):
            for name, title in self._screen.words.pictures:
                with ui.menu_item(on_click=partial(self._send_picture, PICTURES / name)):
                    picture(self._screen.feed.address(PICTURES / name), "thumbnail")
                    text(title)
            # Opened in the browser itself: a file dialog wants the visitor's own click.
            own = ui.menu_item(self._screen.words.upload).classes("own")
            own.on("click", js_handler=f"() => getElement({self._upload.id}).$refs.qRef.pickFiles()")

    async def _sent(self, event: events.GenericEventArguments) -> None:
        number, said = event.args
        self._arrived[int(number)] = str(said).strip()
        if self._writing:
            return
        self._writing = True
        try:
            await self._write_in_order()
        finally:
            self._writing = False

    async def _write_in_order(self) -> None:
        while self._next in self._arrived:
            said = self._arrived.pop(self._next)
            self._next += 1
            if said:
                await self._write(said, ())

    async def _send_picture(self, path: Path) -> None:
        said = (self._line.value or "").strip()
        self._line.value = ""
        await self._write(said, (str(path),))

    async def _uploaded(self, event: events.UploadEventArguments) -> None:
        kept = keep(await event.file.read())
        self._upload.reset()
        if kept is None:
            self._screen.say(self._screen.words.not_a_picture)
        else:
            await self._send_picture(kept)
