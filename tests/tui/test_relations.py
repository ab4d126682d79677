"""The screens of relations: the chart, the status, the shared events, and the matrix that leads to them."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from explorer.dates import ordinal, parse
from explorer.loading import shipped_dataset
from explorer.opening import open_store
from explorer.relations import TONES, Span, Status, ToneSeries, statuses_in_words
from explorer.store import Store
from explorer.tui.screens.relation_matrix import MatrixScreen
from explorer.tui.screens.relations import RelationScreen
from explorer.tui.status_bar import status_bar
from explorer.tui.themes import DARK
from explorer.tui.tone_plot import GUTTER, axis, plot, row_of

SIZES = [(120, 40), (80, 24), (40, 15), (30, 8)]
UNOPENED = object()
Opened = Callable[[], Screen[str | None]]


@pytest.fixture(scope="module")
def store() -> Store:
    return open_store(shipped_dataset())


class Stage(App[None]):
    """Shows a screen, and keeps what it ended with."""

    CSS_PATH = Path(sys.modules["explorer.tui"].__path__[0]) / "detente.tcss"

    def __init__(self, screen: Screen[str | None]) -> None:
        super().__init__()
        self.animation_level = "none"
        self.register_theme(DARK)
        self.theme = DARK.name
        self.shown = screen
        self.outcome: object = UNOPENED

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.keep)

    def keep(self, outcome: str | None) -> None:
        self.outcome = outcome


@asynccontextmanager
async def staged(
    screen: Screen[str | None], size: tuple[int, int]
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    app = Stage(screen)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(6):
        await pilot.pause(0)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        # The pilot's own way waits for the whole process to be idle.
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)


def lines(app: Stage) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips()]


def text(app: Stage) -> str:
    return "\n".join(lines(app))


# ---- the pair ----


@pytest.mark.parametrize("size", SIZES[:3])
async def test_a_pair_is_told_on_one_screen(store: Store, size: tuple[int, int]) -> None:
    async with staged(RelationScreen(store, "CUB", "CHN"), size) as (app, _):
        shown = text(app)
        for told in (
            "Cuba and China",
            "+5",
            "-5",
            "1960",
            "●",
            "recognised",
            "24 shared events",
            "mean tone +2.1",
        ):
            assert told in shown, told
        assert any(0x2800 < ord(sign) < 0x2900 for sign in shown)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_where_there_is_room_each_tone_has_a_row_and_the_window_is_stated(
    store: Store, size: tuple[int, int]
) -> None:
    async with staged(RelationScreen(store, "CUB", "CHN"), size) as (app, _):
        labels = [line.strip("│ ")[:2] for line in lines(app)]
        assert [label for label in labels if label[:1] in "+-" and label[1:].isdigit()] == [
            f"{tone:+d}" for tone in reversed(TONES) if tone
        ]
        assert "mean tone over 10 years" in text(app)


async def test_enter_ends_with_the_event_under_the_cursor(store: Store) -> None:
    async with staged(RelationScreen(store, "CUB", "CHN"), (80, 24)) as (app, pilot):
        await press(pilot, "j", "j", "j", "enter")
        assert app.outcome == "cuba-recognises-prc"


@pytest.mark.parametrize("key", ["escape", "q", "r"])
async def test_leaving_ends_with_nothing(store: Store, key: str) -> None:
    async with staged(RelationScreen(store, "CUB", "CHN"), (80, 24)) as (app, pilot):
        await press(pilot, key)
        assert app.outcome is None


async def test_the_evidence_of_each_status_is_one_key_away_and_leads_to_its_event(store: Store) -> None:
    async with staged(RelationScreen(store, "CUB", "CHN"), (80, 24)) as (app, pilot):
        await press(pilot, "s", "G")
        assert "relations by 2002" in text(app)
        assert "Agreement on monoclonal antibodies. It may have been so before" in text(app)
        await press(pilot, "enter")
        assert app.outcome == "monoclonal-antibodies-agreement"


async def test_a_status_that_no_event_tells_leads_nowhere(store: Store) -> None:
    async with staged(RelationScreen(store, "CUB", "CHN"), (80, 24)) as (app, pilot):
        await press(pilot, "s", "g", "enter")
        assert app.outcome is UNOPENED
        assert "China did not exist." in text(app)


async def test_the_cursor_keeps_its_event_between_events_and_statuses(store: Store) -> None:
    async with staged(RelationScreen(store, "CUB", "CHN"), (80, 24)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, RelationScreen)
        await press(pilot, "s", "G", "s")
        assert screen.list.number == store.number_of("monoclonal-antibodies-agreement")


async def test_a_disputed_date_and_a_split_are_no_severance(store: Store) -> None:
    async with staged(RelationScreen(store, "CHN", "SUN"), (120, 40)) as (app, pilot):
        assert "unknown since c. 1956–c. 1964 ⚡" in text(app)
        assert "severed" not in text(app)
        await press(pilot, "s", "G", "k")
        assert "Sources conflict on the date." in " ".join(text(app).split())


async def test_the_window_is_widened_and_narrowed_within_bounds(store: Store) -> None:
    async with staged(RelationScreen(store, "CUB", "CHN"), (80, 24)) as (app, pilot):
        await press(pilot, "plus")
        assert "mean tone over 20 years" in text(app)
        await press(pilot, *["minus"] * 8)
        assert "mean tone over 1 year ─" in text(app)
        await press(pilot, *["plus"] * 9)
        assert "mean tone over 50 years" in text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_pair_without_events_says_so(store: Store, size: tuple[int, int]) -> None:
    async with staged(RelationScreen(store, "RUS", "CHL"), size) as (app, pilot):
        assert "No event involves both." in text(app)
        await press(pilot, "j", "s", "enter", "s", "enter", "plus")
        assert app.outcome is UNOPENED


async def test_ascii_terminals_get_a_chart_of_ascii(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    async with staged(RelationScreen(store, "CUB", "CHN"), (80, 24)) as (app, _):
        assert "==" in text(app)
        assert not any(0x2800 <= ord(sign) < 0x2900 for sign in text(app))


# ---- the matrix ----


@pytest.mark.parametrize("size", SIZES[:3])
async def test_the_matrix_shows_counts_with_signed_means(store: Store, size: tuple[int, int]) -> None:
    async with staged(MatrixScreen(store), size) as (app, _):
        shown = text(app)
        assert "9 +0.3" in shown
        assert "Cuba and Mexico: 9 shared events, mean tone +0.3" in " ".join(shown.split())


async def test_a_cell_opens_its_pair_and_the_pair_leads_to_an_event(store: Store) -> None:
    async with staged(MatrixScreen(store, ["CUB", "CHN", "USA"]), (80, 24)) as (app, pilot):
        await press(pilot, "l", "enter")
        assert "Cuba and United States" in text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, MatrixScreen)
        await press(pilot, "enter", "G", "enter")
        assert app.outcome == "cuban-missile-crisis"


async def test_a_country_has_no_relation_with_itself(store: Store) -> None:
    async with staged(MatrixScreen(store), (80, 24)) as (app, pilot):
        await press(pilot, "h", "enter")
        assert isinstance(app.screen, MatrixScreen)
        assert f"Cuba: {len(store.involving('CUB'))} events" in text(app)


async def test_headings_stay_while_the_matrix_scrolls_both_ways(store: Store) -> None:
    async with staged(MatrixScreen(store), (40, 15)) as (app, pilot):
        await press(pilot, *"jjjjjjjjjjjj", *"llllllllllll")
        shown = text(app)
        assert "RUS Russia" in shown
        assert "CUB Cuba" not in shown
        header = next(line for line in lines(app) if "←" in line and "move" not in line)
        assert header.rstrip().endswith("RUS")
        await press(pilot, "g", *"hhhhhhhhhhhh")
        assert "CUB Cuba" in text(app)


async def test_a_window_that_grows_shows_what_was_scrolled_away(store: Store) -> None:
    async with staged(MatrixScreen(store), (40, 15)) as (app, pilot):
        await press(pilot, *"lll")
        await pilot.resize_terminal(150, 40)
        await settle(pilot)
        assert "CUB" in next(line for line in lines(app) if "MEX" in line and "CHN" in line)


async def test_a_double_click_opens_a_pair(store: Store) -> None:
    async with staged(MatrixScreen(store), (80, 24)) as (app, pilot):
        row = next(y for y, line in enumerate(lines(app)) if line.startswith("SUN"))
        await pilot.click(offset=(lines(app)[row].index("11 +0.9"), row), times=2)
        await settle(pilot)
        assert "Soviet Union and Cuba" in text(app)


# ---- every size ----


def opened(store: Store) -> list[Opened]:
    pairs = [("CUB", "CHN"), ("CUB", "OAS"), ("RUS", "CHL")]
    return [
        *(lambda first=first, second=second: RelationScreen(store, first, second) for first, second in pairs),
        lambda: MatrixScreen(store),
        lambda: MatrixScreen(store, ["CUB"]),
        lambda: MatrixScreen(store, ["OAS", "UNHRC", "FSLN"]),
    ]


async def test_every_line_fills_the_window_at_every_size(store: Store) -> None:
    for make in opened(store):
        async with staged(make(), SIZES[0]) as (app, pilot):
            for size in (*SIZES[1:], (7, 40), (200, 3), (1, 1), SIZES[0]):
                await pilot.resize_terminal(*size)
                await press(pilot, "j", "s")
                assert {strip.cell_length for strip in app.screen._compositor.render_strips()} == {size[0]}


@pytest.mark.parametrize("size", SIZES[:3])
async def test_what_is_cut_ends_in_an_ellipsis(store: Store, size: tuple[int, int]) -> None:
    titles = [event.title for event in store.events]
    async with staged(RelationScreen(store, "CUB", "CHN"), size) as (app, pilot):
        rows = [line for line in lines(app) if any(f" {tone:+d} " in line[:22] for tone in TONES if tone)]
        assert rows
        assert all("…" in row or any(title in row for title in titles) for row in rows)
        await press(pilot, "s", "G")
        words = next(line for line in lines(app) if "recognised since" in line)
        assert "relations by 2002" in words or "…" in words or "relations by 2002" in text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_countries_with_endless_names_leave_room_for_the_matrix(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "endless.yaml"
    countries = ", ".join(f"{{id: {id_}, name: {'a very long name ' * 20}}}" for id_ in ("AAA", "BBB"))
    path.write_text(f"title: X\nversion: 1\ncountries: [{countries}]\n", "utf-8")
    async with staged(MatrixScreen(open_store(path)), (120, 40)) as (app, pilot):
        await press(pilot, "l")
        await pilot.resize_terminal(*size)
        for key in ("h", "l"):
            assert app.screen.query_one("#matrix").region.height >= size[1] // 3
            assert app.screen.query_one("#relation-note").region.bottom < size[1]
            await press(pilot, key)
        assert "…" in text(app)


async def test_a_dataset_without_countries_has_an_empty_matrix() -> None:
    from made_stores import store_of

    from explorer.event_types import BUILT_IN_TYPES
    from explorer.model import Dataset

    nothing = Dataset(
        path=Path("x.yaml"),
        title="X",
        countries={},
        documents={},
        types=BUILT_IN_TYPES,
        events=(),
        problems=(),
    )
    async with staged(MatrixScreen(store_of(nothing)), (40, 15)) as (app, pilot):
        await press(pilot, "j", "l", "enter", "G")
        assert "no countries" in text(app)


# ---- drawing ----

SPAN = Span(ordinal(1960, 1, 1), ordinal(1969, 12, 31))


def series(points: dict[tuple[int, int], int], means: list[float | None]) -> ToneSeries:
    width = len(means) // 2
    return ToneSeries(
        {tone: tuple(points.get((tone, column), 0) for column in range(width)) for tone in TONES},
        tuple(means),
        1,
    )


def drawn(*arguments: object, **options: object) -> list[str]:
    return ["".join(run.text for run in row) for row in plot(*arguments, **options)]  # type: ignore[arg-type]


@given(st.integers(-5, 5), st.sampled_from([3, 5, 7, 11, 21]))
def test_only_a_tone_of_nothing_is_on_the_zero_line(tone: int, height: int) -> None:
    row = row_of(tone, height)
    assert 0 <= row < height
    assert (row < height // 2, row > height // 2) == (tone > 0, tone < 0)


def test_points_stand_in_the_rows_of_their_tones() -> None:
    rows = drawn(series({(5, 0): 1, (0, 1): 3, (-5, 2): 12}, [None] * 10), 11)
    assert rows[0] == "+5  ●    "
    assert rows[5] == " 0  ─3───"
    assert rows[10] == "-5    █  "


def test_the_line_is_as_high_as_the_mean_and_has_gaps() -> None:
    rows = drawn(series({}, [5.0, 5.0, None, None, -5.0, -5.0]), 11)
    assert [bool(row[GUTTER:].strip()) for row in rows] == [row in (0, 5, 10) for row in range(11)]
    assert rows[0][GUTTER:].strip() != ""
    assert rows[0][GUTTER + 1 :].strip() == ""
    assert rows[10][GUTTER : GUTTER + 2].strip() == ""


def test_a_steep_line_has_no_hole() -> None:
    rows = drawn(series({}, [5.0, -5.0]), 11)
    assert all(row[GUTTER] not in " ─" for row in rows)


@given(st.lists(st.none() | st.floats(-5, 5), min_size=2, max_size=40), st.sampled_from([1, 3, 5, 11, 21]))
def test_whatever_the_means_the_rows_are_as_wide_as_the_chart(means: list[float | None], height: int) -> None:
    width = len(means) // 2
    for braille in (True, False):
        rows = drawn(series({}, means[: width * 2]), height, braille=braille)
        assert [len(row) for row in rows] == [GUTTER + width] * height


@given(st.integers(-3000, 2100), st.integers(0, 4000), st.integers(1, 200))
def test_the_axis_is_as_wide_as_the_chart_and_its_years_are_apart(first: int, more: int, width: int) -> None:
    span = Span(ordinal(first, 1, 1), ordinal(first + more, 12, 31))
    line = "".join(run.text for run in axis(span, width))
    assert len(line) == GUTTER + width


def test_years_stand_where_they_begin() -> None:
    line = "".join(run.text for run in axis(SPAN, 100))[GUTTER:]
    assert [line.index(str(year)) for year in (1960, 1965, 1969)] == [0, 50, 90]


def bar(*statuses: Status, width: int = 40) -> str:
    return "".join(run.text for run in status_bar(statuses, SPAN, width))


def since(state: str, date: str, **more: object) -> Status:
    parsed = parse(date)
    return Status(state, parsed, settled=parsed.latest, **more)  # type: ignore[arg-type]


def test_a_status_begins_where_its_date_is() -> None:
    assert (
        bar(Status("unknown"), since("severed", "1965-01-01")) == "·· unknown ·········✗✗ severed ✗✗✗✗✗✗✗✗✗"
    )


def test_an_uncertain_date_leaves_the_bar_open_as_long_as_it_is_uncertain() -> None:
    shown = bar(Status("unknown"), since("severed", "[1962,1964]"))
    assert shown == "········~~~~~~~~~~~~✗✗ severed ✗✗✗✗✗✗✗✗✗"


def test_what_has_no_year_is_not_on_the_bar() -> None:
    assert "✗" not in bar(Status("unknown"), since("severed", "XXXX-04", placed=False))


@given(
    st.lists(st.sampled_from(["1960", "1962-05", "196X", "1965?", "../1963", "1968/.."]), max_size=4),
    st.integers(1, 90),
)
def test_the_bar_is_as_wide_as_the_chart(dates: list[str], width: int) -> None:
    statuses = [Status("unknown"), *(since("restored", date) for date in dates)]
    assert len(bar(*statuses, width=width)) == width


def test_a_status_in_words_keeps_its_uncertainty() -> None:
    told = statuses_in_words(
        [
            Status("unknown"),
            since("recognised", "1960~", event=1),
            since("relations", "1961-04/1961-06", event=2, by=True),
            since("severed", "1965?/..", event=3, disputed=True),
        ]
    )
    assert told == "recognised since c. 1960, relations by Apr–Jun 1961, severed since 1965? ⚡"


def test_where_no_event_tells_the_words_say_why() -> None:
    assert statuses_in_words([Status("unknown", reason="No event tells.")]) == "unknown: No event tells."


# ---- from the main screen ----


async def choose(driver: Any, *ids: str) -> None:
    """Choose countries in their pane."""
    await driver.press("1")
    for id_ in ids:
        rows = [row.country.id for row in driver.screen.countries._rows]
        driver.screen.countries.move_to(rows.index(id_))
        await driver.press("space")


async def test_two_chosen_countries_open_their_relation_and_an_event_of_it_has_the_cursor(
    open_app: Any,
) -> None:
    async with open_app((120, 40)) as driver:
        await choose(driver, "CUB", "USA")
        await driver.press("r")
        assert "Cuba and United States" in driver.text
        await driver.press("s", "G", "enter")
        assert driver.event == "us-cuba-rupture"
        assert driver.app.focused.id == "timeline"
        assert driver.screen.filters.countries == ("CUB", "USA")


@pytest.mark.parametrize(
    ("chosen", "hidden"), [((), None), (("CUB",), None), (("CUB", "MEX", "USA"), "China")]
)
async def test_other_numbers_of_chosen_countries_open_the_matrix(
    open_app: Any, chosen: tuple[str, ...], hidden: str | None
) -> None:
    async with open_app((120, 40)) as driver:
        await choose(driver, *chosen)
        await driver.press("r")
        assert isinstance(driver.app.screen, MatrixScreen)
        assert "MEX Mexico" in driver.text
        assert hidden is None or hidden not in driver.text


async def test_an_event_that_the_filters_leave_out_is_shown_without_them(open_app: Any) -> None:
    async with open_app((120, 40)) as driver:
        await choose(driver, "CHL")
        await driver.press("r", "enter", "enter")
        assert driver.event == "mexico-refuge-for-cubans"
        assert driver.screen.filters.countries == ()


async def test_leaving_a_relation_leaves_the_main_screen_as_it_was(open_app: Any) -> None:
    async with open_app((80, 24), event="bay-of-pigs") as driver:
        await driver.press("r", "enter", "j", "escape", "escape")
        assert (driver.event, len(driver.app.screen_stack)) == ("bay-of-pigs", 1)


async def test_a_click_on_a_key_of_a_relation_presses_it(open_app: Any) -> None:
    async with open_app((120, 40)) as driver:
        await choose(driver, "CUB", "CHN")
        await driver.press("r")
        row = driver.text.splitlines()[39]
        await driver.pilot.click(offset=(row.index("status"), 39))
        await driver.settle()
        assert "How it stood" in driver.text
