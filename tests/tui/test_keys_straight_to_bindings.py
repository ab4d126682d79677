"""A key goes through the widgets on its way only where one of them looks at keys."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget

from explorer.tui.typed_ahead import KeysInOrder


class Plain(Widget, can_focus=True):
    """What a key is bound on: `seen` has the keys that came through its queue, `done` what was done."""

    BINDINGS: ClassVar[list[BindingType]] = [("x,z", "mark", "")]

    def __init__(self) -> None:
        super().__init__()
        self.seen, self.done = list[str](), list[str]()

    def post_message(self, message: Message) -> bool:
        if isinstance(message, events.Key):
            self.seen.append(message.key)
        return super().post_message(message)

    def action_mark(self) -> None:
        self.done.append("action")


class Handling(Plain):
    def on_key(self, event: events.Key) -> None:
        self.done.append("handler")


class Decorated(Plain):
    @on(events.Key)
    def look(self, event: events.Key) -> None:
        self.done.append("handler")


class Named(Plain):
    def key_x(self) -> None:
        self.done.append("handler")


class Stopping(Plain):
    def on_key(self, event: events.Key) -> None:
        self.done.append("handler")
        event.stop()


class Trial(KeysInOrder):
    """An app with one widget, and bindings of its own, of which the second goes before the widget's."""

    BINDINGS: ClassVar[list[BindingType]] = [("y", "y", ""), Binding("z", "y", "", priority=True)]

    def __init__(self, kind: type[Plain]) -> None:
        super().__init__()
        self.widget = kind()

    def compose(self) -> ComposeResult:
        yield self.widget

    def action_y(self) -> None:
        self.widget.done.append("y")


@pytest.mark.parametrize(
    ("kind", "seen", "done"),
    [
        (Plain, [], ["action"]),
        (Handling, ["x"], ["handler", "action"]),
        (Decorated, ["x"], ["handler", "action"]),
        (Named, ["x"], ["handler", "action"]),
        (Stopping, ["x"], ["handler"]),
    ],
)
async def test_a_key_takes_the_way_that_somebody_looks_at(
    kind: type[Plain], seen: list[str], done: list[str]
) -> None:
    async with Trial(kind).run_test() as pilot:
        widget = pilot.app.query_one(kind)
        widget.focus()
        await pilot.press("x")
        assert (widget.seen, widget.done) == (seen, done)


async def test_a_screen_that_looks_at_one_key_sees_that_alone() -> None:
    async with Trial(Plain).run_test() as pilot:
        widget = pilot.app.query_one(Plain)
        widget.focus()
        # Textual's screens have a method for it.
        await pilot.press("escape", "y", "u")
        assert (widget.seen, widget.done) == (["escape"], ["y"])


async def test_what_goes_first_does_so() -> None:
    async with Trial(Plain).run_test() as pilot:
        widget = pilot.app.query_one(Plain)
        widget.focus()
        await pilot.press("z")
        assert (widget.seen, widget.done) == ([], ["y"])


async def test_under_a_dialog_only_what_goes_first_is_reached() -> None:
    async with Trial(Plain).run_test() as pilot:
        widget = pilot.app.query_one(Plain)
        await pilot.app.push_screen(ModalScreen())
        await pilot.press("x", "y")
        assert widget.done == []
        await pilot.press("z")
        assert widget.done == ["y"]


async def test_an_app_has_methods_named_after_keys() -> None:
    class Listening(Trial):
        def key_u(self) -> None:
            self.widget.done.append("u")

    async with Listening(Plain).run_test() as pilot:
        await pilot.press("u")
        assert pilot.app.query_one(Plain).done == ["u"]
