import pytest

from bot.desk import grading
from bot.desk.ticket import Grade
from nlp.understanding import Kind, Problem, Urgency


@pytest.mark.parametrize(
    ("urgency", "tags", "expected"),
    [
        ("normal", (), "minor"),
        ("urgent", (), "important"),
        ("emergency", (), "major"),
        ("normal", ("public", "major"), "major"),
        ("urgent", ("major",), "major"),
    ],
)
def test_b04_a_complaint_has_the_higher_of_urgency_and_its_topic(
    urgency: Urgency, tags: tuple[str, ...], expected: Grade
) -> None:
    assert grading.grade("complaint", urgency, tags) == expected


@pytest.mark.parametrize("kind", ["repair", "inquiry", "suggestion"])
def test_only_complaints_are_graded(kind: Kind) -> None:
    assert grading.grade(kind, "emergency", ("major",)) is None


def test_b05_several_homes_make_it_major() -> None:
    assert grading.grade("complaint", "normal", (), collective=True) == "major"


def test_b06_a_repeated_complaint_is_one_grade_higher() -> None:
    assert grading.grade("complaint", "normal", (), repeated=True) == "important"
    assert grading.grade("complaint", "emergency", (), repeated=True) == "major"


def test_d05_one_step_higher_ends_at_major() -> None:
    assert [grading.raised(g) for g in ("minor", "important", "major")] == ["important", "major", "major"]


@pytest.mark.parametrize(
    ("urgency", "expected"), [("emergency", "emergency"), ("urgent", "emergency"), ("normal", "ordinary")]
)
def test_b03_emergency_and_urgent_are_both_rushed(urgency: Urgency, expected: str) -> None:
    assert grading.repair_class(urgency) == expected


@pytest.mark.parametrize(
    ("kind", "urgency", "expected"),
    [
        ("repair", "normal", "urgent"),
        ("repair", "urgent", "urgent"),
        ("repair", "emergency", "emergency"),
        ("complaint", "normal", "normal"),
    ],
)
def test_b03_pressing_raises_an_ordinary_repair_to_urgent_only(
    kind: Kind, urgency: Urgency, expected: Urgency
) -> None:
    problem = Problem("马桶堵了", kind, "facilities", "toilet", "equipment", urgency, 1.0, pressed=True)
    assert grading.settled_urgency(problem) == expected


def test_b03_what_is_not_pressed_stays() -> None:
    problem = Problem("马桶堵了", "repair", "facilities", "toilet", "equipment", "normal", 1.0)
    assert grading.settled_urgency(problem) == "normal"


def test_b04_several_homes_told_of_in_words_make_it_major() -> None:
    assert grading.grade("complaint", "normal", ("collective",)) == "major"
