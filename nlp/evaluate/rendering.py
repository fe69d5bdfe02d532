"""The figures as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_CLASSES = ("facilities", "cleaning", "security", "service", "none")


def render(result: Mapping[str, Any]) -> str:
    lines = [*_table(result), "", *_confusion(result["confusion"]), "", *_mistakes(result["mistakes"])]
    return "\n".join(lines)


def _table(result: Mapping[str, Any]) -> Iterator[str]:
    yield "source            texts  category  lenient  urgency  emergencies    false reports  intent"
    for name, figures in (("all", result["all"]), *result["sources"].items()):
        found = figures["emergencies"]
        emergencies = f"{found['found']}/{found['labelled']} +{found['false']} false"
        yield (
            f"{name:<17} {figures['texts']:>5}  {_number(figures['category_macro_f1']):>8}"
            f"  {_number(figures['category_accuracy_lenient']):>7}  {_number(figures['urgency_macro_f1']):>7}"
            f"  {emergencies:<14} {_number(figures['false_reports']):>12}  {_number(figures['intent_accuracy']):>6}"
        )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _confusion(table: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    yield "labelled \\ understood (clear texts)" + "".join(f"{name:>12}" for name in _CLASSES)
    for truth in _CLASSES:
        row = table.get(truth, {})
        yield f"{truth:<35}" + "".join(f"{row.get(guess, 0):>12}" for guess in _CLASSES)


def _mistakes(mistakes: list[dict[str, Any]]) -> Iterator[str]:
    yield "worst mistakes"
    for one in mistakes:
        words = ", ".join(f"{found['text']} {found['weight']:g}" for found in one["evidence"])
        yield f"{one['id']}  {one['labelled']} → {one['understood']} ({one['confidence']})  {one['text']}"
        yield f"    {words or 'no word of the lexicon'}"
