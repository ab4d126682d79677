"""Opening an address in a browser: one that has a window of its own, or one that needs the terminal.

The standard library knows which browsers there are (`webbrowser`), but starts them on our terminal: what they
print would stand in the middle of the screen, and lynx or w3m would fight for it with the app.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Literal

Browser = Literal["none", "window", "terminal"]

# Of those that take the terminal only this one is not of the class for them.
_TAKES_THE_TERMINAL = "elinks"


def is_for_browsers(url: str) -> bool:
    """Whether an address is one that may be handed to a browser."""
    return url.startswith(("https://", "http://")) and url.isprintable()


def browser() -> Browser:
    """The kind of browser that would open an address here, by $BROWSER or by what is installed.

    Looking for it can take the time of starting a program.
    """
    import webbrowser

    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return "none"
    is_in_terminal = type(found) is webbrowser.GenericBrowser or found.name == _TAKES_THE_TERMINAL
    return "terminal" if is_in_terminal else "window"


def open_window(url: str) -> None:
    """Have an address opened in a window; nothing that is printed meanwhile comes to this terminal."""
    subprocess.Popen(
        [sys.executable, "-m", "webbrowser", url],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def open_here(url: str) -> bool:
    """Open an address in the terminal, and wait until the browser is left; whether it could be opened."""
    import webbrowser

    return webbrowser.open(url)
