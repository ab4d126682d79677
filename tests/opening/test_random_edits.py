"""Any edits of a dataset's files, with openings in between: the cache never shows what is no longer there."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store_contents import lines

from explorer.opening import cached_store, open_store
from explorer.problems import DatasetError

NAMES = st.sampled_from(["a.yaml", "b.yml", "dataset.yaml", "sub/c.yaml", "sub/text", "text"])
WORDS = st.sampled_from(["one", "two", "six", "three", "events: [", "\0"])
YAML = """countries: [{{id: CUB, name: Cuba}}]
documents: [{{id: "{name}", title: A text, file: text}}]
events:
  - id: "{name}"
    date: 1960
    countries: [CUB]
    type: visit
    title: "{word}"
    sources: [{{document: "{name}", quote: {word}}}]
"""


def seen_in(folder: Path, *, cache: bool) -> object:
    try:
        store = open_store(folder, use_cache=cache)
    except DatasetError as error:
        return str(error)
    texts = {id_: document.text for id_, document in store.documents.items()}
    return lines(store), [*store.problems], texts


class Edits(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.kept = os.environ["XDG_CACHE_HOME"]
        self.folder = Path(tempfile.mkdtemp())
        os.environ["XDG_CACHE_HOME"] = str(self.folder / ".cache")
        (self.folder / "sub").mkdir()

    @rule(name=NAMES, word=WORDS)
    def write(self, name: str, word: str) -> None:
        content = word if name.endswith("text") else YAML.format(name=name, word=word)
        (self.folder / name).unlink(missing_ok=True)
        (self.folder / name).write_text(content, encoding="utf-8")

    @rule(name=NAMES, word=WORDS)
    def write_keeping_the_time(self, name: str, word: str) -> None:
        found = (self.folder / name).stat() if (self.folder / name).is_file() else None
        # Links can lead in a circle.
        with suppress(OSError), (self.folder / name).open("w", encoding="utf-8") as file:
            file.write(word if name.endswith("text") else YAML.format(name=name, word=word))
        if found:
            os.utime(self.folder / name, ns=(found.st_atime_ns, found.st_mtime_ns))

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    @rule(name=NAMES, other=NAMES)
    def rename(self, name: str, other: str) -> None:
        if (self.folder / name).exists():
            (self.folder / name).rename(self.folder / other)

    @rule(name=NAMES, other=NAMES)
    def link(self, name: str, other: str) -> None:
        (self.folder / name).unlink(missing_ok=True)
        (self.folder / name).symlink_to(self.folder / other)

    @rule(seconds=st.sampled_from([-10_000, 10_000]), name=NAMES)
    def set_time(self, seconds: int, name: str) -> None:
        if (self.folder / name).exists():
            now = time.time() + seconds
            os.utime(self.folder / name, (now, now))

    @rule()
    def wait_and_keep(self) -> None:
        time.sleep(0.06)
        seen_in(self.folder, cache=True)

    @invariant()
    def the_cache_tells_what_the_files_tell(self) -> None:
        if hasattr(self, "folder"):
            assert seen_in(self.folder, cache=True) == seen_in(self.folder, cache=False)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            os.environ["XDG_CACHE_HOME"] = self.kept
            shutil.rmtree(self.folder)


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=10, stateful_step_count=12, deadline=None)


def test_the_cache_is_used_between_edits(dataset: Path, cache: Path) -> None:
    assert seen_in(dataset, cache=True) == seen_in(dataset, cache=False)
    assert cached_store(dataset) is not None
