"""What was proposed, measured and decided, as text for people or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nlp.learning.changes import Change
from nlp.learning.judging import Harm
from nlp.learning.proposing import Proposal, Refusal
from nlp.lexicon import Topic, load_lexicon

_CATEGORIES = {
    "facilities": "设施设备",
    "cleaning": "环境卫生",
    "security": "安全保障",
    "service": "客户服务",
    "none": "不开单",
}
_URGENCIES = {"emergency": "紧急", "urgent": "较急", "normal": "一般"}
_HARMS = {
    "emergency_lost": "会漏掉紧急情况",
    "emergency_false": "会把平常的事当成紧急",
    "message_wrong": "会听错本来听对的话",
    "correction_wrong": "会听错另一条更正过的话",
}
_SHOWN = 40
"""Characters of a text that serves as an example."""
_TAKEN_UP = "运行中的 huiyin serve 一分钟内自动用上，不用重启。"


def shown(found: Proposal, *, applied: bool) -> Iterator[str]:
    """Lines for people."""
    if not found.corrections:
        yield "还没有更正可学。员工改分类、业主选分类之后再来。"
        return
    wrong = found.corrections - found.old.corrections_right
    yield f"看了 {found.corrections} 条更正，其中 {wrong} 条现在还听不对或没把握。"
    topics = {topic.id: topic for topic in load_lexicon().topics}
    if found.changes:
        yield "可以学："
        for change in found.changes:
            yield from _change(change, topics)
    if found.refused:
        yield "不能学："
        for refusal in found.refused:
            yield _refusal(refusal, topics)
    if found.still_wrong:
        yield "没学会："
        yield from (f"  · {_quoted(text)}" for text in found.still_wrong)
    yield _figures(found)
    yield _verdict(found, applied=applied)


def _change(change: Change, topics: dict[str, Topic]) -> Iterator[str]:
    weight = (
        f"新词，分量 {change.after:g}" if change.before is None else f"{change.before:g} → {change.after:g}"
    )
    yield f"  {'+' if change.before is None else '~'} “{change.word}” {_topic(change.topic, topics)}：{weight}"
    yield f"      例：{_quoted(change.texts[0])}" + (
        f" 等 {len(change.texts)} 条" if change.texts[1:] else ""
    )


def _refusal(refusal: Refusal, topics: dict[str, Topic]) -> str:
    change, harm = refusal.change, refusal.harm
    return f"  - “{change.word}” {_topic(change.topic, topics)}：{_harm(harm)}"


def _harm(harm: Harm) -> str:
    return f"{_HARMS[harm.kind]}，{_quoted(harm.text)}原来是{_said(harm.before)}，会变成{_said(harm.after)}"


def _said(heard: str) -> str:
    """`facilities urgent` in words."""
    return "、".join(_CATEGORIES.get(word) or _URGENCIES[word] for word in heard.split())


def _topic(name: str, topics: dict[str, Topic]) -> str:
    topic = topics.get(name)
    return f"→ {topic.name}（{_CATEGORIES[topic.category]}）" if topic else f"→ {name}"


def _quoted(text: str) -> str:
    said = " ".join(text.split())
    return f"“{said if len(said) <= _SHOWN else said[: _SHOWN - 1] + '…'}”"


def _figures(found: Proposal) -> str:
    old, new = found.old, found.new
    return (
        f"量过：回归集 {found.messages} 条，听对 {old.messages_right} → {new.messages_right}；"
        f"紧急 {old.emergencies_found} → {new.emergencies_found};"
        f"更正 {found.corrections} 条，听对 {old.corrections_right} → {new.corrections_right}。"
    )


def _verdict(found: Proposal, *, applied: bool) -> str:
    if applied:
        return f"已启用。{_TAKEN_UP}要撤回：huiyin learn --undo"
    if found.verdict == "better":
        return "比现在好，也没有漏掉紧急情况。要启用：huiyin learn --apply"
    if found.verdict == "harmful":
        return (
            f"没有启用：照这些更正改，{_HARMS[found.refused[0].harm.kind]}。请先核对上面的更正是不是改错了。"
        )
    if found.verdict == "unlearnable":
        return "没有启用：没找到稳妥的学法。若是新东西，请在词库里给它加一条主题。"
    return "更正过的话现在都听得对，没有要改的。"


def undone(words: int) -> str:
    left = f"现在用的是再上一次学到的 {words} 个词" if words else "现在只用自带的词库"
    return f"已撤回上一次启用的，{left}。{_TAKEN_UP}"


def to_json(found: Proposal, *, applied: bool) -> dict[str, Any]:
    """The form that others script against."""
    return {
        "verdict": found.verdict,
        "applied": applied,
        "corrections": found.corrections,
        "messages": found.messages,
        "old": found.old.to_json(),
        "new": found.new.to_json(),
        "changes": [change.to_json() for change in found.changes],
        "refused": [
            refusal.change.to_json()
            | {"harm": refusal.harm.kind, "text": refusal.harm.text}
            | {"was": refusal.harm.before, "would_be": refusal.harm.after}
            for refusal in found.refused
        ],
        "still_wrong": list(found.still_wrong),
    }
