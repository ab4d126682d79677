"""An event as the YAML of a dataset: what is written here, the loader reads back as the same event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from explorer.formats.json_text import UNSAFE

if TYPE_CHECKING:
    from explorer.model import Citation, Event, StatedDate


class _Plain(str):
    """A text that YAML's own rules may take for something else, such as a date; the loader does not."""


class _Braced(dict[str, str]):
    """A small mapping, written on its key's line."""


class _Dumper(yaml.SafeDumper):
    """Writes lists indented below their key, as a person would."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - PyYAML's signature
        super().increase_indent(flow, False)

    def represent_text(self, text: str) -> yaml.ScalarNode:
        # Between double quotes, and only there, what a terminal must not get can be written as an escape.
        style = '"' if UNSAFE.search(text) else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)

    def represent_plain(self, text: _Plain) -> yaml.ScalarNode:
        tag: str = self.resolve(yaml.ScalarNode, str(text), (True, False))  # type: ignore[no-untyped-call]
        return self.represent_scalar(tag, str(text))

    def represent_ids(self, ids: tuple[str, ...]) -> yaml.SequenceNode:
        return self.represent_sequence("tag:yaml.org,2002:seq", ids, flow_style=True)

    def represent_braced(self, mapping: _Braced) -> yaml.MappingNode:
        return self.represent_mapping("tag:yaml.org,2002:map", mapping, flow_style=True)


_Dumper.add_representer(str, _Dumper.represent_text)
_Dumper.add_representer(_Plain, _Dumper.represent_plain)
_Dumper.add_representer(tuple, _Dumper.represent_ids)
_Dumper.add_representer(_Braced, _Dumper.represent_braced)


def event_to_yaml(event: Event, *, ascii_only: bool = False) -> str:
    """A file with this event in it, under `events:`; what the event does not state is left out."""
    text = yaml.dump(
        {"events": [_event(event)]},
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=not ascii_only,
        width=100,
    )
    return UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04X}", text)


def _event(event: Event) -> dict[str, object]:
    return _stated(
        id=event.id,
        date=_Plain(event.date.text),
        date_stated=_stated_date(event.date_stated),
        countries=event.countries,
        type=event.type,
        tone=None if event.tone is None else _Plain(f"{event.tone:+}" if event.tone else "0"),
        title=event.title,
        summary=event.summary,
        tags=event.tags,
        sources=[_source(citation) for citation in event.sources],
    )


def _source(citation: Citation) -> dict[str, object]:
    return _stated(
        document=citation.document,
        quote=citation.quote,
        prefix=citation.prefix,
        suffix=citation.suffix,
        date=_Plain(citation.date.text) if citation.date else None,
        date_stated=_stated_date(citation.date_stated),
        voice=citation.voice,
        note=citation.note,
    )


def _stated_date(stated: StatedDate | None) -> _Braced | None:
    return _Braced(text=stated.text, calendar=stated.calendar) if stated else None


def _stated(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in (None, "", (), [])}
