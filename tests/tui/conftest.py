from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Hashable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from driver import WIDE, Driver, Open, driven
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from explorer.loading import shipped_dataset
from explorer.opening import following
from explorer.tui import clipboard
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader, News


@pytest.fixture(autouse=True)
def nothing_of_the_user_is_touched(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test fills a clipboard, or writes to a state folder, of the person who runs it."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_TTY", "/dev/nowhere")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """Parse a stylesheet's sources once with the colours of a theme, not for each app that is opened."""
    parsed: dict[Hashable, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def parse_once(stylesheet: Stylesheet, css: str, *where: Any, **also: Any) -> list[RuleSet]:
        key = (css, where, *also.items(), *stylesheet._variables.items())
        if key not in parsed:
            parsed[key] = parse(stylesheet, css, *where, **also)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(autouse=True)
def nothing_goes_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stop following the datasets of a test: each thread looks at files every second, and holds its app."""
    started: list[DatasetReader] = []
    start = DatasetReader.start

    def start_and_note(reader: DatasetReader, tell: Callable[[News], None]) -> None:
        started.append(reader)
        start(reader, tell)

    monkeypatch.setattr(DatasetReader, "start", start_and_note)
    yield
    for reader in started:
        reader.stop()


@pytest.fixture(autouse=True)
def changes_are_seen_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Follow a dataset at a pace at which no test waits for seconds; the rests are tests/opening's matter."""
    for name, seconds in (("LOOKS_EVERY", 0.1), ("RESTS_FOR", 0.05), ("LASTS_FOR", 0.3)):
        monkeypatch.setattr(following, name, seconds)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was copied; no terminal and no program gets any of it."""
    texts: list[str] = []

    def take(text: str, *_: object) -> tuple[str, ...]:
        texts.append(text)
        return ("the terminal",)

    monkeypatch.setattr(clipboard, "copy", take)
    return texts


@pytest.fixture
def open_app() -> Open:
    @asynccontextmanager
    async def open_(
        size: tuple[int, int] = WIDE, path: Path | None = None, event: str | None = None
    ) -> AsyncIterator[Driver]:
        app = DetenteApp(DatasetReader(path or shipped_dataset()), theme="detente-dark", event=event)
        async with driven(app, size) as driver:
            yield driver

    return open_
