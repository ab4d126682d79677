"""Editing: the user's editor opens where something is written, and what has changed is shown afterwards."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.drivers.headless_driver import HeadlessDriver
from two_rivers import TWO_RIVERS

from explorer.model import Place
from explorer.tui import editing
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import Changed
from explorer.tui.editing import NoEditorError, command_line, editor_of

if TYPE_CHECKING:
    from driver import Driver, Open

PLACE = Place("/data/my events.yaml", 12, 5)
FILE = PLACE.file


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dataset of three events in a path with a space, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "two rivers.yaml"
    path.write_text(TWO_RIVERS, encoding="utf-8")
    return path


@pytest.fixture
def suspends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal can be given away, though there is none."""
    monkeypatch.setattr(HeadlessDriver, "can_suspend", property(lambda _: True))


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suspends: None) -> Callable[[str], Path]:
    """Makes a script that stands in for an editor; its arguments are then in the file that is given back."""
    monkeypatch.delenv("VISUAL", raising=False)

    def make(body: str) -> Path:
        script, called = tmp_path / "an editor.py", tmp_path / "called"
        script.write_text(
            "import sys, pathlib\n"
            f"pathlib.Path({str(called)!r}).write_text('\\n'.join(sys.argv[1:]))\n"
            f"file = pathlib.Path(sys.argv[-1])\n{body}\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} '{script}'")
        return called

    return make


def replace(old: str, new: str) -> str:
    return f"file.write_text(file.read_text().replace({old!r}, {new!r}))"


# ---- which editor, and what it is told ----


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("vi", ["+12", FILE]),
        ("vim", ["+12", "+normal! 5|", FILE]),
        ("/usr/bin/nvim", ["+12", "+normal! 5|", FILE]),
        ("gvim", ["-f", "+12", "+normal! 5|", FILE]),
        ("gvim -f", ["+12", "+normal! 5|", FILE]),
        ("nano", ["+12,5", FILE]),
        ("emacs -nw", ["+12:5", FILE]),
        ("emacsclient -t", ["+12:5", FILE]),
        ("micro", ["+12:5", FILE]),
        ("kak", ["+12:5", FILE]),
        ("code", ["--wait", "--goto", f"{FILE}:12:5"]),
        ("code --wait", ["--goto", f"{FILE}:12:5"]),
        ("code.exe -w -n", ["--goto", f"{FILE}:12:5"]),
        ("codium", ["--wait", "--goto", f"{FILE}:12:5"]),
        ("hx", [f"{FILE}:12:5"]),
        ("subl", ["--wait", f"{FILE}:12:5"]),
        ("kate", ["--block", "--line", "12", "--column", "5", FILE]),
        ("an-editor-of-my-own", ["+12", FILE]),
    ],
)
def test_an_editor_is_told_the_line_in_its_own_way(editor: str, arguments: list[str]) -> None:
    words = editor.split()
    assert command_line(words, PLACE) == [*words, *arguments]


@pytest.mark.parametrize("editor", ["vi", "vim", "code", "hx", "other"])
def test_where_a_whole_file_is_meant_no_line_is_told(editor: str) -> None:
    assert command_line([editor], Place(FILE, 0, 0)) == [editor, FILE]


def test_a_file_is_never_taken_for_an_option(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert command_line(["vi"], Place("-c quit", 3, 1)) == ["vi", "+3", str(tmp_path / "-c quit")]


@given(
    st.text(st.characters(exclude_characters="\0/", codec="utf-8"), min_size=1),
    st.integers(1),
    st.integers(1),
)
def test_any_file_name_stays_one_argument(name: str, line: int, column: int) -> None:
    for program in ("vim", "code", "hx", "nano", "other"):
        place = Place(f"/d/{name}", line, column)
        assert f"/d/{name}".rstrip("/.") in command_line([program], place)[-1]


@pytest.mark.parametrize(
    ("visual", "editor", "wanted", "found"),
    [
        ("sh -c x", "cat", "ls", ["sh", "-c", "x"]),
        ("", "cat", "ls", ["cat"]),
        (" ", None, "ls", ["ls"]),
        (None, "cat 'a b'", None, ["cat", "a b"]),
    ],
)
def test_visual_comes_before_editor_and_that_before_the_config_file(
    visual: str | None, editor: str | None, wanted: str | None, found: list[str]
) -> None:
    environ = {"VISUAL": visual, "EDITOR": editor, "PATH": os.environ["PATH"]}
    assert editor_of({key: value for key, value in environ.items() if value is not None}, wanted) == found


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({}, "No editor is set"),
        ({"EDITOR": "no-such-editor --wait"}, "$EDITOR names an editor that is not there: no-such-editor"),
        ({"VISUAL": "vi 'half"}, "$VISUAL has a quotation mark without its other half"),
        ({"EDITOR": "''"}, "$EDITOR names an editor that is not there"),
    ],
)
def test_an_editor_that_cannot_be_used_is_a_sentence(environ: dict[str, str], sentence: str) -> None:
    with pytest.raises(NoEditorError) as caught:
        editor_of({"PATH": os.environ["PATH"], **environ}, None)
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["sh", "-c", "exit 3"], "sh ended with status 3."),
        (["sh", "-c", "kill -9 $$"], "sh was ended by signal 9."),
        (["/nowhere/vi"], "vi cannot be started: No such file or directory."),
        (["sh", "-c", "rm two*"], "two.yaml is not there any more."),
        (["true"], ""),
    ],
)
def test_what_goes_wrong_with_an_editor_is_a_sentence(
    command: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("two.yaml").touch()
    assert editing.edit(command, Path("two.yaml")) == sentence


# ---- from the app ----


async def test_e_opens_the_editor_at_the_event_and_shows_what_it_has_changed(
    open_app: Open, dataset: Path, editor: Callable[[str], Path]
) -> None:
    called = editor(replace("A second visit", "A long visit"))
    async with open_app(path=dataset) as driver:
        await driver.press("j", "e")
        await driver.until(lambda: "A long visit" in driver.text)
        assert called.read_text().splitlines() == ["+9", str(dataset)]
        assert driver.event == "b"


async def test_cursor_query_and_countries_stay_when_a_file_changes(open_app: Open, dataset: Path) -> None:
    async with open_app(path=dataset) as driver:
        await driver.press("slash")
        await driver.type("visit")
        await driver.press("enter", "1", "space", "2", "j", "j")
        assert driver.event == "c"
        filters = driver.screen.filters
        earlier = "  - {id: z, date: 1950, countries: [CUB, CHN], type: visit, title: A visit before}\n"
        dataset.write_text(TWO_RIVERS + earlier, encoding="utf-8")
        await driver.until(lambda: "A visit before" in driver.text)
        assert driver.event == "c"
        assert driver.screen.filters == filters
        assert driver.shown == ["z", "a", "b", "c"]


async def test_new_problems_are_announced_and_solved_ones_too(open_app: Open, dataset: Path) -> None:
    async with open_app(path=dataset) as driver:
        dataset.write_text(TWO_RIVERS + "nonsense: 1\n", encoding="utf-8")
        await driver.until(lambda: "1 new problem; p lists it." in driver.text)
        dataset.write_text(TWO_RIVERS, encoding="utf-8")
        await driver.until(lambda: "1 problem solved, 3 left." in driver.text)


async def test_an_event_that_comes_back_has_the_cursor_again(
    open_app: Open, dataset: Path, editor: Callable[[str], Path]
) -> None:
    async with open_app(path=dataset) as driver:
        await driver.press("j")
        editor(replace("{id: b, date: 1961", "{id: b, date: 1961-77"))
        await driver.press("e")
        await driver.until(lambda: driver.shown == ["a", "c"])
        assert driver.event == "c"
        dataset.write_text(TWO_RIVERS, encoding="utf-8")
        await driver.until(lambda: driver.shown == ["a", "b", "c"])
        assert driver.event == "b"


@pytest.mark.parametrize("damage", ["file.unlink()", "file.write_text('')", "file.write_bytes(bytes([0]))"])
async def test_what_was_read_stays_when_the_editor_has_ruined_the_dataset(
    open_app: Open, dataset: Path, editor: Callable[[str], Path], damage: str
) -> None:
    editor(damage)
    async with open_app(path=dataset) as driver:
        await driver.press("j", "e")
        await driver.until(lambda: "✗" in driver.text)
        dataset.write_text(TWO_RIVERS.replace("second", "mended"), encoding="utf-8")
        await driver.until(lambda: "A mended visit" in driver.text)
        assert driver.event == "b"
        assert driver.shown == ["a", "b", "c"]


async def test_a_dataset_that_is_gone_stays_on_the_screen(open_app: Open, dataset: Path) -> None:
    async with open_app(path=dataset) as driver:
        dataset.unlink()
        await driver.until(lambda: "What was read before is still shown." in driver.text.replace("\n", " "))
        assert driver.shown == ["a", "b", "c"]
        dataset.write_text(TWO_RIVERS, encoding="utf-8")
        await driver.until(lambda: "The dataset can be read again." in driver.text)


async def test_without_an_editor_a_sentence_is_shown_and_work_goes_on(
    open_app: Open, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with open_app(path=dataset) as driver:
        await driver.press("e")
        assert "No editor is set" in driver.text
        await driver.press("j")
        assert driver.event == "b"


async def test_where_no_terminal_can_be_given_away_a_sentence_is_shown(
    open_app: Open, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    async with open_app(path=dataset) as driver:
        await driver.press("e")
        assert "there is no terminal to give it" in driver.text


async def test_the_shipped_dataset_that_cannot_be_written_is_not_edited(
    open_app: Open, monkeypatch: pytest.MonkeyPatch, editor: Callable[[str], Path]
) -> None:
    called = editor("")
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(editing.shutil, "which", lambda *_args, **_kwargs: "/bin/true")
    async with open_app() as driver:
        await driver.press("e")
        assert "This is the dataset that comes with Détente" in driver.text
        assert not called.exists()


# ---- from the list of problems ----

FAULTY = TWO_RIVERS.replace("date: 1960,", "date: 1960-13,").replace("date: 1962,", "date: 1962-13,")


async def problems_of(driver: Driver) -> None:
    await driver.press("p")
    await driver.until(lambda: "Looking for slips" not in driver.text)


def marked(driver: Driver) -> str:
    """What is seen of the problem under the cursor."""
    box = driver.app.screen.query_one(".dialog").region
    lines = (line[box.x + 1 : box.right - 1] for line in driver.text.splitlines()[box.y : box.bottom])
    return "".join(line.partition("▌")[2].strip() for line in lines)


async def test_enter_opens_the_editor_at_the_problem_and_the_list_is_refreshed(
    open_app: Open, dataset: Path, editor: Callable[[str], Path]
) -> None:
    dataset.write_text(FAULTY, encoding="utf-8")
    called = editor(replace("1962-13", "1962"))
    async with open_app(path=dataset) as driver:
        await problems_of(driver)
        assert "2 errors" in driver.text
        while "1962-13" not in marked(driver):
            await driver.press("down")
        await driver.press("enter")
        await driver.until(lambda: "1 error" in driver.text)
        assert "1960-13" in driver.text
        assert "1962-13" not in driver.text
        assert called.read_text().splitlines() == ["+10", str(dataset)]
        await driver.press("escape")
        assert driver.screen.message_line.message == "1 problem solved, 4 left."
        assert driver.shown == ["b", "c"]


async def test_what_was_told_of_a_change_stands_when_the_files_are_read_once_more(
    open_app: Open, dataset: Path, editor: Callable[[str], Path]
) -> None:
    dataset.write_text(FAULTY, encoding="utf-8")
    editor(replace("1962-13", "1962"))
    async with open_app(path=dataset) as driver:
        await problems_of(driver)
        while "1962-13" not in marked(driver):
            await driver.press("down")
        await driver.press("enter")
        await driver.until(lambda: "1 error" in driver.text)
        await driver.press("escape")
        store = driver.screen.store
        driver.app.post_message(DetenteApp.Told(Changed(store, 0, 0)))
        await driver.settle()
        assert driver.screen.message_line.message == "1 problem solved, 4 left."


async def test_the_cursor_in_the_list_of_problems_is_always_in_sight(open_app: Open, dataset: Path) -> None:
    wrong = "".join(
        f"  - {{id: e{n}, date: 19{n}-13, countries: [CUB], type: visit, title: E}}\n" for n in range(10, 60)
    )
    dataset.write_text(TWO_RIVERS + wrong, encoding="utf-8")
    async with open_app((80, 24), dataset) as driver:
        await problems_of(driver)
        store = driver.screen.store
        assert store is not None
        count = len(store.all_problems)
        assert count >= 50
        for keys, place in [
            (["end"], count - 1),
            (["up"], count - 2),
            (["home"], 0),
            (["up"], 0),
            (["down"] * 7, 7),
            (["end", "down"], count - 1),
        ]:
            await driver.press(*keys)
            problem = store.all_problems[place]
            assert f"rivers.yaml:{problem.line}:{problem.column}" in marked(driver), (keys, driver.text)
        await driver.press("pageup")
        after = marked(driver)
        assert after
        await driver.press("pagedown")
        assert marked(driver) not in ("", after)


async def test_a_failing_editor_is_told_above_the_problems(
    open_app: Open, dataset: Path, editor: Callable[[str], Path]
) -> None:
    dataset.write_text(FAULTY, encoding="utf-8")
    editor("sys.exit(7)")
    async with open_app(path=dataset) as driver:
        await problems_of(driver)
        await driver.press("enter")
        await driver.until(lambda: "ended with status 7." in driver.text)
        await driver.press("down")
        assert "1962-13" in driver.text


async def test_a_list_without_problems_has_nothing_to_open(
    open_app: Open, dataset: Path, editor: Callable[[str], Path]
) -> None:
    called = editor("")
    async with open_app(path=dataset) as driver:
        await driver.press("p")
        await driver.until(lambda: "No problem" in driver.text or "Looking" not in driver.text)
        store = driver.screen.store
        assert store is not None
        if not store.all_problems:
            await driver.press("enter", "down", "up", "end", "pageup")
            assert not called.exists()
