"""Words about the sentence: negation, past, hypothesis, question, blame … (`nlp/data/lexicon/cues`)."""

from __future__ import annotations

from nlp.lexicon.files import Source
from nlp.lexicon.model import Cue


def read_cues(sources: list[Source]) -> dict[Cue, tuple[str, ...]]:
    cues: dict[Cue, list[str]] = {}
    for source in sources:
        if not isinstance(source.content, dict):
            raise source.error("not a table of cues", "write 'cue: [word, word]'")
        for name, words in source.content.items():
            cues.setdefault(_cue(source, str(name)), []).extend(_words(source, str(name), words))
    return {cue: tuple(words) for cue, words in cues.items()}


def _cue(source: Source, name: str) -> Cue:
    try:
        return Cue[name.upper()]
    except KeyError:
        known = ", ".join(str(cue.name).lower() for cue in Cue)
        raise source.error(f"unknown cue {name}", f"use one of {known}", f"{name}:") from None


def _words(source: Source, name: str, words: object) -> list[str]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise source.error(
            f"cue {name} has no list of words",
            "write 'cue: [word, word]' (quote yes, no, on, off)",
            f"{name}:",
        )
    return [word.lower() for word in words]
