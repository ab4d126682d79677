"""The event store: open a dataset, ask for selections of its events, narrow them, count them."""

from explorer.store.cited import CitedPassages
from explorer.store.facets import FLAGS, Flag
from explorer.store.outline import EventRow, Heading, Outline
from explorer.store.searchable import ANYWHERE, Field
from explorer.store.selection import Selection
from explorer.store.store import Store
from explorer.store.time_axis import ZOOMS, Period, TimeAxis, Zoom

__all__ = [
    "ANYWHERE",
    "FLAGS",
    "ZOOMS",
    "CitedPassages",
    "EventRow",
    "Field",
    "Flag",
    "Heading",
    "Outline",
    "Period",
    "Selection",
    "Store",
    "TimeAxis",
    "Zoom",
]
