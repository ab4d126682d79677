"""A keystroke, in process: the whole answer to a query that is one letter longer.

Détente is asked for the result set, the counts per country, type and year, and the first screen of rows; the
peers for the result set alone.  Everyone is asked in turn, every query once, and each round opens the store
anew, so that Détente's memory of earlier answers does not count.
"""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from figures import Figures
from opening import open_store
from outcome import Outcome, Peer, Target, ratio
from peers.fts5 import fts5
from peers.line_searchers import fzf, ripgrep
from peers.polars_frame import polars
from peers.searcher import NotInstalledError, Searcher
from peers.tantivy_index import tantivy
from queries import prefixes, typed_words

from explorer.dates import describe_within
from explorer.folding import fold
from explorer.search import parse, run
from explorer.store import EventRow, Outline, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setting import Setting

SCREEN = 40
PEERS = {"FTS5": fts5, "tantivy": tantivy, "polars": polars, "rg": ripgrep, "fzf": fzf}
_WARMING = -1


@dataclass(frozen=True, slots=True)
class Answer:
    """What a keystroke shows."""

    count: int
    countries: dict[str, int]
    types: dict[str, int]
    years: dict[int | None, int]
    rows: list[tuple[str, str]]


def answer(store: Store, text: str) -> Answer:
    """All that the screen needs after a keystroke."""
    selection = run(store, parse(text)).selection
    assert selection is not None
    outline = Outline(selection)
    shown = (outline[row] for row in range(min(SCREEN, len(outline))))
    events = (store.brief(row.number) for row in shown if isinstance(row, EventRow))
    return Answer(
        len(selection),
        selection.counts_by_country(),
        selection.counts_by_type(),
        selection.counts_by_year(),
        [(describe_within(event.date, 12), event.title) for event in events],
    )


def texts_of(store: Store) -> list[str]:
    """What Détente finds an event by, folded, on one line: title, summary, quotes, and the names it has."""
    dataset = store.dataset
    names = {id_: " ".join((each.name, *each.aliases)) for id_, each in dataset.countries.items()}
    labels = {id_: each.label for id_, each in dataset.types.items()}
    return [
        fold(
            " ".join(
                (
                    event.title,
                    event.summary,
                    *(source.quote for source in event.sources),
                    *(names[id_] for id_ in event.countries),
                    labels[event.type],
                )
            )
        )
        for event in (store.events[number] for number in range(len(store.events)))
    ]


def measure(setting: Setting) -> Iterator[Outcome]:
    """The rows of this part."""
    for events in setting.sizes_among(100_000, 1_000_000):
        yield _outcome(setting, events)


@contextmanager
def opened(setting: Setting, events: int) -> Iterator[Store]:
    """The store of a generated dataset, ready to be searched; its cache is kept among the datasets."""
    os.environ["XDG_CACHE_HOME"] = str(setting.cache)
    setting.talk(f"opening {events:,} events")
    store = open_store(setting.dataset(events))
    try:
        yield store
    finally:
        del store
        gc.collect()


def _outcome(setting: Setting, events: int) -> Outcome:
    with opened(setting, events) as store:
        searchers, missing = _searchers(setting, texts_of(store))
    times: dict[str, list[float]] = {name: [] for name in ("detente", *(each.name for each in searchers))}
    for round_ in range(setting.repeat):
        with opened(setting, events) as store:
            setting.talk(f"typing, round {round_ + 1}")
            for word in typed_words(events, _WARMING, 3):
                _ask(store, searchers, word, 0, {name: [] for name in times})
            for place, text in enumerate(prefixes(typed_words(events, round_))):
                _ask(store, searchers, text, place, times)
    figures = {name: Figures.of(taken) for name, taken in times.items()}
    peers = [Peer(each.name, figures[each.name], each.does) for each in searchers] + missing
    return Outcome(
        "keystroke",
        "a keystroke in process: result set, counts, first screen",
        "ms",
        events,
        figures["detente"],
        tuple(peers),
        tuple(_targets(events, figures)),
    )


def _searchers(setting: Setting, texts: list[str]) -> tuple[list[Searcher], list[Peer]]:
    folder = setting.scratch("searchers")
    searchers: list[Searcher] = []
    missing: list[Peer] = []
    for name, build in PEERS.items():
        setting.talk(f"building {name}")
        (folder / name).mkdir()
        try:
            searchers.append(build(texts, folder / name))
        except NotInstalledError as error:
            missing.append(Peer(name, None, str(error)))
    return searchers, missing


def _ask(
    store: Store, searchers: list[Searcher], text: str, place: int, times: dict[str, list[float]]
) -> None:
    """Ask everyone in turn, for milliseconds; raises AssertionError where two cannot both be right."""
    start = perf_counter()
    count = answer(store, text).count
    times["detente"].append(1000 * (perf_counter() - start))
    for searcher in searchers:
        if place % searcher.every:
            continue
        start = perf_counter()
        found = searcher.search(text)
        times[searcher.name].append(1000 * (perf_counter() - start))
        # A word that no event has is looked for in the documents; the peers know only the events.
        right = found in (count, 0) if searcher.exact else found >= count or not found
        assert right, f"{searcher.name} finds {found} events for {text!r}, Détente {count}"


def _targets(events: int, figures: dict[str, Figures]) -> Iterator[Target]:
    ours = figures["detente"].p95
    yield Target("p95 in ms", ours, "at most", 15 if events > 100_000 else 3)
    if events > 100_000:
        return
    theirs = {name: each.p95 for name, each in figures.items()}
    yield Target("p95 / one rg run", ratio(ours, theirs.get("rg")), "at most", 1)
    yield Target("FTS5's p95 / p95", ratio(theirs.get("FTS5"), ours), "at least", 10)
    yield Target("tantivy's p95 / p95", ratio(theirs.get("tantivy"), ours), "at least", 5)
