"""Old against new: on the regression set, on the corrections, and on emergencies told together with a learned word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from nlp.learning.growing import Changes, changed
from nlp.learning.hearing import Heard, hear, holds, meets
from nlp.learning.material import Material
from nlp.learning.probes import Probes
from nlp.learning.words import plain
from nlp.understand import Understander

HarmKind = Literal["emergency_lost", "emergency_false", "message_wrong", "correction_wrong"]


@dataclass(frozen=True, slots=True)
class Harm:
    """A text that was understood before and is not any more; `keys` are the changes that may be to blame."""

    kind: HarmKind
    text: str
    before: str
    after: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    messages_right: int
    emergencies_found: int
    corrections_right: int

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Judgement:
    old: Figures
    new: Figures
    harms: tuple[Harm, ...] = ()
    wrong: tuple[str, ...] = ()
    """Corrected texts that are not understood yet."""

    @property
    def better(self) -> bool:
        """More corrections hold, and nothing that was right is wrong now."""
        return not self.harms and self.new.corrections_right > self.old.corrections_right


class Judge:
    """Asks the understander in use once, and each changed one in turn."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._before = [hear(material.old, message.text) for message in material.messages]
        self._probes = Probes(material.old, material.messages)
        old = self._figures(self._before, material.heard)
        self.before = Judgement(old, old, wrong=self._wrong(material.heard))

    def judge(self, changes: Changes) -> Judgement:
        new = changed(self._material, changes)
        heard = [hear(new, message.text) for message in self._material.messages]
        corrected = [hear(new, example.text) for example in self._material.examples]
        harms = (*self._messages(heard, changes), *self._corrections(corrected, changes))
        if not harms:  # else an emergency that is lost by itself would be charged to every word beside it
            harms = tuple(self._beside_emergencies(new, changes))
        return Judgement(self.before.old, self._figures(heard, corrected), harms, self._wrong(corrected))

    def _wrong(self, heard: list[Heard]) -> tuple[str, ...]:
        pairs = zip(heard, self._material.examples, strict=True)
        return tuple(dict.fromkeys(example.text for one, example in pairs if not meets(one, example)))

    def _figures(self, messages: list[Heard], corrections: list[Heard]) -> Figures:
        told = list(zip(messages, self._material.messages, strict=True))
        return Figures(
            messages_right=sum(holds(heard, message) for heard, message in told),
            emergencies_found=sum(m.emergency and heard.urgency == "emergency" for heard, m in told),
            corrections_right=sum(map(meets, corrections, self._material.examples)),
        )

    def _messages(self, heard: list[Heard], changes: Changes) -> Iterator[Harm]:
        for message, before, after in zip(self._material.messages, self._before, heard, strict=True):
            if holds(before, message) and not holds(after, message):
                yield _harm(message.text, before, after, changes, "message_wrong")

    def _corrections(self, heard: list[Heard], changes: Changes) -> Iterator[Harm]:
        """Nobody who changed a category said that there was no emergency."""
        material = self._material
        for example, before, after in zip(material.examples, material.heard, heard, strict=True):
            lost = before.urgency == "emergency" != after.urgency
            raised = after.urgency == "emergency" not in (before.urgency, example.urgency)
            if lost or raised or (meets(before, example) and not meets(after, example)):
                yield _harm(example.text, before, after, changes, "correction_wrong")

    def _beside_emergencies(self, new: Understander, changes: Changes) -> Iterator[Harm]:
        """Whatever else is said in one breath with an emergency, it stays one. Each change is charged once."""
        for key, change in changes.items():
            for told in self._probes.beside(change.topic, change.word):
                after = hear(new, told)
                if after.urgency != "emergency":
                    yield Harm(
                        "emergency_lost", told, _said(hear(self._material.old, told)), _said(after), (key,)
                    )
                    break


def _harm(text: str, before: Heard, after: Heard, changes: Changes, kind: HarmKind) -> Harm:
    if before.urgency == "emergency" != after.urgency:
        kind = "emergency_lost"
    elif after.urgency == "emergency" != before.urgency:
        kind = "emergency_false"
    said = plain(text)
    keys = tuple(key for key, change in changes.items() if change.word in said)
    return Harm(kind, text, _said(before), _said(after), keys)


def _said(heard: Heard) -> str:
    return f"{heard.category} {heard.urgency}"
