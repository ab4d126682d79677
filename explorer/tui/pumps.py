"""What a widget, a screen or the app still has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump


def has_work(pump: MessagePump) -> bool:
    """Whether messages or callbacks wait here, or it has not been mounted yet."""
    is_waiting = pump.message_queue_size or pump._pending_message is not None or pump._next_callbacks
    return bool(is_waiting) or not pump._is_mounted
