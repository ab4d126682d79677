"""What is otherwise drawn, in words: dates, events, countries, keys, tones.  No widget is known here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.dates import describe
from explorer.dates.calendar import MONTH_NAMES
from explorer.relations import TONES, shown_mean, status_in_words
from explorer.tui.drawing import plural
from explorer.tui.event_marks import EVENT_MARKS
from explorer.tui.period_names import period_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.dates import EdtfDate
    from explorer.relations import Pair, Status
    from explorer.store import Store
    from explorer.tui.rows import CountryRow

_MONTHS = {name[:3]: name for name in MONTH_NAMES}
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
# In their order: what is unknown at one end of an interval before what is uncertain.
_SPOKEN: tuple[tuple[re.Pattern[str], str], ...] = (
    # A long set of dates shows its first and its last.
    (re.compile(r" … (?=.*\()"), " to "),
    (re.compile(r"\?–"), "unknown to "),
    (re.compile(r"–\?"), " to unknown"),
    (re.compile(r"\?"), " (uncertain)"),
    (re.compile(r"\s*–\s*"), " to "),
    (re.compile(r"\bc\. "), "about "),
    (re.compile("…"), "unknown month"),
)
_KEYS = {"↑": "up arrow", "↓": "down arrow", "←": "left arrow", "→": "right arrow", "…": "to"}
_ARROW = re.compile(f"[{''.join(_KEYS)}]")


def spoken_date(date: EdtfDate) -> str:
    """A date without signs and abbreviations: `28 September 1960`, `about 1957`, `5 to 9 June 2024`."""
    return in_full(describe(date))


def in_full(text: str) -> str:
    """A text with dates as the screen shows them, without their signs and abbreviations."""
    for pattern, words in _SPOKEN:
        text = pattern.sub(words, text)
    return _MONTH.sub(lambda found: _MONTHS[found[1]], text)


def spoken_keys(keys: Sequence[str]) -> str:
    """Keys as one reads them aloud: `up arrow, k`; "no key" where there is none."""
    spoken = [_ARROW.sub(lambda found: _KEYS[found[0]], key) for key in keys]
    return (" " if "…" in keys else ", ").join(spoken) or "no key"


def event_in_words(store: Store, number: int) -> tuple[str, str, str]:
    """A row of an event in its parts: the date, the title, and what else there is to know of it."""
    event = store.brief(number)
    tone = store.tone(number)
    rest = [
        EVENT_MARKS[event.standing].meaning,
        plural(event.sources, "source") if event.sources else "",
        f"tone {tone:+d}" if tone else "",
    ]
    return spoken_date(event.date), event.title, ", ".join(filter(None, rest))


def countries_in_words(store: Store, number: int) -> str:
    """The countries of an event: `Cuba, Mexico and China`; "" without any."""
    countries = store.dataset.countries
    ids = dict.fromkeys(store.events[number].countries)
    names = [countries[id_].name for id_ in ids if id_ in countries]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def country_in_words(place: int, row: CountryRow) -> str:
    """`2 China, chosen, 5 events`; `place` counts from 0."""
    count = plural(row.count, "event") if row.count else "no events"
    return f"{place + 1} {row.country.name}, {'chosen, ' if row.chosen else ''}{count}"


def pair_in_words(name: str, count: int, mean: float | None) -> str:
    """`Cuba and China, 12 shared events, mean tone +1.6`."""
    tone = f", mean tone {shown_mean(mean)}" if count else ""
    return f"{name}, {plural(count, 'shared event') if count else 'no shared events'}{tone}"


def status_row(store: Store, status: Status) -> str:
    """`relations since 2 September 1960, disputed: Cuba recognises China`."""
    words = in_full(status_in_words(status).replace(" ⚡", ", disputed"))
    told = status.reason if status.event is None else store.brief(status.event).title
    return f"{words}: {told}" if told else words


def tones_in_words(pair: Pair) -> str:
    """The tone of a relation by decades: `1960s: +2.1, 8 events. 1970s: -0.5, 2 events.`; "" without any."""
    store = pair.store
    periods = store.axis.periods("decade")
    bounds = [*(period.first for period in periods), len(store.events)]
    by_tone = {tone: pair.of_tone(tone).counts_between(bounds) for tone in TONES}
    said = []
    for place, period in enumerate(periods):
        count = sum(counts[place] for counts in by_tone.values())
        if count:
            mean = sum(tone * counts[place] for tone, counts in by_tone.items()) / count
            said.append(f"{period_name(period)}: {shown_mean(mean)}, {plural(count, 'event')}.")
    return f"Mean tone: {' '.join(said)}" if said else ""
