"""A random walk: what somebody could do with keys, mouse, clipboard and window, to be replayed.

A step is a tuple of plain values, so that a failing walk can be printed, shortened and tried again.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from textual import events
from textual.app import App
from textual.geometry import Size
from textual.keys import key_to_character

from explorer.tui.actions import ACTIONS

# ("key", name) | ("paste", text) | ("resize", columns, rows) | ("click", x, y, times)
# | ("drag", x, y, to_x, to_y) | ("scroll", x, y, rows) | ("change", number)
Step = tuple[str | int, ...]

SIZES = [(120, 40), (80, 24), (40, 15), (110, 12), (70, 9), (30, 8), (29, 7), (200, 60), (10, 3), (1, 1)]
# A key belongs to another part of the screen, too, where nothing comes of it; that is part of the walk.
KEYS = sorted(
    {key for item in ACTIONS for key in item.keys.split(",")} | {"delete", "ctrl+w", "ctrl+k", "f1"}
)
# With these the cursor of any list moves, or is brought into sight; the others do nothing in some lists.
SCROLLING = ("down", "up", "j", "k", "pagedown", "pageup", "ctrl+d", "ctrl+u", "g", "G")
MOVES = [
    *SCROLLING,
    *("left_square_bracket", "right_square_bracket", "left_curly_bracket", "right_curly_bracket", "n", "N"),
]
PANES = ["1", "2", "3", "tab", "shift+tab", "escape", "enter", "h", "l"]
DIALOGS = [*"dpryme", "question_mark", "apostrophe", "ctrl+r", "S", "ctrl+p"]
QUERIES = [
    "guevara", "visit cuba", "china year:1960..1964", "is:disputed", '"of the', "-visit", "(a OR b",
    "type:vi", "yaer:1960", "between:cuba,china", "needle", "中", "e\u0301", "שלום", "id:e1", "qqqq",
    "tone:<0", "date:1",
]  # fmt: skip
PASTES = [
    "china\x1b[2J visit\nmore", "x" * 10_000, "\u202e\x00\x9b", "", "\n", "👩\u200d👩\u200d👧 中国",
    "year:1960", "[red]x[/red] [/]", "a\tb\rc",
]  # fmt: skip


def walk(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    """Steps without end, in bursts of what belongs together, beginning in a window of a size."""
    while True:
        burst = chance.choices(*zip(*_BURSTS, strict=True))[0]
        for step in burst(chance, size):
            if step[0] == "resize":
                size = int(step[1]), int(step[2])
            yield step


def first_steps(seed: int, size: tuple[int, int], count: int) -> list[Step]:
    """The first steps of the walk of a seed."""
    return list(islice(walk(random.Random(seed), size), count))


def post(app: App[int], step: Step) -> None:
    """Hand a step to the app, as its terminal would; "change" is not one of the terminal's."""
    match step:
        case "key", str(key):
            app.post_message(events.Key(key, key_to_character(key)))
        case "paste", str(text):
            app.post_message(events.Paste(text))
        case "resize", int(columns), int(rows):
            _resize(app, Size(columns, rows))
        case "click", int(x), int(y), int(times):
            for kind in (events.MouseMove, *(events.MouseDown, events.MouseUp) * times):
                app.post_message(_mouse(kind, x, y))
        case "drag", int(x), int(y), int(to_x), int(to_y):
            app.post_message(_mouse(events.MouseDown, x, y))
            app.post_message(_mouse(events.MouseMove, to_x, to_y))
            app.post_message(_mouse(events.MouseUp, to_x, to_y))
        case "scroll", int(x), int(y), int(rows):
            kind = events.MouseScrollDown if rows > 0 else events.MouseScrollUp
            for _ in range(abs(rows)):
                app.post_message(_mouse(kind, x, y))


def _resize(app: App[int], size: Size) -> None:
    assert app._driver is not None
    app._driver._size = (size.width, size.height)
    app.post_message(events.Resize(size, size))


def _mouse(kind: type[events.MouseEvent], x: int, y: int) -> events.MouseEvent:
    button = 0 if kind is events.MouseMove else 1
    return kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)


# ---- bursts ----

Burst = Callable[[random.Random, tuple[int, int]], Iterator[Step]]


def _keys(keys: Sequence[str]) -> Iterator[Step]:
    return (("key", key) for key in keys)


def _moves(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    for _ in range(chance.randint(1, 4)):
        yield from _keys([chance.choice(MOVES)] * chance.choice((1, 1, 2, 5, 12)))


def _query(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    text = chance.choice(QUERIES)
    typed = [_KEY_OF.get(letter, letter) for letter in text[: chance.randint(1, len(text))]]
    yield from _keys(["slash", *typed, *["backspace"] * chance.choice((0, 0, 0, 1, 3))])
    yield from _keys(chance.choice((["enter"], ["tab"], ["escape"], [], ["up", "up", "down", "enter"])))


def _countries(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    yield from _keys(["1", *["j"] * chance.randrange(5), chance.choice(("space", "x", "enter"))])


def _pane(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    yield "key", chance.choice(PANES)


def _dialog(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    inside = [chance.choice([*MOVES, *KEYS, *"abc"]) for _ in range(chance.randrange(8))]
    yield from _keys([chance.choice(DIALOGS), *inside])
    yield from _keys(chance.choice((["escape"], ["escape"], ["enter"], ["q"], [])))


def _any_keys(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    yield from _keys([chance.choice(KEYS) for _ in range(chance.randint(1, 3))])


def _back(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    yield from _keys(["escape"] * chance.randint(1, 4) + ["ctrl+x"] * chance.randrange(2))


def _paste(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    if chance.random() < 0.7:
        yield "key", "slash"
    yield "paste", chance.choice(PASTES)


def _mouse_steps(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    x, y = _place(chance, size)
    kind = chance.choice(("click", "click", "drag", "scroll", "scroll"))
    if kind == "click":
        yield "click", x, y, chance.choice((1, 1, 2, 3))
    elif kind == "drag":
        yield "drag", x, y, *_place(chance, size)
    else:
        yield "scroll", x, y, chance.choice((-9, -1, 1, 3, 9))


def _resizes(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    yield "resize", *(chance.choice(SIZES) if chance.random() < 0.7 else _odd_size(chance))


def _changes(chance: random.Random, size: tuple[int, int]) -> Iterator[Step]:
    yield "change", chance.randrange(9)


def _place(chance: random.Random, size: tuple[int, int]) -> tuple[int, int]:
    return chance.randrange(size[0]), chance.randrange(size[1])


def _odd_size(chance: random.Random) -> tuple[int, int]:
    return chance.randint(1, 180), chance.randint(1, 50)


_KEY_OF = {
    " ": "space", ":": "colon", ".": "full_stop", '"': "quotation_mark", "-": "minus", ",": "comma",
    "(": "left_parenthesis", "<": "less_than_sign",
}  # fmt: skip
# What costs the app much, as opening a dialog does, comes more rarely: the walk is to be long.
_BURSTS: list[tuple[Burst, float]] = [
    (_moves, 30),
    (_query, 18),
    (_countries, 6),
    (_pane, 8),
    (_dialog, 5),
    (_any_keys, 8),
    (_back, 6),
    (_paste, 3),
    (_mouse_steps, 9),
    (_resizes, 5),
    (_changes, 2),
]
