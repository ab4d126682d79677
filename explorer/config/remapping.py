"""The user's keys laid over those of the registry: what cannot be is told, the rest holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.config.key_names import key_of, shown_key, types_text
from explorer.config.keymap import Keymap
from explorer.loading.log import ProblemLog
from explorer.loading.suggestions import Suggester
from explorer.loading.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from explorer.config.keymap import Bound
    from explorer.config.settings import Wanted
    from explorer.model import Place
    from explorer.problems import Problem

# Without it somebody whose other keys are lost could not leave.
_ALWAYS_BOUND = "interrupt"
_PANES = frozenset({"countries", "timeline", "source"})
_DIALOGS = frozenset({"relation", "matrix", "problems", "copy"})
# In these every key that types a character does so.
_LINES = {
    "search": "the search line",
    "find": "the line to find something in",
    "choices": "the line of a dialog",
}
_TYPING = frozenset(_LINES)


def remapped(registry: Sequence[Bound], wanted: Iterable[Wanted]) -> tuple[Keymap, tuple[Problem, ...]]:
    """The keys that hold where these are wanted, and what is wrong with the wishes, by place.

    A key that another action has where both apply stays with the one that the user wrote first, or with the
    one of the registry that the user did not write about.  An action of which no wished-for key is left keeps
    those of its own that are free.
    """
    return _Remapping(registry, wanted).result()


def share_keys(one: Bound, other: Bound) -> bool:
    """Whether two actions apply at the same time, so that a key can mean only one of them.

    In a line that one types in its own keys come first: they hide those of the rest of the screen.  What is a
    screen of its own shares only the keys of lists, and those that close it.
    """
    if one.where == other.where:
        return True
    places = {one.where, other.where}
    if not _TYPING.isdisjoint(places):
        return False
    return (
        "lists" in places
        or ("everywhere" in places and not _PANES.isdisjoint(places))
        or ("dialogs" in places and not _DIALOGS.isdisjoint(places))
    )


class _Remapping:
    def __init__(self, registry: Sequence[Bound], wanted: Iterable[Wanted]) -> None:
        self._log = ProblemLog()
        self._registry = {action.id: action for action in registry}
        self._wanted = {wish.action: wish for wish in self._known(wanted)}
        self._taken: dict[str, tuple[str, ...]] = {}

    def result(self) -> tuple[Keymap, tuple[Problem, ...]]:
        # The way out is granted first, so that no other wish takes its last key.
        wishes = sorted(self._wanted.values(), key=lambda wish: wish.action != _ALWAYS_BOUND)
        for wish in wishes:
            self._taken[wish.action] = tuple(dict.fromkeys(self._accepted(wish)))
            if wish.action == _ALWAYS_BOUND:
                self._give_back(wish)
        for wish in wishes:
            self._give_back(wish)
        return Keymap(self._taken), self._log.problems()

    def _give_back(self, wish: Wanted) -> None:
        """Let an action of which no wished-for key is left have those of its own that are free."""
        if wish.keys and not self._taken[wish.action]:
            self._taken[wish.action] = tuple(self._free_defaults(self._registry[wish.action]))

    def _known(self, wanted: Iterable[Wanted]) -> Iterator[Wanted]:
        suggester = Suggester()
        for wish in wanted:
            if wish.action not in self._registry:
                hint = suggester.hint(wish.action, self._registry)
                message = f"there is no action {quoted(wish.action)}"
                self._log.error(
                    wish.place, "unknown-action", message, hint or "`detente keys` lists all actions."
                )
            elif wish.action == _ALWAYS_BOUND and not wish.keys:
                message = f"{_ALWAYS_BOUND} cannot be without a key; it keeps its own"
                self._log.error(wish.place, "unbound", message, "Give it another key.")
            else:
                yield wish

    def _accepted(self, wish: Wanted) -> Iterator[str]:
        action = self._registry[wish.action]
        for written, place in wish.keys:
            key = key_of(written)
            if key is None:
                hint = "Write it as in g, G, ?, f5, pageup or ctrl+g."
                self._log.error(place, "unknown-key-name", f"there is no key {quoted(written)}", hint)
            elif action.where in _TYPING and types_text(key):
                line = _LINES[action.where]
                message = f"{quoted(written)} types a character in {line}"
                hint = "Take a key with ctrl, or one such as f5."
                self._log.error(place, "typing-key", f"{message}; it cannot be {action.id}", hint)
            elif (holder := self._holder(key, action)) is not None:
                self._report_clash(written, place, action, holder)
            else:
                yield key

    def _holder(self, key: str, action: Bound) -> Bound | None:
        """Another action that has the key where this one applies."""
        return next(
            (
                other
                for other in self._registry.values()
                if other.id != action.id and key in self._keys(other) and share_keys(action, other)
            ),
            None,
        )

    def _keys(self, action: Bound) -> Sequence[str]:
        """The keys that an action is sure of so far."""
        return self._taken.get(action.id, ()) if action.id in self._wanted else action.keys.split(",")

    def _free_defaults(self, action: Bound) -> Iterator[str]:
        return (key for key in action.keys.split(",") if key and self._holder(key, action) is None)

    def _report_clash(self, written: str, place: Place, action: Bound, holder: Bound) -> None:
        message = f"{quoted(written)} cannot be {action.id}: it is {holder.id}, and both apply at once"
        key = shown_key(key_of(written) or written)
        hint = f"Take another key, or give {holder.id} another one: `{holder.id}: null` sets {key} free."
        if holder.id in self._wanted:
            line = self._wanted[holder.id].place.line
            message = f"{quoted(written)} cannot be {action.id}: line {line} makes it {holder.id}"
            hint = "Take another key for one of them."
        self._log.error(place, "key-clash", message, hint)
