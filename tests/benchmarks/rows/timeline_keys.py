"""Keys in the timeline through a pty: down, page down, End, and the jump to the next year.

Textual paints sixty times a second, and a key waits for the next time.  That wait is taken out
(`TEXTUAL_FPS`), and what decides is the time from writing a key to the end of its first picture, the timeline
with its cursor: what lists are measured by elsewhere.  Beside it stand the whole screen, for which the source
of the event follows in a second picture; both as a person has them; and the time that the program itself ran.

Each press is compared with the press of the same key in the smallest dataset a moment before, and each key is
pressed a few times in each of several rounds: the machine is now and then slower for some seconds.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from figures import Figures
from launch import FIRST_SHOWN, LONG, NO_WAIT, app, warm
from outcome import Outcome, Peer, Target
from terminal import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setting import Setting
    from terminal import Terminal

# How often a key is pressed in each round, after some presses that do not count.
ROUNDS, PRESSES, WARMING = 3, 8, 2
QUIET = 0.08
FLAT = 1.2
HOME = "\x1b[H"


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
    at_once = _measured(setting, sizes, NO_WAIT)
    as_is = _measured(setting, sizes, {})
    for key in KEYS:
        small = at_once[key.name, sizes[0]]
        for events in sizes:
            yield _outcome(key, events, at_once[key.name, events], as_is[key.name, events], small, sizes[0])


def _measured(
    setting: Setting, sizes: tuple[int, ...], environ: dict[str, str]
) -> dict[tuple[str, int], Latencies]:
    """All keys at all sizes: the programs run side by side, and a key is pressed in each in turn."""
    found = {(key.name, events): list[Answer]() for key in KEYS for events in sizes}
    with ExitStack() as stack:
        terminals = {
            events: stack.enter_context(app(setting, setting.dataset(events), setting.cache, **environ))
            for events in sizes
        }
        for terminal in terminals.values():
            terminal.wait_for(FIRST_SHOWN, LONG)
        for terminal in terminals.values():
            terminal.wait_until_idle()
        for number in range(ROUNDS * setting.repeat):
            setting.talk(f"keys, round {number + 1}")
            for key in KEYS:
                _press_in_turn(key, number % ROUNDS, terminals, found)
    return {which: Latencies.of(answers) for which, answers in found.items()}


def _press_in_turn(
    key: Key, number: int, terminals: dict[int, Terminal], found: dict[tuple[str, int], list[Answer]]
) -> None:
    """One round of a key, which goes on where the one before has come to: there is nothing drawn before."""
    for terminal in terminals.values():
        terminal.press(HOME)
        terminal.wait_until_quiet(QUIET * 2)
        if not key.back:
            terminal.press(key.sent * (key.before + number * PRESSES))
            terminal.wait_until_quiet(QUIET * 2)
    for press in range(WARMING + PRESSES):
        for events, terminal in terminals.items():
            answer = terminal.answer(key.sent, QUIET)
            if press >= WARMING:
                found[key.name, events].append(answer)
            if key.back:
                terminal.answer(key.back, QUIET)


def _outcome(
    key: Key, events: int, at_once: Latencies, as_is: Latencies, small: Latencies, least: int
) -> Outcome:
    figures = at_once.timeline
    targets = [Target("median in ms", figures.median, "at most", key.most)]
    if events > least:
        times = at_once.times(small)
        targets.append(Target(f"median of each / that at {least:,} events", times, "at most", FLAT))
    return Outcome(
        "timeline_keys",
        f"{key.name}: key to the timeline, no wait for the frame",
        "ms",
        events,
        figures,
        (
            Peer("to the whole screen", at_once.whole),
            Peer("the timeline as it is, with the wait", as_is.timeline),
            Peer("the whole screen as it is", as_is.whole),
            Peer("processor time", at_once.work),
        ),
        tuple(targets),
    )
