"""What holds for any message at all."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given

from nlp.answers import answer_of, choice_of, find_number
from nlp.clauses import split
from nlp.intents import intent_of
from nlp.languages import language_of
from nlp.names import find_about, find_demand, find_name
from nlp.normalise import Text, normalise
from nlp.phones import find_phone
from nlp.places import find_places
from tests.nlp.appointments.reading import SHANGHAI, WEDNESDAY_TEN, appointment
from tests.nlp.messages import PIECES, messages


@given(messages)
def test_places_stand_in_order_and_quote_the_message(message: str) -> None:
    text = normalise(message)
    done = 0
    for found in find_places(text):
        assert done <= found.start < found.end <= len(text.plain)
        assert found.place.text == text.as_written(found.start, found.end)
        done = found.end


@given(messages)
def test_place_is_never_empty_and_letters_are_capital(message: str) -> None:
    for found in find_places(normalise(message)):
        place = found.place
        codes = [p for p in (place.building, place.unit, place.room) if p]
        assert codes or place.zone or place.floor or place.area
        assert all(code == code.upper() and " " not in code for code in codes)


@given(messages)
def test_appointment_is_ahead_aware_and_quotes_the_message(message: str) -> None:
    found = appointment(message)
    if found is None:
        return
    ends = [moment for moment in (found.start, found.end) if moment]
    assert ends
    assert ends == sorted(ends)
    assert all(moment.tzinfo is SHANGHAI and moment >= WEDNESDAY_TEN for moment in ends)
    assert found.text in message


@given(messages)
def test_phone_is_digits_at_its_position(message: str) -> None:
    text = normalise(message)
    found = find_phone(text)
    if found is None:
        return
    digits, start, end = found
    assert 0 <= start < end <= len(text.plain)
    assert digits.removeprefix("+").isdigit()
    assert 7 <= len(digits) <= 16


@given(messages)
def test_clauses_are_disjoint_and_in_order(message: str) -> None:
    text = normalise(message)
    done = 0
    for start, end, _ in split(text):
        assert done <= start < end <= len(text.plain)
        done = end


@given(messages)
def test_words_of_the_owner_are_quoted_as_written(message: str) -> None:
    text = normalise(message)
    for said in (find_name(text), find_about(text), find_demand(text)):
        assert said is None or (said and said in message)


@given(messages)
def test_any_message_has_an_intent_and_a_language(message: str) -> None:
    text = normalise(message)
    assert intent_of(text, has_problem=True) in {
        "report",
        "progress",
        "urge",
        "add",
        "withdraw",
        "human",
        "other",
        "thanks",
    }
    assert intent_of(text, has_problem=False) != "report"
    assert language_of(message)[0] in {"zh-Hans", "zh-Hant", "en"}
    assert answer_of(text) in {None, "yes", "no", "cancel", "change"}


READERS: list[Callable[[Text], object]] = [
    find_places, find_phone, split, find_name, find_about, find_demand, find_number, answer_of, choice_of,
    lambda text: normalise(text.written), lambda text: language_of(text.written), lambda text: appointment(text.written),
    lambda text: intent_of(text, has_problem=False), lambda text: intent_of(text, has_problem=True),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES[::4])
def test_hundred_thousand_characters_of_anything_are_read_at_once(piece: str) -> None:
    text = normalise((piece * 100_000)[:100_000])
    begun = process_time()
    for read in READERS:
        read(text)
    assert process_time() - begun < 3


def test_room_behind_a_hundred_thousand_characters_is_found() -> None:
    text = normalise("啊" * 100_000 + ",3栋2单元1501漏水")
    assert [found.place.room for found in find_places(text)] == ["1501"]
