from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage import Storage


@pytest.fixture
def storage() -> Iterator[Storage]:
    made = Storage.memory()
    yield made
    made.close()
