"""Opening a dataset: from its snapshot where that still holds, else from its files."""

from typing import TYPE_CHECKING

from explorer import lazily

if TYPE_CHECKING:
    from explorer.opening.background import BackgroundOpening
    from explorer.opening.cache import clear_cache
    from explorer.opening.following import Following
    from explorer.opening.messages import Progress
    from explorer.opening.opening import cached_store, open_store, still_holds
else:
    __getattr__ = lazily.exports(
        __name__,
        {
            "background": "BackgroundOpening",
            "cache": "clear_cache",
            "following": "Following",
            "messages": "Progress",
            "opening": "cached_store open_store still_holds",
        },
    )

__all__ = [
    "BackgroundOpening",
    "Following",
    "Progress",
    "cached_store",
    "clear_cache",
    "open_store",
    "still_holds",
]
