from __future__ import annotations

import pytest

from explorer.loading import shipped_dataset
from explorer.store import Store


@pytest.fixture(scope="session")
def shipped() -> Store:
    return Store.open(shipped_dataset())
