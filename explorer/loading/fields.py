"""The fields of one record, checked as they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import EdtfError, parse
from explorer.loading.nodes import Mapping, Node, Scalar, Sequence, is_nothing
from explorer.loading.reporting import RecordNode
from explorer.loading.wording import quoted

if TYPE_CHECKING:
    from explorer.dates import EdtfDate
    from explorer.loading.schema import RecordKind
    from explorer.loading.yaml_file import YamlFile

_SIGNS = {"": 1, "+": 1, "-": -1}
TONES = {f"{sign}{size}": factor * size for sign, factor in _SIGNS.items() for size in range(6)}


class Fields(RecordNode):
    """Reads the values of one record and reports every defect where it stands.

    What is missing or unusable is given as None or as an empty value; a key without a value is missing.
    Without a `required` field the record is left out, and the problem says so.
    """

    __slots__ = ("_values",)

    def __init__(self, node: Mapping, kind: RecordKind, file: YamlFile, event: str | None = None) -> None:
        super().__init__(node, kind, file, event)
        self._values = node.values
        if not kind.keys.issuperset(self._values):
            self.report_unknown_keys()

    def has(self, key: str) -> bool:
        """Whether a key has anything to it, usable or not."""
        node = self._values.get(key)
        if type(node) is Sequence:
            return bool(node.items)
        return node is not None and not is_nothing(node)

    def scalar(self, key: str, *, required: bool = False) -> Scalar | None:
        """The scalar of a key; one that is required is not blank."""
        node = self._values.get(key)
        if type(node) is Scalar:
            if node.value.strip() if required else (node.value or node.style):
                return node
        elif node is not None:
            self.report_type(node, key, "a text", required=required)
            return None
        if required:
            self.report_missing(key)
        return None

    def text(self, key: str, *, required: bool = False) -> str:
        """A text; the line ends after a block scalar (`|`, `>`) do not belong to it."""
        if not required and key not in self._values:
            return ""
        scalar = self.scalar(key, required=required)
        if scalar is None:
            return ""
        value = scalar.value
        return value.rstrip("\n") if value[-1:] == "\n" and scalar.style in ("|", ">") else value

    def identifier(self) -> str | None:
        """The record's own id: printable, without white space."""
        node = self._values.get("id")
        scalar = node if type(node) is Scalar and node.style else self.scalar("id", required=True)
        if scalar is None:
            return None
        if scalar.value.isprintable() and scalar.value.split() == [scalar.value]:
            return scalar.value
        fault = "holds white space or what cannot be printed" if scalar.value else "is empty"
        message = f"the id {quoted(scalar.value)} {fault}; {self.name} is left out"
        self.error(scalar, "bad-id", message, "Write it as one word.")
        return None

    def quote(self) -> str:
        """The quote of a citation, which is required and not blank."""
        text = self.text("quote", required="quote" not in self._values)
        if not text.strip() and type(blank := self._values.get("quote")) is Scalar:
            message = "the quote is empty; this source is left out"
            self.error(blank, "empty-quote", message, "Quote the words of the document.")
            return ""
        return text

    def choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        """One of some words."""
        scalar = self.scalar(key)
        if scalar is None:
            return default
        if scalar.value not in choices:
            hint = self.file.suggester.hint(scalar.value, choices) or f"Write one of {', '.join(choices)}."
            self.error(scalar, "bad-value", f"{key} cannot be {quoted(scalar.value)}", hint)
            return default
        return scalar.value

    def tone(self) -> int | None:
        """A tone, from -5 to +5."""
        scalar = self.scalar("tone")
        if scalar is None:
            return None
        tone = TONES.get(scalar.value)
        if tone is None:
            message = f"the tone {quoted(scalar.value)} is no whole number from -5 to +5"
            self.error(scalar, "bad-tone", message, "Write a number such as -3, 0 or +3.")
        return tone

    def date(self, key: str, *, required: bool = False) -> EdtfDate | None:
        """An EDTF date."""
        scalar = self.scalar(key, required=required)
        if scalar is None:
            return None
        try:
            return parse(scalar.value)
        except EdtfError as error:
            loss = f"; {self.name} is left out" if required else ""
            message = f"the date {quoted(scalar.value)} is not EDTF: {error.message}{loss}"
            place = self.file.place_within(scalar, error.position)
            hint = error.hint[:1].upper() + error.hint[1:]
            self.file.log.error(place, "bad-date", message, hint, self.event)
            return None

    def items(self, key: str, *, required: bool = False) -> list[Node]:
        """The items of a list; one that is required has some."""
        node = self._values.get(key)
        if type(node) is Sequence and (node.items or not required):
            return node.items
        if self.has(key):
            self.report_type(self._values[key], key, "a list", required=required)
        elif required:
            self.report_missing(key)
        return []

    def words(self, key: str, *, required: bool = False) -> list[Scalar]:
        """The texts of a list, each once; of a required list at least one is usable."""
        items = self.items(key, required=required)
        found: dict[str, Scalar] = {}
        for item in items:
            if type(item) is not Scalar:
                self.report_type(item, f"an item of {key}", "a text", required=False)
            elif not item.value.strip():
                self.error(item, "bad-value", f"an item of {key} is empty", "Delete it.")
            elif found.setdefault(item.value, item) is not item:
                self.warning(item, "duplicate-value", f"{key} has {quoted(item.value)} twice", "Delete one.")
        if required and items and not found:
            self.report_missing(key)
        return list(found.values())
