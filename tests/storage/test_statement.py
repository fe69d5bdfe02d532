from __future__ import annotations

import pytest
from sqlalchemy import select, update

from storage.statement import constant, param, prepare, prepare_row
from storage.tables import timers


def test_a_statement_is_compiled_for_both_dialects() -> None:
    statement = prepare(
        select(timers.c.key).where(timers.c.kind == param("kind")).with_for_update(skip_locked=True)
    )
    assert statement.ready("sqlite")[0].endswith("timers.kind = :kind")
    assert statement.ready("postgresql")[0].endswith("timers.kind = %(kind)s::VARCHAR FOR UPDATE SKIP LOCKED")


def test_values_that_never_change_travel_with_the_statement() -> None:
    statement = prepare(update(timers).where(timers.c.key == param("the_key")).values(data=None, kind="x"))
    _, constants = statement.ready("sqlite")
    assert constants == {"data": None, "kind": "x"}


def test_a_constant_stands_in_the_text() -> None:
    text, constants = prepare(select(timers.c.key).where(timers.c.kind == constant("visit"))).ready("sqlite")
    assert text.endswith("timers.kind = 'visit'")
    assert constants == {}


def test_the_wrong_order_of_a_row_is_refused() -> None:
    statement = prepare_row(
        update(timers).where(timers.c.key == param("the_key")).values(kind=param("new_kind")),
        ["the_key", "new_kind"],
    )
    with pytest.raises(ValueError, match="order"):
        statement.ready("sqlite")
