"""Data that would break a screen: markup, control characters, wide and combining letters, nothing at all."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from explorer.tui.actions import ACTIONS

Open = Callable[..., Any]

HOSTILE = r"""
title: "[red]Mark\x1b[2Jup[/red] \u202Egnorw"
version: 1
countries:
  - {id: CHN, name: 中华人民共和国与其他非常长的名字, aliases: ["[/]"]}
  - {id: "[b]", name: "[link=x]Tag[/link]"}
  - {id: ISR, name: "ישראל"}
  - {id: ZAL, name: "Z\u0310\u0351\u0343a\u0322l\u0333go"}
documents:
  - {id: wide, title: "[on red]A title[/]", author: "\x9b31m",
     text: "中国中国 quote of wide 中国 text 中国中国中国中国中国中国中国中国中国"}
  - {id: long, title: Long, stance: "[@click=app.bell]x[/]", text: "LONG"}
  - {id: crlf, title: Lines, text: "one\r\ntwo quote here\rthree\r\n\r\nfour"}
  - {id: empty, title: Uncited, text: "Nobody cites this."}
events:
  - {id: a, date: 1960, countries: [CHN], type: visit, title: "[bold]not bold[/bold] [/] [",
     summary: "[/x] \x1b]0;title\x07",
     sources: [{document: wide, quote: quote of wide 中国 text, note: "[red]", voice: "\x1b[31mvoice"}]}
  - {id: b, date: "1960-02-30", countries: [CHN], type: visit, title: lost to its date}
  - {id: c, date: XXXX, countries: [NIX], type: nonsense, title: "👩‍👩‍👧‍👦 e\u0301\u0301\u0301 中"}
  - {id: d, date: ../1900, countries: [ISR, ZAL], type: visit, title: "שלום\u202Eolleh",
     sources: [{document: crlf, quote: two quote here}, {document: long, quote: not in it at all}]}
  - {id: e, date: 1961/.., countries: [CHN, ISR], type: visit, title: "TITLE", tone: -5,
     sources: [{document: long, quote: NEEDLE}, {document: wide, quote: 中国}]}
  - {id: g, date: 1960, countries: [CHN], type: visit, title: "[reverse]also[/]",
     sources: [{document: wide, quote: quote of wide 中国 text}]}
  - {id: f, date: "-0043-03-15", countries: ["[b]"], type: vote, title: "Ides"}
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "hostile [bold] \x1b[31m.yaml"
    text = HOSTILE.replace("TITLE", "very long title " * 200)
    text = text.replace("LONG", "x" * 5000 + " needle NEEDLE " + "word " * 20000)
    path.write_text(text, encoding="utf-8")
    return path


def check_screen(driver: Any, size: tuple[int, int]) -> None:
    strips = driver.app.screen._compositor.render_strips()
    assert [strip.cell_length for strip in strips] == [size[0]] * size[1]
    for strip in strips:
        assert not [c for c in strip.text if ord(c) < 32 or 127 <= ord(c) < 160 or 0x202A <= ord(c) <= 0x202E]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_hostile_data_is_drawn_as_plain_text(
    open_app: Open, hostile: Path, size: tuple[int, int]
) -> None:
    async with open_app(size, hostile) as driver:
        assert len(driver.shown) == 6
        check_screen(driver, size)
        for key in ["p", "escape", "question_mark", "escape", "1", "j", "space", "x", "x", "2", *"jjjjj"]:
            await driver.press(key)
            check_screen(driver, size)
            for _ in range(2):
                await driver.press("right_square_bracket")
                check_screen(driver, size)
        await driver.press("g", "3", "G", "g")
        check_screen(driver, size)


async def test_markup_in_the_data_is_shown_as_it_is_written(open_app: Open, hostile: Path) -> None:
    async with open_app((200, 50), hostile, event="a") as driver:
        text = driver.text
        for piece in (
            "[red]Mark",
            "[bold]not bold[/bold] [/] [",
            "[on red]A title[/]",
            "[link=x]Tag",
            "also cited for: [reverse]also[/]",
        ):
            assert piece in text, piece


async def test_a_quote_that_is_not_there_is_never_highlighted(open_app: Open, hostile: Path) -> None:
    async with open_app((120, 40), hostile, event="d") as driver:
        await driver.press("right_square_bracket")
        source = driver.screen.source
        assert source.border_title == "Source 2/2 ── missing"
        assert source.view._passage is None
        assert "not in this document" in driver.text


async def test_a_monkey_on_hostile_data(open_app: Open, hostile: Path) -> None:
    chance = random.Random(3)
    never = {"quit", "quit.always", "interrupt", "suspend", "document.open", "palette"}
    leaving = {key for item in ACTIONS if item.id in never for key in item.keys.split(",")}
    keys = [key for item in ACTIONS for key in item.keys.split(",") if key not in leaving]
    async with open_app((120, 40), hostile) as driver:
        size = (120, 40)
        for _ in range(120):
            if chance.random() < 0.1:
                size = chance.choice([(120, 40), (80, 24), (40, 15), (31, 9)])
                await driver.pilot.resize_terminal(*size)
                await driver.settle()
            await driver.press(chance.choice([*keys, *"needl"]))
            check_screen(driver, size)


async def test_a_dataset_with_nothing_in_it_says_so(open_app: Open, tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("title: Nothing\nversion: 1\n", encoding="utf-8")
    async with open_app((80, 24), path) as driver:
        assert "no events" in driver.text
        assert "0 of 0 events" in driver.text
        await driver.press(
            "1", "space", "x", "enter", "3", "j", "n", "2", "j", "enter", "o", "slash", "a", "enter", "p"
        )
        assert driver.app.is_running
