from __future__ import annotations

import pytest

from explorer.loading import shipped_dataset
from explorer.opening import open_store
from explorer.store import Store


@pytest.fixture(scope="session")
def shipped() -> Store:
    return open_store(shipped_dataset())
