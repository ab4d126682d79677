"""From YAML files to a dataset and the problems in it."""

from typing import TYPE_CHECKING

from explorer import lazily

if TYPE_CHECKING:
    from explorer.loading.dataset import load
    from explorer.loading.discovery import find_dataset, shipped_dataset
    from explorer.loading.shown_line import excerpt
else:
    __getattr__ = lazily.exports(
        __name__,
        {"dataset": "load", "discovery": "find_dataset shipped_dataset", "shown_line": "excerpt"},
    )

__all__ = ["excerpt", "find_dataset", "load", "shipped_dataset"]
