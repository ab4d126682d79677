"""The program's commands, gathered; and how a run of it ends."""

from __future__ import annotations

import io
from difflib import get_close_matches
from typing import Any

import click

from explorer import __version__
from explorer.cli import streams
from explorer.cli.app import open_app
from explorer.cli.cache import cache
from explorer.cli.check import check
from explorer.cli.completion import completion
from explorer.cli.config import config
from explorer.cli.dataset import dataset_options, named_dataset, uses_cache
from explorer.cli.init import init
from explorer.cli.keys import keys
from explorer.cli.place import dataset_path, is_there
from explorer.cli.relations import relations
from explorer.cli.schema import schema
from explorer.cli.search import search
from explorer.cli.show import show
from explorer.cli.stats import stats
from explorer.cli.theme_names import complete_theme, list_themes
from explorer.problems import DatasetError

REFUSED = 2
"""The exit status where the question itself is bad: the command line, the query, the dataset."""


class CommandOrDataset(click.Group):
    """Takes the first word for a command where it names one, else for the dataset to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which a newcomer needs them."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave the words of a command to it; without one take options and the dataset in any order."""
        _, words, _ = self.make_parser(ctx).parse_args(list(args))
        if words and words[0] in self.commands:
            return super().parse_args(ctx, args)
        ctx.allow_interspersed_args = True
        words = click.Command.parse_args(self, ctx, args)
        if words and not ctx.resilient_parsing:
            self._expect_dataset(ctx, *words)
        ctx.params["dataset"] = words[0] if words else None
        ctx.args = []
        return ctx.args

    def _expect_dataset(self, ctx: click.Context, word: str, *more: str) -> None:
        if not is_there(word):
            near = get_close_matches(word, self.commands, n=1)
            meant = f" Did you mean {near[0]}?" if near else ""
            ctx.fail(f"There is no command and no dataset {word!r}.{meant}")
        if more:
            ctx.fail(f"One dataset at a time: {more[0]!r} is one word too many.")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """The commands that begin so, else paths."""
        from click.shell_completion import CompletionItem

        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]


@click.group(
    cls=CommandOrDataset,
    invoke_without_command=True,
    subcommand_metavar="[DATASET] | COMMAND ...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@dataset_options
@click.option(
    "--theme",
    metavar="NAME",
    callback=list_themes,
    shell_complete=complete_theme,
    help="Colours of the app; `--theme list` names them all.",
)
@click.option("--event", metavar="EVENT_ID", help="Open the app at this event.")
@click.option("--fresh", is_flag=True, help="Open the app at the beginning, not where it was left.")
@click.option("--screen-reader", is_flag=True, help="Open the app in words, for a screen reader.")
@click.version_option(__version__, "-V", "--version", prog_name="detente", message="%(prog)s %(version)s")
@click.pass_context
def detente(
    ctx: click.Context,
    /,
    theme: str | None,
    event: str | None,
    fresh: bool,
    screen_reader: bool,
    **_: object,
) -> int:
    """Explore the relations between states: from every event, in one key, to the passage that says so.

    DATASET is a folder with a dataset.yaml, or one YAML file. Without it, detente opens $DETENTE_DATA, else
    the dataset of the working folder or one above it, else the dataset that it comes with. A first word that
    names a command is that command; write ./search for a dataset called "search".

    \b
    Examples:
      detente                              open the app
      detente my-dataset --event yalta     open another dataset, at an event
      detente search cuba recognition      search without the app
      detente check my-dataset.yaml        check a dataset
    """
    if ctx.invoked_subcommand is None:
        path = dataset_path(named_dataset(ctx))
        return open_app(
            path,
            theme=theme,
            event=event,
            fresh=fresh,
            screen_reader=screen_reader,
            use_cache=uses_cache(ctx),
        )
    if theme is not None or event is not None or fresh or screen_reader:
        ctx.fail("--theme, --event, --fresh and --screen-reader are for the app, not for a command.")
    return 0


@click.command()
def version() -> int:
    """Print the version."""
    streams.write(f"detente {__version__}\n")
    return 0


COMMANDS = (search, show, relations, check, stats, init, schema, keys, config, cache, completion, version)
for command in COMMANDS:
    detente.add_command(command)


def run(arguments: list[str]) -> int:
    """Run the command line on its arguments; returns the exit status.

    Raises KeyboardInterrupt, and WriteError where the result cannot be written.
    """
    streams.prepare()
    try:
        status: int = detente.main(arguments, prog_name="detente", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        _show(error)
        return error.exit_code
    except DatasetError as error:
        streams.talk(f"detente: {error}")
        return REFUSED
    return status


def _show(error: click.ClickException) -> None:
    told = io.StringIO()
    error.show(told)
    streams.talk(told.getvalue().rstrip("\n"))
