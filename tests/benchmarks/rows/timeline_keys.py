"""Keys in the timeline through a pty: down, page down, End, and the jump to the next year.

Textual paints sixty times a second, and a key waits for the next time.  That wait is taken out
(`TEXTUAL_FPS`), and what is looked at is the time from writing a key to the end of its first picture, the
timeline with its cursor: what lists are measured by elsewhere.  Beside it stand lists in Textual that show
nothing else; the whole screen, for which the source of the event follows in a second picture; both as a
person has them; and the time that the program itself ran.

The milliseconds decide, and two ratios, which do not depend on the machine: each press is compared with the
press of the same key in a bare list of as many rows, and in the smallest dataset, a moment before.  Each key
is pressed a few times in each of several rounds: the machine is now and then slower for some seconds.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from figures import Figures
from launch import FIRST_SHOWN, LIST_SHOWS, LONG, NO_WAIT, app, bare_list, warm
from outcome import Outcome, Peer, Target
from terminal import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from setting import Setting
    from terminal import Terminal

# How often a key is pressed in each round, after some presses that do not count.
ROUNDS, PRESSES, WARMING = 3, 8, 2
QUIET = 0.08
FLAT = 1.2
# 4 and 8 ms are wanted where a bare list took 2.6 for down, and 4 to 6.5 for a page: 1.54, and 1.23 to 2.
TIMES_A_BARE_LIST = 1.5
HOME = "\x1b[H"
# A DataTable of a million rows takes a gigabyte.
MOST_IN_TABLE = 100_000

Program: TypeAlias = Literal["app", "lines", "table"]


class Key(NamedTuple):
    """A key: what a terminal sends, how soon its screen is wanted (ms), and what takes it back.

    `before` counts its presses that come first.
    """

    name: str
    sent: str
    most: float
    back: str = ""
    before: int = 0


KEYS = (
    Key("down", "\x1b[B", 4),
    Key("page down", "\x1b[6~", 8),
    Key("End", "\x1b[F", 8, HOME),
    # The first years of the smallest dataset stand on one screen, and only later ones have to be scrolled to.
    Key("jump to the next year", "}", 8, before=8),
)


@dataclass(frozen=True, slots=True)
class Latencies:
    """What presses of a key took, in ms: to the timeline, to the whole screen, of the program's own time.

    `pressed` has the first of these for each press, in their order.
    """

    timeline: Figures
    whole: Figures
    work: Figures
    pressed: list[float]

    def times(self, other: Latencies) -> float:
        """How many times as long as the same press in another dataset; the median."""
        return median(own / others for own, others in zip(self.pressed, other.pressed, strict=True))

    @classmethod
    def of(cls, answers: list[Answer]) -> Latencies:
        """The figures of some answers."""
        timeline, whole, work = (Figures.of(times) for times in zip(*answers, strict=True))
        return cls(timeline, whole, work, [answer.first for answer in answers])


def measure(setting: Setting) -> Iterator[Outcome]:
    """The rows of this part."""
    sizes = setting.sizes_among(1_000, 100_000, 1_000_000)
    for events in sizes:
        warm(setting, setting.dataset(events), FIRST_SHOWN)
    tables = [events for events in sizes if events <= MOST_IN_TABLE]
    at_once = _measured(setting, {"app": sizes, "lines": sizes, "table": tables}, NO_WAIT)
    as_is = _measured(setting, {"app": sizes}, {})
    for key in KEYS:
        for events in sizes:
            yield _outcome(key, events, at_once, as_is[key.name, "app", events], sizes[0])


def _measured(
    setting: Setting, programs: Mapping[Program, Sequence[int]], environ: dict[str, str]
) -> dict[tuple[str, Program, int], Latencies]:
    """All keys in some programs of some sizes, which run side by side: a key is pressed in each in turn."""
    with ExitStack() as stack:
        terminals = {
            (program, size): stack.enter_context(_started(setting, program, size, environ))
            for program, sizes in programs.items()
            for size in sizes
        }
        for (program, _), terminal in terminals.items():
            terminal.wait_for(FIRST_SHOWN if program == "app" else LIST_SHOWS, LONG)
        for terminal in terminals.values():
            terminal.wait_until_idle()
        found = {(key.name, *which): list[Answer]() for key in KEYS for which in terminals}
        for number in range(ROUNDS * setting.repeat):
            setting.talk(f"keys, round {number + 1}")
            for key in KEYS:
                _press_in_turn(key, number % ROUNDS, terminals, found)
    return {which: Latencies.of(answers) for which, answers in found.items()}


def _started(
    setting: Setting, program: Program, size: int, environ: dict[str, str]
) -> AbstractContextManager[Terminal]:
    if program == "app":
        return app(setting, setting.dataset(size), setting.cache, **environ)
    return bare_list(setting, program, size, **environ)


def _press_in_turn(
    key: Key,
    number: int,
    terminals: Mapping[tuple[Program, int], Terminal],
    found: Mapping[tuple[str, Program, int], list[Answer]],
) -> None:
    """One round of a key, which goes on where the one before has come to: there is nothing drawn before."""
    for terminal in terminals.values():
        terminal.press(HOME)
        terminal.wait_until_quiet(QUIET * 2)
        if not key.back:
            terminal.press(key.sent * (key.before + number * PRESSES))
            terminal.wait_until_quiet(QUIET * 2)
    for press in range(WARMING + PRESSES):
        for which, terminal in terminals.items():
            answer = terminal.answer(key.sent, QUIET)
            if press >= WARMING:
                found[key.name, *which].append(answer)
            if key.back:
                terminal.answer(key.back, QUIET)


def _outcome(
    key: Key,
    events: int,
    at_once: Mapping[tuple[str, Program, int], Latencies],
    as_is: Latencies,
    least: int,
) -> Outcome:
    ours, bare = at_once[key.name, "app", events], at_once[key.name, "lines", events]
    table = at_once.get((key.name, "table", events))
    targets = [
        Target("median in ms", ours.timeline.median, "at most", key.most),
        Target("median of each / a bare list's", ours.times(bare), "at most", TIMES_A_BARE_LIST),
    ]
    if events > least:
        times = ours.times(at_once[key.name, "app", least])
        targets.append(Target(f"median of each / that at {least:,} events", times, "at most", FLAT))
    return Outcome(
        "timeline_keys",
        f"{key.name}: key to the timeline, no wait for the frame",
        "ms",
        events,
        ours.timeline,
        (
            Peer("a bare list by the line API", bare.timeline),
            *([Peer("a bare DataTable", table.timeline)] if table else []),
            Peer("to the whole screen", ours.whole),
            Peer("the timeline as it is, with the wait", as_is.timeline),
            Peer("the whole screen as it is", as_is.whole),
            Peer("processor time", ours.work),
        ),
        tuple(targets),
    )
