"""A document of megabytes is read like a short one: whole, and no key costs more for its length."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from driver import NARROW, WIDE

from explorer.search import occurrences
from explorer.tui import wrapped_document
from explorer.tui.widgets.document_view import DocumentView
from explorer.tui.wrapping import WrappedText

if TYPE_CHECKING:
    from driver import Driver, Open

HEAD = """
title: A long document
version: 1
countries: [{id: CUB, name: Cuba}, {id: CHN, name: China}]
documents: [{id: book, title: A book, file: book.txt}]
events:
"""
EVENT = """
  - id: e{number}
    date: {year}
    countries: [CUB, CHN]
    type: visit
    title: Visit {number}
    sources: [{{document: book, quote: Sentence {sentence} of the book is here.}}]
"""
# A frame's worth of wrapping and marking is some of these.
FEW = 4 * occurrences.PIECE


def sentence(number: int) -> str:
    return f"Sentence {number} of the book is here. Díaz wrote it{' as well' * (number % 7)}."


def dataset(folder: Path, sentences: int, cited: list[int]) -> Path:
    (folder / "book.txt").write_text(
        "\n\n".join(" ".join(sentence(n) for n in range(at, at + 5)) for at in range(0, sentences, 5)),
        "utf-8",
    )
    events = [EVENT.format(number=n, year=1900 + n, sentence=at) for n, at in enumerate(cited)]
    (folder / "dataset.yaml").write_text(HEAD + "".join(events), "utf-8")
    return folder


class Costs:
    """Counts the characters that are wrapped and looked through, and the rows of the document drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.counts: Counter[str] = Counter()
        wrap, fold, row = WrappedText.__init__, occurrences.fold, DocumentView.row

        def wrapping(wrapped: WrappedText, text: str, width: int) -> None:
            self.counts["wrapped"] += len(text)
            wrap(wrapped, text, width)

        def folding(text: str) -> str:
            self.counts["looked through"] += len(text)
            return fold(text)

        def drawing(view: DocumentView, *arguments: Any) -> Any:
            self.counts["rows drawn"] += 1
            return row(view, *arguments)

        monkeypatch.setattr(WrappedText, "__init__", wrapping)
        monkeypatch.setattr(occurrences, "fold", folding)
        monkeypatch.setattr(DocumentView, "row", drawing)

    def taken(self) -> Counter[str]:
        counts, self.counts = self.counts, Counter()
        return counts


def shown_rows(driver: Driver) -> list[str]:
    view = driver.screen.source.view
    return [view.render_line(y).text[3:].rstrip() for y in range(view.size.height)]


async def test_a_key_costs_no_more_for_a_document_of_megabytes(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dataset(tmp_path, 20_000, [10_000, 20, 19_000])
    costs = Costs(monkeypatch)
    async with open_app(WIDE, folder) as driver:
        assert len(driver.screen.source.view._text) > 1_000_000
        costs.taken()
        for key in ("down", "down", "enter", "pagedown", "j", "k", "G", "pageup", "g", "slash", "escape"):
            await driver.press(key)
            assert costs.taken()["wrapped"] <= FEW, key
        await driver.press("s", "d", "i", "a")
        costs.taken()
        await driver.press("z")
        assert 0 < costs.taken()["looked through"] <= FEW


async def test_finding_looks_through_a_little_at_a_time(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dataset(tmp_path, 10_000, [5_000])
    costs = Costs(monkeypatch)
    async with open_app(WIDE, folder) as driver:
        view = driver.screen.source.view
        at_once: list[int] = []
        look_on = view._look_on

        def counted() -> None:
            costs.taken()
            look_on()
            at_once.append(costs.taken()["looked through"])

        monkeypatch.setattr(view, "_look_on", counted)
        await driver.press("3", "slash")
        driver.screen.source._find_line.input.value = "sentence 4999 of"
        await driver.until(lambda: driver.screen.source._find_line.count.told == "1 of 1, from top")
        assert len(at_once) > 5
        assert max(at_once) <= 2 * FEW
        assert view._text[slice(*view._current)] == "Sentence 4999 of"


async def test_from_one_passage_to_the_next_in_sight_few_rows_are_drawn(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dataset(tmp_path, 400, [200, 201, 202])
    async with open_app(WIDE, folder) as driver:
        await driver.press("down")
        costs = Costs(monkeypatch)
        for key in ("up", "down", "down"):
            await driver.press(key)
            # Two passages of two or three rows each.
            assert 0 < costs.taken()["rows drawn"] <= 8


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_whole_document_is_read_page_by_page_and_back(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(wrapped_document, "PIECE", 512)
    monkeypatch.setattr(wrapped_document, "WHOLE", 0)
    async with open_app(size, dataset(tmp_path, 60, [30])) as driver:
        view = driver.screen.source.view
        await driver.press("3", "home")
        assert shown_rows(driver)[0].startswith("Sentence 0 of")
        read = shown_rows(driver)
        while view.scroll_offset.y < view.max_scroll_y:
            below = view._wrapped.row(view.scroll_offset.y + view.size.height)[0]
            await driver.press("pagedown")
            # What was just below is in sight now, wherever its row is.
            rows = shown_rows(driver)
            read += rows[view._wrapped.row_of(below) - view.scroll_offset.y :]
        assert " ".join(" ".join(read).split()) == " ".join(view._text.split())
        await driver.press("end")
        assert view.at[1] == len(view._text)
        while view.cursor:
            above = view._cursor_at
            await driver.press("pageup")
            assert view._cursor_at < above
            assert view.scroll_offset.y <= view.cursor < view.scroll_offset.y + view.size.height
        assert view._cursor_at == 0


async def test_the_end_is_reached_at_once_and_the_reader_stays_on_the_words(
    open_app: Open, tmp_path: Path
) -> None:
    async with open_app(WIDE, dataset(tmp_path, 5_000, [2_500])) as driver:
        view = driver.screen.source.view
        await driver.press("3", "end")
        assert view.at[1] == len(view._text)
        assert shown_rows(driver)[-1].endswith(view._text[-8:])
        before = view._cursor_at
        await driver.press("home", "end", "k", "j")
        assert view._cursor_at == before
        await driver.pilot.resize_terminal(100, 30)
        await driver.settle()
        start, end = view.at
        assert start <= before < end
        assert view.scroll_offset.y <= view.cursor < view.scroll_offset.y + view.size.height


async def test_scrolling_with_the_mouse_shows_every_row_once(open_app: Open, tmp_path: Path) -> None:
    async with open_app(WIDE, dataset(tmp_path, 3_000, [1_500])) as driver:
        view = driver.screen.source.view
        await driver.press("3")
        for top in (20_000, 2_000, 1_999, 700, 3):
            view.scroll_to(y=top, animate=False, force=True)
            await driver.settle()
            start = view._wrapped.row(view.scroll_offset.y)[0]
            end = view._wrapped.row(view.scroll_offset.y + view.size.height - 1)[1]
            assert " ".join(" ".join(shown_rows(driver)).split()) == " ".join(view._text[start:end].split())
