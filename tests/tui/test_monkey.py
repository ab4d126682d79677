"""The monkey with fixed seeds: 20,000 steps, and after each of them everything agrees.

`python tests/tui/monkey.py --minutes 60` goes on with other seeds.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import monkey
import pytest
from consistency import (
    main_screen,
    wrong_in_counts,
    wrong_in_focus,
    wrong_in_selection,
    wrong_on_screen,
)
from driver import WIDE, Open
from rich.segment import Segment
from textual.strip import Strip
from walk import Step, first_steps

from explorer.search.filters import Filters
from explorer.tui.app import DetenteApp
from explorer.tui.compositor import Patches

# What is walked on, how many steps are handed over at once, how many walks, and of how many steps.
WALKS = [
    ("crowded", 1, 1, 500),
    ("hostile", monkey.MOST_AT_ONCE, 3, 1_200),
    ("hostile", 1, 4, 1_225),
    ("shipped", monkey.MOST_AT_ONCE, 3, 1_500),
    ("shipped", 1, 4, 1_625),
]
SEEDED = [
    pytest.param(ground, at_once, seed, steps, id=f"{ground}-{at_once}-{seed}")
    for ground, at_once, walks, steps in WALKS
    for seed in range(walks)
]


@pytest.fixture(scope="session")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], monkey.Ground]:
    """Each ground by its name; it costs as much as hundreds of steps, and is made once."""
    return cache(lambda name: monkey.GROUNDS[name](tmp_path_factory.mktemp(name)))


def test_the_walk_is_as_long_as_it_is_to_be() -> None:
    assert sum(walks * steps for _, _, walks, steps in WALKS) == 20_000


@pytest.mark.long
@pytest.mark.parametrize(("ground", "at_once", "seed", "steps"), SEEDED)
def test_the_monkey_finds_nothing(
    grounds: Callable[[str], monkey.Ground], ground: str, at_once: int, seed: int, steps: int
) -> None:
    walked = first_steps(seed + 100 * at_once, WIDE, steps)
    slip = monkey.slip_in(grounds(ground), walked, at_once=at_once, pictures=False)
    assert slip is None, f"{slip}\nthe last steps: {slip.steps[-20:]}"


def all_wrong(app: DetenteApp) -> list[str]:
    screen = main_screen(app)
    return [
        *wrong_in_selection(screen),
        *wrong_in_counts(screen),
        *wrong_in_focus(app, moved=True),
        *wrong_on_screen(app),
    ]


def another_count(app: DetenteApp) -> None:
    main_screen(app).title_bar._shown = 5


def another_title(app: DetenteApp) -> None:
    main_screen(app).title_bar._title = "all events"


def another_event(app: DetenteApp) -> None:
    main_screen(app).number = 3


def another_source(app: DetenteApp) -> None:
    main_screen(app).source._cited = None


def another_selection(app: DetenteApp) -> None:
    screen = main_screen(app)
    assert screen.store is not None
    screen.selection = screen.store.involving("CUB")


def another_filter(app: DetenteApp) -> None:
    main_screen(app).filters = Filters(countries=("CHL",))


def counts_of_before(app: DetenteApp) -> None:
    screen = main_screen(app)
    screen.countries._rows = screen.countries._rows[::-1]


def no_focus(app: DetenteApp) -> None:
    app.screen.set_focus(None)


def cursor_out_of_sight(app: DetenteApp) -> None:
    main_screen(app).timeline.scroll_to(y=60, animate=False, force=True)


def short_line(app: DetenteApp) -> None:
    strips = app.screen._compositor.render_strips()
    app.screen._compositor.render_strips = lambda: [*strips[1:], Strip.blank(3)]  # type: ignore[method-assign]


def escape_code(app: DetenteApp) -> None:
    strips = app.screen._compositor.render_strips()
    evil = Strip([Segment("\x9b31m" + " " * (app.size.width - 3))])
    app.screen._compositor.render_strips = lambda: [*strips[1:], evil]  # type: ignore[method-assign]


@pytest.mark.parametrize(
    "spoil",
    [
        another_count, another_title, another_event, another_source, another_selection, another_filter,
        counts_of_before, no_focus, cursor_out_of_sight, short_line, escape_code,
    ],
)  # fmt: skip
async def test_what_does_not_agree_is_seen(open_app: Open, spoil: Callable[[DetenteApp], None]) -> None:
    async with open_app() as driver:
        assert all_wrong(driver.app) == []
        spoil(driver.app)
        assert all_wrong(driver.app)


async def test_a_line_that_is_not_drawn_anew_is_seen(tmp_path: Path) -> None:
    async with monkey.opened(monkey.GROUNDS["shipped"](tmp_path), tmp_path) as app:
        await monkey.drawn(app)
        assert app.picture.difference(app) == ""
        app.picture.take(Patches([(3, 5, Strip([Segment("old")]))]))
        assert "line 5 was drawn as" in app.picture.difference(app)


def test_a_fault_in_the_app_ends_the_walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.tui.widgets.timeline.Timeline.action_year", lambda self, step: 1 / 0)
    steps: list[Step] = [("key", "j"), ("key", "right_curly_bracket"), ("key", "j")]
    slip = monkey.slip_in(monkey.GROUNDS["shipped"](tmp_path), steps)
    assert slip is not None
    assert "ZeroDivisionError" in str(slip)
    assert slip.steps == steps[:2]


def test_a_fault_while_the_app_ends_is_told_with_its_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.tui.app.DetenteApp.on_unmount", lambda self: 1 / 0, raising=False)
    slip = monkey.slip_in(monkey.GROUNDS["shipped"](tmp_path), [("key", "j")])
    assert slip is not None
    assert "ZeroDivisionError" in str(slip)
    assert slip.steps == [("key", "j")]


def test_a_walk_is_shortened_to_what_it_takes() -> None:
    steps: list[Step] = [("key", f"f{number}") for number in range(100)]
    wanted = {("key", "f7"), ("key", "f58"), ("key", "f93")}
    assert monkey.shortened(steps, lambda few: wanted <= set(few)) == sorted(wanted, key=steps.index)


def test_the_walk_of_a_seed_is_always_the_same() -> None:
    assert first_steps(1, WIDE, 500) == first_steps(1, WIDE, 500) != first_steps(2, WIDE, 500)
