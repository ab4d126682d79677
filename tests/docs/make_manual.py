"""The manual page detente.1, made from the commands, the actions and the query language themselves."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
import roff

import explorer
from explorer.cli.commands import detente
from explorer.search import field_help, syntax_help
from explorer.tui.actions import ACTIONS, WHERE_TITLES

MANUAL = Path(explorer.__file__).with_name("detente.1")

ENVIRONMENT = {
    "DETENTE_DATA": "The dataset that is opened where none is named.",
    "VISUAL, EDITOR": "Your editor, with its arguments; the first of the two that is set, "
    "else the setting editor of the config file.",
    "BROWSER": "The browser that shows a document's address, where several are there.",
    "NO_COLOR": "If it is set and not empty, nothing is shown in colour.",
    "COLORFGBG": "Where it tells of a light background, the colours are those for a light terminal.",
    "PATH": "Where the editor and the programs that fill a clipboard are looked for.",
    "COLORTERM": "If it is truecolor, the terminal is taken to have all colours.",
    "TERM": "The kind of terminal. The app needs one that is not dumb.",
    "COLUMNS": "The width that help is wrapped for, if it is not that of the terminal.",
    "LC_ALL, LC_CTYPE, LANG": "Where these name no UTF-8 locale, plain ASCII is shown.",
    "SSH_CONNECTION, SSH_CLIENT, SSH_TTY": "Where one is set the terminal is far away: nothing moves unless "
    "the setting motion is full, and what is copied is not given to pbcopy.",
    "TMUX, STY, DISPLAY, WAYLAND_DISPLAY": "By which ways a text can be copied.",
    "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME": "Where the files below are, if elsewhere.",
}
FILES = {
    "dataset.yaml": "A dataset: with the other YAML files in its folder, at any depth.",
    "~/.config/detente/config.yaml": "Settings and keys.",
    "~/.local/state/detente/": "What is remembered of each dataset, and what no clipboard took (copied.txt).",
    "~/.cache/detente/": "A snapshot of each dataset that was opened.",
}
EXIT_STATUS = {
    "0": "Something was found, or nothing is wrong.",
    "1": "Nothing was found, or there are problems.",
    "2": "A command line, a query or a dataset that cannot be read, or no terminal for the app.",
    "130": "Interrupted.",
    "128 + n": "Ended by the signal n.",
}


def manual() -> str:
    """The page; it ends with a line feed."""
    return "\n".join([*_front(), *_commands(), *_query(), *_keys(), *_back()]) + "\n"


def _front() -> Iterator[str]:
    yield r".\" Made by tests/docs/make_docs.py from the program itself; do not edit."
    yield roff.head("detente", 1, f"detente {explorer.__version__}", "User Commands")
    yield roff.section("Name")
    yield r"detente \- explore the relations between states, with the passage for every event"
    yield roff.section("Synopsis")
    for words in ("[OPTIONS] [DATASET]", "COMMAND [OPTIONS] [WORDS]"):
        yield from (".P", rf"\fBdetente\fR {roff.escaped(words)}")
    yield roff.section("Description")
    yield from roff.paragraphs(cleandoc(detente.help or ""))
    yield roff.section("Options")
    yield from _options(detente, with_help=True)


def _commands() -> Iterator[str]:
    yield roff.section("Commands")
    for name, command in detente.commands.items():
        yield from _command(f"detente {name}", command)


def _command(path: str, command: click.Command) -> Iterator[str]:
    context = _context(command, path)
    yield roff.subsection(" ".join((path, *command.collect_usage_pieces(context))))
    yield from roff.paragraphs(cleandoc(command.help or ""))
    yield from _options(command)
    if command.epilog:
        yield from roff.paragraphs(command.epilog)
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _command(f"{path} {name}", below)


def _context(command: click.Command, name: str) -> click.Context:
    # A command keeps the option for help that it is first asked for: with the names that all have.
    return click.Context(command, info_name=name, **detente.context_settings)


def _options(command: click.Command, *, with_help: bool = False) -> Iterator[str]:
    """What is said of each option; `--help`, which all commands have, once is enough."""
    context = _context(command, "detente")
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and record[1] and (with_help or "--help" not in parameter.opts):
            yield from roff.entry(*record)


def _query() -> Iterator[str]:
    yield roff.section("Query language")
    for row in (*syntax_help(), *field_help()):
        yield from roff.entry(row.example, f"{row.help}.")


def _keys() -> Iterator[str]:
    yield roff.section("Keys")
    for where, title in WHERE_TITLES.items():
        yield roff.subsection(title)
        for action in ACTIONS:
            if action.where == where:
                yield from roff.entry("  ".join(action.shown_keys) or "(no key)", action.help)


def _back() -> Iterator[str]:
    for title, rows in (("Environment", ENVIRONMENT), ("Files", FILES), ("Exit status", EXIT_STATUS)):
        yield roff.section(title)
        for term, text in rows.items():
            yield from roff.entry(term, text)
