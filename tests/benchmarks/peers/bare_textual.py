"""The least that a Textual app can be: one text, and a key that ends it.

python tests/benchmarks/peers/bare_textual.py
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Static

SHOWN = "nothing but this"


class BareApp(App[None]):
    """One text."""

    BINDINGS: ClassVar = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static(SHOWN)


if __name__ == "__main__":
    BareApp().run()
