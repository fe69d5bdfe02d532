"""What a message is for, beyond the problem in it."""

from __future__ import annotations

import pytest

from nlp.intents import intent_of
from nlp.normalise import normalise
from nlp.understanding import Intent

WITHOUT_PROBLEM: list[tuple[Intent, list[str]]] = [
    (
        "progress",
        [
            "我的报修怎么样了", "修好没", "修好了吗", "什么时候来", "师傅什么时候到", "BX260304-001 到哪一步了", "BX260304-001", "进度", "查一下进度", "处理得怎么样了",
            "我昨天报的修怎么样了", "上次反映的问题解决了吗", "几点能来", "多久能修好", "有结果了吗", "有人接单了吗", "师傅到哪了", "我的投诉有下文吗", "幾時嚟整", "how is my ticket", "any update?", "when will someone come?",
            "安排了吗", "派人了吗", "BX260304-001怎么样了", "我的单子什么情况", "我的单子到哪了", "我的报修啥情况", "单子处理到什么地步了",
        ],
    ),
    (
        "urge",
        [
            "催一下", "催单", "怎么还没来", "怎么还没人来", "都等半天了", "等了两个小时了", "快点", "能不能快点", "赶紧的", "到现在都没人来", "还没来", "人呢", "師傅點解仲未到", "hurry up", "still waiting", "nobody has come yet",
            "麻烦催一下BX260304-001", "再不来我就投诉了,都等一天了", "Please hurry up, nobody has come",
        ],
    ),
    ("add", ["补充一下,是主卧的", "补充:电话是13800138000", "对了,门铃也按不响", "忘了说,晚上才有人", "还有一点,走廊那边", "更正一下,是2单元", "one more thing, the key is with the neighbour", "I forgot to say it is urgent"]),
    (
        "withdraw",
        [
            "不用来了", "不用修了", "撤销", "取消报修", "取消吧", "已经好了不用修了", "已经好了", "自己修好了", "算了", "算了,不修了", "不用派人了", "没事了", "来电了,不用来了", "唔使嚟喇", "cancel it please", "no need to come", "it's fixed now",
            "我要取消", "撤回", "算了不用了,我自己弄", "算了不弄了", "不用了,我自己修好了",
        ],
    ),
    (
        "thanks",
        ["谢谢", "好的谢谢", "谢谢师傅", "辛苦了", "多谢", "太感谢了", "收到,谢谢", "ok thanks", "thank you!", "唔該晒", "🙏", "好的,麻烦了", "师傅修得很好,谢谢"],
    ),
    ("greeting", ["你好", "您好", "在吗", "在吗?", "早上好", "hi", "Hello", "你好,在吗", "物业你好", "晚上好", "有人吗", "good morning", "hello there", "喂"]),
    ("human", ["转人工", "人工", "人工客服", "找真人", "我要跟人说", "我要找客服", "转人工客服", "轉人工", "不要机器人", "talk to a person", "can I speak to a human", "human"]),
    ("other", ["哦", "哈哈", "今天天气真好", "嗯", "1", "", "😡", "ok", "我在家"]),
]  # fmt: skip


@pytest.mark.parametrize(("intent", "text"), [(i, t) for i, texts in WITHOUT_PROBLEM for t in texts])
def test_message_without_a_problem(intent: Intent, text: str) -> None:
    assert intent_of(normalise(text), has_problem=False) == intent


WITH_PROBLEM: list[tuple[Intent, list[str]]] = [
    (
        "report",
        [
            "厨房漏水", "你好,厨房漏水,谢谢", "厨房漏水,什么时候能来修", "电梯坏了三天了还没人修", "请问物业费怎么交", "漏水了快来人啊", "保安态度差,希望尽快处理", "厨房漏水,赶紧派人来", "电梯又坏了", "谢谢你们上次修好了水管,但是又漏了",
            "对了,厨房也漏水", "The lift is broken, please come asap", "电梯坏了,多久能修好", "客服态度差,不接电话", "停水了什么时候来水", "报警器一直响",
        ],
    ),
    ("urge", ["厨房漏水怎么还没来人修", "报修三天了还没人来", "催一下电梯维修", "水管的单子都等半天了"]),
    ("progress", ["我的报修电梯修好了吗", "上次报的漏水处理得怎么样了", "电梯修好了吗"]),
    ("withdraw", ["水管已经修好了,不用来了", "取消报修,漏水好了"]),
    ("human", ["厨房漏水,转人工"]),
    ("add", ["补充一下,厨房也漏水"]),
]  # fmt: skip


@pytest.mark.parametrize(("intent", "text"), [(i, t) for i, texts in WITH_PROBLEM for t in texts])
def test_message_with_a_problem(intent: Intent, text: str) -> None:
    assert intent_of(normalise(text), has_problem=True) == intent


@pytest.mark.parametrize("text", ["还没修好", "说是修好了,结果又漏", "修好了吗", "谁取消了我的报修"])
def test_what_is_not_solved_is_not_withdrawn(text: str) -> None:
    assert intent_of(normalise(text), has_problem=False) != "withdraw"
