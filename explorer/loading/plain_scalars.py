"""What the scalars and lists mean that the plain patterns let through."""

from __future__ import annotations

from functools import lru_cache
from sys import intern

_SIGNS = frozenset("'\">")


class NotPlainError(Exception):
    """Only the careful reader can tell what is meant, or say what is wrong."""


def text_of(scalar: str) -> str:
    """The text that a scalar stands for; raises NotPlainError where only the parser can tell.

    That is where it is blank or folded unevenly, and where a sign within it ends it or begins a comment.
    """
    sign = scalar[0]
    if sign not in _SIGNS:
        # A single character is sought many times as fast as two.
        if (
            (":" in scalar and (": " in scalar or scalar[-1] == ":"))
            or ("#" in scalar and " #" in scalar)
            or "\t" in scalar
        ):
            raise NotPlainError
        return scalar
    if sign == ">":
        return _unfolded(scalar)
    text = scalar[1:-1].replace("''", "'") if sign == "'" else scalar[1:-1]
    if text.isspace() or not text.isprintable():
        raise NotPlainError
    return text


@lru_cache(maxsize=8192)
def names_of(sequence: str) -> tuple[str, ...]:
    """The words of a list in brackets; raises NotPlainError where one stands twice."""
    names = tuple(map(intern, sequence[1:-1].split(", ")))
    if len(set(names)) < len(names):
        raise NotPlainError
    return names


def _unfolded(scalar: str) -> str:
    """Lines that are indented alike are joined by spaces."""
    lines = scalar.split("\n")[1:]
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    texts = [line[indent:] for line in lines]
    for line, text in zip(lines, texts, strict=True):
        if not text.strip() or text[0].isspace() or text[-1].isspace() or not line[:indent].isspace():
            raise NotPlainError
    return " ".join(texts)
