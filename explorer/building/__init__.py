"""From a dataset's files to the sections of its snapshot."""

from explorer.building.building import Earlier, build
from explorer.building.parallel import LISTS_ALONE
from explorer.building.whole import sections_of

__all__ = ["LISTS_ALONE", "Earlier", "build", "sections_of"]
