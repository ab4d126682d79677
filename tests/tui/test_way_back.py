"""The way back: jumps, bookmarks, earlier searches, and the filters that are set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.loading import shipped_dataset
from explorer.opening import open_store
from explorer.search.filters import Filters
from explorer.state import Bookmark
from explorer.store import Store
from explorer.tui.bookmarks import bookmark_rows
from explorer.tui.history import Recall, matching
from explorer.tui.jumps import MOST_PLACES, JumpList, Place

Open = Callable[..., Any]

# ---- the jump list ----


def place(event: str, query: str = "", pane: str = "timeline") -> Place:
    return Place(event, Filters().matching(query), pane)


A, B, C, D = map(place, "abcd")


def test_back_goes_to_where_one_jumped_from_and_forward_again() -> None:
    jumps = JumpList()
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.back(C) == B
    assert jumps.back(B) == A
    assert jumps.back(A) is None
    assert jumps.forward() == B
    assert jumps.forward() == C
    assert jumps.forward() is None


def test_without_jumps_there_is_no_way() -> None:
    jumps = JumpList()
    assert jumps.forward() is None
    assert jumps.back(A) is None
    assert jumps.forward() is None


def test_a_jump_from_the_middle_goes_to_the_end_and_cuts_nothing_off() -> None:
    jumps = JumpList()
    for each in (A, B, C):
        jumps.leave(each)
    assert [jumps.back(D), jumps.back(C)] == [C, B]
    jumps.leave(B)
    assert [jumps.back(place("e")), jumps.back(B)] == [B, D]
    assert [jumps.back(D), jumps.back(C), jumps.back(A)] == [C, A, None]


def test_each_place_stands_once_where_it_was_left_last() -> None:
    jumps = JumpList()
    for each in (A, B, A):
        jumps.leave(each)
    assert [jumps.back(C), jumps.back(A), jumps.back(B)] == [A, B, None]


def test_the_same_event_under_another_search_or_in_another_pane_is_another_place() -> None:
    jumps = JumpList()
    places = [A, place("a", "visit"), place("a", "visit", "source")]
    for each in places:
        jumps.leave(each)
    assert [jumps.back(B), jumps.back(B), jumps.back(B)] == places[::-1]


@given(st.lists(st.sampled_from(["leave", "back", "forward"]), max_size=60), st.randoms())
def test_the_list_is_bounded_and_back_and_forward_are_opposites(steps: list[str], random: object) -> None:
    jumps, here = JumpList(), place("0")
    for number, step in enumerate(steps):
        if step == "leave":
            jumps.leave(here)
            here = place(str(number % 7))
        elif step == "back":
            before = here
            there = jumps.back(here)
            if there is not None:
                assert jumps.forward() is not None
                assert jumps.back(before) == there
                here = there
        else:
            here = jumps.forward() or here


def test_the_oldest_places_go_where_there_are_too_many() -> None:
    jumps = JumpList()
    for number in range(3 * MOST_PLACES):
        jumps.leave(place(str(number)))
    here, steps = place("here"), 0
    while (there := jumps.back(here)) is not None:
        here, steps = there, steps + 1
    assert steps == MOST_PLACES - 1


# ---- earlier searches ----


def test_earlier_searches_are_gone_through_and_the_draft_is_there_again_at_the_end() -> None:
    recall = Recall(("cuba", "visit", "china"), "")
    assert [recall.step(-1) for _ in range(4)] == ["china", "visit", "cuba", None]
    assert [recall.step(1) for _ in range(4)] == ["visit", "china", "", None]


def test_only_searches_that_begin_with_the_draft_are_offered_whatever_their_case() -> None:
    recall = Recall(("Cuba visit", "china", "CUBA aid", "cu"), "cu")
    assert [recall.step(-1) for _ in range(3)] == ["CUBA aid", "Cuba visit", None]
    assert recall.step(1) == "CUBA aid"
    assert recall.step(1) == "cu"


def test_typed_words_are_looked_for_in_any_order_without_case_or_accents() -> None:
    texts = ["Díaz visits Havana", "Havana, Peking", "Peking"]
    assert matching(texts, "havana diaz") == [0]
    assert matching(texts, "HAV") == [0, 1]
    assert matching(texts, "") == [0, 1, 2]
    assert matching(texts, "moscow") == []


# ---- bookmarks ----


@pytest.fixture(scope="module")
def shipped() -> Store:
    return open_store(shipped_dataset())


def test_bookmarks_stand_in_the_order_of_their_events(shipped: Store) -> None:
    first, second = shipped.events[3], shipped.events[7]
    rows = bookmark_rows(
        [Bookmark(second.id, "", second.title), Bookmark(first.id, "the one", first.title)], shipped
    )
    assert [row.name for row in rows] == ["the one", second.title]
    assert [row.note for row in rows] == [first.title, ""]
    assert all(row.date and not row.is_gone for row in rows)


def test_a_bookmark_whose_event_is_gone_is_told_and_not_dropped(shipped: Store) -> None:
    rows = bookmark_rows(
        [Bookmark("no-such", "mine", "They met"), Bookmark("nor-this", "", "They parted")], shipped
    )
    assert [row.is_gone for row in rows] == [True, True]
    assert [(row.name, row.note) for row in rows] == [
        ("mine", "no event ‘no-such’ any more; it was ‘They met’"),
        ("They parted", "no event ‘nor-this’ any more"),
    ]


def test_an_event_that_has_another_title_by_now_is_told(shipped: Store) -> None:
    event = shipped.events[0]
    (row,) = bookmark_rows([Bookmark(event.id, "", "What it was called")], shipped)
    assert (row.name, row.note) == ("What it was called", f"now ‘{event.title}’")


# ---- on the screen ----


async def test_jumps_lead_back_and_forward_with_search_countries_and_pane(open_app: Open) -> None:
    async with open_app() as driver:
        first = driver.event
        await driver.press("G")
        last = driver.event
        await driver.press("slash")
        await driver.type("guevara")
        await driver.press("enter")
        found = driver.event
        assert len({first, last, found}) == 3
        await driver.press("ctrl+o")
        assert (driver.event, driver.screen.filters, driver.app.focused.id) == (last, Filters(), "timeline")
        assert driver.screen.search_line.value == ""
        await driver.press("ctrl+o")
        assert driver.event == first
        await driver.press("ctrl+o")
        assert "first place" in driver.text
        await driver.press("ctrl+n", "ctrl+n")
        assert (driver.event, driver.screen.search_line.value) == (found, "guevara")
        assert driver.app.focused.id == "source"
        await driver.press("ctrl+n")
        assert "last place" in driver.text


async def test_a_bookmark_is_set_with_a_name_found_by_it_and_dropped(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("down", "down")
        marked = driver.event
        await driver.press("m")
        await driver.type("mine")
        await driver.press("enter", "G", "slash")
        await driver.type("guevara")
        await driver.press("tab", "apostrophe")
        await driver.type("min")
        assert "mine" in driver.text
        await driver.press("enter")
        assert driver.event == marked
        assert driver.screen.filters == Filters()
        await driver.press("apostrophe")
        assert "─ enter goes there, ctrl+x drops it ─╯" in driver.text
        assert "type to narrow" in driver.text
        await driver.press("ctrl+x")
        assert "type to narrow" not in driver.text
        assert "No bookmarks yet: m sets one" in driver.text
        assert "─── escape closes ─╯" in driver.text


async def test_without_a_name_a_bookmark_has_the_events_title(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("m", "enter")
        assert driver.screen.memory.bookmarks[0].name == ""
        await driver.press("m", "escape", "apostrophe")
        assert driver.screen.memory.bookmarks[0].title[:20] in driver.text


async def test_a_bookmark_whose_event_is_gone_says_so(open_app: Open) -> None:
    async with open_app() as driver:
        driver.screen.memory.set_bookmark(Bookmark("gone", "", "They met"))
        before = driver.event
        await driver.press("apostrophe", "enter")
        assert "no event ‘gone’ any more" in driver.text
        assert driver.event == before


async def test_up_in_the_search_line_brings_the_search_before(open_app: Open) -> None:
    async with open_app() as driver:
        for query in ("cuba", "china", "cuba visit"):
            await driver.press("slash")
            driver.screen.search_line.put("")
            await driver.type(query)
            await driver.press("tab")
        await driver.press("slash")
        driver.screen.search_line.put("")
        await driver.press("up")
        assert driver.screen.search_line.value == "cuba visit"
        await driver.press("up", "up")
        assert driver.screen.search_line.value == "cuba"
        await driver.press("down", "down", "down")
        assert driver.screen.search_line.value == ""


async def test_earlier_and_saved_searches_are_listed_and_made_again(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("guevara")
        await driver.press("tab", "S")
        await driver.type("about che")
        await driver.press("enter", "escape", "ctrl+r")
        await driver.type("about")
        assert "about che" in driver.text
        await driver.press("enter")
        assert driver.screen.filters.query.text == "guevara"
        assert driver.screen.memory.saved_searches == {"about che": "guevara"}


async def test_chips_tell_the_filters_and_keys_drop_them(open_app: Open) -> None:
    async with open_app() as driver:
        assert not driver.screen.filter_line.display
        await driver.press("1", "home", "space", "2", "slash")
        await driver.type("visit is:disputed")
        await driver.press("tab")
        assert "Cuba, matching ‘visit’, disputed only" in driver.text.splitlines()[0]
        assert "f2 Cuba  f3 ‘visit’  f4 disputed only" in driver.text.splitlines()[1]
        await driver.press("f3")
        assert driver.screen.search_line.value == "is:disputed"
        await driver.press("backspace", "backspace")
        assert driver.screen.filters == Filters()
        assert not driver.screen.filter_line.display
        await driver.press("backspace")
        assert "No filter is set." in driver.text


async def test_a_click_on_a_chip_drops_it(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("1", "home", "space", "down", "space")
        line = driver.text.splitlines()[1]
        await driver.pilot.click(offset=(line.index("f3") + 4, 1))
        await driver.settle()
        assert len(driver.screen.filters.countries) == 1
