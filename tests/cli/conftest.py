from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Iterator[None]:
    """Commands send logs to the standard error they find, which is the test's own and closed after it."""
    yield
    structlog.reset_defaults()
