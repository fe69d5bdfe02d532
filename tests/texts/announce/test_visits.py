"""The return visit (D03, D04)."""

from __future__ import annotations

from bot.desk import accepting, finishing, visiting
from bot.desk.ticket import Actor, Ticket
from bot.desk.visit import Solved, Visit
from tests.texts.announce.scene import Scene, labels

OWNER = Actor("resident", 1, "王女士")


def answered(scene: Scene, urgency: str = "urgent") -> tuple[Ticket, list[Visit]]:
    ticket = scene.dispatched(urgency=urgency)
    scene.act("2026-03-04 10:05", accepting.accept, ticket, scene.staff["老李"])
    scene.act("2026-03-04 11:00", finishing.finish, ticket, scene.staff["老李"], "换了水龙头")
    return ticket, list(scene.work.visits.of_ticket(ticket.id))


def test_the_owner_is_asked_with_three_buttons(scene: Scene) -> None:
    _, visits = answered(scene)
    scene.act("2026-03-05 11:00", visiting.ask, visits[0].id)
    [message] = scene.messages("王女士")
    assert message.text == "王女士，您好。您报的“厨房漏水”（BX260304-001）处理完了，想问问您：现在解决了吗？"
    assert labels(message) == ["已解决", "部分解决", "未解决"]


def test_the_second_look_asks_whether_it_lasts(scene: Scene) -> None:
    _, visits = answered(scene, "emergency")
    scene.act("2026-03-07 11:00", visiting.ask, visits[1].id)
    assert scene.new("王女士") == (
        "王女士，您好。前几天处理的“厨房漏水”（BX260304-001），再来看看效果：现在一切都好、问题解决了吗？"
    )


def test_silence_is_reminded_once_and_then_becomes_a_phone_task(scene: Scene) -> None:
    _, visits = answered(scene)
    scene.act("2026-03-05 11:00", visiting.ask, visits[0].id)
    scene.act("2026-03-06 11:00", visiting.remind, visits[0].id)
    assert scene.new("王女士") == (
        "王女士，您好。打扰您了，再问一声：“厨房漏水”（BX260304-001）现在解决了吗？点一下就行。"
    )
    scene.act("2026-03-07 11:00", visiting.hand_to_assistant, visits[0].id)
    [message] = scene.messages("小陈")
    assert message.text == "\n".join(
        [
            "电话回访：BX260304-001 3栋2单元1501",
            "业主：王女士 13800138001",
            "事情：“厨房漏水”，老李已处理：换了水龙头",
            "问过两次没有回音，请打个电话问问解决了没有，再点下面的按钮。",
        ]
    )
    assert labels(message) == ["已电话回访", "无法联系"]


def test_a_low_score_for_speed_is_told_to_the_handlers_manager(scene: Scene) -> None:
    _, visits = answered(scene)
    scene.act("2026-03-05 11:00", visiting.ask, visits[0].id)
    visit = scene.work.visits.get(visits[0].id)
    scene.act("2026-03-05 11:05", visiting.answer_solved, visit, "solved", OWNER, "chat")
    scene.act("2026-03-05 11:06", visiting.score, visit, "speed", 2, OWNER)
    assert scene.new("孙经理") == "业主给 BX260304-001（厨房漏水，老李处理）的速度打了 2 分，请您了解一下。"


def visited(scene: Scene, said: Solved, **scores: int) -> Visit:
    """王女士 has answered and given these scores; what she writes comes next."""
    _, visits = answered(scene)
    scene.act("2026-03-05 11:00", visiting.ask, visits[0].id)
    visit = scene.work.visits.get(visits[0].id)
    scene.act("2026-03-05 11:05", visiting.answer_solved, visit, said, OWNER, "chat")
    for which, value in scores.items():
        scene.act("2026-03-05 11:06", visiting.score, visit, which, value, OWNER)
    return visit


def test_what_is_still_wrong_reaches_the_group_masked_and_the_manager_whole(scene: Scene) -> None:
    visit = visited(scene, "not")
    scene.act("2026-03-05 11:10", visiting.conclude, visit, "还滴水，打13900139111", OWNER)
    assert scene.new("工程群") == "BX260304-001 厨房漏水，业主补充：“还滴水，打139****9111”"
    assert scene.new("孙经理") == "BX260304-001 厨房漏水，业主补充：“还滴水，打13900139111”"
    assert scene.everybody() == {"工程群", "孙经理"}


def test_what_is_still_wrong_reaches_whoever_has_taken_it_meanwhile(scene: Scene) -> None:
    visit = visited(scene, "partly")
    ticket = scene.work.tickets.get(visit.ticket_id)
    scene.act("2026-03-05 11:08", accepting.accept, ticket, scene.staff["小吴"])
    scene.act("2026-03-05 11:10", visiting.conclude, visit, "晚上还是一闪一闪的", OWNER)
    assert scene.new("小吴").endswith("业主补充：“晚上还是一闪一闪的”")
    assert scene.everybody() == {"工程群", "小吴"}


def test_what_the_owner_said_on_the_phone_is_passed_on_too(scene: Scene) -> None:
    visit = visited(scene, "not")
    scene.act("2026-03-05 11:10", visiting.conclude, visit, "", OWNER)
    assert scene.everybody() == set()
    caller = Actor("staff", scene.staff["小陈"].id, "小陈")
    scene.act("2026-03-05 11:12", visiting.add_words, visit, "说是阀门没关紧", caller)
    assert scene.new("孙经理").endswith("业主补充：“说是阀门没关紧”")


def test_words_after_a_low_score_follow_it_to_the_manager_alone(scene: Scene) -> None:
    visit = visited(scene, "solved", speed=5, result=5, attitude=1)
    scene.act("2026-03-05 11:10", visiting.conclude, visit, "师傅说话太冲", OWNER)
    assert scene.new("孙经理") == "BX260304-001 厨房漏水，业主补充：“师傅说话太冲”"
    assert scene.messages("工程群", edits=False) == []


def test_words_of_a_satisfied_owner_disturb_nobody(scene: Scene) -> None:
    visit = visited(scene, "solved", speed=5, result=5, attitude=5)
    scene.act("2026-03-05 11:10", visiting.conclude, visit, "师傅很好", OWNER)
    assert scene.messages("孙经理") == []


def test_a_visited_ticket_is_closed_on_its_cards(scene: Scene) -> None:
    _, visits = answered(scene)
    scene.act("2026-03-05 11:00", visiting.ask, visits[0].id)
    visit = scene.work.visits.get(visits[0].id)
    scene.act("2026-03-05 11:05", visiting.answer_solved, visit, "solved", OWNER, "chat")
    scene.act("2026-03-05 11:10", visiting.conclude, visit, "", OWNER)
    assert "状态：已办结。结果：换了水龙头" in scene.edited("工程群").text
    assert scene.everybody() == {"工程群", "老李"}
