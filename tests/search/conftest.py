"""The small dataset, opened in a store."""

import pytest
from small_dataset import small_dataset

from explorer.evidence import verify
from explorer.store import Store


@pytest.fixture(scope="session")
def store() -> Store:
    dataset = small_dataset()
    return Store(dataset, verify(dataset))
