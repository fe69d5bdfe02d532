"""Named groups of words that patterns refer to: things, places, faults."""

from __future__ import annotations

from nlp.lexicon.files import Source


def read_groups(sources: list[Source]) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """All groups by name, and the names of those that stand in a file whose name begins with `fault`."""
    groups: dict[str, tuple[str, ...]] = {}
    faults: set[str] = set()
    for source in sources:
        if not isinstance(source.content, dict):
            raise source.error("not a table of groups", "write 'name: [word, word]'")
        for name, words in source.content.items():
            _check_group(source, name, words, groups)
            groups[name] = tuple(map(str.lower, words))
            if source.path.name.startswith("fault"):
                faults.add(name)
    return groups, frozenset(faults)


def _check_group(source: Source, name: object, words: object, groups: dict[str, tuple[str, ...]]) -> None:
    if not isinstance(words, list) or set(map(type, words)) != {str}:
        raise source.error(
            f"group {name} has no list of words",
            "write 'name: [word, word]' (quote yes, no, on, off)",
            f"{name}:",
        )
    if name in groups:
        raise source.error(f"group {name} exists twice", "put all its words in one place", f"{name}:")
