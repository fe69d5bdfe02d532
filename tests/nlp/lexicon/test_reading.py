"""A lexicon is read and checked at start; what is wrong is named with file, line and advice."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.lexicon import Cue, LexiconError, load_lexicon
from tests.nlp.lexicon.small import TOPICS, write_lexicon


def refused(folder: Path) -> str:
    with pytest.raises(LexiconError) as caught:
        load_lexicon(folder)
    return str(caught.value)


def test_small_lexicon_is_read(tmp_path: Path) -> None:
    lexicon = load_lexicon(write_lexicon(tmp_path))
    leak, other, _ = lexicon.topics
    assert (leak.id, leak.category, leak.family) == ("pipe.leak", "facilities", "pipe")
    assert leak.urgency.base == "urgent"
    assert leak.urgency.when == ((Cue.PAST.value, "normal"),)
    assert other.fallback == "any"
    assert lexicon.faults == {"爆"}


def test_a_level_may_want_two_cues_together(tmp_path: Path) -> None:
    rule = write_lexicon(tmp_path, TOPICS.replace("past normal", "wide+now emergency"))
    assert load_lexicon(rule).topics[0].urgency.when == (((Cue.WIDE | Cue.NOW).value, "emergency"),)


def test_packaged_lexicon_has_a_hundred_topics_of_all_categories() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.topics) >= 100
    assert {topic.category for topic in lexicon.topics} == {
        "facilities",
        "cleaning",
        "security",
        "service",
        "none",
    }


def test_every_packaged_topic_has_a_chinese_name() -> None:
    for topic in load_lexicon().topics:
        assert any("\u4e00" <= char <= "\u9fff" for char in topic.name), topic.id


@pytest.mark.parametrize(
    ("line", "broken", "says"),
    [
        ("  words: [漏水]", "  wrods: [漏水]", "home.yaml:7: unknown key wrods in pipe.leak; use one of"),
        (
            "  words: [漏水]",
            "  words: 漏水",
            "home.yaml:7: words of pipe.leak is not a list of words; write [word, word]",
        ),
        (
            "category: facilities",
            "category: water",
            "home.yaml:3: category of pipe.leak is water; write one of facilities",
        ),
        ("<水管> & <爆>", "<水管>", "home.yaml:9: broken pattern '<水管> = 6' in pipe.leak; write two terms"),
        ("<爆>", "<炸>", "home.yaml:9: unknown group <炸> in pipe.leak; add the group 炸"),
        ("past normal", "yesterday normal", "home.yaml:6: urgency of pipe.leak says 'yesterday normal'"),
        ("urgency: urgent", "urgency: soon", "home.yaml:6: urgency of pipe.leak says 'soon'"),
        ("- id: other", "- id: pipe.leak", "home.yaml:1: topic pipe.leak exists twice"),
        ("  fallback: any\n", "", "one topic must be the fallback for any, found none"),
        (
            "words: [没人管]",
            "words: [没人管, 漏水]",
            "home.yaml:17: '漏水' stands with equal weight in pipe.leak and other",
        ),
        (
            "  words: [没人管]\n",
            "",
            "home.yaml:10: topic other has no words; add sure, words, hints or patterns",
        ),
        ("  generic: true", "  near: [roof]", "home.yaml:15: other is near the unknown topic roof"),
        ("  words: [漏水]", "  words: [漏水]\n  tags: [wet]", "home.yaml:8: unknown tag wet in pipe.leak"),
        ("- id: other\n", "-\n", "a topic without id; begin every topic with '- id: …'"),
        (
            "  generic: true",
            "  words: [没人问]",
            "home.yaml:17: not YAML: words is written twice; put all of it in one place",
        ),
        (
            "[漏水]",
            "[漏水, *leak]",
            "home.yaml:7: not YAML: a word that begins with * or !; put it in quotes",
        ),
    ],
)
def test_broken_topic_is_refused_with_its_line(tmp_path: Path, line: str, broken: str, says: str) -> None:
    assert line in TOPICS
    assert says in refused(write_lexicon(tmp_path, topics=TOPICS.replace(line, broken)))


def test_file_that_is_no_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    assert refused(write_lexicon(tmp_path, topics=TOPICS + "- words: [")).startswith("home.yaml:26: not YAML")


def test_unquoted_no_is_explained(tmp_path: Path) -> None:
    assert "quote yes, no, on, off" in refused(write_lexicon(tmp_path, groups="水管: [水管, no]\n"))


def test_group_in_two_files_is_refused(tmp_path: Path) -> None:
    assert "group 爆 exists twice" in refused(write_lexicon(tmp_path, groups="水管: [水管]\n爆: [爆]\n"))


def test_unknown_cue_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    assert "speech.yaml:1: unknown cue never; use one of not, past" in refused(
        write_lexicon(tmp_path, cues="never: [没有]\n")
    )


def test_group_stands_for_its_words_in_a_list(tmp_path: Path) -> None:
    lexicon = load_lexicon(write_lexicon(tmp_path, topics=TOPICS.replace("[漏水]", "[漏水, <水管>]")))
    assert set(lexicon.words["pipe.leak"].words) == {"漏水", "水管", "pipe"}


def test_file_in_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = write_lexicon(tmp_path)
    (folder / "masks.yaml").write_bytes("- 气炸了\n- 爆满\n".encode("gb18030"))
    assert refused(folder).endswith("save the file as UTF-8")


def test_missing_file_is_named(tmp_path: Path) -> None:
    folder = write_lexicon(tmp_path)
    (folder / "terms.yaml").unlink()
    assert refused(folder).startswith("terms.yaml:1: cannot be read")


def test_words_that_yaml_takes_for_something_else_may_stand_in_quotes(tmp_path: Path) -> None:
    lexicon = load_lexicon(write_lexicon(tmp_path, groups="水管: ['119', \"no\", 'off', pipe]\n"))
    assert lexicon.groups["水管"] == ("119", "no", "off", "pipe")


def test_number_outside_of_quotes_is_no_word(tmp_path: Path) -> None:
    assert "group 水管 has no list of words" in refused(write_lexicon(tmp_path, groups="水管: [119]\n"))


def test_file_without_content_is_refused(tmp_path: Path) -> None:
    folder = write_lexicon(tmp_path)
    (folder / "masks.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert "masks.yaml:1: not a list of words" in refused(folder)
