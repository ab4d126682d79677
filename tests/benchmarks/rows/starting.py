"""The second start: from exec to the first frame, to a filled timeline and to an answered search, in a pty.

Every program is started in turn, so that all meet the same machine; the bare Textual app is the measure.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field
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

ROUNDS = 9
SECOND_TIMES, SHIPPED_TIMES = 1.15, 1.3
READY_MS, MORE_MB, SHIPPED_MB = 150, 30, 80


@dataclass(slots=True)
class Start:
    """The starts of one dataset: `title` is seen when its timeline is filled.

    Milliseconds from exec; `memory` is resident megabytes once there is nothing more to do.
    """

    dataset: Path
    title: str
    events: int | None
    rounds: int
    first: list[float] = field(default_factory=list)
    filled: list[float] = field(default_factory=list)
    ready: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def measure(setting: Setting) -> Iterator[Outcome]:
    """The rows of this part."""
    shipped = _warmed(setting, SHIPPED, _first_title(setting, SHIPPED)[:15], None)
    generated = [
        _warmed(setting, setting.dataset(events), FIRST_SHOWN, events)
        for events in setting.sizes_among(100_000, 1_000_000)
    ]
    starts, bare_first, bare_memory = [shipped, *generated], list[float](), list[float]()
    for round_ in range(max(start.rounds for start in starts)):
        setting.talk(f"starting, round {round_ + 1}")
        _start_bare(setting, bare_first, bare_memory)
        for start in starts:
            if round_ < start.rounds:
                _start(setting, start)
    first, weight = Figures.of(bare_first), Figures.of(bare_memory)
    for start in generated:
        yield from _second_start(start, first, weight)
    yield from _shipped_start(shipped, first, weight, _visidata(setting))


def _warmed(setting: Setting, dataset: Path, title: str, events: int | None) -> Start:
    return Start(dataset, title, events, rounds(ROUNDS * setting.repeat, warm(setting, dataset, title)))


def _first_title(setting: Setting, dataset: Path) -> str:
    command = detente("search", "", "--data", dataset, "--limit", "1", "--format", "json")
    done = subprocess.run(command, env=setting.environ(setting.cache), stdout=subprocess.PIPE, check=True)
    return str(json.loads(done.stdout)[0]["title"])


def _start_bare(setting: Setting, first: list[float], weight: list[float]) -> None:
    with bare(setting) as terminal:
        first.append(1000 * (terminal.wait_for(BARE_SHOWS) - terminal.started))
        terminal.wait_until_idle()
        weight.append(memory(terminal.process.pid).resident / MEGABYTE)


def _start(setting: Setting, start: Start) -> None:
    with app(setting, start.dataset, setting.cache) as terminal:
        start.first.append(1000 * (terminal.wait_for(FRAME) - terminal.started))
        start.filled.append(1000 * (terminal.wait_for(start.title, LONG) - terminal.started))
        terminal.wait_until_idle()
        start.memory.append(memory(terminal.process.pid).resident / MEGABYTE)
    if start.events is None:
        return
    # A run of its own: a search that is typed before the timeline is filled would empty it.
    with app(setting, start.dataset, setting.cache) as terminal:
        terminal.wait_for(FRAME)
        terminal.press(f"/{UNIQUE_WORD}")
        start.ready.append(1000 * (terminal.wait_for(UNIQUE_TITLE_REST, LONG) - terminal.started))


def _second_start(start: Start, bare_first: Figures, bare_memory: Figures) -> Iterator[Outcome]:
    filled, ready, weight = map(Figures.of, (start.filled, start.ready, start.memory))
    painted = Peer("its first frame", Figures.of(start.first))
    peers = (Peer("bare Textual, first frame", bare_first), painted)
    yield Outcome(
        "starting",
        "second start, timeline filled",
        "ms",
        start.events,
        filled,
        peers,
        (Target("median / bare", filled.median / bare_first.median, "at most", SECOND_TIMES),),
    )
    later = ready.median - Figures.of(start.first).median
    yield Outcome(
        "starting",
        "second start, a word typed at the first frame is answered",
        "ms",
        start.events,
        ready,
        peers,
        (Target("ms after the first frame", later, "at most", READY_MS),),
    )
    yield Outcome(
        "starting",
        "second start, memory (RSS)",
        "MB",
        start.events,
        weight,
        (Peer("bare Textual", bare_memory),),
        (Target("MB beyond bare", weight.median - bare_memory.median, "at most", MORE_MB),),
    )


def _shipped_start(
    start: Start, bare_first: Figures, bare_memory: Figures, others: tuple[Peer, ...]
) -> Iterator[Outcome]:
    filled, weight = Figures.of(start.filled), Figures.of(start.memory)
    yield Outcome(
        "starting",
        "start of the shipped dataset, timeline filled",
        "ms",
        None,
        filled,
        (Peer("bare Textual, first frame", bare_first), *others),
        (Target("median / bare", filled.median / bare_first.median, "at most", SHIPPED_TIMES),),
    )
    yield Outcome(
        "starting",
        "start of the shipped dataset, memory (RSS)",
        "MB",
        None,
        weight,
        (Peer("bare Textual", bare_memory),),
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
