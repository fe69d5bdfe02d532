"""What people call the columns, departments, roles and languages of a roster. All compared in lower case, without blanks."""

from __future__ import annotations

from bot.config import Department, Language, Role

RESIDENT_SHEETS = ("业主", "住户", "业主名册", "住户名册", "residents", "owners")
STAFF_SHEETS = ("员工", "人员", "员工名册", "staff")

RESIDENT_HEADS: dict[str, tuple[str, ...]] = {
    "name": ("姓名", "业主姓名", "住户姓名", "业主", "住户", "name", "owner", "resident"),
    "phone": ("电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "phone", "mobile", "tel"),
    "zone": ("期", "区", "期/区", "分区", "组团", "zone", "phase"),
    "building": ("栋", "楼栋", "幢", "楼号", "栋号", "号楼", "building", "tower", "block"),
    "unit": ("单元", "座", "单元/座", "单元号", "unit"),
    "room": ("室", "房号", "房间", "房间号", "室号", "room", "flat"),
    "address": ("地址", "房屋", "房屋地址", "房产", "住址", "home", "address"),
    "language": ("语言", "language"),
}
STAFF_HEADS: dict[str, tuple[str, ...]] = {
    "name": ("姓名", "员工姓名", "name"),
    "phone": RESIDENT_HEADS["phone"],
    "department": ("部门", "department"),
    "roles": ("角色", "职务", "岗位", "职位", "role", "roles"),
}

LANGUAGES: dict[str, Language] = {
    "": "zh-Hans",
    "中文": "zh-Hans",
    "简体": "zh-Hans",
    "简体中文": "zh-Hans",
    "普通话": "zh-Hans",
    "zh-hans": "zh-Hans",
    "繁体": "zh-Hant",
    "繁體": "zh-Hant",
    "繁体中文": "zh-Hant",
    "繁體中文": "zh-Hant",
    "粤语": "zh-Hant",
    "zh-hant": "zh-Hant",
    "英文": "en",
    "英语": "en",
    "english": "en",
    "en": "en",
}
DEPARTMENTS: dict[str, Department] = {
    "工程部": "facilities",
    "工程": "facilities",
    "维修部": "facilities",
    "环境部": "cleaning",
    "保洁部": "cleaning",
    "保洁": "cleaning",
    "绿化": "cleaning",
    "秩序部": "security",
    "保安部": "security",
    "安保部": "security",
    "客服部": "service",
    "客服": "service",
    "管理处": "management",
    "办公室": "management",
    "财务部": "finance",
    "财务": "finance",
    "facilities": "facilities",
    "cleaning": "cleaning",
    "security": "security",
    "service": "service",
    "management": "management",
    "finance": "finance",
}
ROLES: dict[str, Role] = {
    "员工": "handler",
    "维修工": "handler",
    "保洁员": "handler",
    "保安": "handler",
    "秩序员": "handler",
    "班长": "lead",
    "组长": "lead",
    "助理": "assistant",
    "客服助理": "assistant",
    "主管": "supervisor",
    "秩序主管": "supervisor",
    "经理": "manager",
    "部门经理": "manager",
    "主任": "director",
    "总经理": "director",
    "会计": "finance",
    "财务": "finance",
    "handler": "handler",
    "lead": "lead",
    "assistant": "assistant",
    "supervisor": "supervisor",
    "manager": "manager",
    "director": "director",
    "finance": "finance",
}


def plain(words: str) -> str:
    """As the tables above are written."""
    return "".join(words.split()).lower()
