"""Opening the app; the only place outside it where it is imported, and only then."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from explorer.cli import streams
from explorer.cli.place import is_there
from explorer.imports.kept import KeptImports
from explorer.imports.late import late_imports

if TYPE_CHECKING:
    from pathlib import Path


def open_app(
    path: Path,
    *,
    theme: str | None = None,
    event: str | None = None,
    fresh: bool = False,
    screen_reader: bool = False,
    use_cache: bool = True,
    imports: KeptImports | None = None,
) -> int:
    """Open the app on a dataset, where it was left unless `fresh`; returns the app's exit status.

    `screen_reader` asks for words in place of drawings, as the config file can; `imports` are the kept ones,
    if they are in use already.

    Without a dataset, or a terminal that can show it, this says so and returns 2.
    """
    if not is_there(path):
        streams.talk(f"detente: there is no dataset {str(path)!r}")
        return 2
    obstacle = streams.obstacle_to_a_screen()
    if obstacle is not None:
        streams.talk(f"detente: {obstacle}; `detente search QUERY` answers without one.")
        return 2
    # What is made on the way to the first frame stays: collecting it again and again takes a tenth of the
    # time until then.  The app turns the collector on once there is something to read.
    gc.disable()
    imports = imports or KeptImports()
    with late_imports():
        from explorer.tui.launch import run

    status = run(
        path,
        theme=theme,
        event=event,
        fresh=fresh,
        screen_reader=screen_reader,
        use_cache=use_cache,
        drawn=imports.drawn,
    )
    imports.keep()
    return status
