"""From a dataset's files to the sections of its snapshot."""

from explorer.building.building import build
from explorer.building.whole import sections_of

__all__ = ["build", "sections_of"]
