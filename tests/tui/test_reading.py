"""While a dataset is read: what has been read is shown, and what a person does with it stays."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event as Signal
from typing import Any

import pytest
from driver import WIDE, Driver
from made_stores import HERE, store_of
from textual import events
from textual._compositor import Compositor

from explorer.dates import parse
from explorer.event_types import BUILT_IN_TYPES
from explorer.model import Citation, Country, Dataset, Document, Event
from explorer.opening import Progress
from explorer.search.filters import Filters
from explorer.snapshot import DamagedSnapshotError
from explorer.store import Store
from explorer.tui.app import DetenteApp
from explorer.tui.compositor import PatchingCompositor
from explorer.tui.dataset_reader import Damaged, News, Opened, Unreadable
from explorer.tui.main import searching

TEXT = "\n\n".join(f"Paragraph {number} of the paper, on what happened then." for number in range(80))


def store_of_events(numbers: range) -> Store:
    """A store of events e0, e1, …, a year apart, each with two citations; odd ones are Mexico's."""
    made = tuple(
        Event(
            id=f"e{number}",
            date=parse(str(1900 + number)),
            countries=("MEX",) if number % 2 else ("CUB",),
            type="visit",
            title=f"Event {number}",
            sources=tuple(
                Citation(document="paper", quote=f"Paragraph {place} of the paper", place=HERE)
                for place in (number % 80, (number + 1) % 80)
            ),
            place=HERE,
        )
        for number in numbers
    )
    countries = {
        id_: Country(id=id_, name=name, place=HERE) for id_, name in (("CUB", "Cuba"), ("MEX", "Mexico"))
    }
    return store_of(
        Dataset(
            path=Path("made.yaml"),
            title="Made",
            countries=countries,
            documents={"paper": Document(id="paper", title="A paper", text=TEXT, place=HERE)},
            types=BUILT_IN_TYPES,
            events=made,
            problems=(),
        )
    )


PART, WHOLE = store_of_events(range(40, 80)), store_of_events(range(80))


class Reader:
    """Stands in for the reader of a dataset: tells what a test lets it tell."""

    def __init__(self, store: Store | None = None) -> None:
        self.store = store
        self.tell: Callable[[News], None] | None = None
        self.stopped = False

    def start(self, tell: Callable[[News], None]) -> None:
        self.tell = tell

    def stop(self) -> None:
        self.stopped = True

    def afresh(self) -> Reader:
        return Reader(WHOLE)


Begin = Callable[..., AbstractAsyncContextManager[tuple[Driver, Callable[[News], Any]]]]


@pytest.fixture
def begin() -> Begin:
    @asynccontextmanager
    async def begin_(reader: Reader | None = None) -> AsyncIterator[tuple[Driver, Callable[[News], Any]]]:
        reader = reader or Reader()
        app = DetenteApp(reader, theme="detente-dark")  # type: ignore[arg-type]
        async with app.run_test(size=WIDE) as pilot:
            driver = Driver(app, pilot)
            await driver.until(lambda: reader.tell is not None)

            async def tell(news: News) -> None:
                assert reader.tell is not None
                reader.tell(news)
                await driver.settle()

            yield driver, tell

    return begin_


async def test_the_count_says_that_there_may_be_more(begin: Begin) -> None:
    async with begin() as (driver, tell):
        assert driver.screen.title_bar.count == "reading …"
        await tell(Opened(PART, False))
        await driver.press("1", "space")
        assert driver.screen.title_bar.count == "20 of 40 so far"
        await tell(Opened(WHOLE, True))
        assert driver.screen.title_bar.count == "40 of 80 events"


async def test_a_line_shows_how_far_reading_has_come_until_all_is_read(begin: Begin) -> None:
    async with begin() as (driver, tell):
        await tell(Progress(41, 100, 23_400))
        (line,) = [line for line in driver.text.splitlines() if "Reading … " in line and "%" in line]
        assert "23,400 events, 41 %" in line
        assert line.count("▓") / (line.count("▓") + line.count("░")) == pytest.approx(0.41, abs=0.02)
        await tell(Opened(WHOLE, True))
        assert "%" not in driver.text
        await tell(Progress(100, 100, 80))
        assert "%" not in driver.text


async def test_what_has_been_read_is_searched_and_what_comes_later_too(begin: Begin) -> None:
    async with begin() as (driver, tell):
        await tell(Opened(PART, False))
        await driver.press("slash")
        await driver.type("year:1930..1945")
        assert driver.shown == [f"e{number}" for number in range(40, 46)]
        await tell(Opened(WHOLE, True))
        assert driver.shown == [f"e{number}" for number in range(30, 46)]
        assert driver.screen.search_line.value == "year:1930..1945"
        assert driver.app.focused is driver.screen.search_line


async def test_a_query_that_is_typed_before_anything_is_read_is_answered_then(begin: Begin) -> None:
    async with begin() as (driver, tell):
        await driver.press("slash")
        await driver.type("id:e55")
        await tell(Opened(PART, False))
        assert driver.shown == ["e55"]


async def test_event_citation_filters_and_places_stay_when_more_is_read(begin: Begin) -> None:
    async with begin() as (driver, tell):
        await tell(Opened(PART, False))
        await driver.press("1", "home", "space", "2", *"jjjjjjjjjj", "right_square_bracket", "3", *"jjj")
        screen, view = driver.screen, driver.screen.source.view
        assert screen.timeline.cursor is not None

        def state() -> tuple[Any, ...]:
            return (
                driver.event,
                screen.citation,
                screen.filters,
                screen.timeline.cursor - screen.timeline.scroll_offset.y,  # type: ignore[operator]
                view.cursor,
                view.scroll_offset.y,
                driver.app.focused,
                str(screen.source.border_title),
            )

        before = state()
        assert before[:2] == ("e60", 1)
        await tell(Opened(WHOLE, True))
        assert state() == before
        assert len(driver.shown) == 40


async def test_a_list_that_nobody_has_moved_goes_on_showing_its_beginning(begin: Begin) -> None:
    async with begin() as (driver, tell):
        await tell(Opened(PART, False))
        assert driver.event == "e40"
        await tell(Opened(WHOLE, True))
        assert driver.event == "e0"
        assert driver.screen.timeline.scroll_offset.y == 0


async def test_an_event_that_is_no_longer_there_leaves_the_list_usable(begin: Begin) -> None:
    async with begin() as (driver, tell):
        await tell(Opened(PART, False))
        await driver.press("j", "j")
        await tell(Opened(store_of_events(range(10)), True))
        assert driver.event == "e0"
        await driver.press("j")
        assert driver.event == "e1"


@pytest.mark.parametrize("news", [None, Opened(PART, False)])
@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c"])
async def test_one_key_leaves_while_the_dataset_is_read(begin: Begin, news: News | None, key: str) -> None:
    reader = Reader()
    async with begin(reader) as (driver, tell):
        if news is not None:
            await tell(news)
        await driver.press(key)
        assert driver.app._exit
        assert reader.stopped


async def test_escape_does_not_leave_once_all_is_read(begin: Begin) -> None:
    async with begin(Reader(WHOLE)) as (driver, _tell):
        await driver.press("escape")
        assert not driver.app._exit


async def test_a_dataset_that_cannot_be_read_ends_the_app_with_the_reason(begin: Begin) -> None:
    async with begin() as (driver, tell):
        await tell(Unreadable("nothing is there"))
        assert driver.app.failure == "nothing is there"
        assert driver.app.return_value == 2


async def test_a_store_that_is_there_at_once_stands_in_the_first_frame(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures: list[str] = []
    display = DetenteApp._display

    def seen(app: DetenteApp, screen: Any, renderable: Any) -> None:
        pictures.append("\n".join(strip.text for strip in screen._compositor.render_strips()))
        display(app, screen, renderable)

    monkeypatch.setattr(DetenteApp, "_display", seen)
    async with begin(Reader(WHOLE)):
        assert "Event 0 " in pictures[0]
        assert "80 of 80 events" in pictures[0]


async def test_damage_that_is_found_later_is_told_and_the_dataset_replaced(begin: Begin) -> None:
    async with begin(Reader(WHOLE)) as (driver, tell):
        await driver.press("j", "j")
        await tell(Damaged())
        assert "damaged" in driver.text
        await tell(Opened(store_of_events(range(80)), True))
        assert driver.event == "e2"


@pytest.mark.parametrize("part", ["rows", "handlers", "search"])
async def test_damage_that_is_met_ends_the_app_to_begin_afresh_where_it_was(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def damaged(*_arguments: object, **_more: object) -> Any:
        raise DamagedSnapshotError("block 7")

    async with begin(Reader(WHOLE)) as (driver, _tell):
        await driver.press("1", "home", "space", "2", *"jjj")
        was, filters = driver.event, driver.screen.filters
        place = {
            "rows": "explorer.tui.widgets.timeline.Timeline.row",
            "handlers": "explorer.tui.main.event_at_hand.first_citation",
            "search": "explorer.search.filters.Filters.run",
        }[part]
        with monkeypatch.context() as broken:
            broken.setattr(place, damaged)
            for key in ("slash", "x") if part == "search" else ("k",):
                driver.app.post_message(events.Key(key, key if len(key) == 1 else "/"))
            while not driver.app.is_damaged:
                await asyncio.sleep(0.01)
        app = driver.app
        assert app.is_damaged
        assert app.return_code in (None, 0)
    again = app.afresh()
    async with again.run_test(size=WIDE) as pilot:
        other = Driver(again, pilot)
        await other.settle()
        assert "damaged" in other.text
        assert other.screen.filters.countries == filters.countries
        assert other.screen.event in {was, "e2", "e4"}


class Gate:
    """A search that blocks until it is released, in place of every search for `slow`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.entered, self.released = Signal(), Signal()
        self._run = Filters.run
        monkeypatch.setattr(Filters, "run", lambda *given, **more: self._blocked(*given, **more))
        monkeypatch.setattr(searching, "is_instant", lambda _store, query: "slow" not in query.text)

    def _blocked(self, filters: Filters, store: Store, *, suggest: bool = True) -> Any:
        if filters.query.text.startswith("slow"):
            self.entered.set()
            assert self.released.wait(30)
            return self._run(replace(filters, query=Filters().query), store, suggest=suggest)
        return self._run(filters, store, suggest=suggest)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Any:
    gate = Gate(monkeypatch)
    yield gate
    gate.released.set()


async def test_typing_goes_on_while_a_search_takes_its_time_and_the_newest_wins(
    begin: Begin, gate: Gate
) -> None:
    async with begin(Reader(WHOLE)) as (driver, _tell):
        await driver.press("slash")
        driver.screen.search_line.value = "slow"
        await driver.until(gate.entered.is_set)
        driver.screen.search_line.value = "id:e7"
        await driver.until(lambda: "e7" in driver.shown and len(driver.shown) < 80)
        newest = driver.shown
        gate.released.set()
        for _ in range(20):
            await driver.settle()
        assert driver.shown == newest


async def test_a_search_that_takes_its_time_is_shown_when_it_is_done(begin: Begin, gate: Gate) -> None:
    async with begin(Reader(WHOLE)) as (driver, _tell):
        await driver.press("slash")
        await driver.type("id:e7")
        assert len(driver.shown) < 80
        driver.screen.search_line.value = "slow"
        await driver.until(gate.entered.is_set)
        assert len(driver.shown) < 80
        gate.released.set()
        await driver.until(lambda: len(driver.shown) == 80)


async def test_the_first_frame_is_laid_out_and_drawn_in_few_steps(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    for owner, name in (
        (Compositor, "reflow"),
        (PatchingCompositor, "render_full_update"),
        (DetenteApp, "_display"),
    ):
        whole = getattr(owner, name)

        def counted(self: Any, *given: Any, name: str = name, whole: Any = whole, **more: Any) -> Any:
            steps.append(name)
            return whole(self, *given, **more)

        monkeypatch.setattr(owner, name, counted)
    async with begin(Reader(WHOLE)) as (driver, _tell):
        await driver.until(lambda: "Paragraph 0 of the paper" in driver.text)
        await driver.settle()
    assert steps.count("reflow") <= 3
    assert steps.count("render_full_update") == 1
    assert steps.count("_display") <= 5


async def test_other_words_are_looked_for_once(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    run = Filters.run

    def counted(filters: Filters, store: Store, *, suggest: bool = True) -> Any:
        asked.append(suggest)
        return run(filters, store, suggest=suggest)

    async with begin(Reader(WHOLE)) as (driver, _tell):
        monkeypatch.setattr(Filters, "run", counted)
        await driver.press("slash")
        driver.screen.search_line.value = "zzzzqqqq"
        await driver.until(lambda: True in asked)
        await driver.pilot.pause(3 * searching.SUGGESTS_AFTER)
        assert asked.count(True) == 1
