from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.people import Resident
from bot.desk.ticket import Ticket
from bot.desk.visit import Visit
from storage.mapping import JsonText, Shape
from storage.scalars import from_ms, to_ms
from storage.tables import residents, tickets, visits


@dataclass(frozen=True)
class Window:
    start: datetime | None
    note: str = ""


@dataclass(frozen=True)
class Errand:
    name: str
    windows: tuple[Window, ...] = ()
    done: bool = False
    tags: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)


MORNING = datetime(2026, 3, 4, 8, 30, tzinfo=timezone(timedelta(hours=8)))


def test_a_dataclass_comes_back_from_its_row() -> None:
    shape = Shape(Errand)
    errand = Errand("看水管", (Window(MORNING, "上午"), Window(None)), True, ("leak",), {"floor": 3})
    assert shape.value(shape.row(errand)) == errand


def test_nested_values_are_short_readable_json() -> None:
    _, windows, done, tags, data = Shape(Errand).row(Errand("看水管", (Window(MORNING, "上午"),)))
    assert windows == '[{"start":1772584200000,"note":"上午"}]'
    assert (done, tags, data) == (0, "[]", "{}")


def test_a_row_written_before_a_field_existed_gets_its_default() -> None:
    assert JsonText(Errand).read('{"name":"看水管"}') == Errand("看水管")


def test_a_field_that_is_gone_is_passed_over() -> None:
    assert JsonText(Errand).read('{"name":"看水管","colour":"red"}') == Errand("看水管")


def test_a_type_without_a_stored_form_is_refused_at_once() -> None:
    @dataclass
    class Odd:
        value: set[str]

    with pytest.raises(TypeError, match="no stored form"):
        Shape(Odd)


def test_times_without_a_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        to_ms(datetime(2026, 3, 4))  # noqa: DTZ001 - the point of the test


@given(st.timedeltas(timedelta(0), timedelta(days=80_000)).map(lambda since: MORNING.astimezone(UTC) + since))
def test_times_come_back_to_the_millisecond(moment: datetime) -> None:
    back = from_ms(to_ms(moment))
    assert abs(back - moment) <= timedelta(milliseconds=0.5)
    assert to_ms(back) == to_ms(moment)


@pytest.mark.parametrize(("kind", "table"), [(Ticket, tickets), (Visit, visits)])
def test_a_table_has_the_columns_of_its_dataclass_in_their_order(kind: Any, table: Any) -> None:
    assert [field.name for field in fields(kind)] == table.columns.keys()


def test_the_residents_table_has_all_but_the_homes() -> None:
    assert [f.name for f in fields(Resident) if f.name != "homes"] == residents.columns.keys()
