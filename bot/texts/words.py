"""The words people read: files per language in `words/<language>/`, id → Jinja2 template.

A text can be nested (`owner: {held: …}` is the id `owner.held`). Every template may use `label(id)` for a fixed word of
its language, and `addressed(name)` for a name with which a message may begin. An id that a language lacks is said in
Simplified Chinese, so that nobody is ever left without an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError

from bot.texts.names import addressed
from nlp.understanding import Language

FOLDERS: dict[Language, str] = {"zh-Hans": "zh_hans", "zh-Hant": "zh_hant", "en": "en"}
STAFF: Language = "zh-Hans"
"""What staff read, and what every other language falls back to."""

_HOME = Path(__file__).with_name("words")
_Say = Callable[..., str]


class WordsError(Exception):
    """A words file that cannot be used; the message says which and why."""


class Words:
    """Says things. Templates are compiled when first said and kept; a render costs a few microseconds."""

    def __init__(self, folder: Path = _HOME) -> None:
        self._sources = {language: read(folder / name) for language, name in FOLDERS.items()}
        self._environments = {language: self._environment(language) for language in FOLDERS}
        self._said: dict[tuple[str, str], _Say] = {}

    def say(self, language: Language, id: str, /, **vars: Any) -> str:
        """The text with its variables put in. Raises KeyError for an unknown id, UndefinedError for a missing variable."""
        said = self._said.get((language, id))
        if said is None:
            said = self._said[language, id] = self._compiled(language, id)
        return said(**vars)

    def label(self, language: Language, id: str) -> str:
        """A fixed word: a button, a category, a state."""
        return self.say(language, id)

    def knows(self, id: str) -> bool:
        """Whether there is such a text at all."""
        return id in self._sources[STAFF]

    def _compiled(self, language: Language, id: str) -> _Say:
        source = self._sources[language].get(id)
        if source is None:
            language, source = STAFF, self._sources[STAFF][id]
        if "{" not in source:
            text = source.strip()
            return lambda **_: text
        environment = self._environments[language]
        try:
            return _renderer(environment.from_string(source), environment.globals)
        except TemplateSyntaxError as error:
            raise WordsError(f"{id} ({language}): {error}") from error

    def _environment(self, language: Language) -> Environment:
        # Nothing is escaped here: each channel escapes for itself.
        environment = Environment(autoescape=False, undefined=StrictUndefined)  # noqa: S701
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.globals["label"] = partial(self.label, language)
        environment.globals["addressed"] = addressed
        return environment


def _renderer(template: Template, given: Mapping[str, Any]) -> _Say:
    # Template.render copies the globals into a new dictionary twice; this is the same at half the time.
    write, context = template.root_render_func, template.new_context
    return lambda **vars: "".join(write(context({**given, **vars}, shared=True))).strip()


def read(folder: Path) -> dict[str, str]:
    """Every text of a language's folder, by id. Raises WordsError for a file that is no mapping or an id said twice."""
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        with path.open(encoding="utf-8") as file:
            content = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe one
        for id, text in _flat(path, content or {}):
            if id in texts:
                raise WordsError(f"{path.name}: {id} stands in another file already")
            texts[id] = text
    return texts


def _flat(path: Path, content: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    if not isinstance(content, dict):
        raise WordsError(f"{path.name}: write 'id: text' at {prefix or 'the top'}")
    for key, value in content.items():
        id = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _flat(path, value, f"{id}.")
        elif isinstance(value, str):
            yield id, value
        else:
            raise WordsError(f"{path.name}: {id} is no text; put it in quotes")
