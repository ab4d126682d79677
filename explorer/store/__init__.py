"""The event store: open a dataset, ask for selections of its events, narrow them, count them."""

from explorer.store.cited import NOTHING_CITED, CitedPassages
from explorer.store.event_codec import Brief
from explorer.store.event_ids import EventIds
from explorer.store.facets import FLAGS, Flag
from explorer.store.fields import ANYWHERE, OWN_FIELDS, Field, OwnField
from explorer.store.outline import EventRow, Heading, Outline
from explorer.store.periods import ZOOMS, Period, Zoom
from explorer.store.ranked import Ranked
from explorer.store.running import Bar, Beside, Running
from explorer.store.selection import Selection
from explorer.store.store import Store
from explorer.store.time_axis import TimeAxis

__all__ = [
    "ANYWHERE",
    "FLAGS",
    "NOTHING_CITED",
    "OWN_FIELDS",
    "ZOOMS",
    "Bar",
    "Beside",
    "Brief",
    "CitedPassages",
    "EventIds",
    "EventRow",
    "Field",
    "Flag",
    "Heading",
    "Outline",
    "OwnField",
    "Period",
    "Ranked",
    "Running",
    "Selection",
    "Store",
    "TimeAxis",
    "Zoom",
]
