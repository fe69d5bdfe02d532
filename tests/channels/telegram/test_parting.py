"""One message of ours as several of Telegram's: every word, file and button is in exactly one of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.parting import ALBUM_LIMIT, Part, bearing, parts
from bot.messages import Address, Attachment, Button, Media, Outgoing

CHAT = Address("telegram", "7000001", "1001")
TAKE = Button("接单", token="t")
KINDS: tuple[Media, ...] = ("photo", "video", "voice", "file", "location")
FILES = st.lists(st.sampled_from([Attachment(kind) for kind in KINDS]), max_size=25)


def sent(text: str, files: list[Attachment], *rows: tuple[Button, ...], name: str = "") -> list[Part]:
    return parts(Outgoing(CHAT, text, buttons=rows, name=name), files, private=True)


@given(
    FILES,
    st.sampled_from(["", " ", "短", "长" * 2000, "长" * 9000]),
    st.booleans(),
    st.sampled_from(["", "card"]),
)
def test_every_word_file_and_button_is_sent_once(
    files: list[Attachment], text: str, buttons: bool, name: str
) -> None:
    found = sent(text, files, *([(TAKE,)] if buttons else []), name=name)
    assert "".join(part.text for part in found) == text.strip()
    assert [file for part in found for file in part.files] == files
    assert sum(bool(part.rows) for part in found) == (1 if buttons and found else 0)


@given(FILES, st.booleans())
def test_no_album_bears_buttons_words_or_strangers(files: list[Attachment], buttons: bool) -> None:
    for part in sent("", files, *([(TAKE,)] if buttons else [])):
        kinds = {file.kind for file in part.files}
        if len(part.files) > 1:
            assert not part.rows
            assert not part.text
            assert len(part.files) <= ALBUM_LIMIT
            assert kinds <= {"photo", "video"} or kinds == {"file"}


def test_nothing_comes_of_nothing() -> None:
    assert sent(" ", [], (TAKE,)) == []


def test_the_message_with_the_buttons_stands_for_the_whole() -> None:
    found = sent("长" * 5000, [Attachment("photo")] * 2, (TAKE,), (Button("手机号", contact=True),))
    assert [bool(part.rows) for part in found] == [False, False, True, False]
    assert bearing(found) == 2
    assert bearing(sent("长" * 5000, [])) == 1
