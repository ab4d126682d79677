"""Relations between countries: what two of them share, how it stood between them, and all against all.

Everything is counted by sets of event numbers; only the events that tell a status are looked at.
"""

from explorer.relations.matrix import RelationMatrix
from explorer.relations.pair import TONES, Pair, Tones, shown_mean, tones_of
from explorer.relations.status import STATE_NAMES, State, Status
from explorer.relations.tone_series import WINDOWS, Span, ToneSeries, fitting_window, span_of, tone_series
from explorer.relations.wording import status_in_words, status_note, statuses_in_words

__all__ = [
    "STATE_NAMES",
    "TONES",
    "WINDOWS",
    "Pair",
    "RelationMatrix",
    "Span",
    "State",
    "Status",
    "ToneSeries",
    "Tones",
    "fitting_window",
    "shown_mean",
    "span_of",
    "status_in_words",
    "status_note",
    "statuses_in_words",
    "tone_series",
    "tones_of",
]
