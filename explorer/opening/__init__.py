"""Opening a dataset: from its snapshot where that still holds, else from its files."""

from explorer.opening.background import BackgroundOpening
from explorer.opening.cache import clear_cache
from explorer.opening.messages import Progress
from explorer.opening.opening import cached_store, open_store

__all__ = ["BackgroundOpening", "Progress", "cached_store", "clear_cache", "open_store"]
