"""A spreadsheet → Roster. Everything that is wrong is told at once, with sheet and row.

RosterError
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from bot.config import Community, Fault, Home, ResidentEntry, StaffEntry
from bot.roster import cells
from bot.roster.homes import home_of
from bot.roster.sheet import Row, Sheet
from bot.roster.words import RESIDENT_HEADS, RESIDENT_SHEETS, STAFF_HEADS, STAFF_SHEETS, plain


@dataclass(frozen=True, slots=True)
class Roster:
    residents: tuple[ResidentEntry, ...] = ()
    staff: tuple[StaffEntry, ...] = ()


class RosterError(Exception):
    """The spreadsheet cannot be used. Its text is one line; `faults` has every one found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        more = f"（另有 {len(faults) - 1} 处）" if len(faults) > 1 else ""
        super().__init__(f"{faults[0]}{more}")
        self.faults = tuple(faults)


def roster_of(community: Community) -> Roster:
    """The community's own, written in config.yaml or in the spreadsheet it names. Raises RosterError."""
    if community.roster_file is not None:
        return read_roster(community.roster_file)
    return Roster(residents=community.roster)


def read_roster(path: Path) -> Roster:
    """Sheets 业主 (or 住户) and 员工, either may be missing. Raises RosterError."""
    reading = _Reading(str(path))
    residents: dict[tuple[str, str], ResidentEntry] = {}
    staff: dict[str, StaffEntry] = {}
    found = False
    for name, rows in _sheets(path):
        if plain(name) in STAFF_SHEETS:
            found = True
            reading.each(Sheet(name, rows, STAFF_HEADS), lambda row: _add_staff(staff, row))
        elif plain(name) in RESIDENT_SHEETS:
            found = True
            reading.each(Sheet(name, rows, RESIDENT_HEADS), lambda row: _add_resident(residents, row))
    if not found:
        reading.faults.append(Fault("", "没有找到名册。请把工作表命名为 业主 和 员工。", str(path)))
    if reading.faults:
        raise RosterError(reading.faults)
    return Roster(tuple(residents.values()), tuple(staff.values()))


def _sheets(path: Path) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
    import openpyxl  # here: most starts read no spreadsheet, and it takes 0.1 s
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it speaks of styles and drop-downs, which nobody reads here
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except FileNotFoundError:
        raise RosterError([Fault("", "没有这个文件。请检查路径。", str(path))]) from None
    except (InvalidFileException, BadZipFile, KeyError, OSError, ValueError):
        raise RosterError([Fault("", "打不开这个表格。请另存为 .xlsx 再试。", str(path))]) from None
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # some programs write a wrong size, and rows would be lost
            yield sheet.title, sheet.iter_rows(values_only=True)
    finally:
        book.close()


@dataclass
class _Reading:
    file: str
    faults: list[Fault] = field(default_factory=list)

    def each(self, sheet: Sheet, add: Callable[[Row], None]) -> None:
        if not sheet.heads:
            self._fault(
                sheet.name,
                "没有找到表头。请写 姓名、电话 等列名，或用模板（huiyin import roster --template）。",
            )
        for row in sheet.rows() if sheet.heads else ():
            try:
                add(row)
            except ValueError as error:
                self._fault(f"{sheet.name} 第 {row.number} 行", str(error))

    def _fault(self, where: str, saying: str) -> None:
        self.faults.append(Fault(where, saying, self.file))


def _add_resident(residents: dict[tuple[str, str], ResidentEntry], row: Row) -> None:
    """Rows of one person (same name and phone) are that person's homes."""
    if not row["name"]:
        raise ValueError("没有写姓名。请补上，或删掉这一行。")
    phone, language = cells.phone_of(row["phone"]), cells.language_of(row["language"])
    home = _home(row)
    key = (row["name"], phone or home.shown)
    known = residents.get(key)
    if known and home in known.homes:
        raise ValueError(f"{row['name']} {home.shown} 写了两遍。请删掉一行。")
    homes = (*known.homes, home) if known else (home,)
    residents[key] = ResidentEntry(name=row["name"], phone=phone, language=language, homes=homes)


def _home(row: Row) -> Home:
    building, room = cells.part_of_home(row["building"]), cells.part_of_home(row["room"])
    if building and room:
        unit = cells.part_of_home(row["unit"]) or None
        return Home(zone=row["zone"] or None, building=building, unit=unit, room=room)
    written = row["address"] or row["room"]
    if not written:
        raise ValueError("没有写房屋。请写栋、单元、室，或在地址一列写例如 3栋2单元1501。")
    return home_of(f"{row['zone']}{written}")


def _add_staff(staff: dict[str, StaffEntry], row: Row) -> None:
    if not row["name"]:
        raise ValueError("没有写姓名。请补上，或删掉这一行。")
    if row["name"] in staff:
        raise ValueError(f"员工 {row['name']} 写了两遍。姓名不能重复，请改成例如 {row['name']}2。")
    staff[row["name"]] = StaffEntry(
        name=row["name"],
        department=cells.department_of(row["department"]),
        roles=cells.roles_of(row["roles"]),
        phone=cells.phone_of(row["phone"]),
    )
