from pathlib import Path

import pytest

from bot.config import Home
from bot.roster import RosterError, read_roster, roster_of, write_template
from tests.desk.jinxiu import COMMUNITY
from tests.roster.sheets import HEADS, STAFF_HEADS, a_book, faults_of


def test_owners_with_their_rooms_in_columns(tmp_path: Path) -> None:
    rows = [
        HEADS,
        ("王女士", 13800138001, 3, 2, 1501, None),
        ("黃太", "138-0013-8006", "6栋", "B座", "1208室", "繁体"),
    ]
    lady, madam = read_roster(a_book(tmp_path, 业主=rows)).residents
    assert (lady.name, lady.phone, lady.language) == ("王女士", "13800138001", "zh-Hans")
    assert lady.homes == (Home(building="3", unit="2", room="1501"),)
    assert (madam.phone, madam.language, madam.homes[0].shown) == ("13800138006", "zh-Hant", "6栋B座1208")


@pytest.mark.parametrize("written", ["3栋2单元1501", "3-2-1501", "三号楼二单元1501"])
def test_owners_with_their_address_in_one_cell(tmp_path: Path, written: str) -> None:
    (lady,) = read_roster(a_book(tmp_path, 住户=[("业主姓名", "房号"), ("王女士", written)])).residents
    assert lady.homes == (Home(building="3", unit="2", room="1501"),)


def test_heads_stand_under_a_title_and_in_english_too(tmp_path: Path) -> None:
    rows = [
        ("锦绣花园业主名册",),
        (),
        ("Name", "Mobile", "Building", "Unit", "Room", "Language"),
        ("Mr Smith", "+86 13800138005", 5, 1, 802, "English"),
        (None, None, None, None, None, None),
    ]
    (smith,) = read_roster(a_book(tmp_path, Residents=rows)).residents
    assert (smith.name, smith.phone, smith.language) == ("Mr Smith", "13800138005", "en")


def test_rows_of_one_person_are_her_homes(tmp_path: Path) -> None:
    rows = [HEADS, ("林先生", "13800138013", 1, 1, 101, ""), ("林先生", "13800138013", 1, 1, 102, "")]
    (owner,) = read_roster(a_book(tmp_path, 业主=rows)).residents
    assert [home.room for home in owner.homes] == ["101", "102"]


def test_people_of_one_name_and_no_phone_are_different_people(tmp_path: Path) -> None:
    rows = [HEADS, ("王女士", "", 1, 1, 101, ""), ("王女士", "", 1, 1, 102, "")]
    assert len(read_roster(a_book(tmp_path, 业主=rows)).residents) == 2


def test_staff_with_department_and_several_roles(tmp_path: Path) -> None:
    rows = [STAFF_HEADS, ("老李", "工程部", "员工、班长", "13800139001"), ("周主任", "管理处", "主任", None)]
    lead, director = read_roster(a_book(tmp_path, 员工=rows)).staff
    assert (lead.department, lead.roles, lead.phone) == ("facilities", ("handler", "lead"), "13800139001")
    assert (director.department, director.roles) == ("management", ("director",))


def test_all_that_is_wrong_is_told_at_once_with_its_row(tmp_path: Path) -> None:
    owners = [
        HEADS,
        ("王女士", "13800138001", 3, 2, 1501, ""),
        ("", "13800138002", 3, 2, 1401, ""),
        ("陈阿姨", "不知道", 3, 1, 602, ""),
        ("周先生", "", None, None, None, ""),
        ("Mr Smith", "", 5, 1, 802, "法语"),
        ("王女士", "13800138001", 3, 2, 1501, ""),
    ]
    staff = [
        STAFF_HEADS,
        ("老李", "后勤", "员工", ""),
        ("小吴", "工程部", "神仙", ""),
        ("小吴", "工程部", "员工", ""),
    ]
    found = faults_of(a_book(tmp_path, 业主=owners, 员工=[*staff, ("小吴", "工程部", "员工", "")]))
    assert found == {
        "业主 第 3 行": "没有写姓名。请补上，或删掉这一行。",
        "业主 第 4 行": "电话 '不知道' 看不懂。请只写一个号码，例如 13800138001。",
        "业主 第 5 行": "没有写房屋。请写栋、单元、室，或在地址一列写例如 3栋2单元1501。",
        "业主 第 6 行": "不认识语言 '法语'。请写 简体、繁体 或 英文。",
        "业主 第 7 行": "王女士 3栋2单元1501 写了两遍。请删掉一行。",
        "员工 第 2 行": "不认识部门 '后勤'。请写 工程部、环境部、秩序部、客服部、管理处 或 财务部。",
        "员工 第 3 行": "不认识角色 '神仙'。请写 员工、班长、客服助理、主管、经理、主任 或 会计。",
        "员工 第 5 行": "员工 小吴 写了两遍。姓名不能重复，请改成例如 小吴2。",
    }


def test_a_sheet_without_heads_and_a_book_without_sheets(tmp_path: Path) -> None:
    assert "没有找到表头" in faults_of(a_book(tmp_path, 业主=[("王女士", "1501")]))["业主"]
    assert "没有找到名册" in faults_of(a_book(tmp_path, 其他=[HEADS]))[""]


def test_an_address_that_says_no_room_is_refused(tmp_path: Path) -> None:
    found = faults_of(a_book(tmp_path, 业主=[("姓名", "地址"), ("王女士", "那边")]))
    assert found == {"业主 第 2 行": "房屋 '那边' 看不懂。请写例如 3栋2单元1501。"}


@pytest.mark.parametrize("content", [b"", b"no spreadsheet", b"PK\x03\x04broken"])
def test_what_is_no_spreadsheet_is_told_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(content)
    assert "打不开" in faults_of(path)[""]


def test_a_missing_file_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="没有这个文件"):
        read_roster(tmp_path / "名册.xlsx")


def test_the_template_is_read_as_an_empty_roster(tmp_path: Path) -> None:
    write_template(tmp_path / "模板.xlsx")
    empty = read_roster(tmp_path / "模板.xlsx")
    assert (empty.residents, empty.staff) == ((), ())


def test_a_community_has_its_roster_inline_or_in_a_file(tmp_path: Path) -> None:
    assert roster_of(COMMUNITY).residents == COMMUNITY.roster
    path = a_book(tmp_path, 业主=[HEADS, ("王女士", "", 3, 2, 1501, "")])
    elsewhere = COMMUNITY.model_copy(update={"roster": (), "roster_file": path})
    assert [r.name for r in roster_of(elsewhere).residents] == ["王女士"]
