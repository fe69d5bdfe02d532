"""An empty roster to fill in: two sheets with heads and drop-downs, and a page that explains."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_RESIDENTS = ("姓名", "电话", "区", "栋", "单元", "室", "语言")
_DEPARTMENTS = ("工程部", "环境部", "秩序部", "客服部", "管理处", "财务部")
_STAFF = ("姓名", "部门", "角色", "电话")
_HELP = (
    "业主：一户一行。一个人有几套房，就写几行，姓名和电话写一样的。",
    "例：王女士 | 13800138001 | （空） | 3 | 2 | 1501 | 简体",
    "例：黃太 | 13800138006 | （空） | 6 | B | 1208 | 繁体",
    "单元写数字是单元，写字母是座；没有就空着。语言可写 简体、繁体、英文，空着按简体。",
    "员工：姓名不能重复。角色可写 员工、班长、客服助理、主管、经理、主任、会计，几个角色用顿号隔开。",
    "例：老李 | 工程部 | 员工、班长 | 13800139001",
    "填好后运行：huiyin import roster 文件名.xlsx",
)
_ROWS = 5000
"""Drop-downs reach this far."""


def write_template(path: Path) -> None:
    """Writes the .xlsx; an existing file is replaced."""
    from openpyxl import Workbook

    book = Workbook()
    residents = book.active
    residents.title = "业主"
    _heads(residents, _RESIDENTS)
    _choices(residents, "G", "简体", "繁体", "英文")
    staff = book.create_sheet("员工")
    _heads(staff, _STAFF)
    _choices(staff, "B", *_DEPARTMENTS)
    explained = book.create_sheet("说明")
    explained.column_dimensions["A"].width = 90
    for line in _HELP:
        explained.append([line])
    book.save(path)


def _heads(sheet: Worksheet, heads: tuple[str, ...]) -> None:
    from openpyxl.styles import Font, PatternFill

    sheet.append(heads)
    sheet.freeze_panes = "A2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDEBF7")
        sheet.column_dimensions[cell.column_letter].width = 16
        if cell.value == "电话":
            sheet.column_dimensions[cell.column_letter].number_format = "@"  # else 0755… loses its zero


def _choices(sheet: Worksheet, column: str, *words: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = ",".join(words)
    drop_down = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
    drop_down.add(f"{column}2:{column}{_ROWS}")
    sheet.add_data_validation(drop_down)
