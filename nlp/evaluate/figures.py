"""The figures of the corpus guide, section 5, over all texts and by kind of source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from nlp.evaluate.rows import LabelledText, Scored, score
from nlp.understand import Understander

_WORST = 20


def evaluate(rows: Iterable[LabelledText], understander: Understander) -> dict[str, Any]:
    """All figures as plain data: `all`, `sources` (the same by kind of source), `confusion`, `mistakes`."""
    scored = [score(row, understander) for row in rows]
    by_source: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        by_source[one.label.source].append(one)
    return {
        "all": _figures(scored),
        "sources": {source: _figures(some) for source, some in sorted(by_source.items())},
        "confusion": _confusion(scored),
        "mistakes": _mistakes(scored),
    }


def _figures(scored: Sequence[Scored]) -> dict[str, Any]:
    clear = [one for one in scored if one.label.clear]
    none = [one for one in scored if one.label.category == "none"]
    return {
        "texts": len(scored),
        "category_macro_f1": macro_f1([(one.label.category, one.category) for one in clear]),
        "category_accuracy_lenient": _share([_lenient(one) for one in scored]),
        "urgency_macro_f1": macro_f1([(one.urgency_meant, one.urgency) for one in clear]),
        "emergencies": _emergencies(scored),
        "false_reports": _share([one.category != "none" for one in none]),
        "intent_accuracy": _share([one.intent_right for one in scored]),
    }


def _lenient(one: Scored) -> bool:
    return one.category == one.label.category or one.category in one.label.also


def _emergencies(scored: Sequence[Scored]) -> dict[str, int]:
    """One that may also be taken for urgent is not missed; one that may be taken for an emergency is not false."""
    labelled = [one for one in scored if one.label.urgency == "emergency"]
    return {
        "labelled": len(labelled),
        "found": sum(one.urgency in one.label.urgencies for one in labelled),
        "false": sum(one.urgency == "emergency" != one.urgency_meant for one in scored),
    }


def _share(values: Sequence[bool]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Mean F1 over the classes that occur among (labelled, understood)."""
    right = Counter(truth for truth, guess in pairs if truth == guess)
    labelled = Counter(truth for truth, _ in pairs)
    guessed = Counter(guess for _, guess in pairs)
    classes = labelled.keys() | guessed.keys()
    scores = [2 * right[name] / (labelled[name] + guessed[name]) for name in classes]
    return round(sum(scores) / len(scores), 4) if scores else None


def _confusion(scored: Sequence[Scored]) -> dict[str, dict[str, int]]:
    """Labelled category → understood category → number of clear texts."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for one in scored:
        if one.label.clear:
            table[one.label.category][one.category] += 1
    return {truth: dict(row) for truth, row in sorted(table.items())}


def _mistakes(scored: Sequence[Scored]) -> list[dict[str, Any]]:
    """The surest of the wrong categories first, with the words that misled."""
    wrong = [one for one in scored if not _lenient(one)]
    wrong.sort(key=lambda one: (not one.label.clear, -one.confidence))
    return [_mistake(one) for one in wrong[:_WORST]]


def _mistake(one: Scored) -> dict[str, Any]:
    return {
        "id": one.label.id,
        "text": one.label.text[:120],
        "labelled": one.label.category,
        "understood": one.category,
        "confidence": round(one.confidence, 3),
        "evidence": [found.to_json() for found in one.evidence],
    }
