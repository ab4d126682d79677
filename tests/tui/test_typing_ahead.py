"""Keys typed faster than the app opens what they are meant for."""

from __future__ import annotations

import pytest
from driver import CHARACTERS, MEDIUM, NARROW, WIDE, Driver, Open
from textual import events

from explorer.config import Keymap, Preferences
from explorer.loading import shipped_dataset
from explorer.search.filters import Filters
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.screens.export import ExportScreen
from explorer.tui.screens.help import HelpScreen
from explorer.tui.screens.relation_matrix import MatrixScreen
from explorer.tui.screens.relations import RelationScreen
from explorer.tui.widgets.timeline import Timeline


async def at_once(driver: Driver, *keys: str) -> None:
    """Send keys as somebody does who does not look at the screen, and wait until all are done with."""
    for key in keys:
        driver.app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
    for _ in range(3):
        await driver.settle()


async def test_escape_behind_a_key_that_opens_a_dialog_closes_it(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("slash", "c", "tab")
        before = driver.screen.filters, driver.event
        for opens in [*"rpd", "question_mark", "m", "apostrophe", "ctrl+r", "y", "ctrl+p"]:
            await at_once(driver, opens, "escape")
            assert driver.app.screen is driver.screen, opens
            assert (driver.screen.filters, driver.event) == before, opens


async def test_q_behind_a_key_that_opens_a_screen_of_text_closes_it(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        for opens in "rpd":
            await at_once(driver, opens, "q")
            assert driver.app.screen is driver.screen, opens
            assert driver.app.is_running
            assert driver.app.return_value is None


async def test_a_name_is_typed_into_the_prompt_that_has_not_come_yet(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await at_once(driver, *"mstart", "enter", "G")
        assert [each.name for each in driver.screen.memory.bookmarks] == ["start"]
        assert driver.event == driver.shown[-1]


async def test_a_bookmark_is_chosen_by_letters_typed_ahead(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await at_once(driver, *"mstart", "enter", "G", *"mlast", "enter")
        await at_once(driver, "apostrophe", *"sta", "enter")
        assert driver.app.screen is driver.screen
        assert driver.event == "cuba-recognises-prc"


async def test_an_earlier_search_is_chosen_by_letters_typed_ahead(open_app: Open) -> None:
    async with open_app() as driver:
        await at_once(driver, "slash", *"guevara", "tab", "slash", *["backspace"] * 7, *"mexico", "tab")
        assert driver.screen.filters.query.text == "mexico"
        await at_once(driver, "ctrl+r", *"gue", "enter")
        assert driver.screen.filters.query.text == "guevara"


async def test_a_relation_is_opened_from_the_matrix_and_left_again_step_by_step(open_app: Open) -> None:
    async with open_app() as driver:
        await at_once(driver, "r", "right", "enter")
        assert [type(screen) for screen in driver.app.screen_stack[1:]] == [MatrixScreen, RelationScreen]
        await at_once(driver, "escape", "escape", "j")
        assert driver.app.screen is driver.screen
        assert driver.event == driver.shown[1]


async def test_a_country_is_gone_to_and_the_next_key_is_the_timelines(open_app: Open) -> None:
    async with open_app() as driver:
        await at_once(driver, "1", "j", "enter", "G", "question_mark", "G")
        assert len(driver.screen.filters.countries) == 1
        assert driver.event == driver.shown[-1]
        assert isinstance(driver.app.screen, HelpScreen)


async def test_what_is_pasted_behind_a_key_goes_where_the_key_leads(open_app: Open) -> None:
    async with open_app() as driver:
        driver.app.post_message(events.Key("slash", "/"))
        driver.app.post_message(events.Paste("guevara"))
        await at_once(driver, "tab")
        assert driver.screen.filters.query.text == "guevara"
        await driver.screen.run_action("export('csv')")
        driver.app.post_message(events.Paste("pasted"))
        await at_once(driver, "end")
        assert isinstance(driver.app.screen, ExportScreen)
        assert "pasted" in driver.app.screen.path_line.value


async def test_many_keys_at_once_are_done_in_their_order(open_app: Open) -> None:
    async with open_app() as driver:
        await at_once(driver, *["j", "question_mark", "escape", "slash", "x", "escape", "p", "q"] * 5)
        await driver.until(lambda: driver.event == driver.shown[5])
        assert driver.app.screen is driver.screen
        assert driver.screen.filters.query.text == ""


async def test_a_text_typed_ahead_into_a_line_is_answered_once(open_app: Open) -> None:
    async with open_app() as driver:
        asked: list[str] = []
        matching = Filters.matching
        driver.screen.filters = Filters()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                Filters, "matching", lambda self, text: (asked.append(text), matching(self, text))[1]
            )
            await at_once(driver, "slash", *"guevara", "space", *"mao", "tab")
        assert driver.screen.filters.query.text == "guevara mao"
        assert asked == ["guevara mao"]


async def test_what_is_typed_ahead_stops_where_a_line_is_full(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("m")
        line = driver.app.screen.line
        await at_once(driver, *"x" * 300, "backspace", "y")
        assert line.value.endswith("xy")
        assert len(line.value) == line.max_length


async def test_a_key_that_leaves_is_no_character_of_what_is_typed_ahead() -> None:
    keymap = Keymap({"quit.always": ("Q",)})
    app = DetenteApp(DatasetReader(shipped_dataset()), preferences=Preferences(keymap=keymap))
    async with app.run_test() as pilot:
        driver = Driver(app, pilot)
        await driver.until(lambda: app.is_open)
        line = driver.screen.search_line
        await at_once(driver, "slash", *"cubaQ")
    assert (line.value, app.return_value) == ("cuba", None)
    assert not app.is_running


def state_of(driver: Driver) -> tuple[object, ...]:
    """What the lists show and what is where in them (a document's scroll depends on those before it, too)."""
    screen = driver.screen
    lists = screen.timeline, screen.countries
    places = [(each.cursor, each.scroll_y) for each in lists]
    drawn = [each.render_line(y).text for each in lists for y in range(each.size.height)]
    return (
        driver.event,
        screen.citation,
        places,
        drawn,
        screen.focused and screen.focused.id,
        driver.app.cursor_position,
    )


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
@pytest.mark.parametrize(
    "keys",
    [
        ["j"] * 30,
        ["j"] * 200,
        ["G", *["k"] * 25, "j"],
        [*["down"] * 40, *["up"] * 3, "v", *["j"] * 9, "plus", *["k"] * 12],
        ["1", *["j"] * 6, "space", "2", *["j"] * 5],
        ["1", *["j"] * 50, *["k"] * 4],
        ["enter", *["j"] * 8, "escape", *["j"] * 3],
        ["slash", *"jjj", "escape", *"jj", "tab", "tab", *"kkk"],
    ],
)
async def test_cursor_keys_that_wait_in_a_row_lead_where_each_alone_does(
    open_app: Open, size: tuple[int, int], keys: list[str]
) -> None:
    async with open_app(size) as driver:
        await driver.press(*keys)
        one_by_one = state_of(driver)
    async with open_app(size) as driver:
        await at_once(driver, *keys)
        assert state_of(driver) == one_by_one


async def test_the_first_of_many_steps_brings_the_cursor_into_sight(open_app: Open) -> None:
    states = []
    for press in (Driver.press, at_once):
        async with open_app(MEDIUM) as driver:
            await driver.press(*["j"] * 20)
            driver.screen.timeline.jump_to(50)
            await driver.settle()
            await press(driver, *"kkkk")
            states.append(state_of(driver))
    assert states[0] == states[1]


async def test_a_long_run_of_cursor_keys_is_a_movement_or_two(open_app: Open) -> None:
    async with open_app() as driver:
        moved: list[int] = []
        move = Timeline.action_cursor
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                Timeline, "action_cursor", lambda self, step: (moved.append(step), move(self, step))
            )
            await at_once(driver, *["j"] * 40)
            await driver.press("k")
        assert driver.event == driver.shown[39]
        assert sum(moved) == 39
        assert moved[-1] == -1
        assert len(moved) <= 5
