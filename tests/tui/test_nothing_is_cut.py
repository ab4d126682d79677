"""No word is cut without an ellipsis and no title runs into its rule, on any screen and in any window."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from driver import MEDIUM, NARROW, WIDE, Driver

import explorer
from explorer.config import Preferences, Settings
from explorer.loading import shipped_dataset
from explorer.state import Memory
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.screen_reader.app import ScreenReaderApp

# A letter, and a word with what stands behind it.
LETTER = r"[^\W\d_]"
WORD = re.compile(rf"({LETTER}{{2,}})(…?)")
ON_A_RULE = re.compile(rf"─{LETTER}|{LETTER}─")
# Keys that lead to a screen; then one looks.
STEPS = (
    "1", "j space j space 2", "v", "ctrl+x v plus", "minus minus minus", "slash m a o", "tab t",
    "3 slash c u b a", "escape G", "s ctrl+u y a e r colon 1 tab", "ctrl+x r", "enter", "s",
    "escape escape 2 d G", "escape p", "escape y", "escape question_mark", "v i s i t",
    "escape escape m", "enter apostrophe", "escape ctrl+r", "escape ctrl+p",
)  # fmt: skip


@cache
def words() -> frozenset[str]:
    """Every word that the program and its dataset are written in."""
    data = shipped_dataset()
    files = [*Path(explorer.__file__).parent.rglob("*.py"), *data.rglob("*.yaml"), *data.rglob("*.txt")]
    texts = (file.read_text(encoding="utf-8") for file in files)
    return frozenset(word.lower() for text in texts for word, _ in WORD.findall(text))


def seen(driver: Driver) -> list[str]:
    """The lines of the screen; of a dialog only what it covers."""
    lines = driver.text.splitlines()
    for dialog in driver.app.screen.query(".dialog"):
        x, y, width, height = dialog.region
        lines = [line[x : x + width] for line in lines[y : y + height]]
    return lines


@pytest.mark.parametrize(
    ("app", "size", "compact"),
    [
        (DetenteApp, WIDE, True),
        (DetenteApp, MEDIUM, False),
        (DetenteApp, NARROW, False),
        (ScreenReaderApp, MEDIUM, False),
    ],
)
async def test_no_word_is_cut_without_an_ellipsis_and_titles_stand_clear(
    app: type[DetenteApp], size: tuple[int, int], compact: bool, tmp_path: Path
) -> None:
    made = app(
        DatasetReader(shipped_dataset()),
        theme="detente-dark",
        memory=Memory(shipped_dataset(), tmp_path),
        preferences=Preferences(Settings(compact=compact)),
    )
    async with made.run_test(size=size) as pilot:
        driver = Driver(made, pilot)
        await driver.until(lambda: made.is_open)
        for step in STEPS:
            await driver.press(*step.split())
            for line in seen(driver):
                cut = [word for word, dots in WORD.findall(line) if not dots and word.lower() not in words()]
                assert not cut, (step, line)
                assert not ON_A_RULE.search(line), (step, line)
