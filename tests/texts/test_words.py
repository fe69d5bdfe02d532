"""Words: three languages with the same ids and variables, strict and fast."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from jinja2 import Environment, UndefinedError, meta

from bot.texts import words as module
from bot.texts.words import FOLDERS, Words, WordsError, read
from nlp.characters import simplified_only
from nlp.understanding import Language
from tests.texts.people import WORDS

HOME = Path(module.__file__).with_name("words")
OTHERS: tuple[Language, ...] = ("zh-Hant", "en")


def variables(text: str) -> set[str]:
    environment = Environment(autoescape=True)
    return meta.find_undeclared_variables(environment.parse(text)) - {"label", "addressed"}


def owners_texts(tmp_path: Path) -> dict[str, str]:
    """The Simplified texts outside the files that only staff read."""
    for path in (HOME / "zh_hans").glob("*.yaml"):
        if "staff" not in path.name:
            (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    return read(tmp_path)


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_for_owners_stands_in_every_language(language: Language, tmp_path: Path) -> None:
    assert read(HOME / FOLDERS[language]).keys() == owners_texts(tmp_path).keys()


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_has_the_same_variables_in_every_language(language: Language) -> None:
    simplified = read(HOME / "zh_hans")
    translated = read(HOME / FOLDERS[language])
    differing = [id for id in translated if variables(translated[id]) != variables(simplified[id])]
    assert differing == []


@pytest.mark.parametrize("language", FOLDERS)
def test_every_text_compiles(language: Language) -> None:
    for id in read(HOME / FOLDERS[language]):
        WORDS._compiled(language, id)


def test_traditional_texts_hold_no_simplified_characters() -> None:
    texts = read(HOME / "zh_hant")
    texts.pop("talk.ask.language")  # asked in all languages at once
    assert simplified_only().findall("".join(texts.values())) == []


def test_a_missing_variable_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        WORDS.say("zh-Hans", "hello")


def test_a_text_that_a_language_lacks_is_said_in_simplified(tmp_path: Path) -> None:
    for name in FOLDERS.values():
        (tmp_path / name).mkdir()
    (tmp_path / "zh_hans" / "a.yaml").write_text("greeting: 您好，{{ name }}", encoding="utf-8")
    assert Words(tmp_path).say("en", "greeting", name="Mr Smith") == "您好，Mr Smith"


@pytest.mark.parametrize(
    ("low", "said"),
    [(True, "对不起，让您久等了，我已经告诉经理。处理结果您打几分？"), (False, "处理结果您打几分？")],
)
def test_a_low_score_gets_a_word_of_regret_before_the_next_question(low: bool, said: str) -> None:
    assert WORDS.say("zh-Hans", "talk.visit.score_result", low=low) == said


def test_english_agrees_in_number() -> None:
    said = [WORDS.say("en", "talk.cancelled", numbers=numbers) for numbers in (["A"], ["A", "B"])]
    assert [text.partition("withdrawn")[0] for text in said] == [
        "All right, A has been ",
        "All right, A, B have been ",
    ]


def test_an_unknown_text_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        WORDS.say("zh-Hans", "no.such.text")


def test_a_text_said_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("greeting: 您好", encoding="utf-8")
    with pytest.raises(WordsError, match=r"b\.yaml: greeting stands in another file"):
        read(tmp_path)


def test_a_text_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("button: {yes: 1}", encoding="utf-8")
    with pytest.raises(WordsError, match=r"button\.True is no text"):
        read(tmp_path)


def test_buttons_have_the_labels_that_people_script_against() -> None:
    acts = ("confirm", "progress", "human", "not_solved", "urge_first", "written_reply")
    shown = {language: [WORDS.label(language, f"button.{act}") for act in acts] for language in FOLDERS}
    assert shown == {
        "zh-Hans": ["确认", "查进度", "转人工", "未解决", "催办原工单", "书面回复"],
        "zh-Hant": ["確認", "查進度", "轉人工", "未解決", "催辦原工單", "書面回覆"],
        "en": ["Confirm", "Progress", "Talk to a person", "Not solved", "Urge the first", "Written reply"],
    }


def test_a_kept_template_renders_in_microseconds() -> None:
    def once() -> float:
        start = perf_counter()
        WORDS.say("zh-Hans", "where.accepted", handler="老李", to="", reason="")
        return perf_counter() - start

    assert min(once() for _ in range(200)) < 20e-6
