"""The first start of a dataset, with an empty cache: the screen while it loads, keys in it, memory."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from figures import Figures
from launch import BARE_SHOWS, FRAME, NO_WAIT, app, bare
from outcome import Outcome, Peer, Target
from processes import MEGABYTE, children, memory, peak_memory, tree_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setting import Setting
    from terminal import Terminal

DOWN = "\x1b[B"
BETWEEN_PRESSES = 0.1
# Fewer answers than these say nothing.
ANSWERS = 5
USABLE_ROUNDS = 5
USABLE_MS = 500
KEY_MS = 5
BYTES_AN_EVENT = 1_300
CURSOR = "▌"
TYPED = "qz"
# A program that has used less than this share of a processor for a second has loaded.
AT_REST = 0.5
LONGEST = 600.0


def measure(setting: Setting) -> Iterator[Outcome]:
    """The rows of this part."""
    for events in setting.sizes_among(100_000):
        yield _usable(setting, events)
        yield _keys(setting, events)
        yield _memory(setting, events)


def _usable(setting: Setting, events: int) -> Outcome:
    """From exec until what was typed at the first frame stands on the screen."""
    first, usable = list[float](), list[float]()
    for round_ in range(USABLE_ROUNDS * setting.repeat):
        setting.talk(f"first start, round {round_ + 1}")
        with app(setting, setting.dataset(events), setting.scratch("cold")) as terminal:
            first.append(1000 * (terminal.wait_for(FRAME) - terminal.started))
            terminal.press(f"/{TYPED}")
            usable.append(1000 * (terminal.wait_for(TYPED) - terminal.started))
    figures = Figures.of(usable)
    return Outcome(
        "loading",
        "first start, a key at the first frame is answered",
        "ms",
        events,
        figures,
        (Peer("its first frame", Figures.of(first)),),
        (Target("median in ms", figures.median, "at most", USABLE_MS),),
    )


def _keys(setting: Setting, events: int) -> Outcome:
    what = "down while the dataset loads, no wait for the frame"
    at_once = _answered(setting, events, NO_WAIT)
    if len(at_once) < ANSWERS:
        note = f"{len(at_once)} keys moved the cursor before all was loaded"
        return Outcome("loading", what, "ms", events, note=note)
    as_is = _answered(setting, events, {})
    figures = Figures.of(at_once)
    return Outcome(
        "loading",
        what,
        "ms",
        events,
        figures,
        (Peer("as it is, with the wait", Figures.of(as_is) if as_is else None),),
        (Target("median in ms", figures.median, "at most", KEY_MS),),
        f"{figures.count} keys",
    )


def _answered(setting: Setting, events: int, environ: dict[str, str]) -> list[float]:
    """Milliseconds from each key to the output that moved the cursor, of those that did."""
    setting.talk("keys while it loads")
    with app(setting, setting.dataset(events), setting.scratch("cold"), **environ) as terminal:
        terminal.wait_for(FRAME)
        return _delays(terminal, _pressed_while_busy(terminal))


def _pressed_while_busy(terminal: Terminal) -> list[float]:
    """Press a key again and again until the program is at rest; returns when each was pressed."""
    presses, end = list[float](), perf_counter() + LONGEST
    checked, worked = perf_counter(), tree_time(terminal.process.pid)
    while perf_counter() < end:
        presses.append(terminal.press(DOWN))
        while terminal.read(presses[-1] + BETWEEN_PRESSES):
            pass
        now = perf_counter()
        if now - checked >= 1:
            work = tree_time(terminal.process.pid)
            if (work - worked) / (now - checked) < AT_REST:
                break
            checked, worked = now, work
    return presses


def _delays(terminal: Terminal, presses: list[float]) -> list[float]:
    """What is seen is worked out afterwards, chunk by chunk."""
    delays, waiting, before = list[float](), list(reversed(presses)), ""
    pressed: float | None = None
    for number, chunk in enumerate(terminal.chunks, start=1):
        while waiting and waiting[-1] < chunk.time:
            # A key that nothing has answered yet is given up when the next one is pressed.
            pressed = waiting.pop()
        line = _cursor_line(terminal.screen(number))
        if line != before and pressed is not None and before:
            delays.append(1000 * (chunk.time - pressed))
            pressed = None
        before = line
    return delays


def _cursor_line(screen: list[str]) -> str:
    return next((line.partition(CURSOR)[2] for line in screen if CURSOR in line), "")


def _memory(setting: Setting, events: int) -> Outcome:
    """The memory of the app alone, once all is loaded; what it started has ended by then."""
    with bare(setting) as terminal:
        terminal.wait_for(BARE_SHOWS)
        terminal.wait_until_idle()
        bare_memory = memory(terminal.process.pid)
    peaks: dict[int, int] = {}

    def watched(pid: int) -> float:
        for child in children(pid):
            peaks[child] = max(peaks.get(child, 0), peak_memory(child))
        return tree_time(pid)

    setting.talk("memory of a first start")
    with app(setting, setting.dataset(events), setting.scratch("cold")) as terminal:
        terminal.wait_for(FRAME)
        terminal.wait_until_idle(work=watched)
        ours, peak = memory(terminal.process.pid), peak_memory(terminal.process.pid)
    an_event = (ours.resident - bare_memory.resident) / events
    megabytes = Figures.of([ours.resident / MEGABYTE])
    return Outcome(
        "loading",
        "memory after a first start (RSS)",
        "MB",
        events,
        megabytes,
        (
            Peer("bare Textual", Figures.of([bare_memory.resident / MEGABYTE])),
            Peer("its USS", Figures.of([ours.unique / MEGABYTE])),
            Peer("its peak", Figures.of([peak / MEGABYTE])),
            Peer(f"peak of {len(peaks)} child processes", Figures.of([max(peaks.values()) / MEGABYTE]))
            if peaks
            else Peer("no child processes"),
        ),
        (Target("bytes an event beyond bare", an_event, "at most", BYTES_AN_EVENT),),
    )
