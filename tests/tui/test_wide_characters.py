"""Characters of two cells, of none, and those that join: every line is as wide as the window."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from driver import Driver, driven
from rich.cells import cell_len

from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.screen_reader.app import ScreenReaderApp

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
NFD = "Re\u0301publique popul\u0308aire"
TITLES = (
    "古巴共和國與中華人民共和國建立外交關係並互派大使的聯合公報全文",
    f"{FAMILY} visits {FAMILY} and {FAMILY} in {FAMILY}{FAMILY}{FAMILY}{FAMILY}",
    f"{NFD} {NFD} {NFD} {NFD}",
    "가나다라 마바사 아자차카 타파하 각낙닥락 막박삭 악작착칵 탁팍학",
    "ａｂｃｄ 🇨🇺🇨🇳 ✈️❤️‍🔥 ☎️ ﷽ नमस्ते ไทย a\u0300\u0301\u0302\u0303",
)
DOCUMENT = " ".join(TITLES) + " " + "中" * 200


def dataset(folder: Path) -> Path:
    countries = [("CUB", "古巴共和國古巴共和國古巴共和國"), ("CHN", f"{FAMILY} 中華"), ("SUN", NFD)]
    lines = ["version: 1", "title: 中文標題中文標題中文標題中文標題中文標題", "countries:"]
    lines += [f"  - {{id: {id_}, name: {name}}}" for id_, name in countries]
    lines += ["documents:", f"  - {{id: paper, title: {TITLES[0]}, author: {NFD}, text: '{DOCUMENT}'}}"]
    lines += ["events:"]
    for number, title in enumerate(TITLES):
        lines += [
            f"  - {{id: e{number}, date: 196{number}-0{number + 1}-03/1969, countries: [CUB, CHN, SUN],",
            f"     type: visit, title: '{title}', summary: '{title} {title}',",
            f"     sources: [{{document: paper, quote: '{title}'}}, {{document: paper, quote: 中國共和}}]}}",
        ]
    path = folder / "wide.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@asynccontextmanager
async def opened(app: type[DetenteApp], path: Path, size: tuple[int, int]) -> AsyncIterator[Driver]:
    async with driven(app(DatasetReader(path), theme="detente-dark"), size) as driver:
        yield driver


def assert_measured_right(driver: Driver, size: tuple[int, int]) -> None:
    strips = driver.app.screen._compositor.render_strips()
    assert [strip.cell_length for strip in strips] == [size[0]] * size[1]
    wrong = [strip.text for strip in strips if cell_len(strip.text) != size[0]]
    assert not wrong, f"{type(driver.app.screen).__name__}: {wrong}"
    joiners = [strip.text for strip in strips if "\u200d" in strip.text or "\ufe0f" in strip.text]
    assert not joiners, f"{type(driver.app.screen).__name__}: {joiners}"


@pytest.mark.parametrize(
    ("app", "size"),
    [(DetenteApp, (80, 24)), (DetenteApp, (40, 15)), (ScreenReaderApp, (40, 15))],
)
async def test_every_line_of_every_screen_is_as_wide_as_the_window(
    tmp_path: Path, app: type[DetenteApp], size: tuple[int, int]
) -> None:
    async with opened(app, dataset(tmp_path), size) as driver:
        steps = (
            "1 G g space j space", "2 j j j G g", "3 pagedown G g", "2 y j j", "escape d pagedown",
            "escape p pagedown", "escape question_mark", "escape m enter", "apostrophe", "escape r j s j",
            "escape slash 中 國 q", "escape escape r j enter", "escape escape ctrl+r",
        )  # fmt: skip
        for step in steps:
            for key in step.split():
                await driver.press(key)
            assert_measured_right(driver, size)
