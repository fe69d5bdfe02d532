"""A thing that belongs to one department is enough, whatever is said of it."""

from __future__ import annotations

import pytest

from tests.nlp.classify.heard import understood

THINGS = {
    "facilities": "化粪池 道闸 窨井 水泵房 配电箱 对讲机 单元门 感应灯 闭门器 地漏 水表 角阀 吊顶 护栏 减速带 洗手盆 防盗门",
    "cleaning": "垃圾桶 绿化带 草坪 蟑螂 白蚁 狗屎 落叶 油烟 蜘蛛网 异味 枯树 建筑垃圾 杂草 鸟粪",
    "security": "消防通道 飞线充电 高空抛物 流浪狗 陌生人 僵尸车 小偷 赌博 摄像头 烈性犬",
    "service": "物业费 停车费 业委会 维修基金 公共收益 装修噪音 广场舞 违建 群租 发票 押金 宽带垄断",
}
REMARKS = ("{}没人管", "{}有问题", "反映{}的问题", "{}多次反映无果")


@pytest.mark.parametrize(
    ("category", "thing"), [(category, thing) for category, row in THINGS.items() for thing in row.split()]
)
def test_a_general_remark_goes_where_the_thing_belongs(category: str, thing: str) -> None:
    heard = {remark: understood(remark.format(thing)).problems for remark in REMARKS}
    assert {
        remark: found[0].category if found else "none" for remark, found in heard.items()
    } == dict.fromkeys(REMARKS, category)
