"""Where a file ends in a list of events that can be read item by item, each without the others.

An item of a block list begins where a dash stands after as many spaces as the first one's.  That is so unless
the line lies within a value; then the item before it is not closed, and the parser refuses it.  So a file
whose items can all be read one by one means what it means when it is read as a whole.  What could make that
untrue (other documents, directives, aliases, line ends and marks of other kinds, sections behind the events)
is looked for first, and such a file left to be read as a whole.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import NamedTuple

from explorer.loading.node_reader import has_extras
from explorer.loading.plain_patterns import INDENTS

_KEY = b"events:"
_SECTION = re.compile(rb"events: *(?:\n *(?:#[^\n]*)?)*?(?=\n( *)- )")
# A further section, a directive, the end of the document, the beginning of another.
_MORE = re.compile(rb"\n(?:[^\s#-]|---)")
_FIRST_DOCUMENT = b"---\n"
_NEW_DOCUMENT = re.compile(rb"^(?:---|\.\.\.|%)", re.MULTILINE)
# An alias gives the node that its anchor has, which stands on another line.
_ANCHOR, _ALIAS = re.compile(rb"&(?<=[\s,\[{]&)\S"), re.compile(rb"\*(?<=[\s,\[{]\*)\S")
_NOTHING = re.compile(rb"(?: *(?:#[^\n]*)?\n)*")


class EventList(NamedTuple):
    """The list of events with which a file ends.

    `head` is the offset of its key, `start` that of the line break before its first item, both in bytes;
    `lines` counts the line breaks before `start`.  Each item's dash stands after `indent` spaces.  The file
    may have `extras` (see `has_extras`).
    """

    head: int
    start: int
    lines: int
    indent: int
    extras: bool


def find_event_list(data: bytes) -> EventList | None:
    """The list of events with which a file in clean UTF-8 ends; None in any case of doubt."""
    if b"\r" in data or (not data.isascii() and BOM_UTF8 in data) or _has_aliases(data):
        return None
    at = 0 if data.startswith(_KEY) else data.find(b"\n" + _KEY) + 1
    section = _SECTION.match(data, at)
    if section is None or _MORE.search(data, section.end()) or not _is_simple(data[:at]):
        return None
    indent = len(section[1])
    lines = data.count(b"\n", 0, section.end())
    if indent not in INDENTS:
        return None
    return EventList(at, section.end(), lines, indent, has_extras(data))


def holds_nothing(head: bytes) -> bool:
    """Whether there are only comments and blank lines before the events."""
    return bool(_NOTHING.fullmatch(head.removeprefix(_FIRST_DOCUMENT)))


def item_pattern(indent: int) -> re.Pattern[str]:
    """The line break and the dash with which an item begins, in text."""
    return re.compile(rf"\n {{{indent}}}-(?= )")


def _has_aliases(data: bytes) -> bool:
    return b"&" in data and b"*" in data and bool(_ANCHOR.search(data) and _ALIAS.search(data))


def _is_simple(head: bytes) -> bool:
    """Whether no directive stands before the events, and no end or beginning of a document but at the top."""
    return not _NEW_DOCUMENT.search(head.removeprefix(_FIRST_DOCUMENT))


def cuts(data: bytes, found: EventList, most: int) -> list[int]:
    """Offsets that part a list at its items: where it starts, where it ends, and every `most` bytes between.

    A part is longer if its last item is.
    """
    item = re.compile(rb"\n {%d}-(?= )" % found.indent)
    offsets = [found.start]
    while item_found := item.search(data, offsets[-1] + max(1, most)):
        offsets.append(item_found.start())
    return [*offsets, len(data)]
