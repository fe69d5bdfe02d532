"""The lexicon: what owners say about each topic, as data in `nlp/data/lexicon`, checked at start."""

from nlp.lexicon.errors import LexiconError
from nlp.lexicon.model import Cue, Lexicon, Topic
from nlp.lexicon.reading import load_lexicon

__all__ = ["Cue", "Lexicon", "LexiconError", "Topic", "load_lexicon"]
