"""What the demo's picker offers."""

from bot.simulation.demo_opening import scenarios
from bot.transcripts.reading import read_file


def test_every_scenario_is_a_transcript_that_can_be_read() -> None:
    for _, path in scenarios():
        assert read_file(path).lines


def test_titles_differ() -> None:
    titles = [title for title, _ in scenarios()]
    assert len(set(titles)) == len(titles) > 10
