"""Spreadsheets as property companies keep them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.roster import RosterError, read_roster

Rows = Sequence[Sequence[Any]]

HEADS = ("姓名", "电话", "栋", "单元", "室", "语言")
STAFF_HEADS = ("姓名", "部门", "角色", "电话")


def a_book(tmp_path: Path, **sheets: Rows) -> Path:
    """One sheet for each keyword, its rows as given."""
    book = Workbook()
    book.remove(book["Sheet"])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    path = tmp_path / "名册.xlsx"
    book.save(path)
    return path


def faults_of(path: Path) -> dict[str, str]:
    """What reading refuses: where → sentence."""
    with pytest.raises(RosterError) as refused:
        read_roster(path)
    return {fault.key: fault.sentence for fault in refused.value.faults}
