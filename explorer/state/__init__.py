"""What the program remembers of each dataset: where somebody was, bookmarks, searches."""

from typing import TYPE_CHECKING

from explorer import lazily

if TYPE_CHECKING:
    from explorer.state.bookmarks import Bookmark
    from explorer.state.memory import Memory
    from explorer.state.session import Session
    from explorer.state.state_file import state_folder
else:
    __getattr__ = lazily.exports(
        __name__,
        {
            "bookmarks": "Bookmark",
            "memory": "Memory",
            "session": "Session",
            "state_file": "state_folder",
        },
    )

__all__ = ["Bookmark", "Memory", "Session", "state_folder"]
