"""The user's keys: they do what they are said to do, and every list of keys shows them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot

from explorer.config import Keymap, Preferences, Settings, Wanted, remapped
from explorer.loading import shipped_dataset
from explorer.model import Place
from explorer.tui.actions import ACTIONS, action, shown_keys, textual_keymap
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.screens.help import help_rows
from explorer.tui.terminal import animation_level

Opened = Callable[..., AbstractAsyncContextManager[tuple[DetenteApp, Pilot[int]]]]
HERE = Place("config.yaml", 1, 1)


def keymap(**keys: str) -> Keymap:
    wanted = [
        Wanted(id_.replace("__", "."), tuple((key, HERE) for key in each.split()), HERE)
        for id_, each in keys.items()
    ]
    found, problems = remapped(ACTIONS, wanted)
    assert problems == ()
    return found


@pytest.fixture
def opened() -> Opened:
    @asynccontextmanager
    async def open_(
        settings: Settings | None = None, **keys: str
    ) -> AsyncIterator[tuple[DetenteApp, Pilot[int]]]:
        preferences = Preferences(settings or Settings(), keymap(**keys))
        app = DetenteApp(DatasetReader(shipped_dataset()), theme="detente-dark", preferences=preferences)
        async with app.run_test(size=(120, 40)) as pilot:
            while not app.is_open:
                await pilot.pause()
            yield app, pilot

    return open_


def text(app: DetenteApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_a_wanted_key_acts_and_the_one_before_does_not(opened: Opened) -> None:
    async with opened(search="b", cursor__down="w") as (app, pilot):
        await pilot.press("slash")
        assert app.focused is app._explorer.timeline
        first = app._explorer.number
        await pilot.press("down", "j")
        assert app._explorer.number == first
        await pilot.press("w")
        assert app._explorer.number == (first or 0) + 1
        await pilot.press("b")
        assert app.focused is app._explorer.search_line


async def test_two_actions_that_exchange_their_keys_act_so(opened: Opened) -> None:
    async with opened(problems="d", disagreement="p") as (app, pilot):
        await pilot.press("d")
        assert type(app.screen).__name__ == "ProblemsScreen"
        await pilot.press("escape", "p")
        assert type(app.screen).__name__ == "DisagreementScreen"


async def test_an_unbound_action_has_no_key_and_is_still_in_the_palette(opened: Opened) -> None:
    async with opened(problems="") as (app, pilot):
        await pilot.press("p")
        assert app.screen is app._explorer
        await pilot.press("ctrl+p", *"problems")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert type(app.screen).__name__ == "ProblemsScreen"


async def test_dialogs_are_moved_and_closed_by_the_wanted_keys(opened: Opened) -> None:
    async with opened(help="f10", choice__last="f8", disagreement="f11", close="x") as (app, pilot):
        await pilot.press("f10")
        await pilot.pause()
        top = text(app)
        await pilot.press("f8")
        await pilot.pause()
        assert text(app) != top
        await pilot.press("f10")
        assert app.screen is app._explorer
        for key in ("x", "f11"):
            await pilot.press("f11", "q", "escape")
            assert type(app.screen).__name__ == "DisagreementScreen"
            assert "x closes" in text(app)
            await pilot.press(key)
            assert app.screen is app._explorer


async def test_the_key_that_always_leaves_can_be_another(opened: Opened) -> None:
    async with opened(quit__always="ctrl+g") as (app, pilot):
        await pilot.press("slash", "ctrl+g")
        await pilot.pause()
        assert app._exit


async def test_each_of_several_keys_of_one_action_does_its_own(opened: Opened) -> None:
    async with opened(filter__drop="f6 f7") as (app, pilot):
        await pilot.press("1", "home", "space", "down", "space")
        both = app._explorer.filters.countries
        await pilot.press("f7")
        await pilot.pause()
        assert app._explorer.filters.countries == both[:1]
        assert "f6 Cuba" in text(app)


async def test_the_key_bar_the_help_and_the_advice_show_the_keys_that_hold(opened: Opened) -> None:
    async with opened(search="b", help="", search__clear="f10") as (app, pilot):
        bar = text(app).splitlines()[-1]
        assert "b search" in bar
        assert "help" not in bar
        await pilot.press("b", *"qqqq", "tab")
        await pilot.pause()
        rows = set(help_rows("timeline", app._explorer.keymap))
        for key, id_ in (("b", "search"), ("—", "help"), ("f10", "search.clear")):
            assert (key, action(id_).help) in rows


def test_many_keys_are_shown_by_the_first_and_the_last() -> None:
    assert shown_keys(action("filter.drop")) == ("f2", "…", "f9")
    assert shown_keys(action("jump.forward")) == ("ctrl+n", "ctrl+i")


def test_an_unchanged_keymap_costs_nothing() -> None:
    assert textual_keymap(Keymap()) == {}


def test_the_actions_have_no_clash_among_themselves() -> None:
    wanted = [Wanted(item.id, tuple((key, HERE) for key in Keymap().keys_of(item)), HERE) for item in ACTIONS]
    found, problems = remapped(ACTIONS, wanted)
    assert problems == ()
    assert all(found.keys_of(item) == Keymap().keys_of(item) for item in ACTIONS)


async def test_compact_mode_has_no_frames(opened: Opened) -> None:
    async with opened(Settings(compact=True)) as (app, _):
        shown = text(app)
        assert "│" not in shown.replace("││", "")[: shown.index("Source")]
        assert "╭" not in shown
        assert "Timeline" in shown


@pytest.mark.parametrize(
    ("motion", "environ", "level"),
    [
        (None, {}, "none"),
        ("reduced", {}, "none"),
        ("full", {"SSH_TTY": "/dev/pts/1"}, "full"),
        ("auto", {"SSH_TTY": "/dev/pts/1"}, "none"),
        ("auto", {}, "full"),
    ],
)
def test_nothing_moves_unless_it_is_asked_for(
    motion: str | None, environ: dict[str, str], level: str
) -> None:
    assert animation_level(motion, environ) == level  # type: ignore[arg-type]
