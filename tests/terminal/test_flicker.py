"""Nothing flickers: what a key changes is drawn once, in pictures that a terminal shows as a whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyte
import pytest
from cells_over_time import SYNCHRONIZED_OUTPUT, CellsOverTime

if TYPE_CHECKING:
    from conftest import Terminal

SIZES = [(120, 40), (80, 24), (40, 15)]
UP, DOWN, PAGE_DOWN, END, ESCAPE, PALETTE = "\x1b[A", "\x1b[B", "\x1b[6~", "\x1b[F", "\x1b", "\x10"
# DECRQM and its answer "reset": known, and off at present (the mode's specification by Christian Parpart).
QUESTION = b"\x1b[?%d$p" % SYNCHRONIZED_OUTPUT
ANSWER = f"\x1b[?{SYNCHRONIZED_OUTPUT};2$y"
# A frame and more, in seconds; how many of them in which nothing comes are the end.  Whoever presses escape
# is given time to go on with what begins with it.
QUIET, TURNS, TURNS_AFTER_ESCAPE = 0.03, 2, 5
# Longer than a cursor takes to blink, in seconds.
BLINK = 0.7
EVENTS = 60
# Of what a new reader is told; it goes with the first move, else by itself after some seconds.
HINT = "/ searches, enter"
# What is pressed, and what is to be seen then.
STEPS = [
    *((DOWN, ""), (PAGE_DOWN, ""), (END, f"Visit {EVENTS}"), (UP, ""), ("{", ""), ("]", ""), ("\t", "")),
    *((ESCAPE, "enter source"), ("1", ""), (" ", ""), (DOWN, ""), (" ", ""), ("r", "mean tone")),
    *((ESCAPE, "Countries"), ("2", ""), ("/", "tab events"), ("v", ""), ("i", ""), ("\t", "enter source")),
    *((ESCAPE, "of 60 events"), ("v", ""), ("v", ""), ("+", ""), ("-", "")),
]
DIALOGS = [
    ("p", "No problem"),
    ("?", "Help"),
    ("y", "Citation"),
    ("m", "Name of"),
    ("d", ""),
    (PALETTE, "narrows"),
]


def dataset(folder: Path) -> Path:
    """Visits of two countries, each told by a passage far down in one of two documents."""
    texts = [
        "\n\n".join(
            f"Then came visit {number} of Aland to Bland by {means}." for number in range(1, EVENTS + 1)
        )
        for means in ("sea", "air")
    ]
    lines = [
        "title: Visits",
        "version: 1",
        "countries:",
        "  - {id: A, name: Aland}",
        "  - {id: B, name: Bland}",
    ]
    lines += ["documents:", f"  - {{id: sea, title: By sea, text: {texts[0]!r}}}".replace("'", '"')]
    lines += [f"  - {{id: air, title: By air, text: {texts[1]!r}}}".replace("'", '"'), "events:"]
    for number in range(1, EVENTS + 1):
        sources = (
            f"{{document: {name}, quote: visit {number} of Aland to Bland by {name}}}"
            for name in ("sea", "air")
        )
        lines.append(
            f"  - {{id: v{number}, date: {1900 + number // 2}, countries: [A, B], type: visit, tone: 2,"
            f" title: Visit {number}, summary: They meet., sources: [{', '.join(sources)}]}}"
        )
    file = folder / "visits.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


class Watched:
    """A program in a terminal that knows synchronized output, and what its cells show over time."""

    def __init__(self, program: Terminal, size: tuple[int, int]) -> None:
        self.program, self.cells = program, CellsOverTime(*size)
        self._stream = pyte.ByteStream(self.cells)
        self._taken = 0
        self.came = b""
        program.wait_until(lambda: QUESTION in program.raw, "question for synchronized output")
        program.press(ANSWER)

    def settle(self, text: str, turns: int = TURNS) -> None:
        """Wait for a text and until nothing comes any more, and take in what has come."""
        self.program.wait_for(text)
        quiet = 0
        while quiet < turns:
            quiet = 0 if self.program.read(QUIET) or self.program.is_at_work else quiet + 1
        self.came = self.program.raw[self._taken :]
        self._taken = len(self.program.raw)
        self.cells.begin()
        self._stream.feed(self.program.drawable(self.came))

    def resize(self, columns: int, rows: int) -> None:
        self.program.resize(columns, rows)
        self.cells.resize(rows, columns)

    def press(self, keys: str, text: str) -> None:
        """Press a key, wait for a text, and see that nothing has flickered."""
        self.program.press(keys)
        self.settle(text, TURNS_AFTER_ESCAPE if keys == ESCAPE else TURNS)
        self.assert_steady(repr(keys))

    def assert_steady(self, after: str, twice: Sequence[int] = ()) -> None:
        """Nothing was erased or drawn outside of a picture, and no cell changed twice but in some rows."""
        assert not self.cells.erased, after
        assert not self.cells.outside_of_pictures, after
        assert self.cells.changed_more_than(1, but_in=twice)[:9] == [], after
        assert self.cells.changed_more_than(2)[:9] == [], after

    def rows_with(self, text: str) -> list[int]:
        return [row for row, line in enumerate(self.program.screen.display) if text in line]


def without_hint(terminal: Callable[..., Terminal], file: Path) -> Watched:
    """The program on a dataset once the hint has gone, so that it does not go at whatever moment."""
    watched = Watched(terminal((80, 24), str(file)), (80, 24))
    watched.settle(HINT)
    watched.program.press(DOWN)
    watched.program.wait_until(lambda: HINT not in watched.program.text, "end of the hint")
    watched.settle("of 60 events")
    return watched


@pytest.mark.parametrize("size", SIZES)
def test_what_a_key_changes_changes_once(
    terminal: Callable[..., Terminal], size: tuple[int, int], tmp_path: Path
) -> None:
    watched = Watched(terminal(size, str(dataset(tmp_path))), size)
    watched.settle("of 60 events")
    pictures = 0
    for keys, text in STEPS:
        watched.press(keys, text)
        pictures += watched.cells.pictures
    assert pictures > len(STEPS) / 2


def test_a_dialog_opens_and_closes_at_once(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    watched = without_hint(terminal, dataset(tmp_path))
    for key, text in DIALOGS:
        watched.program.press(key)
        watched.settle(text)
        # On a machine that is slow, or busy, it is said first that slips are looked for, in the same rows.
        has_looked = b"Looking for slips" in watched.came
        watched.assert_steady(repr(key), watched.rows_with("No problem") if has_looked else ())
        assert watched.cells.pictures == 1 + has_looked
        watched.press(ESCAPE, "enter source")


@pytest.mark.parametrize(("key", "text"), [("/", "tab events"), *DIALOGS])
def test_nothing_is_drawn_while_nobody_types(
    terminal: Callable[..., Terminal], key: str, text: str, tmp_path: Path
) -> None:
    watched = without_hint(terminal, dataset(tmp_path))
    watched.program.press(key)
    watched.settle(text)
    assert watched.came
    time.sleep(BLINK)
    watched.settle(text)
    assert watched.came == b""


@pytest.mark.parametrize("size", SIZES)
def test_a_start_another_size_and_another_dataset_are_drawn_once(
    terminal: Callable[..., Terminal], size: tuple[int, int], tmp_path: Path
) -> None:
    file = dataset(tmp_path)
    known = terminal(size, str(file))
    known.wait_for("of 60 events")
    known.press("q")
    assert known.ends() == 0
    watched = Watched(terminal(size, str(file)), size)
    watched.settle("of 60 events")
    assert not watched.cells.erased
    # The empty screen becomes that of the events, and then their source is there.
    assert watched.cells.changed_more_than(2)[:9] == []
    for columns, rows in ((size[0] - 9, size[1] - 3), size):
        watched.resize(columns, rows)
        watched.settle("Visit 1")
        watched.assert_steady(f"{columns}x{rows}")
    file.write_text(file.read_text(encoding="utf-8").replace("title: Visit 1,", "title: A call,"), "utf-8")
    watched.settle("A call")
    watched.assert_steady("change on disk")
