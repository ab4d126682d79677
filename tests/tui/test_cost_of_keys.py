"""What a key costs, counted: nothing is laid out, read or drawn that the key does not change."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from costs import Costs
from textual._styles_cache import StylesCache
from textual.messages import Prompt
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from pathlib import Path

    from driver import Open
    from textual.geometry import Region
    from textual.message import Message
    from textual.strip import Strip

FEW, MANY = 60, 3000
DOCUMENTS = 6


def dataset(folder: Path, events: int) -> Path:
    """A dataset whose first events are the same and cite something, however many follow."""
    folder.mkdir()
    lines = ["countries:", "  - {id: AAA, name: Aland}", "  - {id: BBB, name: Bland}", "documents:"]
    for place in range(DOCUMENTS):
        text = " ".join(f"Passage {number} is in document {place}." for number in range(MANY))
        lines.append(f"  - {{id: d{place}, title: Document {place}, form: original, text: {text}}}")
    lines.append("events:")
    for number in range(events):
        day = date(1900, 1, 1) + timedelta(days=number)
        quote = f"Passage {number} is in document {number % DOCUMENTS}."
        sources = f"{{document: d{number % DOCUMENTS}, quote: {quote}}}" if number % 365 < FEW else ""
        lines += [
            f"  - {{id: e{number}, date: {day}, countries: [AAA, BBB], type: visit, title: Visit {number},",
            f"     summary: On day {number}., sources: [{sources}]}}",
        ]
    (folder / "dataset.yaml").write_text("\n".join(["title: Many", "version: 1", *lines]), "utf-8")
    return folder


async def costs_of(
    keys: list[str], open_app: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> list[dict[str, int]]:
    """What each key costs."""
    async with open_app(path=folder) as driver:
        costs = Costs(monkeypatch)
        found = []
        for key in keys:
            await driver.press(key)
            await driver.pilot.pause()
            found.append(costs.taken())
        return found


async def cost_of(key: str, folder: Path, events: int, open_app: Open) -> dict[str, int]:
    """What a key costs after a first step down."""
    with pytest.MonkeyPatch.context() as patch:
        return (await costs_of(["down", key], open_app, dataset(folder / str(events), events), patch))[-1]


@pytest.mark.parametrize("key", ["down", "pagedown"])
async def test_a_key_costs_no_more_among_many_than_among_few(
    key: str, tmp_path: Path, open_app: Open
) -> None:
    few, many = [await cost_of(key, tmp_path, events, open_app) for events in (FEW, MANY)]
    assert few.keys() == many.keys()
    # Other panes can have a line more or less.
    assert all(many[what] <= few[what] + 2 for what in few)


@pytest.mark.parametrize("key", ["down", "pagedown", "right_curly_bracket"])
async def test_a_key_draws_a_screen_at_most_and_lays_nothing_out(
    key: str, tmp_path: Path, open_app: Open
) -> None:
    cost = await cost_of(key, tmp_path, MANY, open_app)
    assert "layouts" not in cost
    # Forty lines on either side; the events of one; the document, and the paragraphs above it.
    assert cost["lines drawn"] <= 80
    assert cost.get("events read", 0) <= 45
    assert 1 <= cost["texts wrapped"] <= 10


async def test_going_down_draws_two_rows_of_the_list_and_reads_no_event_again(
    tmp_path: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dataset(tmp_path / "few", FEW)
    down, up = await costs_of(["down", "up"], open_app, folder, monkeypatch)
    # The list has its events in brief already; whole is only the one that is come to, and stays so.
    assert down["events read"] == down["events read whole"] == 1
    assert "events read" not in up
    assert "layouts" not in down
    # Two rows, the lines above the document that differ, and the document.
    assert down["lines drawn"] <= 45
    # The document that one comes back to is wrapped already.
    assert up["texts wrapped"] < down["texts wrapped"]


async def test_going_down_within_a_document_does_not_wrap_it(
    tmp_path: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(path=dataset(tmp_path / "few", FEW)) as driver:
        await driver.press("enter")
        costs = Costs(monkeypatch)
        await driver.press("down")
        await driver.pilot.pause()
        taken = costs.taken()
    assert "texts wrapped" not in taken
    assert "layouts" not in taken
    assert 0 < taken["lines drawn"] <= 2


async def test_a_letter_costs_no_more_among_many_than_among_few(tmp_path: Path, open_app: Open) -> None:
    costs = []
    for events in (FEW, MANY):
        folder = dataset(tmp_path / str(events), events)
        with pytest.MonkeyPatch.context() as patch:
            costs.append((await costs_of(["slash", "v", "i"], open_app, folder, patch))[-1])
    few, many = costs
    assert all(many[what] <= few[what] + 2 for what in few)
    assert "layouts" not in few
    assert "layouts" not in many


async def test_a_letter_draws_no_frame_around_the_rows_that_it_changes(
    tmp_path: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    framed, around = list[str](), StylesCache.render_widget

    def render(self: StylesCache, widget: Widget, crop: Region) -> list[Strip]:
        framed.append(widget.id or "")
        return around(self, widget, crop)

    async with open_app(path=dataset(tmp_path / "few", FEW)) as driver:
        await driver.press("slash", "v")
        monkeypatch.setattr(StylesCache, "render_widget", render)
        await driver.press("i")
    assert "search-line" in framed
    assert "countries" not in framed


@pytest.mark.parametrize(("before", "key"), [(["slash", "v"], "i"), (["down"], "down")])
async def test_what_a_key_changes_sends_no_message_to_itself_to_be_drawn(
    before: list[str], key: str, tmp_path: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompted, post = list[str](), Widget.post_message

    def posted(self: Widget, message: Message) -> bool:
        if isinstance(message, Prompt) and not isinstance(self, Screen):
            prompted.append(type(self).__name__)
        return post(self, message)

    async with open_app(path=dataset(tmp_path / "few", FEW)) as driver:
        await driver.press(*before)
        costs = Costs(monkeypatch)
        monkeypatch.setattr(Widget, "post_message", posted)
        await driver.press(key)
        assert costs.taken()["lines drawn"]
    assert prompted == []


async def test_a_letter_lays_nothing_out_where_there_is_no_room_for_filters(
    tmp_path: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(path=dataset(tmp_path / "few", FEW), size=(80, 12)) as driver:
        await driver.press("slash", "v")
        assert driver.screen.filter_line.size.height == 0
        costs = Costs(monkeypatch)
        await driver.press("i")
        assert "layouts" not in costs.taken()


async def test_another_message_lays_the_screen_out_for_another_number_of_lines_only(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as driver:
        costs = Costs(monkeypatch)
        for message, lines in (("one", 1), ("another", 1), ("long " * 30, 2), ("short", 1), ("", 0)):
            before = driver.screen.message_line.size.height
            driver.screen.message_line.show(message)
            await driver.settle()
            assert driver.screen.message_line.size.height == lines
            assert ("layouts" in costs.taken()) == (lines != before)
