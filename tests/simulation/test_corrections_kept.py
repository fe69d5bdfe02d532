"""Who puts right what was understood, teaches: staff by 改分类, owners by the category they choose (B09)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.desk.correction import Correction
from bot.simulation import fresh_stage
from bot.transcripts.playing import play
from bot.transcripts.reading import read_file

FLOWS = Path(__file__).parents[1] / "flows"


async def corrections(flow: str) -> Sequence[Correction]:
    """What is kept after a transcript."""
    async with fresh_stage() as stage:
        await play(read_file(FLOWS / f"{flow}.txt"), stage, lambda _: None)
        with stage.app.storage.begin() as work:
            return work.tickets.corrections()


async def test_staffs_correction_is_kept_with_the_words_that_had_decided() -> None:
    (kept,) = await corrections("b09_category_is_corrected")
    assert (kept.by_kind, kept.by_name, kept.old, kept.new) == ("staff", "老李", "facilities", "cleaning")
    assert kept.evidence
    assert all(found.text in kept.text for found in kept.evidence)


async def test_owners_answer_to_the_four_buttons_is_kept() -> None:
    (kept,) = await corrections("b01_unclear_asks_with_four_buttons")
    assert (kept.by_kind, kept.by_name, kept.new) == ("resident", "王女士", "cleaning")
    assert kept.text == "家里有点问题，麻烦派人来看看"


@pytest.mark.parametrize("flow", ["a03_repair_record", "a06_restated_and_confirmed"])
async def test_what_nobody_put_right_is_no_correction(flow: str) -> None:
    assert await corrections(flow) == []
