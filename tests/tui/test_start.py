"""The start of the app: one screen, laid out and styled once, and drawn before anything is read."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from explorer.loading import shipped_dataset
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.screens.explorer import ExplorerScreen
from explorer.tui.stylesheet import LateStylesheet

if TYPE_CHECKING:
    from driver import Open

SIZES = [(20, 5), (30, 8), (69, 24), (70, 7), (109, 40), (110, 40), (160, 50), (300, 90)]


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()
    # The app has frozen itself, too; what stayed before goes on staying out of every collection.
    gc.unfreeze()
    gc.collect()
    gc.freeze()


async def test_there_is_no_screen_below_the_main_one(open_app: Open) -> None:
    async with open_app() as driver:
        assert driver.app.screen_stack == [driver.screen]


@pytest.mark.parametrize("size", SIZES)
async def test_the_layout_of_the_first_frame_is_the_one_that_stays(
    open_app: Open, size: tuple[int, int]
) -> None:
    expected = ExplorerScreen()
    expected.fit(DetenteApp(DatasetReader(shipped_dataset())).size.with_width(size[0]).with_height(size[1]))
    async with open_app(size) as driver:
        await driver.settle()
        assert driver.screen.classes >= expected.classes - {"at-timeline"}
        assert len(driver.screen.classes) == len(expected.classes)


async def test_the_stylesheets_are_read_once_at_the_start_and_again_for_another_theme(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    reparse = LateStylesheet.reparse
    monkeypatch.setattr(LateStylesheet, "reparse", lambda sheet: (read.append("again"), reparse(sheet))[1])
    async with open_app() as driver:
        await driver.settle()
        assert read == []
        before = driver.screen.styles.background
        driver.app.theme = "detente-light"
        await driver.settle()
        assert read == ["again"]
        assert driver.screen.styles.background != before


async def test_nothing_more_is_read_before_the_panes_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order: list[str] = []
    monkeypatch.setattr(DatasetReader, "start", lambda _reader, _tell: order.append("read"))
    app = DetenteApp(DatasetReader(shipped_dataset()))
    display = DetenteApp._display

    def drawing(self: DetenteApp, *arguments: object) -> None:
        order.append("draw")
        display(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(DetenteApp, "_display", drawing)
    async with app.run_test(size=(120, 40)) as pilot:
        while "read" not in order:
            await pilot.pause()
    assert order[0] == "draw"


async def test_the_collector_runs_again_once_there_is_something_to_read(
    open_app: Open, no_collector: None
) -> None:
    async with open_app() as driver:
        await driver.settle()
        assert gc.isenabled()


async def test_a_collector_that_runs_is_left_alone(open_app: Open) -> None:
    frozen = gc.get_freeze_count()
    async with open_app() as driver:
        await driver.settle()
        assert gc.isenabled()
        # What was frozen before may have gone meanwhile.
        assert gc.get_freeze_count() <= frozen


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_styling_all_again_changes_nothing_in_the_first_frame(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(size) as driver:

        def rules() -> dict[object, object]:
            return {
                node: (node.styles.base.get_rules().copy(), dict(node._component_styles))
                for node in driver.screen.walk_children(with_self=True)
            }

        await driver.settle()
        before = rules()
        driver.screen.update_node_styles(animate=False)
        assert rules() == before
        assert len(before) > 10


async def test_the_screen_is_styled_once_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    styled: Counter[object] = Counter()
    apply = LateStylesheet.apply
    drawn = DetenteApp._display

    def count(self: LateStylesheet, node: object, **options: object) -> None:
        styled[node] += 1
        apply(self, node, **options)  # type: ignore[arg-type]

    def drawing(self: DetenteApp, *arguments: object) -> None:
        monkeypatch.setattr(LateStylesheet, "apply", apply)
        drawn(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(LateStylesheet, "apply", count)
    monkeypatch.setattr(DetenteApp, "_display", drawing)
    app = DetenteApp(DatasetReader(shipped_dataset()))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert styled[app.screen] == 1
