"""What the styles of widgets depend on: whether any of it has changed is seen without making them again.

Textual styles everything below a widget anew when a class or a state of it changes, though few rules ask for
that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from textual.css.model import CombinatorType, SelectorType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from textual.css.model import RuleSet, Selector
    from textual.dom import DOMNode

    from explorer.tui import css_pieces

_SIGNS = {SelectorType.TYPE: "", SelectorType.CLASS: ".", SelectorType.ID: "#"}
# No selector without a name is for a widget of this class, which is one of Textual's own.
_UNNAMED = "-textual-system"


class Asked(NamedTuple):
    """What selectors ask for that may change.

    These are classes of ancestors, states (pseudo-classes) of the node itself, and states of ancestors, each
    as (name that the ancestor must have, or "*"; state).
    """

    classes: frozenset[str]
    own_states: frozenset[str]
    states: frozenset[tuple[str, str]]


class StyledNodes:
    """The nodes that were styled by the rules as they are, and what that depended on."""

    def __init__(self) -> None:
        self._nodes: WeakKeyDictionary[DOMNode, _Dependencies] = WeakKeyDictionary()
        self._asked: dict[frozenset[str], Asked] = {}

    def forget(self, names: AbstractSet[str]) -> None:
        """Take nothing for known of nodes that have any of these names, or of all if there are none."""
        for asked in [asked for asked in self._asked if not names or not asked.isdisjoint(names)]:
            del self._asked[asked]
        for node in [node for node, known in self._nodes.items() if known.names not in self._asked]:
            del self._nodes[node]

    def add(self, node: DOMNode, asked_of: Callable[[frozenset[str]], Asked]) -> None:
        """Remember a node that has just been styled, and what is asked of those with its names."""
        names = frozenset(node._selector_names)
        if names not in self._asked:
            self._asked[names] = asked_of(names)
        self._nodes[node] = _Dependencies(names, self._asked[names], node.css_path_nodes)

    def hold(self, node: DOMNode) -> bool:
        """Whether a node would be styled as it is; it is told where an ancestor looks otherwise by now."""
        known = self._nodes.get(node)
        path = node.css_path_nodes
        if known is None or not known.hold(path):
            return False
        if known.follow_ground(path):
            node.notify_style_update()
        return True


def asked_by(
    rules: Iterable[RuleSet], unread: Iterable[css_pieces.Selector], names: AbstractSet[str]
) -> Asked:
    """What is asked before these rules apply to a node with these names, or those unread are to be read."""
    classes, own_states, states = set[str](), set[str](), set[tuple[str, str]]()
    for selectors in (each.selectors for rule in rules for each in rule.selector_set):
        if _name(selectors[-1]) in names:
            own = _first_of_last(selectors)
            own_states.update(*(selector.pseudo_classes for selector in selectors[own:]))
            for selector in selectors[:own]:
                name = _name(selector)
                classes.add(_UNNAMED if name == "*" else name)
                states |= {("*" if name[0] == "." else name, state) for state in selector.pseudo_classes}
    classes.update(*(selector.names for selector in unread))
    return Asked(
        frozenset(name.removeprefix(".") for name in classes if name[0] in ".-"),
        frozenset(own_states),
        frozenset(states),
    )


def _name(selector: Selector) -> str:
    return _SIGNS[selector.type] + selector.name if selector.type in _SIGNS else "*"


def _first_of_last(selectors: Sequence[Selector]) -> int:
    """Where those begin that are all for the node itself, as in `Type.class:state`."""
    first = len(selectors) - 1
    while first and selectors[first].combinator is CombinatorType.SAME:
        first -= 1
    return first


class _Dependencies:
    """How all was that the styles of a node depend on when they were made.

    A path is the nodes from the app to the node.  None of them is kept: they would live as long as this.
    """

    def __init__(self, names: frozenset[str], asked: Asked, path: Sequence[DOMNode]) -> None:
        self.names, self._classes = names, asked.classes
        self._states = [
            (depth, state)
            for depth, node in enumerate(path)
            for state in (asked.own_states if node is path[-1] else _states_of(node, asked))
        ]
        self._seen = self._look(path)
        self._ground = _ground(path)

    def hold(self, path: Sequence[DOMNode]) -> bool:
        """Whether all is as it was."""
        return self._look(path) == self._seen

    def follow_ground(self, path: Sequence[DOMNode]) -> bool:
        """Whether any ancestor has got other styles since this was last asked."""
        before, self._ground = self._ground, _ground(path)
        return before != self._ground

    def _look(self, path: Sequence[DOMNode]) -> tuple[object, ...]:
        asked, node = self._classes, path[-1]
        return (
            # Somebody else may have changed the styles, as what moves them bit by bit does.
            node._css_styles._updates,
            frozenset(node._classes),
            [asked & each._classes for each in path[:-1]] if asked else (),
            [path[depth].has_pseudo_class(state) for depth, state in self._states],
        )


def _states_of(node: DOMNode, asked: Asked) -> set[str]:
    names = {"*", f"#{node._id}", *node._css_type_names}
    return {state for name, state in asked.states if name in names}


def _ground(path: Sequence[DOMNode]) -> int:
    # None of them ever gets less.
    return sum(node.styles._cache_key for node in path[:-1])
