"""Pictures of a screen as it is to stay.

Textual draws a screen as soon as it is laid out.  What the widgets do about their new sizes, and what a
screen that has just come is composed of, come in pictures of their own: cells change twice or more, which
flickers.
"""

from __future__ import annotations

from asyncio import get_running_loop
from threading import get_ident
from typing import TYPE_CHECKING, ClassVar

from textual.messages import Update
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

if TYPE_CHECKING:
    from asyncio import Handle

    from textual.dom import DOMNode
    from textual.message import Message
    from textual.message_pump import MessagePump


class WholePictures(Screen[ScreenResultType]):
    """A screen that is drawn once nothing on it has anything to do."""

    # A picture waits for so many turns of the loop at most: something may always have work to do.
    TURNS: ClassVar[int] = 100

    _turns: int | None = None
    _waits: Handle | None = None
    _is_collecting = False

    @property
    def is_waiting(self) -> bool:
        """Whether there is a picture to be drawn that waits."""
        return self._waits is not None

    def hold(self, seconds: float) -> None:
        """Draw nothing for so long at most: what comes meanwhile belongs to the same picture."""
        if self._waits is not None:
            self._waits.cancel()
        self._waits = get_running_loop().call_later(seconds, self._draw_when_done)

    def let_go(self) -> None:
        """Draw without waiting any longer than for what is being done."""
        if self._waits is not None:
            self._waits.cancel()
            self._wait()

    def _on_timer_update(self) -> None:
        """Lay out and draw all that has been asked for, in one picture."""
        # What is still being done may ask for another layout.
        if self._layout_required and self._waits_for_more():
            self._update_timer.pause()
            return
        self._is_collecting = True
        super()._on_timer_update()
        self._is_collecting = False
        if self._compositor._dirty_regions:
            self._compositor_refresh()

    def post_message(self, message: Message) -> bool:
        """Note that a widget is to be drawn where it says so, and not a turn of the loop later for each."""
        if type(message) is not Update or self._thread_id != get_ident() or not self.is_running:
            return super().post_message(message)
        if self in self._compositor:
            self._dirty_widgets.add(message.widget)
            self.check_idle()
        return True

    async def _invoke_and_clear_callbacks(self) -> None:
        """Do what was put off until the picture is drawn."""
        if self._waits is None:
            await super()._invoke_and_clear_callbacks()

    def _compositor_refresh(self) -> None:
        """Draw, or wait for what belongs to the same picture."""
        # A screen that is being left lets go of its widgets one by one.
        if self._closing:
            return
        if self._waits is not None or self._is_collecting or self._waits_for_more():
            return
        self._turns = None
        self._take_in_all()
        super()._compositor_refresh()

    def draw_alone(self, widget: Widget) -> None:
        """Draw what has changed of a widget at once, if nothing else has: all else hears of it meanwhile."""
        is_free = self is self.app.screen and not self.app._batch_count and self._waits is None
        waits_for_more = self._layout_required or self._scroll_required or self._repaint_required
        others = self._dirty_widgets - {widget} or self._compositor._dirty_regions
        if is_free and not waits_for_more and not others and self._to_be_drawn() == {widget}:
            self._compositor.update_widgets({widget})
            super()._compositor_refresh()

    def _to_be_drawn(self) -> set[Widget]:
        visible = self._compositor.visible_widgets
        return {widget for widget in visible if widget is not self and widget._repaint_regions}

    def _take_in_all(self) -> None:
        """Draw with it what widgets will ask for.

        They tell the screen of it one after the other; each would have a picture of its own.
        """
        self._compositor.update_widgets(self._to_be_drawn())

    def _waits_for_more(self) -> bool:
        """Whether the picture waits a turn of the loop for what is being done."""
        turns = self.TURNS if self._turns is None else self._turns
        if not turns or not self._is_at_work():
            return False
        self._turns = turns - 1
        if self._waits is None:
            self._wait()
        return True

    def _is_at_work(self) -> bool:
        """Whether anything on the screen still has something to do."""
        nodes: list[DOMNode] = [self]
        while nodes:
            node = nodes.pop()
            if has_work(node):
                return True
            nodes += node._nodes
        return False

    def _wait(self) -> None:
        self._waits = get_running_loop().call_soon(self._draw_when_done)

    def _draw_when_done(self) -> None:
        self._waits = None
        # The app may have ended meanwhile.
        if self.is_running:
            self._on_timer_update()


class AsksAtOnce(Widget):
    """A widget that asks its screen at once to be drawn, and not when it comes to a message to itself.

    A key that changes ten widgets would have ten turns of the loop go by before its picture.
    """

    def check_idle(self) -> None:
        """Ask to be drawn; what else is to be done when nothing is going on waits until then."""
        is_laid_out = self._size and self._is_mounted and self._running and self._thread_id == get_ident()
        waits = self._layout_required or self._scroll_required or self._refresh_styles_required
        if is_laid_out and self._repaint_required and not waits and not self._next_callbacks:
            self._check_refresh()
        else:
            super().check_idle()


def has_work(pump: MessagePump) -> bool:
    """Whether messages or callbacks wait at a widget, a screen or the app, or it has not been mounted yet."""
    is_waiting = pump.message_queue_size or pump._pending_message is not None or pump._next_callbacks
    return bool(is_waiting) or not pump._is_mounted
