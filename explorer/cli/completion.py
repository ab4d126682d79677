"""`detente completion`: scripts that teach a shell to complete the command line."""

from __future__ import annotations

import click

from explorer.cli import streams


@click.command(
    short_help="Print the script for completion in a shell.",
    epilog="""\b
Put one of these where your shell starts:
  eval "$(detente completion bash)"          ~/.bashrc
  eval "$(detente completion zsh)"           ~/.zshrc
  detente completion fish | source           ~/.config/fish/config.fish
""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print the script that lets a SHELL complete commands, options, event ids and fields."""
    from click.shell_completion import BashComplete, FishComplete, ZshComplete

    completer = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}[shell]
    program = ctx.find_root().command
    streams.write(completer(program, {}, "detente", "_DETENTE_COMPLETE").source())
    return 0
