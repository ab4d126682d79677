"""The second start: from exec to the first frame, to a filled timeline and to an answered search, in a pty.

The bare Textual app is the measure: it is started right before each start that is compared with it.  A
machine that does something else now and then is slow for some seconds, for half of the starts of a minute; so
each two that are compared are measured side by side, many times, and the median of the comparisons decides.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from figures import Figures
from generate import UNIQUE_TITLE_REST, UNIQUE_WORD
from launch import BARE_SHOWS, FIRST_SHOWN, FRAME, LONG, app, bare, rounds, warm
from outcome import Outcome, Peer, Target
from peers.searcher import NotInstalledError
from peers.visidata import visidata
from processes import MEGABYTE, memory
from setting import SHIPPED, detente

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from setting import Setting

# How often a start is compared with a bare one, a search typed at the first frame, the memory looked at.
PAIRS, SEARCHES, WEIGHINGS = 31, 15, 5
SECOND_TIMES, SHIPPED_TIMES = 1.15, 1.3
READY_MS, MORE_MB, SHIPPED_MB = 150, 30, 80


@dataclass(slots=True)
class Start:
    """The starts of one dataset: `title` is seen when its timeline is filled.

    Milliseconds from exec, those of `later` from the first frame of the same start; `memory` is resident
    megabytes once there is nothing more to do.  `bare` and `bare_memory` are of the bare app right before.
    """

    dataset: Path
    title: str
    events: int | None
    pairs: int
    first: list[float] = field(default_factory=list)
    filled: list[float] = field(default_factory=list)
    ready: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    bare_memory: list[float] = field(default_factory=list)

    def painted_bare(self) -> Peer:
        return Peer("bare Textual, first frame", Figures.of(self.bare))

    def times_bare(self, most: float) -> Target:
        """How many times as long as the bare app's first frame it takes until the timeline is filled."""
        ratios = [filled / painted for filled, painted in zip(self.filled, self.bare, strict=True)]
        return Target("median of each / the bare one before it", median(ratios), "at most", most)


def measure(setting: Setting) -> Iterator[Outcome]:
    """The rows of this part."""
    shipped = _warmed(setting, SHIPPED, _first_title(setting, SHIPPED)[:15], None)
    generated = [
        _warmed(setting, setting.dataset(events), FIRST_SHOWN, events)
        for events in setting.sizes_among(100_000, 1_000_000)
    ]
    starts = [shipped, *generated]
    for round_ in range(max(start.pairs for start in starts)):
        setting.talk(f"starting, round {round_ + 1}")
        for start in starts:
            if round_ < start.pairs:
                _compare(setting, start)
            if start.events is not None and round_ < min(SEARCHES * setting.repeat, start.pairs):
                _search(setting, start)
            if round_ < min(WEIGHINGS * setting.repeat, start.pairs):
                _weigh(setting, start)
    for start in generated:
        yield from _second_start(start)
    yield from _shipped_start(shipped, _visidata(setting))


def _warmed(setting: Setting, dataset: Path, title: str, events: int | None) -> Start:
    return Start(dataset, title, events, rounds(PAIRS * setting.repeat, warm(setting, dataset, title)))


def _first_title(setting: Setting, dataset: Path) -> str:
    command = detente("search", "", "--data", dataset, "--limit", "1", "--format", "json")
    done = subprocess.run(command, env=setting.environ(setting.cache), stdout=subprocess.PIPE, check=True)
    return str(json.loads(done.stdout)[0]["title"])


def _compare(setting: Setting, start: Start) -> None:
    with bare(setting) as terminal:
        start.bare.append(1000 * (terminal.wait_for(BARE_SHOWS) - terminal.started))
    with app(setting, start.dataset, setting.cache) as terminal:
        start.first.append(1000 * (terminal.wait_for(FRAME) - terminal.started))
        start.filled.append(1000 * (terminal.wait_for(start.title, LONG) - terminal.started))


def _search(setting: Setting, start: Start) -> None:
    # A start of its own: a search that is typed before the timeline is filled would empty it.
    with app(setting, start.dataset, setting.cache) as terminal:
        painted = terminal.wait_for(FRAME)
        terminal.press(f"/{UNIQUE_WORD}")
        answered = terminal.wait_for(UNIQUE_TITLE_REST, LONG)
        start.ready.append(1000 * (answered - terminal.started))
        start.later.append(1000 * (answered - painted))


def _weigh(setting: Setting, start: Start) -> None:
    for begun, shown, weights in (
        (bare(setting), BARE_SHOWS, start.bare_memory),
        (app(setting, start.dataset, setting.cache), start.title, start.memory),
    ):
        with begun as terminal:
            terminal.wait_for(shown, LONG)
            terminal.wait_until_idle()
            weights.append(memory(terminal.process.pid).resident / MEGABYTE)


def _second_start(start: Start) -> Iterator[Outcome]:
    filled, ready, weight = map(Figures.of, (start.filled, start.ready, start.memory))
    bare_weight = Figures.of(start.bare_memory)
    peers = (start.painted_bare(), Peer("its first frame", Figures.of(start.first)))
    yield Outcome(
        "starting",
        "second start, timeline filled",
        "ms",
        start.events,
        filled,
        peers,
        (start.times_bare(SECOND_TIMES),),
    )
    yield Outcome(
        "starting",
        "second start, a word typed at the first frame is answered",
        "ms",
        start.events,
        ready,
        peers,
        (Target("median of ms after its first frame", median(start.later), "at most", READY_MS),),
    )
    yield Outcome(
        "starting",
        "second start, memory (RSS)",
        "MB",
        start.events,
        weight,
        (Peer("bare Textual", bare_weight),),
        (Target("MB beyond bare", weight.median - bare_weight.median, "at most", MORE_MB),),
    )


def _shipped_start(start: Start, others: tuple[Peer, ...]) -> Iterator[Outcome]:
    filled, weight = Figures.of(start.filled), Figures.of(start.memory)
    yield Outcome(
        "starting",
        "start of the shipped dataset, timeline filled",
        "ms",
        None,
        filled,
        (start.painted_bare(), *others),
        (start.times_bare(SHIPPED_TIMES),),
    )
    yield Outcome(
        "starting",
        "start of the shipped dataset, memory (RSS)",
        "MB",
        None,
        weight,
        (Peer("bare Textual", Figures.of(start.bare_memory)),),
        (Target("MB", weight.median, "at most", SHIPPED_MB),),
    )


def _visidata(setting: Setting) -> tuple[Peer, ...]:
    """VisiData on the same events as CSV, from exec to the first one on the screen."""
    file = setting.scratch("visidata") / "shipped.csv"
    command = detente("search", "", "--data", SHIPPED, "--format", "csv")
    with file.open("wb") as rows:
        subprocess.run(command, env=setting.environ(setting.cache), stdout=rows, check=True)
    title, times = _first_title(setting, SHIPPED)[:8], list[float]()
    try:
        for _ in range(3 * setting.repeat + 1):
            with visidata(setting, file) as terminal:
                times.append(1000 * (terminal.wait_for(title) - terminal.started))
    except NotInstalledError as error:
        return (Peer("VisiData", None, str(error)),)
    return (Peer("VisiData", Figures.of(times[1:]), "the events as CSV"),)
