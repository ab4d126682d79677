"""Dialogs of many lines: a key costs what it changes, and what is seen is what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from costs import Costs
from driver import Driver, driven
from textual import events
from textual.geometry import Offset

from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.screen_reader.app import ScreenReaderApp
from explorer.tui.widgets.problem_list import problem_lines
from explorer.tui.widgets.text_lines import TextLines

if TYPE_CHECKING:
    from pathlib import Path

    from driver import Open

FEW, MANY = 40, 800


def faulty(path: Path, events: int, first: int = 0) -> Path:
    """A dataset with two problems for each event, of different heights."""
    lines = ["title: Many", "version: 1", "countries: [{id: AAA, name: Aland}]", "events:"]
    lines += [
        f"  - {{id: e{number}, date: {'that is no date ' * (number * 7 % 13)}{number}-13, "
        f"countries: [AAA], type: visit, title: E}}"
        for number in range(first, first + events)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def documented(path: Path, sources: int) -> Path:
    """An event that many sources tell of."""
    cited = ", ".join(f"{{document: d, quote: Passage {number} tells it}}" for number in range(sources))
    text = " ".join(f"Passage {number} tells it." for number in range(sources))
    path.write_text(
        "title: One\nversion: 1\ncountries: [{id: AAA, name: Aland}]\n"
        f"documents: [{{id: d, title: D, form: original, text: {text}}}]\n"
        "events:\n  - {id: e, date: 1960, countries: [AAA], type: visit, title: E,\n"
        f"     sources: [{cited}]}}\n",
        encoding="utf-8",
    )
    return path


async def opened_problems(driver: Driver) -> Any:
    await driver.press("p")
    await driver.until(lambda: "Looking for slips" not in driver.text)
    await driver.settle()
    return driver.app.screen.problems


async def costs_of(keys: list[str], path: Path, open_app: Open) -> list[dict[str, int]]:
    """What each of some keys costs in the list of problems."""
    async with open_app(path=path) as driver:
        await opened_problems(driver)
        with pytest.MonkeyPatch.context() as patch:
            costs, found = Costs(patch), []
            for key in keys:
                await driver.press(key)
                await driver.pilot.pause()
                found.append(costs.taken())
            return found


async def test_a_key_costs_no_more_among_many_problems_than_among_few(tmp_path: Path, open_app: Open) -> None:
    keys = ["down", "down", "pagedown", "end", "up", "home"]
    few, many = [
        await costs_of(keys, faulty(tmp_path / f"{count}.yaml", count), open_app) for count in (FEW, MANY)
    ]
    for key, one, other in zip(keys, few, many, strict=True):
        assert one["lines drawn"] > 0, key
        assert "layouts" not in other, key
        # Blocks are not all of one height: some lines more or less stand in a screen of them.
        assert all(count <= one.get(what, 0) + 12 for what, count in other.items()), key
        # A screen of lines; two screens of problems on either side, three texts each.
        assert other["lines drawn"] <= 40, key
        assert other.get("problems made", 0) <= 40, key
    # While nothing scrolls the cursor is drawn in two problems, and none is wrapped.
    assert many[1].keys() == {"lines drawn"}
    assert many[1]["lines drawn"] <= 2 * 9


async def test_the_list_opens_with_the_problems_in_sight_and_a_screen_behind(
    tmp_path: Path, open_app: Open
) -> None:
    async with open_app(path=faulty(tmp_path / "many.yaml", MANY)) as driver:
        with pytest.MonkeyPatch.context() as patch:
            costs = Costs(patch)
            problems = await opened_problems(driver)
            # It is filled, given its width, and filled again when slips were looked for.
            assert costs.taken()["problems made"] <= 3 * 40
        assert problems.row_count() > 10 * MANY


@pytest.mark.parametrize("key", ["down", "pagedown"])
@pytest.mark.parametrize("dialog", ["question_mark", "d"])
async def test_text_that_scrolls_is_neither_wrapped_nor_drawn_again(
    key: str, dialog: str, tmp_path: Path, open_app: Open
) -> None:
    async with open_app(path=documented(tmp_path / "one.yaml", 100)) as driver:
        await driver.press(dialog)
        await driver.pilot.pause()
        with pytest.MonkeyPatch.context() as patch:
            costs = Costs(patch)
            await driver.press(key)
            await driver.pilot.pause()
            cost = costs.taken()
        assert driver.app.screen.query_one(TextLines).top > 0
        assert cost.keys() == {"lines drawn"}
        assert cost["lines drawn"] <= (1 if key == "down" else 40)


def seen_of(problems: Any) -> list[str]:
    """What is drawn of the list."""
    height = problems.scrollable_content_region.height
    return [problems.render_line(y).text.rstrip() for y in range(height)]


def expected_of(problems: Any) -> list[str]:
    """What is to be seen of it from its first line on, with every problem made by itself."""
    height = problems.scrollable_content_region.height
    width = problems.text_width(problems.scrollable_content_region.width)
    block, line = problems._blocks.at(problems.top)
    rows: list[str] = []
    while len(rows) < height + line and block < len(problems._problems):
        mark = "▌" if block == problems.block else " "
        lines = problem_lines(problems._problems[block], width - 1)
        rows += [(mark + "".join(run.text for run in each)).rstrip() for each in lines]
        rows.append("")
        block += 1
    rows = rows[line:][:height]
    return rows + [""] * (height - len(rows))


@pytest.mark.parametrize("size", [(120, 40), (40, 15)])
async def test_what_is_seen_is_what_stands_there_wherever_one_goes(
    open_app: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with open_app(size, faulty(tmp_path / "many.yaml", MANY)) as driver:
        problems = await opened_problems(driver)
        last = problems.block_count() - 1
        for keys, block in [
            ("down down down", 3),
            ("end", last),
            ("up up", last - 2),
            ("pageup pageup", None),
            ("home up", 0),
            ("end home", 0),
            ("pagedown ctrl+d pagedown", None),
        ]:
            await driver.press(*keys.split())
            assert block in (None, problems.block)
            assert seen_of(problems) == expected_of(problems)
            assert any(line.startswith("▌") for line in seen_of(problems))
        before = problems.block
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert problems.block == before
        assert seen_of(problems) == expected_of(problems)


async def test_the_wheel_leaves_the_cursor_and_a_key_comes_back_to_it(open_app: Open, tmp_path: Path) -> None:
    async with open_app(path=faulty(tmp_path / "many.yaml", MANY)) as driver:
        problems = await opened_problems(driver)
        place = problems.region.offset + Offset(5, 5)
        for kind in [events.MouseScrollDown] * 40 + [events.MouseScrollUp] * 4:
            driver.app.post_message(kind(None, *place, 0, 0, 0, False, False, False, *place))
            await driver.settle()
            assert seen_of(problems) == expected_of(problems)
        assert problems.block == 0
        assert problems.top > 40
        await driver.press("down")
        assert problems.block == 1
        assert any(line.startswith("▌") for line in seen_of(problems))


async def test_from_a_place_far_away_that_the_scrollbar_leads_to_it_scrolls_line_by_line(
    open_app: Open, tmp_path: Path
) -> None:
    async with open_app(path=faulty(tmp_path / "many.yaml", MANY)) as driver:
        problems = await opened_problems(driver)
        problems.jump_to(problems.row_count() // 2)
        await driver.settle()
        assert seen_of(problems) == expected_of(problems)
        assert abs(problems._blocks.at(problems.top)[0] - MANY) < 20
        for step in [-1] * 60 + [1] * 60:
            before = seen_of(problems)
            problems.jump_to(problems.top + step)
            after = seen_of(problems)
            assert after == expected_of(problems)
            assert before[1:] == after[:-1] if step > 0 else before[:-1] == after[1:]


# Too many to be told in a window of ten lines.
WORDS = "that is no date " * 60


def high(folder: Path, *dates: str) -> Path:
    """A dataset with a problem for each date, which is none."""
    path = folder / "high.yaml"
    path.write_text(
        "title: High\nversion: 1\ncountries: [{id: AAA, name: Aland}]\nevents:\n"
        + "".join(
            f"  - {{id: e{number}, date: {date}, countries: [AAA], type: visit, title: E}}\n"
            for number, date in enumerate(dates)
        ),
        encoding="utf-8",
    )
    return path


async def test_a_problem_higher_than_the_window_is_read_to_its_end_by_keys(
    open_app: Open, tmp_path: Path
) -> None:
    path = high(tmp_path, "1-13", f"{WORDS}2-13", "3-13")
    async with open_app((32, 10), path=path) as driver:
        problems = await opened_problems(driver)
        height = problems.scrollable_content_region.height
        await driver.press("home")
        while problems._problems[problems.block].line != 6:
            await driver.press("down")
        block = problems.block
        first, last = problems.context_rows(problems.cursor)
        assert last - first > height
        assert problems.top == first
        await driver.press("down", "down", "up")
        assert (problems.block, problems.top) == (block, first + 1)
        while problems.top + height <= last:
            before = problems.top
            await driver.press("pagedown")
            assert problems.block == block
            assert before < problems.top <= before + height
        assert problems.top + height == last + 1
        await driver.press("down")
        assert problems.block == block + 1
        await driver.press("up")
        assert (problems.block, problems.top + height) == (block, last + 1)
        await driver.press("pageup", "home")
        assert problems.top == 0


@pytest.mark.parametrize("way", [("home", "up", "pageup"), ("end", "down", "pagedown")])
async def test_beyond_the_first_and_the_last_problem_nothing_moves_however_high_they_are(
    way: tuple[str, str, str], open_app: Open, tmp_path: Path
) -> None:
    path = high(tmp_path, f"{WORDS}1", f"{WORDS}2")
    async with open_app((32, 10), path=path) as driver:
        problems = await opened_problems(driver)
        await driver.press(way[0])
        stands = problems.block, problems.top
        for key in way[1:]:
            await driver.press(key)
            assert (problems.block, problems.top) == stands


async def test_a_click_puts_the_cursor_on_a_problem(open_app: Open, tmp_path: Path) -> None:
    async with open_app(path=faulty(tmp_path / "many.yaml", MANY)) as driver:
        problems = await opened_problems(driver)
        await driver.pilot.click(offset=problems.region.offset + Offset(5, 20))
        await driver.settle()
        assert seen_of(problems)[20].startswith("▌")
        assert problems.block > 0


async def test_an_edit_leaves_the_cursor_on_its_problem(open_app: Open, tmp_path: Path) -> None:
    path = faulty(tmp_path / "many.yaml", 100, first=50)
    async with open_app(path=path) as driver:
        problems = await opened_problems(driver)
        await driver.press("pagedown")
        message = problems.chosen.message
        faulty(path, 150)
        await driver.until(lambda: problems.block_count() == 300)
        await driver.until(lambda: "Looking for slips" not in driver.text)
        assert problems.chosen.message == message
        assert message[:30] in "".join(seen_of(problems))


async def test_a_screen_reader_is_led_from_problem_to_problem(tmp_path: Path) -> None:
    app = ScreenReaderApp(DatasetReader(faulty(tmp_path / "many.yaml", MANY)), theme="detente-dark")
    async with driven(app, (80, 24)) as driver:
        last = (await opened_problems(driver)).block_count()
        for keys, number in [("down", 2), ("down down down", 5), ("end", last), ("up", last - 1)]:
            await driver.press(*keys.split())
            assert driver.text.splitlines()[app.cursor_position.y].strip() == f"Problem {number}"
