"""Texts as bytes: UTF-8, in which a lone surrogate stays as it is; escapes in YAML can name one."""

from __future__ import annotations


def encoded(text: str) -> bytes:
    """The bytes of a text."""
    return text.encode("utf-8", "surrogatepass")


def decoded(data: bytes) -> str:
    """The text of bytes that `encoded` made; raises UnicodeDecodeError for others."""
    return data.decode("utf-8", "surrogatepass")
