"""README in both languages: the same two commands, and links that lead somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
PAGES = [*READMES, *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = [
    "pip install -c constraints.txt . && huiyin demo",
    "pip install -c constraints.txt -e '.[test]' && pytest",
]

_LINK = re.compile(r"\]\((?!https?://)([^)#\s]+)")


def named(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("page", READMES, ids=named)
def test_two_commands_do_all_set_up(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("pip install")] == COMMANDS


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_constraints_are_plain_pins() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][\w.]*", line)] == []
