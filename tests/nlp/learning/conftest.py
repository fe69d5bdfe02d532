from __future__ import annotations

import pytest

from nlp.understand import Understander
from tests.nlp.learning.desk import understander


@pytest.fixture(scope="package")
def small(tmp_path_factory: pytest.TempPathFactory) -> Understander:
    return understander(tmp_path_factory.mktemp("lexicon"))
