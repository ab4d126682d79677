"""Makes what the README says of keys, query language and command line, its pictures and the manual page.

python tests/docs/make_docs.py
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from click.testing import CliRunner
from make_manual import MANUAL, manual
from make_pictures import PICTURES, drawn

from explorer.cli.commands import detente
from explorer.search import field_help, syntax_help
from explorer.tui.actions import ACTIONS, WHERE_TITLES

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
HELP_MODULE = ROOT / "explorer" / "cli" / "help_text.py"
# click leaves two of a terminal's 80 columns free.
HELP_WIDTH = 78


def key_table() -> str:
    lines: list[str] = []
    for where, title in WHERE_TITLES.items():
        lines += [f"| {title} | |", "| --- | --- |"] if not lines else [f"| **{title}** | |"]
        for item in ACTIONS:
            if item.where == where:
                keys = " ".join(f"`{key}`" for key in item.shown_keys) or "—"
                lines.append(f"| {keys} | {item.help} |")
    return "\n".join(lines)


def query_table() -> str:
    rows = (f"| `{row.example}` | {row.help} |" for row in (*syntax_help(), *field_help()))
    return "\n".join(["| Query | Finds |", "| --- | --- |", *rows])


def help_text() -> str:
    return f"```text\n{help_output(80).rstrip()}\n```"


def help_output(width: int) -> str:
    return CliRunner().invoke(detente, ["--help"], prog_name="detente", terminal_width=width).output


def help_module() -> str:
    """The source of the module that keeps the help, for `--help` without the command-line library."""
    return f'''"""What `detente --help` prints in 80 columns and more; made by tests/docs/make_docs.py."""

HELP = """\\
{help_output(HELP_WIDTH)}"""
'''


def sections() -> dict[str, str]:
    return {"keys": key_table(), "query": query_table(), "help": help_text()}


def with_sections(text: str) -> str:
    for name, content in sections().items():
        pattern = re.compile(rf"(<!-- {name}: [^>]*-->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        text, count = pattern.subn(lambda match, new=content: f"{match[1]}{new}\n{match[2]}", text)
        assert count == 1, name
    return text


if __name__ == "__main__":
    MANUAL.write_text(manual(), encoding="ascii")
    HELP_MODULE.write_text(help_module(), encoding="utf-8")
    README.write_text(with_sections(README.read_text(encoding="utf-8")), encoding="utf-8")
    for picture in PICTURES:
        picture.path.write_text(asyncio.run(drawn(picture)), encoding="utf-8")
