"""The stylesheet, which finds the styles of a widget's components when they are asked for.

Textual finds all of them for every widget that is styled, each at the price of a widget: the first frame
would pay for those of queries, problems and dates that it does not show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from textual.css.styles import RenderStyles


class ComponentStyles(dict[str, "RenderStyles"]):
    """The styles of those components of a widget that were asked for; it contains all that there are."""

    def __init__(self, stylesheet: Stylesheet, widget: DOMNode, components: AbstractSet[str]) -> None:
        self._stylesheet, self._widget, self._components = stylesheet, widget, components

    def __contains__(self, component: object) -> bool:
        return component in self._components

    def __missing__(self, component: str) -> RenderStyles:
        styled = DOMNode(classes=component)
        styled._attach(self._widget)
        self._stylesheet.apply(styled, animate=False)
        self[component] = styled.styles
        return styled.styles


class LateStylesheet(Stylesheet):
    """A stylesheet that leaves components until they are asked for."""

    def _process_component_classes(self, node: DOMNode) -> None:
        components = node._get_component_classes()
        if components:
            used, found = node._component_styles, ComponentStyles(self, node, components)
            node._component_styles = found
            # All of them, so that what was used stays at hand.
            changed = [found[component] != styles for component, styles in used.items()]
            if any(changed):
                node.refresh()
