"""The wish to open the user's editor, from wherever there is a place to open it at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.model import Place


@dataclass
class EditorWanted(Message):
    """The editor is wanted at a place; `tell` is called with a sentence if anything goes wrong with it."""

    place: Place
    tell: Callable[[str], None]
