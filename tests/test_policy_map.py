"""docs/policy.md says which transcripts state which row of the policy; here it is held to the files."""

import re
from pathlib import Path

import pytest

from bot.transcripts.reading import read_file

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "policy.md"
FLOWS = ROOT / "tests" / "flows"
TRANSCRIPTS = sorted(FLOWS.glob("*.txt"))
BUILT = [
    *("A01", "A02", "A03", "A04", "A05", "A06", "A07", "A10", "A11", "A13"),
    *("B01", "B03", "B04", "B09"),
    *("C01", "C02", "C04", "C05", "C06", "C07", "C09", "C10"),
    *("D01", "D03", "D04", "D05", "D07"),
    "G02",
]

_ROW = re.compile(r"^\| ([A-G]\d\d) \| [^|]+ \| ([^|]*) \|$", re.MULTILINE)
_LINK = re.compile(r"\[(\w+)\]\((\S+)\)")
_HEAD = re.compile(r"# ([A-G]\d\d(?:, [A-G]\d\d)*): \S.*")


def rows() -> list[tuple[str, list[tuple[str, str]]]]:
    """Id → (title, link) of its files, in the order of the page."""
    return [
        (row_id, _LINK.findall(files)) for row_id, files in _ROW.findall(PAGE.read_text(encoding="utf-8"))
    ]


def ids_of(transcript: Path) -> list[str]:
    """The ids that its first line names; none where that line is not `# ID: a sentence`."""
    head = _HEAD.fullmatch(transcript.read_text(encoding="utf-8").splitlines()[0])
    return head[1].split(", ") if head else []


def test_every_built_row_is_on_the_page_once_and_sorted() -> None:
    assert [row_id for row_id, _ in rows()] == BUILT


def test_every_row_has_a_transcript_and_every_file_names_the_row() -> None:
    for row_id, files in rows():
        assert files, f"{row_id} has no transcript"
        for title, link in files:
            path = (PAGE.parent / link).resolve()
            assert path.is_file(), f"{row_id}: {link} is not there"
            assert path.stem == title
            assert row_id in ids_of(path), f"{link} does not name {row_id}"


def test_every_transcript_is_on_the_page_under_each_id_it_names() -> None:
    listed = {(row_id, title) for row_id, files in rows() for title, _ in files}
    assert {(row_id, path.stem) for path in TRANSCRIPTS for row_id in ids_of(path)} == listed


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_names_its_row_and_stays_short_enough_to_read(path: Path) -> None:
    assert path.stem[:3].upper() in ids_of(path)
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60
    assert read_file(path).lines
