"""The first frame of a screen: laid out, styled and drawn once, where Textual would do each twice or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.tui.compositor import PatchingScreen

if TYPE_CHECKING:
    from textual.geometry import Size


class FirstFrame(PatchingScreen[None]):
    """A screen whose first frame costs no more than it has to."""

    def __init__(self, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._laid_out_for: Size | None = None
        # The first frame waits for nothing.
        self._turns = 0

    @property
    def is_drawn(self) -> bool:
        """Whether the first frame has been drawn, or is just being."""
        return self._laid_out_for is not None

    def fit(self, size: Size) -> None:
        """Take the layout of a window of this size before the first frame: it is laid out once, then."""
        for layouts, cells in (
            (self.HORIZONTAL_BREAKPOINTS or (), size.width),
            (self.VERTICAL_BREAKPOINTS or (), size.height),
        ):
            self.add_class(max(layout for layout in layouts if layout[0] <= cells)[1], update=False)

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size only: at its start Textual asks three times for the same one."""
        if size != self._laid_out_for:
            super()._screen_resized(size)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Remember the size."""
        self._laid_out_for = self.outer_size if size is None else size
        super()._refresh_layout(size, scroll)

    def update_node_styles(self, animate: bool = True) -> None:
        """Leave what was styled as it was mounted: at the start Textual asks for all of it again."""
        if self.is_drawn:
            super().update_node_styles(animate)

    def on_screen_resume(self) -> None:
        """Draw the first frame once: the first layout draws it, and Textual asks for it again."""
        if not self.is_drawn:
            self.call_next(self._forget_second_drawing)

    def _forget_second_drawing(self) -> None:
        self._repaint_required = False
