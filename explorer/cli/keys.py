"""`detente keys`: every action with its keys, as a part of the config file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import click

from explorer.cli import streams
from explorer.cli.dataset import text_or_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.config import Keymap
    from explorer.tui.actions import Action

# Plain in YAML, between brackets too.
_PLAIN = re.compile(r"[A-Za-z0-9/][A-Za-z0-9/+ ]*")
_HELP_COLUMN = 44


@click.command(
    short_help="List every action and its keys.",
    epilog="""\b
Examples:
  detente keys
  detente keys --format json | jq -r '.[].id'
""",
)
@text_or_json
def keys(format_: str) -> int:
    """Print every action with its keys, as the section "keys" of the config file.

    A line that begins with "#" states what holds anyway: take the "#" away and change the keys. What your
    config file has changed already stands without it.
    """
    from explorer.cli.config import told_preferences
    from explorer.tui.actions import ACTIONS

    keymap = told_preferences().keymap
    if format_ == "json":
        records = [_record(action, keymap) for action in ACTIONS]
        streams.write(json.dumps(records, indent=2, ensure_ascii=not streams.takes_unicode()) + "\n")
    else:
        for line in sample(ACTIONS, keymap):
            streams.write(f"{line}\n")
    return 0


def sample(actions: Sequence[Action], keymap: Keymap) -> Iterator[str]:
    """The lines of the section, of which those that change nothing are comments."""
    from explorer.tui.actions import WHERE_TITLES

    yield "keys:"
    for where, title in WHERE_TITLES.items():
        yield f"  # {title}"
        for action in actions:
            if action.where == where:
                mark = "  " if action.id in keymap.changed else "# "
                entry = f"{mark}  {action.id}: {_written(keymap.keys_of(action))}"
                yield f"{entry:{_HELP_COLUMN}} # {action.help}"


def _written(keys: Sequence[str]) -> str:
    from explorer.config.key_names import written_key

    written = [written_key(key) for key in keys]
    quoted = [key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False) for key in written]
    return f"[{', '.join(quoted)}]" if quoted else "null"


def _record(action: Action, keymap: Keymap) -> dict[str, object]:
    from explorer.config import Keymap
    from explorer.config.key_names import written_key

    held, own = keymap.keys_of(action), Keymap().keys_of(action)
    return {
        "id": action.id,
        "where": action.where,
        "keys": [written_key(key) for key in held],
        "default": [written_key(key) for key in own],
        "help": action.help,
    }
