"""Regular expressions that are compiled already: those of a start take as long as drawing its first frame.

`re` remembers what it has compiled; what it would compile is put there.  Only these are taken along of which
the very same pattern can be made again, so that a Python that does it in another way compiles them as ever.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from explorer.imports.bundle import Pattern

    Key = tuple[type, str | bytes, int]


def known() -> dict[Key, re.Pattern[Any]]:
    """What has been compiled: by the type of the text, the text, and the flags that were asked for."""
    remembered = getattr(import_module("re"), "_cache", {})
    return {key: pattern for key, pattern in remembered.items() if len(key) == 3}


def taken_along(patterns: dict[Key, re.Pattern[Any]]) -> Iterator[Pattern]:
    """What is needed to have these again without compiling them."""
    for (_, text, asked), pattern in patterns.items():
        try:
            compiled = _compiled(text, int(asked), pattern)
            if _compiler()(text, *compiled[2:]) == pattern:
                yield compiled
        except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
            continue


def remember(patterns: Iterable[Pattern]) -> None:
    """Have `re` know them as compiled."""
    remembered = getattr(import_module("re"), "_cache", {})
    for text, asked, *how in patterns:
        remembered[type(text), text, asked] = _compiler()(text, *how)


def _compiled(text: str | bytes, asked: int, pattern: re.Pattern[Any]) -> Pattern:
    tree = import_module("re._parser").parse(text, asked)
    code = import_module("re._compiler")._code(tree, asked)
    names = dict(pattern.groupindex)
    by_number: list[str | None] = [None] * (pattern.groups + 1)
    for name, number in names.items():
        by_number[number] = name
    return text, asked, pattern.flags, [int(word) for word in code], pattern.groups, names, tuple(by_number)


def _compiler() -> Callable[..., re.Pattern[Any]]:
    """Makes a pattern of its text and what the compiler made of it."""
    compiler: Callable[..., re.Pattern[Any]] = import_module("_sre").compile
    return compiler
