"""The contents of one YAML file, added to what was collected from the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from yaml import YAMLError

from explorer.loading.encoding import clean_utf8
from explorer.loading.event_items import collect_events, read_head, uncertain
from explorer.loading.event_list import EventList, find_event_list
from explorer.loading.files import MEBIBYTE, read_bytes
from explorer.loading.nodes import Entry, Mapping, Scalar
from explorer.loading.readers import collect_record
from explorer.loading.recovery import read_entries
from explorer.loading.refusal import RefusalError
from explorer.loading.schema import DATASET, SECTIONS
from explorer.loading.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.loading.collected import Collected
    from explorer.loading.yaml_file import YamlFile

MAX_YAML_BYTES = 256 * MEBIBYTE

# From so many bytes on reading the events one by one is worth making the patterns for it.
LARGE = 16 * 1024

Defer: TypeAlias = Callable[["YamlFile", "Collected", bytes, EventList], bool]


def read_contents(
    file: YamlFile, collected: Collected, *, is_main: bool, defer: Defer | None = None
) -> Mapping | None:
    """Collect the records of a file; returns its metadata, which only the main file may have.

    A list of events that can be read without the rest of its file is offered to `defer`, and passed over if
    that returns True.  None stands for a file in which nothing could be read.  Raises UnreadableFileError for
    a file that cannot be read as a whole.
    """
    written = read_bytes(file.path, MAX_YAML_BYTES)
    data = clean_utf8(written, file.name, file.log)
    if data is not written:
        # Offsets into it are not those of the file.
        defer = None
    if len(data) >= LARGE and (found := find_event_list(data)):
        noted = file.log.state(), file.suggester.left
        try:
            with collected.all_or_nothing():
                return _read_in_two(data, found, file, collected, is_main=is_main, defer=defer)
        except (RefusalError, YAMLError):
            file.log.restore(noted[0])
            file.suggester.left = noted[1]
    return _collect_all(read_entries(data, file), file, collected, is_main=is_main)


def _read_in_two(
    data: bytes, found: EventList, file: YamlFile, collected: Collected, *, is_main: bool, defer: Defer | None
) -> Mapping | None:
    """Read what stands before the events, then these one by one.

    Raises RefusalError or YAMLError where only the whole file shows what is meant, or wrong.
    """
    metadata = _collect_all(
        read_head(data[: found.head], file, extras=found.extras), file, collected, is_main=is_main
    )
    if is_main and metadata is None:
        raise uncertain(file)
    if defer is None or not defer(file, collected, data, found):
        items, behind = data[found.start :], file.behind(found.lines)
        collect_events(items, found.indent, behind, collected, extras=found.extras)
    return metadata


def _collect_all(
    entries: Iterable[Entry], file: YamlFile, collected: Collected, *, is_main: bool
) -> Mapping | None:
    metadata = None
    for entry in entries:
        section = entry.key.value
        metadata = metadata or Mapping(entry.key)
        if section in SECTIONS:
            collect_record(entry.node, section, file, collected, is_broken=entry.is_broken)
        elif is_main and section in DATASET.keys:
            metadata.values[section], metadata.keys[section] = entry.node, entry.key
        else:
            _report_unknown(entry.key, file, is_main=is_main)
    return metadata


def _report_unknown(key: Scalar, file: YamlFile, *, is_main: bool) -> None:
    keys = SECTIONS | DATASET.keys if is_main else SECTIONS
    hint = file.suggester.hint(key.value, keys) or f"The keys of a file are {', '.join(sorted(keys))}."
    if key.value in DATASET.keys:
        hint = "Move it to the dataset.yaml of the dataset's folder."
    message = f"a file cannot have the key {quoted(key.value)}; its value is not read"
    file.error(key, "unknown-key", message, hint)
