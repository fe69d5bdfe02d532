"""One canned matter: restated, dispatched, taken, finished, visited, closed."""

from __future__ import annotations

from pathlib import Path

from bot.web.demo.desk import Evidence, Step, TicketLine
from tests.web.fake_chats import FakeChats

_WORDS = (
    ("爆", "emergency", 3.0), ("困人", "emergency", 3.0), ("厨房", "facilities", 1.0), ("水管", "facilities", 1.5),
    ("漏水", "facilities", 2.0), ("电梯", "facilities", 1.5), ("垃圾", "cleaning", 2.0),
)  # fmt: skip
_ROOM = "3栋2单元1501"


class FakeTicket:
    def __init__(self, ticket_id: int, owner: str, text: str, chats: FakeChats) -> None:
        self.id, self.owner, self.text, self.chats = ticket_id, owner, text, chats
        self.number = f"BX260304-{ticket_id:03}"
        self.state = "new"
        self.handler = ""
        self.asks = ""
        self.card = ""
        self.urgency = "emergency" if any(w in text for w in ("爆", "困人")) else "normal"
        self.category = "cleaning" if "垃圾" in text else "facilities"
        self.group = "保洁群" if self.category == "cleaning" else "工程群"
        self.opened_at = chats.now
        self.steps: list[Step] = []
        self._step(owner, "登记", text)

    def line(self) -> TicketLine:
        title = f"{_ROOM} {self.text}"[:24]
        return TicketLine(
            self.id, self.number, self.state, title, self.category, self.urgency, self.handler, self.opened_at
        )

    def evidence(self) -> tuple[str, tuple[Evidence, ...]]:
        spots = ((word, says, weight, self.text.find(word)) for word, says, weight in _WORDS)
        return self.text, tuple(
            Evidence(word, says, weight, at, at + len(word)) for word, says, weight, at in spots if at >= 0
        )

    def restate(self) -> None:
        said = f"您好{self.owner}，我听明白了，请您看看对不对：\n地点 {_ROOM}\n问题 {self.text}\n电话 138****8001"
        self._tell(said, "确认 confirm", "修改 change", "取消 cancel")

    def dispatch(self) -> None:
        self.state = "assigned"
        urgent = "紧急！请先离开有水有电的地方。" if self.urgency == "emergency" else "好的，已经为您登记。"
        self._tell(
            f"{urgent}工单 {self.number},15:00 前给您回音。", "查进度 progress", "催办 urge", "补充 add"
        )
        self.card = self._say(
            self.group, self._card("待接单"), "接单 accept", "转派 pass", "退回 back", "改分类 sort"
        )
        self._step("回音", "assigned", self.group)
        if self.urgency == "emergency":
            self._say("孙经理", f"紧急 {self.number} {_ROOM}:{self.text}")

    def remind(self) -> None:
        if self.state == "assigned":
            self._say(self.group, f"还没有人接 {self.number}，请看一看。")
            self._say("小陈", f"{self.number} 超时未接单，请跟进。")
            self._step("回音", "提醒", "无人接单")

    def tapped(self, verb: str, person: str, key: str) -> None:
        if verb == "accept" and self.handler:
            self.chats.notice(person, f"{self.handler}已经接了这一单")
        elif verb == "accept":
            self._accept(person)
        elif verb == "finish":
            self.asks = person
            self.chats.notice(person, "好的，请写一句结果")
        elif verb in ("solved", "part", "not"):
            self._close()
        else:
            self.chats.notice(person, "收到")

    def finish(self, result: str) -> None:
        self.asks = ""
        self.state = "answered"
        self._edit_card("已完成 " + result)
        self._tell(f"{self.owner},{self.handler}已经处理好了：{result}\n明天我们再来问问您是否满意。")
        self._step(self.handler, "finished", result)

    def visit(self) -> None:
        self._tell(
            f"{self.owner}您好,{self.number} 的问题解决了吗？", "已解决 solved", "部分解决 part", "未解决 not"
        )
        self._step("回音", "回访", "")

    def _accept(self, person: str) -> None:
        self.handler, self.state = person, "accepted"
        self._edit_card(f"{person} 已接单", "到场 arrive", "暂缓 hold", "完成 finish")
        self._say(
            person, f"{self.number} 归您了\n{self.owner} 13800138001\n{_ROOM}", "到场 arrive", "完成 finish"
        )
        self.chats.notice(person, "已接单，姓名电话发到您的私聊了")
        self._tell(f"{person}已接单，马上与您联系。")
        self._step(person, "accepted", "")

    def _close(self) -> None:
        self.state = "closed"
        self._tell("谢谢您，这件事就办结了。有事随时找我。")
        self._step(self.owner, "closed", "已解决")

    def _card(self, standing: str) -> str:
        mark = {"emergency": "【紧急】"}.get(self.urgency, "")
        return f"{mark}{_ROOM} · {self.text}\n{self.number} · {standing}\n王** 138****8001\n请 15:00 前答复\n依据：{'、'.join(e.text for e in self.evidence()[1])}"

    def _edit_card(self, standing: str, *buttons: str) -> None:
        self.chats.edit(self.card, self._card(standing), self._buttons(buttons))

    def _tell(self, text: str, *buttons: str) -> str:
        return self._say(self.owner, text, *buttons)

    def _say(self, chat: str, text: str, *buttons: str, photos: tuple[Path, ...] = ()) -> str:
        return self.chats.say(chat, "", text, self._buttons(buttons), photos)

    def _buttons(self, buttons: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        pairs = (button.split() for button in buttons)
        return tuple((label, f"{verb}:{self.id}") for label, verb in pairs)

    def _step(self, who: str, what: str, detail: str) -> None:
        self.steps.append(Step(self.chats.now, who, what, detail, "console"))
