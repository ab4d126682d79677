"""`detente init`: a small dataset to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from explorer.cli import streams

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATE = Path(__file__).parents[1] / "template"
SCHEMA_FILE = "dataset.schema.json"


@click.command(
    short_help="Write a small dataset to begin with.",
    epilog="""\b
Examples:
  detente init my-dataset && detente my-dataset
""",
)
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> int:
    """Write a small commented dataset into FOLDER, which is made, or is empty.

    An editor that knows YAML's language server completes and checks it: the schema lies beside it. Nothing
    is overwritten. The exit status is 0 where all is written, 2 where it cannot be.
    """
    obstacle = _obstacle(folder)
    if obstacle:
        streams.talk(f"detente: {obstacle}")
        return 2
    try:
        for name, content in _files():
            _write(folder / name, content)
            streams.write(f"{folder / name}\n")
    except OSError as error:
        streams.talk(f"detente: {str(error.filename or folder)!r} cannot be written: {error.strerror}")
        return 2
    streams.talk(f"`detente {folder}` opens it, `detente check {folder}` looks for slips.")
    return 0


def _obstacle(folder: Path) -> str:
    """Why nothing may be written into a folder; empty if it may.

    Names that begin with a dot do not count: a dataset does not read them, and git's are often there first.
    """
    try:
        found = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"{str(folder)!r} cannot be used: {error.strerror}"
    if found:
        return f"the folder {str(folder)!r} is not empty (it has {found[0]!r}); nothing was written"
    return ""


def _files() -> Iterator[tuple[str, str]]:
    """The files to write: the template's by path, and the schema."""
    from explorer.formats.dataset_schema import dataset_schema
    from explorer.formats.json_text import to_json

    for path in sorted(TEMPLATE.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(TEMPLATE)), path.read_text(encoding="utf-8")
    yield SCHEMA_FILE, to_json(dataset_schema(), indent=2) + "\n"


def _write(path: Path, content: str) -> None:
    """Write a new file; raises FileExistsError rather than replace one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(content)
