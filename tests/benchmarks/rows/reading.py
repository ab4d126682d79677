"""From YAML to a store, in fresh processes with an empty cache, beside libyaml and PyYAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures import Figures
from fresh import peak, seconds
from outcome import Outcome, Peer, Target
from processes import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setting import Setting

WORKS = ("raw_parse", "load", "yaml_load", "open")
# Up to so many events a third of PyYAML's time is wanted, beyond them a quarter.
FEW = 20_000
# What takes a second is now and then a third slower; what takes ten is less so, and the peers take a minute.
RUNS = {True: 9, False: 3}
PARSE_TIMES = 5
LOAD_SHARE = {True: 1 / 3, False: 1 / 4}
MEMORY_SHARE = 1 / 2


def measure(setting: Setting) -> Iterator[Outcome]:
    """The rows of this part."""
    for events in setting.sizes_among(10_000, 100_000):
        times: dict[str, list[float]] = {work: [] for work in WORKS}
        for run in range(RUNS[events <= FEW] * setting.repeat):
            for work in WORKS:
                setting.talk(f"{work}, {events:,} events, run {run + 1}")
                times[work].append(_seconds(setting, work, events))
        figures = {work: Figures.of(taken) for work, taken in times.items()}
        yield _parse(events, figures)
        yield _all(events, figures)
        yield _memory(setting, events)


def _seconds(setting: Setting, work: str, events: int) -> float:
    return seconds(work, setting.dataset(events), setting.environ(setting.scratch("cold")))


def _parse(events: int, figures: dict[str, Figures]) -> Outcome:
    ratio = figures["load"].median / figures["raw_parse"].median
    return Outcome(
        "reading",
        "YAML parsed, validated and dated, in one process",
        "s",
        events,
        figures["load"],
        (Peer("libyaml's raw_parse", figures["raw_parse"]),),
        (Target("median / raw_parse", ratio, "at most", PARSE_TIMES),),
    )


def _all(events: int, figures: dict[str, Figures]) -> Outcome:
    ratio = figures["open"].median / figures["yaml_load"].median
    return Outcome(
        "reading",
        "YAML to a store: validated, dated, indexed, evidence-checked",
        "s",
        events,
        figures["open"],
        (Peer("yaml.load(CSafeLoader)", figures["yaml_load"], "dictionaries alone"),),
        (Target("median / yaml.load", ratio, "at most", LOAD_SHARE[events <= FEW]),),
    )


def _growth(setting: Setting, work: str, events: int) -> float:
    """Megabytes more for these events than for the smallest dataset."""
    whole, least = (
        peak(work, setting.dataset(size), setting.environ(setting.scratch("cold"))) for size in (events, 3)
    )
    return (whole - least) / MEGABYTE


def _memory(setting: Setting, events: int) -> Outcome:
    """Weighed in runs of their own, because weighing takes time; Python and its imports do not count."""
    setting.talk(f"memory, {events:,} events")
    ours, theirs = (
        Figures.of([_growth(setting, work, events) for _ in range(setting.repeat)])
        for work in ("open", "yaml_load")
    )
    return Outcome(
        "reading",
        "peak memory of that, beyond that for three events, child processes included",
        "MB",
        events,
        ours,
        (Peer("yaml.load(CSafeLoader)", theirs),),
        (Target("peak / yaml.load's", ours.median / theirs.median, "at most", MEMORY_SHARE),),
    )
