"""Every transcript beside this file, played through the real core on a fresh database."""

from pathlib import Path

import pytest

from bot.transcripts.running import run_file

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
async def test_transcript_holds(path: Path) -> None:
    from bot.simulation import fresh_stage

    result = await run_file(path, fresh_stage)
    assert result.holds, "\n" + result.report()
