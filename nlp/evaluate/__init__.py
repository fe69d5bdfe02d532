"""Scoring the understanding on labelled texts: `huiyin evaluate FILE.jsonl`."""

from nlp.evaluate.figures import evaluate
from nlp.evaluate.rendering import render
from nlp.evaluate.rows import BadRow, LabelledText, read_rows

__all__ = ["BadRow", "LabelledText", "evaluate", "read_rows", "render"]
