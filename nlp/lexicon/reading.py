"""`nlp/data/lexicon` → a checked Lexicon."""

from __future__ import annotations

from pathlib import Path

from nlp.lexicon.checks import check_lexicon
from nlp.lexicon.cues import read_cues
from nlp.lexicon.files import Source, read_file, read_folder
from nlp.lexicon.groups import read_groups
from nlp.lexicon.leanings import read_leanings
from nlp.lexicon.model import Lexicon, Topic, TopicWords
from nlp.lexicon.topics import Groups, read_topic
from nlp.lexicon.uncollected import uncollected

PACKAGED = Path(__file__).parent.parent / "data" / "lexicon"


@uncollected()
def load_lexicon(folder: Path = PACKAGED) -> Lexicon:
    """Read and check every file below `folder`. Raises LexiconError with file, line and advice."""
    groups, faults = read_groups(read_folder(folder / "groups"))
    sources = read_folder(folder / "topics")
    topics, words = _read_topics(sources, groups)
    lexicon = Lexicon(
        topics=topics,
        words=words,
        groups=groups,
        faults=faults,
        cues=read_cues(read_folder(folder / "cues")),
        masks=_read_list(read_file(folder / "masks.yaml")),
        terms=_read_list(read_file(folder / "terms.yaml")),
        leanings=read_leanings(folder / "leanings"),
    )
    check_lexicon(lexicon, sources)
    return lexicon


def _read_topics(sources: list[Source], groups: Groups) -> tuple[tuple[Topic, ...], dict[str, TopicWords]]:
    topics: list[Topic] = []
    words: dict[str, TopicWords] = {}
    for source in sources:
        if not isinstance(source.content, list):
            raise source.error("not a list of topics", "begin every topic with '- id: …'")
        for raw in source.content:
            topic, said = read_topic(source, raw, len(topics), groups)
            if topic.id in words:
                raise source.error(
                    f"topic {topic.id} exists twice", "give one of them another id", f"id: {topic.id}"
                )
            topics.append(topic)
            words[topic.id] = said
    return tuple(topics), words


def _read_list(source: Source) -> tuple[str, ...]:
    if not isinstance(source.content, list) or not all(isinstance(item, str) for item in source.content):
        raise source.error("not a list of words", "write one word after each '- '")
    return tuple(word.lower() for word in source.content)
