"""The header of the source: whose document it is and what speaks for it; and its address, opened by `o`."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from explorer.opening import open_store
from explorer.tui import browsing
from explorer.tui.presenter import cited
from explorer.tui.widgets.source_header import header, header_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from driver import Open

    from explorer.store import Store

HEAD = """
title: Three documents
version: 1
countries: [{id: CUB, name: Cuba}, {id: CHN, name: China}]
documents:
  - {id: wire, title: The telegram, text: Havana recognised Peking.}
  - id: paper
    title: A paper on the recognition
    author: Ana Díaz
    publisher: The Press
    date: 1960-10
    url: https://example.org/paper
    language: es
    license: CC-BY-4.0
    stance: >-
      She was there and says so, with an interest in having been right about it from the very first day on,
      whatever others wrote of it later in their own memoirs, which are many and long.
    form: translation
    derived_from: [wire]
    text: Havana recognised Peking, she writes.
  - {id: file, title: A file, url: 'file:///etc/passwd', text: Havana recognised Peking too.}
events:
  - id: one
    date: 1960-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    summary: It was told in September.
    sources:
      - {document: paper, quote: Havana recognised Peking}
      - {document: wire, quote: Havana recognised Peking}
      - {document: file, quote: Havana recognised Peking}
      - document: paper
        quote: Havana recognised Peking
        voice: a reader
        note: The note is rather long, too; it takes more than the one line that a low window has for it.
      - {document: paper, quote: Nothing of this stands in the document that is cited here for a reason}
"""
STANCE = (
    "She was there and says so, with an interest in having been right about it from the very first day on, "
    "whatever others wrote of it later in their own memoirs, which are many and long."
)
WRITTEN = (
    "A paper on the recognition",
    "Ana Díaz · Oct 1960 · The Press",
    "Note: The note is rather long, too; it takes more than the one line that a low window has for it.",
    STANCE,
    "Cited as: “Nothing of this stands in the document that is cited here for a reason”",
)
PAPER, WIRE, FILE, NOTED, MISSING = range(5)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    path = tmp_path / "dataset.yaml"
    path.write_text(HEAD, "utf-8")
    return path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("header") / "dataset.yaml"
    path.write_text(HEAD, "utf-8")
    return open_store(path)


def lines(store: Store, citation: int, width: int = 38, height: int = 36) -> list[str]:
    shown = header(cited(store, 0, citation), width, height)
    return ["".join(run.text for run in line).rstrip() for line in shown]


def test_all_that_csl_has_of_a_document_is_told_where_there_is_room(store: Store) -> None:
    told = lines(store, PAPER, width=100)
    assert "Ana Díaz · Oct 1960 · The Press · es · CC-BY-4.0 · https://example.org/paper" in told
    assert "A paper on the recognition" in told
    assert "translation" in told
    assert "Repeats: The telegram" in told
    assert told[-2].startswith("She was there and says so")


def test_a_low_window_tells_whose_it_is_and_leaves_the_rest_to_the_note(store: Store) -> None:
    told = lines(store, PAPER, width=100, height=14)
    assert "Ana Díaz · Oct 1960 · The Press" in told


def test_a_note_leaves_room_for_the_stance(store: Store) -> None:
    told = lines(store, NOTED)
    assert "voice: a reader · translation" in told
    assert any(line.startswith("Note: The note is rather long") for line in told)
    assert any(line.startswith("She was there") for line in told)


@given(st.integers(0, 4), st.integers(20, 120), st.integers(8, 50))
def test_the_header_has_its_room_and_what_is_cut_says_so(
    store: Store, citation: int, width: int, height: int
) -> None:
    told = lines(store, citation, width, height)
    assert len(told) <= header_rows(height)
    assert all(cell_len(line) <= width for line in told)
    joined = " ".join(told)
    for text in WRITTEN:
        is_begun = text[:12] in joined
        assert not is_begun or text in joined or "…" in joined[joined.index(text[:12]) :]


async def wait_for_answer(driver: Any) -> str:
    await driver.press("o")
    await driver.until(lambda: bool(driver.screen.message_line.message))
    return str(driver.screen.message_line.message)


async def test_a_document_without_an_address_says_so(open_app: Open, dataset: Path) -> None:
    async with open_app(path=dataset) as driver:
        await driver.press("right_square_bracket")
        assert await wait_for_answer(driver) == "This document has no address."


async def test_an_address_that_is_none_for_a_browser_is_not_opened(open_app: Open, dataset: Path) -> None:
    async with open_app(path=dataset) as driver:
        await driver.press("right_square_bracket", "right_square_bracket")
        assert await wait_for_answer(driver) == "This document's address is not one for a browser."


async def test_the_address_opens_in_a_window(
    open_app: Open, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(browsing, "browser", lambda: "window")
    monkeypatch.setattr(browsing, "open_window", opened.append)
    async with open_app(path=dataset) as driver:
        assert await wait_for_answer(driver) == "Opened in the browser: https://example.org/paper"
        assert opened == ["https://example.org/paper"]


@pytest.mark.parametrize("kind", ["none", "terminal"])
async def test_where_there_is_no_browser_the_address_is_told(
    open_app: Open, dataset: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(browsing, "browser", lambda: kind)
    monkeypatch.setattr(browsing, "open_here", lambda url: False)
    async with open_app(path=dataset) as driver:
        # Without a terminal to give to it there is no browser either.
        told = await wait_for_answer(driver)
        assert driver.app.is_running
    if kind == "none":
        assert told == "No browser was found for https://example.org/paper"


def _none() -> None:
    raise webbrowser.Error


@pytest.mark.parametrize(
    ("get", "kind"),
    [
        (_none, "none"),
        (lambda: webbrowser.GenericBrowser("w3m"), "terminal"),
        (lambda: webbrowser.Elinks("elinks"), "terminal"),
        (lambda: webbrowser.BackgroundBrowser("xdg-open"), "window"),
    ],
)
def test_a_browser_that_needs_the_terminal_is_known(
    monkeypatch: pytest.MonkeyPatch, get: Callable[[], Any], kind: str
) -> None:
    monkeypatch.setattr(webbrowser, "get", get)
    assert browsing.browser() == kind


def test_a_window_is_opened_apart_from_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[Any, dict[str, Any]]] = []
    monkeypatch.setattr(
        browsing.subprocess, "Popen", lambda command, **options: started.append((command, options))
    )
    browsing.open_window("https://example.org/")
    ((command, options),) = started
    assert command[-1] == "https://example.org/"
    assert options["start_new_session"]
    assert {options[name] for name in ("stdin", "stdout", "stderr")} == {browsing.subprocess.DEVNULL}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "", "https://a\x1b[2J"])
def test_only_addresses_of_the_web_are_for_browsers(url: str) -> None:
    assert not browsing.is_for_browsers(url)
    assert browsing.is_for_browsers("https://example.org/a b")
