"""Whether what the app shows agrees with itself: each check yields a sentence for what does not.

The recount looks at every event by itself and knows nothing of the store's indexes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from explorer.dates import year_of
from explorer.printable import printable
from explorer.search.filters import Filters
from explorer.store import EventRow, Selection, Store
from explorer.tui.app import DetenteApp
from explorer.tui.screens.explorer import SMALLEST, ExplorerScreen
from explorer.tui.widgets.block_list import BlockList
from explorer.tui.widgets.line_list import LineList

# What would steer the terminal, or turn the writing round.
UNFIT = {*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def main_screen(app: DetenteApp) -> ExplorerScreen:
    """The screen below all dialogs."""
    screen = app.screen_stack[0]
    assert isinstance(screen, ExplorerScreen)
    return screen


# ---- at each step ----


def wrong_in_selection(screen: ExplorerScreen) -> Iterator[str]:
    """Selection, cursor, source and the count in the title."""
    selection, store, timeline = screen.selection, screen.store, screen.timeline
    if selection is None or store is None:
        yield "nothing is shown"
        return
    if selection.store is not store:
        yield "the selection is of another store"
    total = "1 event" if len(store.events) == 1 else f"{len(store.events):,} events"
    if screen.title_bar.count != f"{len(selection):,} of {total}":
        yield f"the title says {screen.title_bar.count!r} of {len(selection)} selected"
    if selection:
        yield from _wrong_at_cursor(screen, selection)
    elif timeline.cursor is not None or screen.source._cited is not None:
        yield f"nothing is selected, and yet there is a cursor ({timeline.cursor}) or a source"
    countries = screen.countries
    if countries.row_count() and not 0 <= (countries.cursor or 0) < countries.row_count():
        yield f"the cursor is on country {countries.cursor} of {countries.row_count()}"


def _wrong_at_cursor(screen: ExplorerScreen, selection: Selection) -> Iterator[str]:
    outline, cursor, number = screen.timeline._outline, screen.timeline.cursor, screen.number
    if number is None or number not in selection:
        yield f"event {number} has the cursor and is not selected"
        return
    event = selection.store.events[number]
    row = outline[cursor] if outline is not None and cursor is not None else None
    if not isinstance(row, EventRow) or row.number != number:
        yield f"the timeline's cursor is on {row}, the screen's on event {number}"
    if screen.event != event.id:
        yield f"event {number} is {event.id!r}, the screen takes it for {screen.event!r}"
    cited = screen.source._cited
    if cited is None or cited.event.id != event.id:
        yield f"the source is of {cited and cited.event.id!r}, the cursor on {event.id!r}"
    elif cited.source is not None and cited.source not in event.sources:
        yield f"the source is none of {event.id!r}"


# ---- once everything is drawn ----


def wrong_in_focus(app: DetenteApp, *, moved: bool) -> Iterator[str]:
    """The focus, which must be somewhere in sight; after a key that `moved` it the cursor must be, too."""
    if app.size.width < SMALLEST[0] or app.size.height < SMALLEST[1]:
        return
    focused = app.focused
    if focused is None:
        if app.screen is main_screen(app):
            yield "nothing has the focus"
        return
    if not _seen(focused):
        yield f"{focused} of {app.screen} has the focus and is not in sight in a window of {app.size}"
    if moved and isinstance(focused, LineList) and focused.cursor is not None:
        height, top = focused.scrollable_content_region.height, focused.scroll_offset.y
        # A block that is higher than the list is seen from one of its other lines, too.
        first = last = focused.cursor
        if isinstance(focused, BlockList):
            first, last = focused.context_rows(first)
        if height and not (first < top + height and top <= last):
            yield f"the cursor of {focused} is in row {focused.cursor}, in sight are {height} from {top}"


def _seen(widget: Widget) -> bool:
    visible = widget.screen._compositor.visible_widgets.get(widget)
    return visible is not None and bool(visible[0].intersection(visible[1]))


def wrong_on_screen(app: DetenteApp) -> Iterator[str]:
    """What would be drawn: lines of the window's width, without anything that steers a terminal."""
    strips = app.screen._compositor.render_strips()
    if len(strips) != app.size.height:
        yield f"{len(strips)} lines are drawn on {app.size}"
    for y, strip in enumerate(strips):
        yield from _wrong_in_line(y, strip, app.size.width)


def _wrong_in_line(y: int, strip: Strip, width: int) -> Iterator[str]:
    text = strip.text
    if strip.cell_length != width or cell_len(text) != width:
        yield f"line {y} has {strip.cell_length} cells, or {cell_len(text)}, of {width}: {text!r}"
    if not text.isprintable() and not UNFIT.isdisjoint(map(ord, text)):
        yield f"line {y} holds what no terminal should be sent: {text!r}"


# ---- recounted ----


def wrong_in_counts(screen: ExplorerScreen) -> Iterator[str]:
    """The breadcrumb, what is selected, and its counts by country, type and year."""
    selection, store = screen.selection, screen.store
    if selection is None or store is None:
        return
    yield from _wrong_in_breadcrumb(screen, store)
    chosen = set(screen.filters.countries)
    records = [_counted(store)[number] for number in selection]
    strangers = [id_ for id_, countries, _, _ in records if not chosen <= set(countries)]
    if strangers:
        yield f"{strangers[:3]} do not involve all of {sorted(chosen)}"
    by_country = Counter(country for _, countries, _, _ in records for country in countries)
    shown = [row.count for row in screen.countries._rows]
    if shown != [by_country[id_] for id_ in store.dataset.countries]:
        yield f"the countries' counts are {shown}, counted are {by_country}"
    by_type = {type_: count for type_, count in selection.counts_by_type().items() if count}
    if by_type != Counter(type_ for _, _, type_, _ in records):
        yield f"the types' counts are {by_type}"
    if selection.counts_by_year() != Counter(year for _, _, _, year in records):
        yield f"the years' counts are {selection.counts_by_year()}"


def _wrong_in_breadcrumb(screen: ExplorerScreen, store: Store) -> Iterator[str]:
    filters, selection = screen.filters, screen.selection
    asked = filters.run(store, suggest=False).selection
    if asked is None:
        # What cannot be meant leaves the last good result, which is what is told then.
        filters = replace(filters, query=screen._last_good)
        asked = filters.run(store, suggest=False).selection
    is_filtered = filters.countries or filters.query.text.strip()
    told = filters.describe(screen.country_names()) if is_filtered else store.dataset.title
    if screen.title_bar._title != printable(told):
        yield f"the title is {screen.title_bar._title!r}, what is shown is {told!r}"
    if asked is not None and asked != selection:
        yield f"{len(selection or ())} are selected, {len(asked)} pass {told!r}"
    line, searched = screen.search_line.value, screen.filters.query.text
    if screen.filters != Filters() and line != searched:
        yield f"the search line says {line!r}, searched is {searched!r}"


@lru_cache(maxsize=8)
def _counted(store: Store) -> list[tuple[str, tuple[str, ...], str, int | None]]:
    """Of each event what it is counted by: id, countries, type, the year that it begins in."""
    return [
        (
            event.id,
            tuple(dict.fromkeys(event.countries)),
            event.type,
            None if event.date.earliest is None else year_of(event.date.earliest),
        )
        for event in store.events
    ]
