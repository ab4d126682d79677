"""The session: where somebody was is where the next start begins, in its first frame."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from explorer.loading import shipped_dataset
from explorer.search.filters import Filters
from explorer.state import Memory, Session
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.screens.explorer import ExplorerScreen
from explorer.tui.session import Start, known_in, start_from

SESSION = Session(
    event="guevara-visits-china", query="guevara", countries=("CUB",), pane="source", country="CHN"
)


@pytest.fixture
def memory(tmp_path: Path) -> Callable[[], Memory]:
    return lambda: Memory(shipped_dataset(), tmp_path / "state")


@asynccontextmanager
async def begun(start: Start, memory: Memory | None = None, *keys: str) -> AsyncIterator[ExplorerScreen]:
    """The screen after it has begun so and some keys were pressed; it is left in the end."""
    app = DetenteApp(DatasetReader(shipped_dataset()), theme="detente-dark", start=start, memory=memory)
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.is_open:
            await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        yield app._explorer
        app.exit()


async def test_everything_is_where_it_was(memory: Callable[[], Memory]) -> None:
    first = memory()
    keys = ("1", "home", "space", "2", "slash", *"guevara", "tab", "down", "1", "down")
    async with begun(Start(), first, *keys) as screen:
        last = screen.session()
    first.close()
    kept = memory().session
    assert kept is not None
    assert kept == last
    assert (kept.query, len(kept.countries), kept.pane) == ("guevara", 1, "countries")
    async with begun(start_from(kept), memory()) as again:
        assert again.session() == kept
        assert again.search_line.value == "guevara"
        assert again.number is not None
        assert again.store is not None
        assert again.store.events[again.number].id == kept.event


async def test_the_first_frame_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async with begun(Start()):  # so that there is a snapshot
        pass
    frames: list[tuple[str | None, int, bool]] = []
    app = DetenteApp(DatasetReader(shipped_dataset()), theme="detente-dark", start=start_from(SESSION))
    display = DetenteApp._display

    def drawing(self: DetenteApp, *arguments: Any) -> None:
        screen = self._explorer
        if screen.selection is not None and arguments[1] is not None:
            frames.append((screen.event, len(screen.selection), screen.source.has_focus_within))
        display(self, *arguments)

    monkeypatch.setattr(DetenteApp, "_display", drawing)
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.is_open or not frames:
            await pilot.pause()
    event, shown, in_source = frames[0]
    assert event == "guevara-visits-china"
    assert 0 < shown < 20
    assert in_source


def test_without_a_session_everything_is_shown() -> None:
    assert start_from(None) == Start()
    assert start_from(Session()).filters == Filters()


def test_an_event_that_is_asked_for_wins_and_is_seen_whatever_was_searched_for() -> None:
    assert start_from(SESSION, "yalta") == Start(wanted="yalta")


def test_a_pane_that_there_is_not_is_the_timeline() -> None:
    assert start_from(Session(pane="lanes")).pane == "timeline"


async def test_an_event_that_is_gone_is_no_fault() -> None:
    async with begun(start_from(Session(event="gone"))) as screen:
        assert screen.message_line.message == ""
        assert screen.number == 0


async def test_countries_that_are_gone_are_dropped() -> None:
    async with begun(start_from(Session(countries=("GONE", "CUB")))) as screen:
        assert screen.filters.countries == ("CUB",)
        assert screen.store is not None
        assert known_in(Filters(countries=("GONE",)), screen.store) == Filters()


@pytest.mark.parametrize(
    "query", ["yaer:1960", "year:1960..1964 is:disputed", '"normal relations" -visit', "("]
)
async def test_any_query_can_stand_in_the_line_from_the_start(query: str) -> None:
    async with begun(start_from(Session(query=query))) as screen:
        assert screen.search_line.value == query
        assert screen.filters.query.text == query
        assert ("yaer" in screen.message_line.message.lower()) == ("yaer" in query)


async def test_nothing_is_kept_of_a_dataset_that_was_never_shown(
    memory: Callable[[], Memory], tmp_path: Path
) -> None:
    first = memory()
    app = DetenteApp(DatasetReader(tmp_path / "gone.yaml"), memory=first)
    async with app.run_test() as pilot:
        while not app.failure:
            await pilot.pause()
    first.close()
    assert memory().session is None


async def test_what_cannot_be_kept_is_told_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.tui.app.TELLS_EVERY", 0.02)
    (tmp_path / "file").write_text("")
    memory = Memory(shipped_dataset(), tmp_path / "file")
    app = DetenteApp(DatasetReader(shipped_dataset()), memory=memory)
    async with app.run_test() as pilot:
        memory.add_search("visit")
        while "cannot be kept" not in app._explorer.message_line.message:
            await pilot.pause(0.01)
