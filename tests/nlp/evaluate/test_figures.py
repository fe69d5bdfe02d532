from __future__ import annotations

import json

import pytest

from nlp.evaluate import BadRow, evaluate, read_rows, render
from nlp.evaluate.figures import macro_f1
from nlp.understand import load


def line(text: str, category: str, intent: str, urgency: str, **more: object) -> str:
    row = {"id": text, "text": text, "category": category, "intent": intent, "urgency": urgency, **more}
    return json.dumps(row, ensure_ascii=False)


ROWS = [
    line("厨房水管爆了", "facilities", "repair", "emergency", source="chat:ours"),
    line("楼上太吵", "service", "complaint", "normal", source="chat:ours"),
    line("吃饭了叫我", "none", "chit-chat", "normal", source="sms:ours"),
    line(
        "有老鼠", "security", "repair", "normal", also=["cleaning"], intent_alt="complaint", source="sms:ours"
    ),
]


def test_figures_of_all_texts_and_of_each_source() -> None:
    result = evaluate(read_rows(ROWS), load())
    assert result["all"]["texts"] == 4
    assert result["all"]["category_accuracy_lenient"] == 1.0
    assert result["all"]["intent_accuracy"] == 1.0
    assert result["all"]["emergencies"] == {"labelled": 1, "found": 1, "false": 0}
    assert result["all"]["false_reports"] == 0.0
    assert result["sources"]["chat"]["category_macro_f1"] == 1.0
    assert result["confusion"]["security"] == {"cleaning": 1}


def test_category_of_unclear_texts_does_not_count_for_f1() -> None:
    unclear = line("有老鼠", "security", "complaint", "normal", confidence="ambiguous")
    result = evaluate(read_rows([ROWS[0], unclear]), load())
    assert result["all"]["category_macro_f1"] == 1.0
    assert result["all"]["category_accuracy_lenient"] == 0.5


@pytest.mark.parametrize("alternative", ["complaint", ["complaint"], ["inquiry", "complaint"]])
def test_a_label_accepts_one_further_intent_or_a_list_of_them(alternative: object) -> None:
    noisy = line("楼上太吵", "service", "repair", "normal", intent_alt=alternative, also="security")
    assert evaluate(read_rows([noisy]), load())["all"]["intent_accuracy"] == 1.0


def test_an_urgency_that_the_label_accepts_too_is_no_mistake() -> None:
    burst = line("厨房水管爆了", "facilities", "repair", "urgent", urgency_alt=["emergency"])
    result = evaluate(read_rows([burst]), load())
    assert result["all"]["urgency_macro_f1"] == 1.0
    assert result["all"]["emergencies"] == {"labelled": 0, "found": 0, "false": 0}


def test_an_emergency_that_may_be_urgent_is_not_missed() -> None:
    lift = line("电梯坏了", "facilities", "repair", "emergency", urgency_alt="urgent")
    result = evaluate(read_rows([lift]), load())
    assert result["all"]["emergencies"] == {"labelled": 1, "found": 1, "false": 0}


def test_mistakes_name_the_words_that_misled() -> None:
    result = evaluate(read_rows([line("楼上太吵", "none", "chit-chat", "normal")]), load())
    (mistake,) = result["mistakes"]
    assert mistake["understood"] == "service"
    assert "太吵" in {found["text"] for found in mistake["evidence"]}
    assert "楼上太吵" in render(result)


def test_missed_emergency_and_false_one_are_counted_apart() -> None:
    rows = [
        line("今天天气真好", "facilities", "repair", "emergency"),
        line("着火了", "none", "chit-chat", "normal"),
    ]
    assert evaluate(read_rows(rows), load())["all"]["emergencies"] == {"labelled": 1, "found": 0, "false": 1}


def test_empty_file_has_no_figures() -> None:
    assert evaluate(read_rows([]), load())["all"]["category_macro_f1"] is None


def test_macro_f1_is_the_mean_over_classes() -> None:
    assert macro_f1([("a", "a"), ("a", "b"), ("b", "b")]) == pytest.approx(2 / 3, abs=1e-4)


def test_bad_line_is_named() -> None:
    with pytest.raises(BadRow, match="line 2"):
        list(read_rows([ROWS[0], '{"id": 1}']))
