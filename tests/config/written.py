"""Settings written for one test: the shipped file, changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.config import ConfigError, Fault, Settings, load

SHIPPED = Path(__file__).parents[2] / "config.yaml"


def changed(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """The shipped config.yaml with each first text replaced by the second; both must make a difference."""
    text = SHIPPED.read_text("utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    path = tmp_path / "config.yaml"
    path.write_text(text, "utf-8")
    return path


def faults_of(path: Path, environ: Mapping[str, str] | None = None) -> tuple[Fault, ...]:
    """What loading refuses."""
    with pytest.raises(ConfigError) as refused:
        load(path, environ or {})
    return refused.value.faults


def loaded(tmp_path: Path, *changes: tuple[str, str]) -> Settings:
    return load(changed(tmp_path, *changes), {})
