"""One record, from its node to where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from explorer.loading.collected import Collected, Record
from explorer.loading.events import read_event
from explorer.loading.fields import Fields
from explorer.loading.nodes import Mapping, Node, type_of
from explorer.loading.records import read_country, read_document, read_event_type
from explorer.loading.reporting import RecordNode
from explorer.loading.schema import RECORD_KINDS

if TYPE_CHECKING:
    from explorer.loading.yaml_file import YamlFile

_Reader: TypeAlias = Callable[[Fields, Collected], Record | None]
_READERS: dict[str, _Reader] = {
    "countries": read_country,
    "documents": read_document,
    "types": read_event_type,
    "events": read_event,
}


def collect_record(
    node: Node, section: str, file: YamlFile, collected: Collected, *, is_broken: bool = False
) -> None:
    """Collect the record of a section that a node holds; of a broken one only that it is left out."""
    kind = RECORD_KINDS[section]
    if not isinstance(node, Mapping):
        message = f"{kind.indefinite} must be a mapping, not {type_of(node)}; it is left out"
        file.error(node, "wrong-type", message, "Write its keys, each with its value.")
        return
    if is_broken:
        collected.leave_out(RecordNode(node, kind, file))
        return
    fields = Fields(node, kind, file)
    record = _READERS[section](fields, collected)
    if record is None:
        collected.leave_out(fields)
    else:
        collected.add(record, fields)
