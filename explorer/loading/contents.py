"""The contents of one YAML file, added to what was collected from the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from explorer.loading.collected import Collected, Record
from explorer.loading.encoding import clean_utf8
from explorer.loading.events import read_event
from explorer.loading.fields import Fields
from explorer.loading.files import MEBIBYTE, read_bytes
from explorer.loading.nodes import Entry, Mapping, Scalar, type_of
from explorer.loading.records import read_country, read_document, read_event_type
from explorer.loading.recovery import read_entries
from explorer.loading.reporting import RecordNode
from explorer.loading.schema import DATASET, RECORD_KINDS, SECTIONS, RecordKind
from explorer.loading.wording import quoted

if TYPE_CHECKING:
    from explorer.loading.yaml_file import YamlFile

MAX_YAML_BYTES = 256 * MEBIBYTE

_Reader: TypeAlias = Callable[[Fields, Collected], Record | None]
_READERS: dict[str, _Reader] = {
    "countries": read_country,
    "documents": read_document,
    "types": read_event_type,
    "events": read_event,
}


def read_contents(file: YamlFile, collected: Collected, *, is_main: bool) -> Mapping | None:
    """Collect the records of a file; returns its metadata, which only the main file may have.

    None stands for a file in which nothing could be read.  Raises UnreadableFileError for a file that cannot
    be read as a whole.
    """
    data = clean_utf8(read_bytes(file.path, MAX_YAML_BYTES), file.name, file.log)
    metadata = None
    for entry in read_entries(data, file):
        section = entry.key.value
        metadata = metadata or Mapping(entry.key)
        if section in SECTIONS:
            _collect(entry, RECORD_KINDS[section], file, collected)
        elif is_main and section in DATASET.keys:
            metadata.values[section], metadata.keys[section] = entry.node, entry.key
        else:
            _report_unknown(entry.key, file, is_main=is_main)
    return metadata


def _collect(entry: Entry, kind: RecordKind, file: YamlFile, collected: Collected) -> None:
    if not isinstance(entry.node, Mapping):
        message = f"{kind.indefinite} must be a mapping, not {type_of(entry.node)}; it is left out"
        file.error(entry.node, "wrong-type", message, "Write its keys, each with its value.")
        return
    if entry.is_broken:
        collected.leave_out(RecordNode(entry.node, kind, file))
        return
    fields = Fields(entry.node, kind, file)
    record = _READERS[entry.key.value](fields, collected)
    if record is None:
        collected.leave_out(fields)
    else:
        collected.add(record, fields)


def _report_unknown(key: Scalar, file: YamlFile, *, is_main: bool) -> None:
    keys = SECTIONS | DATASET.keys if is_main else SECTIONS
    hint = file.suggester.hint(key.value, keys) or f"The keys of a file are {', '.join(sorted(keys))}."
    if key.value in DATASET.keys:
        hint = "Move it to the dataset.yaml of the dataset's folder."
    message = f"a file cannot have the key {quoted(key.value)}; its value is not read"
    file.error(key, "unknown-key", message, hint)
