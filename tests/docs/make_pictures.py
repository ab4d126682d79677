"""The pictures of the README: each of the running app, on the shipped dataset, after some keys.

In one the dataset has slips in it, or there would be no problems to be seen.
"""

from __future__ import annotations

import re
import shutil
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from textual import events

from explorer.loading import shipped_dataset
from explorer.search import parse
from explorer.search.filters import Filters
from explorer.state import Memory
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.screen_reader.app import ScreenReaderApp
from explorer.tui.session import Start

FOLDER = Path(__file__).with_name("pictures")
_TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")
_CHARACTERS = {"space": " ", "apostrophe": "'", "slash": "/", "question_mark": "?"}


def typed(text: str) -> list[str]:
    """The keys that type a text."""
    return ["space" if letter == " " else letter for letter in text]


@dataclass(frozen=True)
class Picture:
    """A picture of the app of so many columns and rows, opened so and then given keys."""

    name: str
    keys: tuple[str, ...] = ()
    event: str | None = "cuba-recognises-prc"
    countries: tuple[str, ...] = ()
    query: str = ""
    size: tuple[int, int] = (100, 30)
    theme: str = "detente-dark"
    app: type[DetenteApp] = DetenteApp
    slips: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return FOLDER / f"{self.name}.svg"


PICTURES = (
    Picture("explorer", ("slash", *typed("cuba china"), "tab"), size=(120, 40)),
    Picture("relation", ("r", *"jjj"), event=None, countries=("CUB", "CHN")),
    Picture("lanes", ("v",), size=(120, 30)),
    Picture("find", ("3", "slash", *"relations", "enter", "n"), size=(120, 34)),
    Picture(
        "way-back",
        (
            "m",
            *typed("first recognition"),
            "enter",
            "j",
            "j",
            "m",
            "enter",
            "apostrophe",
        ),
        countries=("CUB", "CHN"),
        query="year:1960..1964",
    ),
    Picture("copy", ("y", "j")),
    Picture("help", ("question_mark", *"search")),
    Picture("nothing", ("slash", *"guevarra"), size=(100, 24)),
    Picture(
        "problems",
        ("p", "j"),
        size=(100, 24),
        slips=(
            (
                "recognition to the People's Republic of China in September 1960",
                "recognition to China in 1961",
            ),
            ("type: recognition", "type: recogniton"),
        ),
    ),
    Picture("light", theme="detente-light", size=(100, 24)),
    Picture("screen-reader", app=ScreenReaderApp, size=(80, 16)),
)


async def drawn(picture: Picture) -> str:
    """A picture as SVG."""
    with TemporaryDirectory() as folder, chdir(folder):
        filters = Filters(countries=picture.countries, query=parse(picture.query))
        dataset = _with_slips(Path("data"), picture.slips) if picture.slips else shipped_dataset()
        app = picture.app(
            DatasetReader(dataset, use_cache=not picture.slips),
            theme=picture.theme,
            start=Start(event=picture.event, filters=filters),
            memory=Memory(dataset, Path(folder)),
        )
        async with app.run_test(size=picture.size) as pilot:
            while not app.is_open:
                await pilot.pause()
            await pilot.pause()
            for key in picture.keys:
                character = _CHARACTERS.get(key, key)
                app.post_message(events.Key(key, character if len(character) == 1 else None))
                await pilot.pause(0.02)
            await pilot.pause(0.5)
            return app.export_screenshot(title="detente")


def _with_slips(folder: Path, slips: tuple[tuple[str, str], ...]) -> Path:
    """A copy of the dataset where each text stands in place of another one, once."""
    shutil.copytree(shipped_dataset(), folder)
    file = folder / "events" / "cuba-and-china.yaml"
    text = file.read_text(encoding="utf-8")
    for right, slip in slips:
        text = text.replace(right, slip, 1)
    file.write_text(text, encoding="utf-8")
    return folder


def shown(svg: str) -> list[str]:
    """The pieces of text in a picture: what a person reads, whatever the fonts and ids."""
    return [piece.replace("&#160;", " ").strip() for piece in _TEXT.findall(svg)]
