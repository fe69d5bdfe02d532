from pathlib import Path

import openpyxl

from bot.roster import read_roster, write_template


def test_a_filled_in_template_is_a_roster(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    book["业主"].append(["王女士", "13800138001", "", "3", "2", "1501", "简体"])
    book["员工"].append(["老李", "工程部", "员工、班长", "13800139001"])
    book.save(path)
    roster = read_roster(path)
    assert roster.residents[0].homes[0].shown == "3栋2单元1501"
    assert roster.staff[0].roles == ("handler", "lead")


def test_the_template_offers_departments_and_languages(tmp_path: Path) -> None:
    write_template(tmp_path / "模板.xlsx")
    book = openpyxl.load_workbook(tmp_path / "模板.xlsx")
    assert [d.formula1 for d in book["业主"].data_validations.dataValidation] == ['"简体,繁体,英文"']
    assert "秩序部" in book["员工"].data_validations.dataValidation[0].formula1
