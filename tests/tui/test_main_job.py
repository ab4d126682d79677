"""The main job: see events, narrow them, and read the passage that says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events

Open = Callable[..., Any]


async def test_the_whole_dataset_is_shown_at_first(open_app: Open) -> None:
    async with open_app() as driver:
        assert driver.shown == [event.id for event in driver.screen.store.events]
        assert driver.event == driver.shown[0]
        assert f"{len(driver.shown)} of {len(driver.shown)} events" in driver.text


async def test_typing_narrows_the_timeline_at_each_letter(open_app: Open) -> None:
    async with open_app() as driver:
        counts = [len(driver.shown)]
        await driver.press("slash")
        for letter in "guevara":
            await driver.press(letter)
            counts.append(len(driver.shown))
        assert counts == sorted(counts, reverse=True)
        assert "guevara-visits-china" in driver.shown
        assert counts[-1] < counts[0]


async def test_enter_goes_to_the_passage_and_escape_back(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("id:cuba-recognises-prc")
        await driver.press("enter")
        assert driver.app.focused.id == "source"
        assert driver.screen.source.border_title == "Source 1/2 ── exact"
        view = driver.screen.source.view
        assert view.cursor is not None
        start, end = view._wrapped.row(view.cursor)
        event = driver.screen.store.events[driver.screen.number]
        passage = driver.screen.store.passages(driver.screen.number)[0]
        assert start <= passage.start < end
        assert passage.verdict == "exact"
        assert event.id == "cuba-recognises-prc"
        await driver.press("escape")
        assert driver.app.focused.id == "timeline"
        assert driver.shown == ["cuba-recognises-prc"]


async def test_the_source_follows_the_cursor(open_app: Open) -> None:
    async with open_app() as driver:
        seen = set()
        for _ in range(5):
            await driver.press("j")
            source = driver.screen.source
            assert source._cited.event.id == driver.event
            seen.add(driver.event)
        assert len(seen) == 5


async def test_brackets_go_through_the_citations(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        assert driver.screen.source._cited.source.document == "cfc-2022"
        await driver.press("right_square_bracket")
        assert driver.screen.source._cited.source.document == "cfc-2024"
        assert driver.screen.source.border_title == "Source 2/2 ── exact"
        await driver.press("right_square_bracket")
        assert driver.screen.source._cited.source.document == "cfc-2022"


async def test_choosing_countries_keeps_the_events_that_involve_all_of_them(open_app: Open) -> None:
    async with open_app() as driver:
        store = driver.screen.store
        await driver.press("1", "home", "space")
        first = driver.screen.filters.countries[0]
        assert driver.shown == [e.id for e in store.events if first in e.countries]
        await driver.press("j", "space")
        both = driver.screen.filters.countries
        assert driver.shown == [e.id for e in store.events if set(both) <= set(e.countries)]
        await driver.press("x")
        assert driver.screen.filters.countries == (both[1],)
        await driver.press("x")
        assert driver.screen.filters.countries == ()


async def test_counts_follow_the_selection(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("china")
        rows = driver.screen.countries._rows
        store = driver.screen.store
        for row in rows:
            expected = sum(row.country.id in store.events[n].countries for n in driver.screen.selection)
            assert row.count == expected
            assert sum(row.counts) <= expected


async def test_a_search_works_within_the_countries(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("1", "home", "j", "space", "slash")
        await driver.type("visit")
        within = set(driver.shown)
        await driver.press("escape", "1", "space", "slash")
        await driver.type("visit")
        assert within < set(driver.shown)


async def test_escape_in_the_search_line_takes_the_typing_back(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("china")
        await driver.press("tab", "slash")
        await driver.type("xyz")
        await driver.press("escape")
        assert driver.screen.filters.query.text == "china"
        assert driver.app.focused.id == "timeline"
        await driver.press("escape")
        assert driver.screen.filters.query.text == ""


async def test_the_cursor_stays_with_its_event_when_the_search_goes(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("slash")
        await driver.type("recognition")
        assert driver.event == "cuba-recognises-prc"
        await driver.press("escape")
        assert driver.event == "cuba-recognises-prc"


async def test_a_query_that_cannot_be_meant_is_told_and_the_last_result_stays(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("china year:1960")
        before = driver.shown
        assert before
        await driver.type(" yaer:1960 x")
        assert "yaer" in driver.screen.message_line.message
        assert "year" in driver.screen.message_line.message
        assert driver.screen.message_line.display
        assert driver.shown
        assert set(driver.shown) <= set(before)
        # What is told above is what is shown, not what cannot be meant.
        assert "yaer" not in driver.screen.title_bar._title
        assert "china" in driver.screen.title_bar._title


async def test_no_hit_offers_words_that_would_hit(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("gueverra")
        assert driver.shown == []
        assert "No event" in driver.text
        await driver.until(lambda: "guevara" in driver.text.lower())
        await driver.press("enter")
        assert driver.screen.filters.query.text == "guevara"
        assert driver.shown
        await driver.press("enter")
        assert driver.app.focused.id == "source"


async def test_cancelling_a_search_comes_back_to_the_event(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("slash")
        await driver.type("mexico")
        assert driver.event != "cuba-recognises-prc"
        await driver.press("escape")
        assert driver.event == "cuba-recognises-prc"
        timeline = driver.screen.timeline
        assert 0 <= timeline.cursor - timeline.scroll_offset.y < timeline.size.height


async def test_another_query_chooses_the_citation_anew(open_app: Open) -> None:
    async with open_app(event="guevara-visits-china") as driver:
        chosen = []
        for text in ("guevara", "ernesto"):
            driver.screen.search_line.value = f"id:guevara-visits-china {text}"
            await driver.settle()
            chosen.append(driver.screen.source._cited.source.quote)
        assert "Ernesto" in chosen[1]
        assert "Ernesto" not in chosen[0]


async def test_a_message_for_the_moment_goes_with_the_next_move(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("o")
        assert driver.screen.message_line.display
        await driver.press("j")
        assert not driver.screen.message_line.display


@pytest.mark.parametrize("size", [(120, 40), (90, 24), (80, 24), (110, 12)])
async def test_the_first_screen_shows_the_passage(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size) as driver:
        assert "▐" in driver.text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_the_cursor_is_in_sight_wherever_it_goes(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size, event="bay-of-pigs") as driver:
        assert driver.event == "bay-of-pigs"
        assert "▌" in driver.text
        await driver.press("slash")
        await driver.type("guevara")
        await driver.press("enter", "escape", "escape")
        assert driver.screen.filters.query.text == ""
        assert "▌" in driver.text


async def test_chosen_countries_are_named_at_the_top(open_app: Open) -> None:
    async with open_app((80, 24)) as driver:
        await driver.press("1", "g", "space", "j", "space", "2")
        assert "Cuba and Mexico" in driver.text.splitlines()[0]


async def test_problems_are_announced(open_app: Open, tmp_path: Path) -> None:
    path = tmp_path / "faulty.yaml"
    path.write_text("title: x\nversion: 1\nevents:\n  - {id: a, date: 1960-13}\n", encoding="utf-8")
    async with open_app((80, 24), path) as driver:
        assert "p lists them" in driver.text
        await driver.press("p")
        assert "1960-13" in driver.text


async def test_a_paste_is_taken_once_and_as_one_line(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        driver.app.post_message(events.Paste("china\x1b[2J visit\nmore"))
        await driver.settle()
        assert driver.screen.search_line.value.count("china") == 1
        assert "\x1b" not in driver.screen.search_line.value
        assert "more" not in driver.screen.search_line.value


async def test_countries_hold_while_the_query_cannot_be_meant(open_app: Open) -> None:
    async with open_app() as driver:
        store = driver.screen.store
        await driver.press("slash")
        await driver.type("china yaer:1")
        await driver.press("tab", "1", "g", "j", "j", "j", "space")
        (chosen,) = driver.screen.filters.countries
        assert driver.shown
        for id_ in driver.shown:
            assert chosen in store.events[store.number_of(id_)].countries


async def test_interrupting_works_from_everywhere(open_app: Open) -> None:
    for keys in ((), ("question_mark",), ("p",), ("slash",)):
        async with open_app() as driver:
            await driver.press(*keys, "ctrl+c")
            assert driver.app.return_value == 130


async def test_the_filters_are_dropped_from_the_search_line_too(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("1", "space", "slash")
        await driver.type("mexico")
        await driver.press("ctrl+x")
        assert driver.screen.search_line.value == ""
        assert len(driver.shown) == len(driver.screen.store.events)


async def test_a_passage_leads_to_the_other_events_that_cite_it(open_app: Open) -> None:
    async with open_app() as driver:
        screen = driver.screen
        view = screen.source.view
        document = screen.source._cited.document.id
        passages = screen.store.cited_passages(document)
        rows = [view._wrapped.row(number) for number in range(view.row_count())]
        row = next(n for n, (start, end) in enumerate(rows) if len(passages.touching(start, end)) > 1)
        citing = passages.touching(*rows[row])
        await driver.press("3")
        view.move_to(row)
        await driver.settle()
        titles = [screen.store.events[number].title for number in citing]
        assert any(title in str(screen.source.border_subtitle) for title in titles)
        await driver.press("enter")
        assert screen.number in citing
        assert driver.app.focused.id == "source"


async def test_the_margin_counts_the_events_of_a_passage(open_app: Open) -> None:
    async with open_app() as driver:
        screen = driver.screen
        view = screen.source.view
        counts = screen.store.cited_passages(screen.source._cited.document.id).counts
        drawn = "".join("".join(run.text for run in view.row(n, 40))[1] for n in range(view.row_count()))
        assert max(counts) > 1
        assert str(max(counts)) in drawn


async def test_following_a_passage_out_of_the_search_drops_the_search(open_app: Open) -> None:
    async with open_app() as driver:
        screen = driver.screen
        await driver.press("slash")
        await driver.type("id:cuba-recognises-prc")
        await driver.press("enter")
        document = screen.source._cited.document.id
        passages = screen.store.cited_passages(document)
        other = next(s for s in passages.spans if screen.number not in passages.touching(*s))
        view = screen.source.view
        view.move_to(view._wrapped.row_of(other[0]))
        await driver.press("enter")
        assert screen.number in passages.touching(*other)
        assert screen.filters.query.text == ""
        passage = screen.source._cited.passage
        assert passage.start < other[1]
        assert passage.end > other[0]


async def test_nothing_can_be_followed_where_no_document_is_shown(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("3", "G", "s")
        await driver.type("qqq")
        await driver.press("tab", "3", "enter", "n", "j", "k", "enter")
        assert driver.screen.source.view.cursor is None
        assert driver.app.is_running


async def test_years_are_stepped_through(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("year:1960..1964")
        await driver.press("tab", "g")
        store = driver.screen.store
        years = [store.events[driver.screen.number].date.earliest]
        for _ in range(3):
            await driver.press("right_curly_bracket")
            years.append(store.events[driver.screen.number].date.earliest)
        assert years == sorted(set(years))
        for _ in range(9):
            await driver.press("left_curly_bracket")
        assert driver.event == driver.shown[0]


async def test_n_goes_through_the_words_in_the_document(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("castro")
        await driver.press("enter")
        places = []
        for _ in range(3):
            await driver.press("n")
            places.append(driver.screen.message_line.message)
        assert all(" of " in place and "in this document" in place for place in places)
        assert len(set(places)) == 3


@pytest.mark.parametrize(("keys", "pane"), [("1", "countries"), ("2", "timeline"), ("3", "source")])
async def test_digits_go_to_the_panes(open_app: Open, keys: str, pane: str) -> None:
    async with open_app() as driver:
        await driver.press(keys)
        assert driver.app.focused.id == pane


async def test_tab_goes_round(open_app: Open) -> None:
    async with open_app() as driver:
        seen = []
        for _ in range(3):
            await driver.press("tab")
            seen.append(driver.app.focused.id)
        assert seen == ["source", "countries", "timeline"]
        await driver.press("shift+tab")
        assert driver.app.focused.id == "countries"


async def test_an_event_can_be_asked_for_at_the_start(open_app: Open) -> None:
    async with open_app(event="no-such-event") as driver:
        assert "no-such-event" in driver.screen.message_line.message
