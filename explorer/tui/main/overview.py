"""The overview of all time above the timeline, which shows what is in sight and leads anywhere else."""

from __future__ import annotations

from textual import on

from explorer.tui.main.arranging import Arranging
from explorer.tui.presenter import density
from explorer.tui.widgets.density import DensityStrip
from explorer.tui.widgets.timeline import Timeline


class Overview(Arranging):
    """Keeps the density strip and the timeline together."""

    def show_density(self) -> None:
        """Show how the selection lies in time; the first frame is for the events."""
        if self.is_drawn and self.store is not None and self.selection is not None:
            self.density.show(*density(self.store, self.selection, self.density.room))
            self._mark_seen()

    @on(DensityStrip.Resized)
    def _density_resized(self) -> None:
        self.show_density()

    @on(Timeline.Scrolled)
    def _mark_seen(self) -> None:
        """Mark the time that the timeline shows."""
        seen = self.timeline.seen
        if self.store is None or seen is None or not self.density.stretches:
            self.density.mark(None)
        else:
            first, last = self.store.axis.buckets_of(seen, self.density.stretches)
            self.density.mark((first, last))

    @on(DensityStrip.Picked)
    def _density_picked(self, message: DensityStrip.Picked) -> None:
        """Show the events from some time on."""
        if self.store is not None and self.selection:
            begin = self.store.axis.buckets(self.density.stretches)[message.stretch]
            position = self.selection.nearest(begin)
            if message.jumps:
                self.post_message(Timeline.Jumping())
            if position is not None:
                self.timeline.show_from(self.selection[position])
