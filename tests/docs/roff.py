"""The few forms of roff's man macros that a manual needs (groff_man(7), groff_char(7))."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import dedent

# These are taken for typography, or for roff's own signs, unless they are written by name.
_NAMED = {"\\": r"\(rs", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}


def escaped(text: str) -> str:
    """Text that roff prints as it is, on one line; characters beyond ASCII by their code points."""
    shown = "".join(
        _NAMED.get(letter) or (letter if letter.isascii() else rf"\[u{ord(letter):04X}]") for letter in text
    )
    return rf"\&{shown}" if shown.startswith(".") else shown


def head(name: str, section: int, source: str, manual: str) -> str:
    """The first line; it has no date, so that the page changes only when the program does."""
    return f'.TH {name.upper()} {section} "" "{escaped(source)}" "{escaped(manual)}"'


def section(title: str) -> str:
    return f".SH {_quoted(title.upper())}"


def subsection(title: str) -> str:
    return f".SS {_quoted(title)}"


def paragraphs(text: str) -> Iterator[str]:
    r"""A text in click's form: paragraphs between blank lines; one behind a line of \b keeps its lines."""
    for block in re.split(r"\n\n|\n(?=[ ]*\x08)", text.strip()):
        first, *rest = block.splitlines()
        if first.strip(" ") == "\b":
            yield from example(dedent("\n".join(rest)).splitlines())
        else:
            yield ".P"
            yield escaped(" ".join(block.split()))


def example(lines: Iterable[str]) -> Iterator[str]:
    """Lines that keep their breaks, in a fixed-width font."""
    yield from (".P", ".EX", *map(escaped, lines), ".EE")


def entry(term: str, *texts: str) -> Iterator[str]:
    """A term, and below it, indented, what it means."""
    yield ".TP"
    yield f"\\fB{escaped(term)}\\fR"
    yield from (escaped(text) for text in texts)


def _quoted(text: str) -> str:
    return '"{}"'.format(escaped(text).replace('"', r"\(dq"))
