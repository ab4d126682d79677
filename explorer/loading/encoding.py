"""From a YAML file's bytes to UTF-8 that the parser takes; what is bad is reported where it stands.

What the parser would refuse is replaced one character for one, so that the rest of the file opens and every
line and column stays that of the file on disk.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from stringzilla import find_first_of

from explorer.loading.files import UnreadableFileError
from explorer.model import Place
from explorer.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.loading.log import ProblemLog

_LINE_BREAK = re.compile(r"\r\n?|\n")

_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# YAML allows none of these (section 5.1).  NEL, LS and PS break lines in YAML 1.1, not in 1.2 or editors.
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"
_EXOTIC_BREAK = "[\x85\u2028\u2029]"
_MISLEADING = "[\u202a-\u202e\u2066-\u206f]"
_NOTABLE = re.compile(f"(?P<forbidden>{_FORBIDDEN})|(?P<break>{_EXOTIC_BREAK})|{_MISLEADING}")

# The same characters in UTF-8: a byte, or one of these sequences.  One pattern for all is far slower.
_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
_SEQUENCES = tuple(
    re.compile(sequence)
    for sequence in (
        rb"\xc2[\x80-\x9f]",
        rb"\xe2\x80[\xa8-\xae]",
        rb"\xe2\x81[\xa6-\xaf]",
        rb"\xef\xbf[\xbe\xbf]",
    )
)


def clean_utf8(data: bytes, file: str, log: ProblemLog) -> bytes:
    """The file's bytes as UTF-8 without a byte order mark or a character that YAML forbids.

    Raises UnreadableFileError (`utf-16`) for a file in UTF-16 or UTF-32.
    """
    if data.startswith(_WIDE_MARKS) or data[:2].count(0) == 1:
        raise UnreadableFileError("utf-16", "is written in UTF-16 or UTF-32", "Save it as UTF-8.")
    if data.startswith(codecs.BOM_UTF8):
        log.warning(
            Place(file, 1, 1), "byte-order-mark", "the file begins with a byte order mark", "Save it without."
        )
        data = data[len(codecs.BOM_UTF8) :]
    is_ascii = data.isascii()
    if is_ascii and not _has_controls(data):
        return data
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = _repaired(data, file, log)
    else:
        if not is_ascii and not _has_controls(data) and not _has_sequences(data):
            return data
    return _cleaned(text, file, log).encode()


def _repaired(data: bytes, file: str, log: ProblemLog) -> str:
    """The text with U+FFFD for what is not UTF-8; a problem for the first bad byte of each line."""
    lines = []
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError as error:
            place = Place(file, number, len(line[: error.start].decode()) + 1)
            log.error(
                place,
                "invalid-utf8",
                f"byte 0x{line[error.start]:02X} is not UTF-8 here; it is read as U+FFFD",
                "Save the file as UTF-8; it may be in Windows-1252 or Latin-1.",
            )
            lines.append(line.decode(errors="replace"))
    return "".join(lines)


def _has_controls(data: bytes) -> bool:
    return bool(find_first_of(data, _CONTROLS) >= 0)


def _has_sequences(data: bytes) -> bool:
    return any(sequence.search(data) for sequence in _SEQUENCES)


def _cleaned(text: str, file: str, log: ProblemLog) -> str:
    for place, found in _first_of_each_line(text, file):
        _report(place, found, log)
    return _NOTABLE.sub(_replaced, text)


def _first_of_each_line(text: str, file: str) -> Iterator[tuple[Place, re.Match[str]]]:
    line, start, breaks = 1, 0, _LINE_BREAK.finditer(text)
    end = next(breaks, None)
    reported = 0
    for found in _NOTABLE.finditer(text):
        while end is not None and end.start() < found.start():
            line, start, end = line + 1, end.end(), next(breaks, None)
        if line != reported:
            reported = line
            yield Place(file, line, found.start() - start + 1), found


def _report(place: Place, found: re.Match[str], log: ProblemLog) -> None:
    name = f"U+{ord(found[0]):04X}"
    if found["forbidden"]:
        message = f"the control character {name} is not allowed in YAML; it is read as {printable(found[0])}"
        log.error(place, "control-character", message, "Delete it.")
    elif found["break"]:
        log.warning(
            place, "control-character", f"the line separator {name} is read as a space", "Replace it."
        )
    else:
        log.warning(
            place, "control-character", f"{name} changes the direction of the text unseen", "Delete it."
        )


def _replaced(found: re.Match[str]) -> str:
    if found["forbidden"]:
        return printable(found[0])
    return " " if found["break"] else found[0]
