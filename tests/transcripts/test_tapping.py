from bot.transcripts.lines import Tap
from bot.transcripts.stage import Received
from bot.transcripts.tapping import Found, find_button
from tests.transcripts.scripted_stage import got

FIRST = got("工程群", "BX260304-001 漏水", "接单", "转派", key="first")
SECOND = got("工程群", "BX260304-002 没电", "接单", "转派", key="second")


def found(label: str, *received: Received, on: str = "") -> Found | None:
    return find_button(Tap(9, "老李", label, on, "工程群"), received)


def test_the_newest_message_is_meant() -> None:
    assert found("接单", FIRST, SECOND) == Found("second/接单", "second")


def test_a_named_message_is_meant_even_if_it_is_older() -> None:
    assert found("接单", FIRST, SECOND, on="BX260304-001") == Found("first/接单", "first")


def test_an_edit_does_not_make_a_message_newer() -> None:
    edited = got("工程群", "BX260304-001 已接单", "完成", "转派", key="first", kind="edit")
    assert found("转派", FIRST, SECOND, edited) == Found("second/转派", "second")
    assert found("完成", FIRST, SECOND, edited) == Found("first/完成", "first")


def test_a_button_that_an_edit_took_away_can_still_be_tapped() -> None:
    taken = got("工程群", "BX260304-001 已接单:老李", "完成", key="first", kind="edit")
    assert found("接单", FIRST, taken) == Found("first/接单", "first")


def test_a_button_that_is_there_goes_before_one_that_was_taken_away() -> None:
    taken = got("工程群", "BX260304-002 已接单:老李", "完成", key="second", kind="edit")
    assert found("接单", FIRST, SECOND, taken) == Found("first/接单", "first")
    assert found("接单", FIRST, SECOND, taken, on="BX260304-002") == Found("second/接单", "second")


def test_an_exact_label_goes_before_a_containing_one() -> None:
    extension = got("工程群", "申请延期", "延期同意", "延期不同意", key="extension")
    result = got("工程群", "处理结果", "同意", "无效", key="result")
    assert found("同意", result, extension) == Found("result/同意", "result")
    assert found("不同意", result, extension) == Found("extension/延期不同意", "extension")


def test_a_containing_label_is_enough() -> None:
    assert found("接", FIRST) == Found("first/接单", "first")


def test_buttons_of_other_chats_and_of_notices_are_not_meant() -> None:
    private = got("老李", "BX260304-001", "接单", key="private")
    notice = got("工程群", "已被接走", "接单", key="notice", kind="notice")
    assert found("接单", private, notice) is None


def test_a_photo_may_name_the_message() -> None:
    shown = got("工程群", "BX260304-003", "接单", key="third", attachments=("(photo)",))
    assert found("接单", shown, SECOND, on="(photo)") == Found("third/接单", "third")
