"""Typing in the search line through a pty: from writing a letter to the last byte of the whole new screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures import Figures
from launch import FIRST_SHOWN, LONG, app, warm
from outcome import Outcome, Peer, Target
from peers.searcher import NotInstalledError
from peers.visidata import visidata
from queries import typed_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from setting import Setting
    from terminal import Answer, Terminal

WORDS = 10
QUIET = 0.1
MOST_MS = {False: 35, True: 60}
CLEAR = "\x15"
VISIDATA_RUNS = 3
NOWHERE = "qqqqq"


def measure(setting: Setting) -> Iterator[Outcome]:
    """The rows of this part."""
    for events in setting.sizes_among(100_000, 1_000_000):
        dataset = setting.dataset(events)
        warm(setting, dataset, FIRST_SHOWN)
        answers: list[Answer] = []
        with app(setting, dataset, setting.cache) as terminal:
            terminal.wait_for(FIRST_SHOWN, LONG)
            terminal.wait_until_idle()
            terminal.answer("/", QUIET)
            for word in typed_words(events, 0, WORDS * setting.repeat):
                answers += _typed(terminal, word, events)
        figures = Figures.of([answer.whole for answer in answers])
        work = Peer("processor time", Figures.of([answer.work for answer in answers]))
        most = MOST_MS[events > 100_000]
        yield Outcome(
            "typing_keys",
            "a letter in the search line: key to the whole screen",
            "ms",
            events,
            figures,
            (work, _visidata(setting, events)) if events <= 100_000 else (work,),
            (Target("median in ms", figures.median, "at most", most),),
        )


def _typed(terminal: Terminal, word: str, events: int) -> Iterator[Answer]:
    """The answers to each letter of a word, which is taken back at the end."""
    for letter in word:
        yield terminal.answer(letter, QUIET)
    top = terminal.screen()[0]
    assert word in top, f"no {word!r} in {top!r}"
    assert f"of {events:,} events" in top, f"no count in {top!r}"
    terminal.answer(CLEAR, QUIET)


def _visidata(setting: Setting, events: int) -> Peer:
    """VisiData's search for what is not there, from the last key to the end of its answer."""
    file = _rows(setting, events)
    times: list[float] = []
    try:
        with visidata(setting, file) as terminal:
            terminal.wait_for("summary", LONG)
            terminal.wait_until_idle()
            for _ in range(VISIDATA_RUNS * setting.repeat):
                terminal.answer(f"g/{NOWHERE}", QUIET)
                times.append(terminal.answer("\r", 2 * QUIET).whole)
    except NotInstalledError as error:
        return Peer("VisiData", None, str(error))
    return Peer("VisiData g/", Figures.of(times), "no match, once at the end of the word")


def _rows(setting: Setting, events: int) -> Path:
    """The titles and summaries of a dataset as CSV, read from its YAML line by line."""
    file = setting.scratch("visidata") / "events.csv"
    with file.open("w", encoding="utf-8") as rows:
        rows.write("title,summary\n")
        for path in sorted((setting.dataset(events) / "events").iterdir()):
            lines = path.read_text("utf-8").splitlines()
            titles = (line[11:] for line in lines if line.startswith("    title: "))
            summaries = (line[13:] for line in lines if line.startswith("    summary: "))
            rows.writelines(f"{title},{text}\n" for title, text in zip(titles, summaries, strict=True))
    return file
