"""What would happen if corrections that nothing safe was found for were followed to the letter: the proof against it."""

from __future__ import annotations

from collections.abc import Collection

from nlp.learning.changes import HIGHEST, Change
from nlp.learning.growing import Changes
from nlp.learning.material import Material
from nlp.lexicon.model import Lexicon, Topic


def literal(material: Material, wrong: Collection[str]) -> Changes:
    """The word that most of these texts share, made sure of the wanted category. Only ever judged, never used."""
    changes: Changes = {}
    for example in material.examples:
        topic = _topic(material.old.lexicon, example.category) if example.text in wrong else None
        words = material.shared_words(example) if topic else []
        if topic and words:
            change = Change(topic.id, words[0], None, HIGHEST, (example.text,))
            changes.setdefault(change.key, change)
    return changes


def _topic(lexicon: Lexicon, category: str | None) -> Topic | None:
    """Any of the category that is a matter of its own."""
    return next((one for one in lexicon.topics if one.category == category and not one.fallback), None)
