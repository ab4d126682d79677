"""The small dataset, opened in a store."""

import pytest
from made_stores import store_of
from small_dataset import small_dataset

from explorer.store import Store


@pytest.fixture(scope="session")
def store() -> Store:
    return store_of(small_dataset())
