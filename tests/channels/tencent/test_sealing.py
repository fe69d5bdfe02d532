"""Encrypted callbacks, against a cipher written from the documentation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.tencent.sealing import KeyMalformed, Opened, Sealer, Undecryptable
from bot.simulation.platforms.wechat.callback import Seal, read, sha1

PRESENT, FORMER = "a" * 43, "Q" * 43


def sealer(*keys: str) -> Sealer:
    return Sealer("word", "wx1", keys or (PRESENT, FORMER))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_what_the_platform_seals_is_opened(text: str) -> None:
    assert sealer().open(Seal(PRESENT, "wx1").close(text)) == Opened(text, 0)


def test_the_former_key_opens_and_is_named() -> None:
    assert sealer().open(Seal(FORMER, "wx1").close("旧")) == Opened("旧", 1)


def test_what_we_close_the_platform_opens() -> None:
    fields = read(sealer().close("您好", key=1, timestamp="1772600000", nonce="n"))
    assert fields["MsgSignature"] == sha1("word", "1772600000", "n", fields["Encrypt"])
    assert Seal(FORMER, "wx1").open(fields["Encrypt"]) == "您好"


@pytest.mark.parametrize("broken", ["", "=", "AAAA", "not base64!", "QUJD" * 8, "漏水"])
def test_what_is_no_ciphertext_is_refused(broken: str) -> None:
    with pytest.raises(Undecryptable):
        sealer().open(broken)


@given(st.integers(0, 200))
def test_a_truncated_ciphertext_is_refused(length: int) -> None:
    whole = Seal(PRESENT, "wx1").close("厨房水管漏水" * 10)
    with pytest.raises(Undecryptable):
        sealer(PRESENT).open(whole[:length])


def test_another_receivers_letter_is_refused() -> None:
    with pytest.raises(Undecryptable):
        sealer().open(Seal(PRESENT, "wx2").close("x"))


@pytest.mark.parametrize("key", ["short", "a" * 42, "a" * 44, "!" * 43, "密" * 43])
def test_a_key_that_is_none_is_said_without_showing_it(key: str) -> None:
    with pytest.raises(KeyMalformed) as caught:
        sealer(key)
    assert key not in str(caught.value)


def test_without_a_former_key_there_is_one() -> None:
    assert sealer(PRESENT, "").has_keys
    assert not Sealer("word", "wx1", ["", ""]).has_keys
