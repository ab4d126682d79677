"""Keys in their order: each goes where the one before it has led.

Textual hands a key to whatever has the focus when it comes.  What it does is done later: it bubbles from the
widget up to the app, each with a queue of its own, and may open a dialog, which has to be composed first.  A
second key that comes meanwhile would go to the widget that is just being left, as would the letters of a name
typed ahead into a prompt.
"""

from __future__ import annotations

from collections import deque
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING, TypeGuard

from textual import events
from textual._dispatch_key import dispatch_key
from textual.app import App
from textual.widget import Widget
from textual.widgets import Input

from explorer.printable import printable
from explorer.tui.whole_pictures import WholePictures, has_work
from explorer.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.dom import DOMNode
    from textual.message_pump import MessagePump

# What was typed is handed on after so many seconds, come what may.
PATIENCE = 2.0
# A key asks for something by a message, which asks for more by another: it is waited for so often.  There may
# always be something to do, which has nothing to do with keys.
ROUNDS = 3
_STEPS = {"cursor(1)": 1, "cursor(-1)": -1}


class KeysInOrder(App[int]):
    """Holds back what is typed or pasted while anything on the way of the key before it has work to do."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._held_since: float | None = None
        self._last_target: DOMNode | None = None

    @property
    def holds_back(self) -> bool:
        """Whether something that was typed has not been handed on yet."""
        return bool(self._typed)

    async def on_event(self, event: events.Event) -> None:
        """Hand on at once whatever is not typed."""
        is_typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if isinstance(event, events.Key | events.Paste) and is_typed and self._screen_stack:
            if isinstance(event, events.Paste):
                # Nothing that would steer a terminal, into whatever line it goes.
                event.text = "\n".join(map(printable, event.text.splitlines()))
            self._typed.append(event)
            if self._held_since is None or monotonic() - self._held_since > PATIENCE:
                await self._hand_on(self._way(), ROUNDS)
        else:
            await super().on_event(event)

    async def _hand_on(self, waited_for: list[MessagePump], rounds: int) -> None:
        """Hand on what was typed, up to a key that has to wait for the one before it."""
        while self._typed and self._screen_stack:
            way = self._way()
            rounds = rounds if way == waited_for else ROUNDS
            if rounds and (self.message_queue_size or any(map(has_work, way))):
                self._held_since = monotonic()
                self._wait_for(way, way, rounds - 1)
                return
            event = self._with_what_follows(self._typed.popleft())
            self._last_target = self._target
            waited_for, rounds = [], ROUNDS
            if not self._steps_on(event):
                await self._answer(event)
        self._held_since = None

    async def _answer(self, event: events.Key | events.Paste) -> None:
        """Give what was typed to the widgets on its way and then to the bindings: at once where none looks.

        Textual has a key go through the queue of each, a turn of the loop, before it asks what is bound to
        it, and lists all that is bound to any key twice: a quarter of the time from a key to its picture.
        """
        if isinstance(event, events.Paste) or any(
            _looks_at(node, event) for node in self._up_from(self._target)
        ):
            await super().on_event(event)
            return
        self.app_focus = True
        self.screen._clear_tooltip()
        if not await self._act_on(event.key):
            await dispatch_key(self, event)

    async def _act_on(self, key: str) -> bool:
        """Do what is bound to a key, if anything is: first what goes before all else, from the app down.

        What lies under a dialog is bound to that alone.
        """
        chain = self.screen._binding_chain
        depth = next((place for place, (node, _) in enumerate(chain, 1) if node.is_modal), len(chain))
        for goes_first, bound in ((True, chain[::-1]), (False, chain[:depth])):
            for node, bindings in bound:
                for binding in bindings.key_to_bindings.get(key, ()):
                    if binding.priority == goes_first and await self.run_action(binding.action, node):
                        self._draw_step(binding.action, node)
                        return True
        return False

    def _draw_step(self, action: str, node: DOMNode) -> None:
        """Draw the cursor of a list where a key has moved it, before that goes from queue to queue."""
        if action in _STEPS and isinstance(node, LineList) and isinstance(self.screen, WholePictures):
            self.screen.draw_alone(node)

    @property
    def _target(self) -> DOMNode:
        """What a key goes to."""
        return self.focused or self.screen

    def _up_from(self, node: DOMNode) -> list[DOMNode]:
        """What a key goes through on its way from there to the app."""
        return [each for each in node.ancestors_with_self if each is not self]

    def _with_what_follows(self, event: events.Key | events.Paste) -> events.Key | events.Paste:
        """A key with the characters that were typed behind it into the same line, as one.

        Each alone would be answered while nobody sees it, and a long text never end.
        """
        line = self.focused
        if not isinstance(line, Input) or not _types(event, line, own := self._own_keys()):
            return event
        text = event.character or ""
        room = line.max_length - len(line.value) if line.max_length else len(self._typed) + 1
        while self._typed and len(text) < room and _types(following := self._typed[0], line, own):
            text += following.character or ""
            self._typed.popleft()
        return event if text == event.character else events.Key(text, text)

    def _steps_on(self, event: events.Key | events.Paste) -> bool:
        """Whether the key moves the cursor of a list by a row, as do those behind it: it moves by them all.

        Each alone would be answered, and what it leads to drawn, while nobody sees it.
        """
        moved = self.focused
        if not (isinstance(moved, LineList) and moved.steps_add_up and _repeats(event, self._typed)):
            return False
        step = self._step_of(event.key, moved)
        if not step:
            return False
        count = 1
        while _repeats(event, self._typed):
            self._typed.popleft()
            count += 1
        moved.call_later(moved.take_steps, step, count)
        return True

    def _step_of(self, key: str, moved: LineList) -> int:
        """The rows by which a key moves the cursor; 0 where it means anything else, or that as well."""
        bound = [
            (node, binding.action)
            for node, bindings in self.screen._binding_chain
            for binding in bindings.key_to_bindings.get(key, ())
        ]
        return _STEPS.get(bound[0][1], 0) if len(bound) == 1 and bound[0][0] is moved else 0

    def _own_keys(self) -> set[str]:
        """The keys that mean something wherever one types."""
        bound = (binding for bindings in self._bindings.key_to_bindings.values() for binding in bindings)
        held = (self._keymap.get(binding.id or "", binding.key) for binding in bound)
        return {key for keys in held for key in keys.split(",")}

    def _way(self) -> list[MessagePump]:
        """What the last key has to go through on its way to the app, and the next one, too."""
        last = self._last_target
        ends = [*([last] if last is not None and last.is_attached else []), self._target]
        return list(dict.fromkeys(node for end in ends for node in self._up_from(end)))

    def _wait_for(self, way: list[MessagePump], left: list[MessagePump], rounds: int) -> None:
        """Go on once each of these, one after the other, and then the app has done what it has to do."""
        for place, pump in enumerate(left):
            if pump.call_later(self._wait_for, way, left[place + 1 :], rounds):
                return
        self.call_later(self._hand_on, way, rounds)


def _repeats(
    event: events.Key | events.Paste, typed: Sequence[events.Key | events.Paste]
) -> TypeGuard[events.Key]:
    """Whether the same key was typed behind this one."""
    following = typed[0] if typed else None
    return isinstance(event, events.Key) and isinstance(following, events.Key) and event.key == following.key


def _looks_at(node: DOMNode, event: events.Key) -> bool:
    """Whether a widget or screen does anything about a key besides what that is bound to."""
    return _looks_at_keys(type(node)) or any(
        hasattr(node, prefix + name) for name in event.name_aliases for prefix in ("key_", "_key_")
    )


@cache
def _looks_at_keys(kind: type[DOMNode]) -> bool:
    """Whether widgets of a kind look at all keys; Textual's base looks for a method named after one."""
    bases = [base for base in kind.__mro__ if base is not Widget]
    named = any(handler in vars(base) for base in bases for handler in ("on_key", "_on_key"))
    decorated = (message for base in bases for message in vars(base).get("_decorated_handlers", ()))
    return named or any(issubclass(events.Key, message) for message in decorated)


def _types(event: events.Key | events.Paste, line: Input, own: set[str]) -> TypeGuard[events.Key]:
    """Whether this is a character for a line, and none of the app's own keys."""
    return (
        isinstance(event, events.Key)
        and event.is_printable
        and line.check_consume_key(event.key, event.character)
        and event.key not in own
    )
