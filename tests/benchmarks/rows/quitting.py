"""Leaving: from the key to the end of the process, with everything loaded and in the middle of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures import Figures
from launch import BARE_SHOWS, FIRST_SHOWN, FRAME, LONG, app, bare, rounds, warm
from outcome import Outcome, Peer, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setting import Setting
    from terminal import Terminal

ROUNDS = 5
MOST_MS = 250
INTO_LOADING = 0.5


def measure(setting: Setting) -> Iterator[Outcome]:
    """The rows of this part."""
    for events in setting.sizes_among(100_000, 1_000_000):
        dataset = setting.dataset(events)
        often = rounds(ROUNDS * setting.repeat, warm(setting, dataset, FIRST_SHOWN))
        bare_end, loaded, loading = list[float](), list[float](), list[float]()
        for round_ in range(often):
            setting.talk(f"leaving, round {round_ + 1}")
            with bare(setting) as terminal:
                terminal.wait_for(BARE_SHOWS)
                terminal.wait_until_quiet(INTO_LOADING)
                bare_end.append(_left(terminal))
            with app(setting, dataset, setting.cache) as terminal:
                terminal.wait_for(FIRST_SHOWN, LONG)
                terminal.wait_until_idle()
                loaded.append(_left(terminal))
            with app(setting, dataset, setting.scratch("cold")) as terminal:
                end = terminal.wait_for(FRAME) + INTO_LOADING
                while terminal.read(end):
                    pass
                loading.append(_left(terminal))
        peers = (Peer("bare Textual", Figures.of(bare_end)),)
        yield _outcome("leaving, everything loaded", events, Figures.of(loaded), peers)
        yield _outcome("leaving while the dataset loads", events, Figures.of(loading), peers)


def _left(terminal: Terminal) -> float:
    pressed = terminal.press("q")
    return 1000 * (terminal.wait_for_end() - pressed)


def _outcome(what: str, events: int, figures: Figures, peers: tuple[Peer, ...]) -> Outcome:
    target = Target("median in ms", figures.median, "at most", MOST_MS)
    return Outcome("quitting", what, "ms", events, figures, peers, (target,))
