"""What a dataset says of itself: title, description, license, and the version of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explorer.loading.fields import Fields
from explorer.loading.nodes import Scalar
from explorer.loading.schema import DATASET
from explorer.loading.wording import quoted
from explorer.model import FORMAT_VERSION

if TYPE_CHECKING:
    from explorer.loading.nodes import Mapping
    from explorer.loading.yaml_file import YamlFile


class Metadata(NamedTuple):
    """A dataset's own fields."""

    title: str
    description: str = ""
    license: str = ""


def read_metadata(node: Mapping, file: YamlFile, title: str) -> Metadata:
    """The metadata that a mapping holds, with a title to use where it has none.

    Reports a missing title (`missing-key`) and a version that is missing or another one (`bad-version`).
    """
    fields = Fields(node, DATASET, file)
    own_title = fields.text("title").strip()
    if not own_title and isinstance(node.values.get("title"), Scalar | None):
        message = f"the dataset has no title; it is called {quoted(title)}"
        fields.warning(node, "missing-key", message, "Write title: and the title.")
    _check_version(fields)
    return Metadata(own_title or title, fields.text("description"), fields.text("license"))


def _check_version(fields: Fields) -> None:
    version = fields.scalar("version")
    hint = f"Write version: {FORMAT_VERSION}."
    if version is not None:
        if version.value != str(FORMAT_VERSION):
            message = (
                f"version {quoted(version.value)} of the format is not known; it is read as {FORMAT_VERSION}"
            )
            fields.error(version, "bad-version", message, hint)
    elif not fields.has("version"):
        message = f"the version of the format is not given; it is read as {FORMAT_VERSION}"
        fields.warning(fields.node, "bad-version", message, hint)
