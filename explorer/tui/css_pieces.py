"""Textual CSS in pieces: each rule by itself, with the names that a widget must have for it to apply.

Reading a rule costs a fifth of a millisecond.  Which widgets it could ever apply to is seen in its selectors.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# What begins or ends something, and comments.
_MARK = re.compile(r"[{};]|/\*.*?\*/|# [^\n]*", re.DOTALL)


class Selector(NamedTuple):
    """Whom a rule may apply to: who has the name `key` and, with the ancestors, all `names`."""

    key: str
    names: frozenset[str]


class Piece(NamedTuple):
    """A rule within those that it is nested in, which say nothing; without `selectors` it is always read."""

    css: str
    selectors: tuple[Selector, ...]


class _Rule:
    def __init__(self, place: int, header: str, selectors: tuple[Selector, ...]) -> None:
        self.place, self.header, self.selectors = place, header, selectors
        self.declarations: list[str] = []


def pieces(css: str) -> list[Piece]:
    """The rules of a stylesheet in the order that Textual reads them in, each in a piece of its own."""
    whole = [Piece(css, ())]
    if '"' in css:
        # Within a string a mark is none.
        return whole
    found: dict[int, Piece] = {}
    within: list[_Rule] = []
    text, end, count = "", 0, 0
    for mark in _MARK.finditer(css):
        text += css[end : mark.start()]
        end = mark.end()
        sign = mark[0]
        if sign == "{":
            above = within[-1].selectors if within else ()
            within.append(_Rule(count, text.strip(), _selectors(text, above)))
            count += 1
        elif sign == ";" and not within:
            # A variable, which holds for all that comes behind it.
            return whole
        elif sign == ";":
            within[-1].declarations.append(text + sign)
        elif sign == "}":
            within[-1].declarations.append(text)
            piece = _piece(within)
            if piece is not None:
                found[within[-1].place] = piece
            within.pop()
        else:
            continue
        text = ""
    return [found[place] for place in sorted(found)]


def _piece(within: list[_Rule]) -> Piece | None:
    """The innermost of nested rules; None where it says nothing, not even that a pseudo-class matters."""
    rule = within[-1]
    said = "".join(rule.declarations)
    if not said.strip() and ":" not in rule.header:
        return None
    headers = "{".join(outer.header for outer in within)
    return Piece(f"{headers}{{{said}{'}' * len(within)}", rule.selectors)


def _selectors(header: str, above: tuple[Selector, ...]) -> tuple[Selector, ...]:
    """The selectors of a header within rules that have the selectors `above`."""
    return tuple(
        selector
        for outer, alternative in product(above or (Selector("*", frozenset()),), header.split(","))
        for selector in _selector(alternative, outer)
    )


def _selector(text: str, outer: Selector) -> Iterator[Selector]:
    compounds = [_names(compound) for compound in text.replace(">", " ").split()]
    if compounds:
        names = {name for compound in compounds for name in compound}
        yield Selector(compounds[-1][-1] if compounds[-1] else outer.key, outer.names | names - {"*"})


def _names(compound: str) -> list[str]:
    """The names in `Type#id.class:pseudo`."""
    spaced = compound.partition(":")[0].replace("#", " #").replace(".", " .")
    return [name for name in spaced.split() if name != "&"]
