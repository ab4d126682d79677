"""Text made safe for a terminal: it cannot move the cursor, change colours or turn the writing round."""

from __future__ import annotations

import re

# Most text is printable: the patterns are compiled for the first that is not.
# The C0 and C1 controls and DEL (ECMA-48) steer a terminal; the bidirectional embeddings, overrides and
# isolates (UAX #9) and the deprecated format characters beside them reorder what is read; U+2028 and U+2029
# break lines; lone surrogates (from file names that are not UTF-8) cannot be encoded; U+FFFE and U+FFFF are
# no characters.
_BEYOND_C0 = "\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufffe\uffff"
_UNFIT = f"[\x00-\x1f{_BEYOND_C0}]"
_UNFIT_IN_LINES = f"[\x00-\x08\x0b\x0c\x0e-\x1f{_BEYOND_C0}]"
_CARRIAGE_RETURN = "\r(?=(\n?))"

_CONTROL_PICTURES = 0x2400
_DELETE, _PICTURE_OF_DELETE = "\x7f", "\u2421"
_PICTURE_OF_NEWLINE = "\u2424"
_REPLACEMENT = "\ufffd"


def printable(text: str, *, lines: bool = False) -> str:
    """The text with a visible stand-in for each character that does not belong on a terminal.

    One character stands for one, so offsets hold.  A C0 control becomes its picture (ESC is `␛`), any other
    U+FFFD.  With `lines`, tabs and newlines stay; a carriage return becomes a newline, or a space before one.
    """
    if text.isprintable():
        return text
    if not lines:
        return re.sub(_UNFIT, _stand_in, text)
    if "\r" in text:
        text = re.sub(_CARRIAGE_RETURN, lambda found: " " if found[1] else "\n", text)
    return re.sub(_UNFIT_IN_LINES, _stand_in, text)


def first_unfit(text: str) -> str:
    """The first character, other than line ends and tabs, that `printable` replaces; empty if none is."""
    found = None if text.isprintable() else re.search(_UNFIT_IN_LINES, text)
    return found[0] if found else ""


def _stand_in(found: re.Match[str]) -> str:
    character = found[0]
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    if character == _DELETE:
        return _PICTURE_OF_DELETE
    return _PICTURE_OF_NEWLINE if character in "\u2028\u2029" else _REPLACEMENT
