"""A title that stands clear of the rule on which it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from textual.content import Content


class Titled(Widget):
    """A widget with a title; Textual sets it off with blanks only where the rule has corners."""

    _own_title: Content | None = None

    @property
    def _border_title(self) -> Content | None:
        title = self._own_title
        if title is None or self.styles.border_left[0]:
            return title
        # At each end a blank and one cell of the rule.
        return title.truncate(max(0, self.outer_size.width - 4), ellipsis=True).pad(1, 1)

    @_border_title.setter
    def _border_title(self, title: Content | None) -> None:
        self._own_title = title
