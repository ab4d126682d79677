"""Exporting what is shown: the path, the question before anything is overwritten, and what may go wrong."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from explorer.loading import shipped_dataset
from explorer.opening import open_store
from explorer.store import Selection
from explorer.tui import exporting
from explorer.tui.copying import Told
from explorer.tui.exporting import CancelledError, objection, suggested_path, write_export
from explorer.tui.screens.export import ExportScreen

Open = Callable[..., Any]


def never() -> bool:
    return False


def test_the_pieces_are_the_file(tmp_path: Path) -> None:
    write_export(tmp_path / "a.md", ["Díaz\n", "b\r\n"], never)
    assert (tmp_path / "a.md").read_bytes() == "Díaz\nb\r\n".encode()
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o666 & ~mask


def broken(error: BaseException) -> Iterator[str]:
    yield "half"
    raise error


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_where_writing_fails_the_old_file_stays_and_nothing_else(
    tmp_path: Path, error: BaseException
) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    with pytest.raises(type(error)):
        write_export(path, broken(error), never)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        write_export(tmp_path / "a.md", ["a", "b"], lambda: True)
    assert not list(tmp_path.iterdir())


def test_permissions_and_links_of_an_old_file_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.md", tmp_path / "link.md"
    path.write_text("old")
    path.chmod(0o600)
    link.symlink_to(path)
    write_export(link, ["new"], never)
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_no_place_for_a_file_is_told(tmp_path: Path) -> None:
    assert "is a folder" in objection(tmp_path)
    assert "no folder" in objection(tmp_path / "nowhere" / "a.md")
    assert objection(Path()) == "Type the name of a file."
    assert objection(tmp_path / "a.md") == ""


def test_the_name_offered_is_free(tmp_path: Path) -> None:
    store = open_store(shipped_dataset())
    assert suggested_path(store, "markdown", tmp_path) == tmp_path / "data.md"
    (tmp_path / "data.md").touch()
    assert suggested_path(store, "markdown", tmp_path) == tmp_path / "data-2.md"
    assert suggested_path(store, "csv", tmp_path) == tmp_path / "data.csv"


class Dialog:
    """The dialog over the app, on all events; what it told in the end."""

    def __init__(self, driver: Any, format_: exporting.ExportFormat) -> None:
        self.driver = driver
        self.told: list[Told] = []
        selection = driver.screen.selection
        assert isinstance(selection, Selection)
        self.screen = ExportScreen(selection, format_, self.told.append)

    async def open(self) -> None:
        await self.driver.app.push_screen(self.screen)
        await self.driver.settle()

    async def enter(self, path: Path) -> None:
        self.screen.query_one(Input).value = str(path)
        await self.driver.settle()
        await self.driver.press("enter")

    async def ended(self) -> Told:
        await self.driver.until(lambda: bool(self.told))
        return self.told[0]


@pytest.fixture
def dialog() -> Callable[..., Any]:
    async def opened(driver: Any, format_: exporting.ExportFormat = "markdown") -> Dialog:
        dialog = Dialog(driver, format_)
        await dialog.open()
        return dialog

    return opened


@pytest.mark.parametrize(("format_", "beginning"), [("markdown", "# Cuba, Mexico"), ("csv", "id,date,")])
async def test_enter_writes_what_is_shown(
    open_app: Open, dialog: Any, tmp_path: Path, format_: str, beginning: str
) -> None:
    async with open_app() as driver:
        asked = await dialog(driver, format_)
        await asked.enter(tmp_path / "out")
        told = await asked.ended()
        assert told.sentence == f"{len(driver.shown)} events written to {tmp_path / 'out'}"
        assert (tmp_path / "out").read_text("utf-8").startswith(beginning)


async def test_a_file_is_overwritten_only_when_asked_twice(
    open_app: Open, dialog: Any, tmp_path: Path
) -> None:
    path = tmp_path / "out.md"
    path.write_text("mine")
    async with open_app() as driver:
        asked = await dialog(driver)
        await asked.enter(path)
        assert "once more overwrites" in driver.text
        assert path.read_text() == "mine"
        await asked.enter(tmp_path)
        assert "is a folder" in driver.text
        await asked.enter(path)
        assert path.read_text() == "mine", "another path was asked for in between"
        await driver.press("enter")
        await asked.ended()
        assert path.read_text("utf-8").startswith("# Cuba")


async def test_a_disk_that_is_full_is_told_and_another_path_can_be_typed(
    open_app: Open, dialog: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a long path would part what is told over two lines
    async with open_app() as driver:
        asked = await dialog(driver)
        with monkeypatch.context() as patched:
            patched.setattr(exporting, "write_export", lambda *_: next(broken_disk()))
            await asked.enter(Path("out.md"))
            await driver.until(lambda: "No space left" in driver.text)
        await driver.until(lambda: asked.screen.query_one(Input).has_focus)
        await asked.enter(Path("other.md"))
        assert (await asked.ended()).sentence.endswith("other.md")


def broken_disk() -> Iterator[None]:
    raise OSError(errno.ENOSPC, "No space left on device")
    yield


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15), (30, 8)])
async def test_escape_writes_nothing(
    open_app: Open, dialog: Any, tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app(size) as driver:
        asked = await dialog(driver)
        assert "file:" in driver.text
        assert "data.md" in driver.text
        await driver.press("escape")
        assert (await asked.ended()).sentence == ""
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("typed", ["", "   ", "x" * 5000, "~nobody-of-this-name/a", "a\x00b"])
async def test_what_no_file_can_be_called_is_told(open_app: Open, dialog: Any, typed: str) -> None:
    async with open_app() as driver:
        asked = await dialog(driver)
        asked.screen.query_one(Input).value = typed
        await driver.settle()
        await driver.press("enter")
        await driver.settle()
        assert driver.app.screen is asked.screen
        shown = driver.text
        assert (
            "No file can have this name" in shown or "Type the name" in shown or "There is no folder" in shown
        )


@pytest.mark.parametrize(("typed", "name"), [("markdown", "data.md"), ("csv", "data.csv")])
async def test_the_palette_exports_what_the_search_found(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("guevara")
        await driver.until(lambda: 0 < len(driver.shown) < 20)
        await driver.press("tab", "ctrl+p")
        await driver.type(f"export {typed}")
        await driver.pilot.pause(0.3)
        await driver.press("enter")
        await driver.until(lambda: isinstance(driver.app.screen, ExportScreen))
        await driver.settle()
        await driver.press("enter")
        await driver.until(lambda: "events written to" in driver.text)
        text = (tmp_path / name).read_text("utf-8")
        assert "Guevara" in text
