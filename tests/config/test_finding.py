import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config import ConfigError
from bot.config.finding import find
from tests.config.written import SHIPPED


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Path]:
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


def test_the_file_asked_for_goes_first(here: Path) -> None:
    (here / "config.yaml").touch()
    (here / "mine.yaml").touch()
    (here / "other.yaml").touch()
    environ = {"HUIYIN_CONFIG": "other.yaml"}
    assert find(Path("mine.yaml"), environ, allow_sample=True).path == Path("mine.yaml")
    assert find(None, environ, allow_sample=True).path == Path("other.yaml")
    assert find(None, {}, allow_sample=True).path == Path("config.yaml")


def test_a_checkout_brings_its_own(here: Path) -> None:
    found = find(None, {}, allow_sample=False)
    assert found.path == SHIPPED
    assert not found.sample


def test_the_sample_is_for_looking_not_for_serving(here: Path) -> None:
    package = here / "site-packages" / "bot"
    (package / "sample").mkdir(parents=True)
    (package / "sample" / "config.yaml").touch()
    found = find(None, {}, allow_sample=True, package=package)
    assert found.sample
    assert found.path == package / "sample" / "config.yaml"
    with pytest.raises(ConfigError, match="HUIYIN_CONFIG"):
        find(None, {}, allow_sample=False, package=package)
