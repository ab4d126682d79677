"""Opening a dataset: from its snapshot where that still holds, else from its files."""

from explorer.opening.cache import clear_cache
from explorer.opening.opening import cached_store, open_store

__all__ = ["cached_store", "clear_cache", "open_store"]
