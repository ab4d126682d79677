"""The stylesheet: rules are read when there is a widget that they may apply to, parts styled when asked for.

Textual reads every rule of every widget at the start, and styles all components of every widget, each at the
price of a widget: the first frame would pay for layouts that it does not have, and for queries, problems and
dates that it does not show.  And it styles all widgets anew where one gets the focus: here only those are for
which something has changed that a rule asks for.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from textual.css.stylesheet import CssSource, Stylesheet, StylesheetErrors, StylesheetParseError
from textual.dom import DOMNode

from explorer.tui.css_pieces import Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from textual.css.model import RuleSet
    from textual.css.styles import RenderStyles, RulesMap
    from textual.css.types import CSSLocation

    from explorer.tui.style_dependencies import Asked, StyledNodes


class ComponentStyles(dict[str, "RenderStyles"]):
    """The styles of those components of a widget that were asked for; it contains all that there are."""

    def __init__(self, stylesheet: LateStylesheet, widget: DOMNode, components: AbstractSet[str]) -> None:
        self._stylesheet, self._widget, self._components = stylesheet, widget, components

    def __contains__(self, component: object) -> bool:
        return component in self._components

    def __missing__(self, component: str) -> RenderStyles:
        styled = DOMNode(classes=component)
        styled._attach(self._widget)
        self._stylesheet.apply(styled, animate=False)
        self[component] = styled.styles
        return styled.styles

    def renew(self) -> bool:
        """Style those again that may have changed; whether any of them has."""
        changed = [self._renew(styles) for styles in self.values()]
        return any(changed)

    def _renew(self, styles: RenderStyles) -> bool:
        styled = styles.base.node
        assert styled is not None
        if self._stylesheet.holds_for(styled):
            return False
        before = styles.base.get_rules()
        # Where no rule applies any more, Textual leaves what was.
        styles.base.reset()
        self._stylesheet.apply(styled, animate=False)
        return styles.base.get_rules() != before


class _Unread:
    """A piece of a source that no widget has needed yet; `order` is its place among all."""

    def __init__(
        self, order: tuple[int, int], piece: Piece, read_from: CSSLocation, source: CssSource
    ) -> None:
        self.order, self.piece, self.read_from, self.source = order, piece, read_from, source
        self.keys = {selector.key for selector in piece.selectors}


class LateStylesheet(Stylesheet):
    """A stylesheet that leaves rules until they may apply, and components until they are asked for."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._styled: StyledNodes | None = None
        self._forget()

    @property
    def rules_map(self) -> dict[str, list[RuleSet]]:
        """The rules that were read, by the names that they apply to."""
        self._take_sources()
        return self._read

    def apply(
        self, node: DOMNode, *, animate: bool = False, cache: dict[tuple[object, ...], RulesMap] | None = None
    ) -> None:
        """Style a widget that may change, once all rules are read that may apply to it."""
        self._take_sources()
        if self.holds_for(node):
            self._process_component_classes(node)
            return
        self._read_for(node)
        super().apply(node, animate=animate, cache=cache)
        if self._styled is not None:
            self._styled.add(node, self._asked_of)

    def remember(self) -> None:
        """Leave from now on what would stay as it is; until the first frame hardly anything comes twice."""
        from explorer.tui.style_dependencies import StyledNodes

        self._styled = StyledNodes()

    def holds_for(self, node: DOMNode) -> bool:
        """Whether it is known that a node would be styled as it is."""
        return self._styled is not None and self._styled.hold(node)

    def parse(self) -> None:
        """Take the sources; their rules are read when they may apply."""
        for place, (read_from, source) in enumerate(self.source.items()):
            if self._taken.get(read_from, source) != source:
                self._forget()
                self.parse()
                return
            if read_from not in self._taken:
                self._taken[read_from] = source
                self._take(place, read_from, source)
        self._require_parse = False

    def reparse(self) -> None:
        """Read all anew, with the variables as they are now."""
        self._forget()
        self.parse()

    def _forget(self) -> None:
        self._rules_changed()
        self._taken: dict[CSSLocation, CssSource] = {}
        # By the name that a widget must have.
        self._unread: dict[str, list[_Unread]] = {}
        self._rules: list[RuleSet] = []
        self._orders: list[tuple[int, int]] = []
        self._read: dict[str, list[RuleSet]] = {}

    def _asked_of(self, names: AbstractSet[str]) -> Asked:
        """What the rules ask of a node with these names and of its ancestors."""
        from explorer.tui.style_dependencies import asked_by

        rules = (rule for name in self._read.keys() & names for rule in self._read[name])
        unread = (
            selector
            for name in self._unread.keys() & names
            for each in self._unread[name]
            for selector in each.piece.selectors
        )
        return asked_by(rules, unread, names)

    def _rules_changed(self, names: AbstractSet[str] = frozenset()) -> None:
        """Let nodes be styled again that have any of these names, or all if there are none."""
        if self._styled is not None:
            self._styled.forget(names)

    def _take_sources(self) -> None:
        if self._require_parse:
            self.parse()

    def _take(self, place: int, read_from: CSSLocation, source: CssSource) -> None:
        for number, piece in enumerate(pieces(source.content)):
            unread = _Unread((place, number), piece, read_from, source)
            if not piece.selectors:
                self._read_piece(unread)
            for key in unread.keys:
                self._unread.setdefault(key, []).append(unread)
            self._rules_changed(unread.keys)

    def _read_for(self, node: DOMNode) -> None:
        """Read what may apply to a widget among these ancestors."""
        keys = self._unread.keys() & node._selector_names
        if not keys:
            return
        around = set[str]().union(*(each._selector_names for each in node.css_path_nodes))
        for key in keys:
            needed = [
                unread
                for unread in self._unread[key]
                if any(each.key == key and each.names <= around for each in unread.piece.selectors)
            ]
            for unread in needed:
                self._read_piece(unread)

    def _read_piece(self, unread: _Unread) -> None:
        source, order = unread.source, unread.order
        rules = self._parse_rules(
            unread.piece.css,
            unread.read_from,
            is_default_rules=source.is_defaults,
            tie_breaker=source.tie_breaker,
            scope=source.scope,
        )
        if any(rule.errors for rule in rules):
            raise StylesheetParseError(StylesheetErrors(rules))
        # Those around a nested one say nothing here, but for that a pseudo-class of theirs matters.
        said = [rule for rule in rules if rule.styles.get_rules()] or rules
        at = bisect(self._orders, order)
        self._rules[at:at] = said
        self._orders[at:at] = [order] * len(said)
        for rule in said:
            for name in rule.selector_names:
                self._read.setdefault(name, []).append(rule)
        for key in unread.keys:
            self._unread[key].remove(unread)
        self._rules_changed(unread.keys)

    def _process_component_classes(self, node: DOMNode) -> None:
        styles = node._component_styles
        if isinstance(styles, ComponentStyles):
            # Only what was used: it stays at hand.
            if styles.renew():
                node.refresh()
        elif components := node._get_component_classes():
            node._component_styles = ComponentStyles(self, node, components)
