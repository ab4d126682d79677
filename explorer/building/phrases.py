"""The folded words of events as `explorer.store.phrases` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.folding import folded_lines, folded_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from explorer.model import Event

# What texts end with that is no part of a word.
_ENDINGS = " .!?"


def phrases_of(event: Event, names: Mapping[str, bytes], labels: Mapping[str, bytes]) -> bytes:
    """The words of an event, given those of the names of each country and of each type's label."""
    quotes = [source.quote for source in event.sources]
    rest = [event.summary] if event.summary else []
    rest += [text for source in event.sources for text in (source.voice, source.note) if text]
    written = _folded_together(event.title, quotes, rest)
    if written is None:
        written = b"\0".join(map(folded_words, ([event.title], quotes, rest)))
    named = b"".join([names[country] for country in event.countries])
    tags = folded_words((" ".join(event.tags),)) if event.tags else b""
    return b"%b%b%b%b\0" % (written, named, labels[event.type], tags)


def folded_words(texts: Iterable[str]) -> bytes:
    """The words of some texts; nothing where there is no text."""
    lines = [line for text in texts for line in folded_paragraphs(text)]
    return b" %b \n" % b" \n ".join(lines) if lines else b""


def _folded_together(title: str, quotes: Sequence[str], rest: Sequence[str]) -> bytes | None:
    """The words of three parts with a NUL between two, all at once; None where only `folded_words` can.

    Most events have all three parts, only ASCII characters, and texts of one line.
    """
    if not quotes or not rest:
        return None
    text = "".join((title, *quotes, *rest))
    if not text.isascii() or "\n" in text or "\r" in text or "\0" in text:
        return None
    # With its last stop a text would leave two blanks, and all would have to be looked through once more.
    quoted = " \n ".join([quote.rstrip(_ENDINGS) for quote in quotes])
    others = " \n ".join([text.rstrip(_ENDINGS) for text in rest])
    return folded_lines(f" {title.rstrip(_ENDINGS)} \n\0 {quoted} \n\0 {others} \n")
