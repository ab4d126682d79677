"""Why the rest of a record, or of a file, cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.model import Place


class RefusalError(Exception):
    """Reading breaks off at a place; `code`, `message` and `hint` are those of the problem.

    `final` says that nothing below that place in the file is worth another attempt.
    """

    def __init__(self, place: Place, code: str, message: str, hint: str = "", *, final: bool = False) -> None:
        super().__init__(message)
        self.place = place
        self.code = code
        self.message = message
        self.hint = hint
        self.final = final
