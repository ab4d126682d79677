"""The event types that every dataset has, each mapped to its PLOVER category and a default tone.

PLOVER (Political Language Ontology for Verifiable Event Records; Open Event Data Alliance, and Halterman et
al., "PLOVER and POLECAT", 2023) has sixteen categories, from AGREE to ASSAULT; what none of them covers is
mapped to the empty string.  Where CAMEO, its forerunner, names the thing, its successor there is taken:
granting recognition is SUPPORT, breaking or reducing relations SANCTION.  The tone is what such an event
usually does to a relation, from -5 to +5; the figures are this project's, and an event's own `tone:` wins.
"""

from __future__ import annotations

from explorer.model import EventType

_TABLE = (
    # id              label            PLOVER         tone
    ("recognition", "Recognition", "SUPPORT", 4),
    ("rupture", "Rupture", "SANCTION", -5),
    ("visit", "Visit", "CONSULT", 2),
    ("meeting", "Meeting", "CONSULT", 2),
    ("agreement", "Agreement", "AGREE", 3),
    ("aid", "Aid", "AID", 3),
    ("trade", "Trade", "COOPERATE", 2),
    ("statement", "Statement", "", 0),
    ("message", "Message", "CONSULT", 1),
    ("vote", "Vote", "", 0),
    ("exile", "Exile", "", 0),
    ("expulsion", "Expulsion", "SANCTION", -4),
    ("intelligence", "Intelligence", "", -2),
    ("conflict", "Conflict", "ASSAULT", -5),
    ("crisis", "Crisis", "THREATEN", -4),
    ("revolution", "Revolution", "PROTEST", 0),
    ("cooperation", "Cooperation", "COOPERATE", 3),
    ("warming", "Warming", "SUPPORT", 2),
    ("cooling", "Cooling", "SANCTION", -2),
    ("anniversary", "Anniversary", "", 1),
    ("other", "Other", "", 0),
)

BUILT_IN_TYPES: dict[str, EventType] = {
    id_: EventType(id=id_, label=label, plover=plover, tone=tone) for id_, label, plover, tone in _TABLE
}

PLOVER_CATEGORIES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
