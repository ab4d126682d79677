"""A dataset that is loaded in parts is the one that is loaded whole, or a part says that it cannot be."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loading_trial import BASICS, GOOD_EVENT, write
from test_reading_item_by_item import HEADS, TAILS, events

from explorer.loading import contents, load, shipped_dataset, suggestions
from explorer.loading import log as problem_log
from explorer.loading.parts import begin, read_part, repeated
from explorer.model import Dataset

LATE_ID = (
    "  - date: 1960\n    id: good\n    countries: [CUB]\n    type: visit\n    title: x\n    sources:\n"
    "      - document: letter\n        quote: Cuba\n"
)
# Refers to what is unknown or left out, lacks what is required, repeats an id, is odd in its writing.
DEFECTS = [
    GOOD_EVENT.replace("good", "unknown").replace("CHN", "CHM").replace("letter", "lettre"),
    GOOD_EVENT.replace("good", "unknown-type").replace("recognition", "recogniton"),
    GOOD_EVENT.replace("good", "named").replace("CHN", "Cuba"),
    GOOD_EVENT.replace("good", "broken-country").replace("CHN", "BAD"),
    GOOD_EVENT.replace("good", "undated").replace("1960-09-28", "September"),
    GOOD_EVENT.replace("good", "unsourced").replace("sources", "summary"),
    GOOD_EVENT.replace("good", "keys").replace("title", "titel"),
    GOOD_EVENT.replace("good", "twice").replace("type:", "title: x\n    type:"),
    GOOD_EVENT,
    "  - just words\n",
    LATE_ID,
]
MAIN = BASICS + "types: [{id: summit}]\n" + "events:\n" + GOOD_EVENT
BAD_COUNTRY = "countries: [{id: BAD}]\n"


@pytest.fixture(autouse=True)
def every_list_is_read_item_by_item(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "LARGE", 0)


def in_parts(path: Path, most: int) -> Dataset | None:
    """The dataset read in parts, each sent through a pipe as it were; None where a part cannot be read."""
    beginning = begin(path, most)
    found = [read_part(part, beginning) for part in beginning.parts]
    sent = [pickle.loads(pickle.dumps(part)) for part in found if part is not None]
    return beginning.finish(sent) if len(sent) == len(found) else None


@pytest.mark.parametrize("most", [1, 300, 2000, 10**6])
def test_the_shipped_dataset_is_the_same_in_parts(most: int) -> None:
    assert in_parts(shipped_dataset(), most) == load(shipped_dataset())


@pytest.mark.parametrize("most", [1, 300, 10**6])
def test_defects_are_reported_alike(tmp_path: Path, most: int) -> None:
    files: dict[str, str | bytes] = {"dataset.yaml": MAIN, "a.yaml": "events:\n" + "".join(DEFECTS)}
    files["m.yaml"] = BAD_COUNTRY + "events:\n" + "".join(reversed(DEFECTS))
    whole = load(write(tmp_path, files))
    assert in_parts(tmp_path, most) == whole
    codes = {problem.code for problem in whole.problems}
    assert codes >= {"unknown-country", "country-unavailable", "unknown-document", "unknown-type", "bad-date"}
    assert codes >= {"duplicate-id", "duplicate-key", "missing-key", "unsourced", "wrong-type", "unknown-key"}
    assert any(problem.hint.startswith("Did you mean") for problem in whole.problems)


@settings(max_examples=150, deadline=None)
@given(HEADS, st.lists(events(), min_size=1, max_size=5), TAILS, st.integers(1, 400))
def test_odd_events_are_the_same_in_parts_or_refused(
    head: str, items: list[str], tail: str, most: int
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write(
            Path(name), {"dataset.yaml": MAIN, "more.yaml": head + "events:\n" + "".join(items) + tail}
        )
        assert in_parts(folder, most) in (None, load(folder))


def test_parts_cover_the_events_of_each_file_in_order(tmp_path: Path) -> None:
    many = "".join(GOOD_EVENT.replace("good", f"e{number}") for number in range(40))
    later = "countries: [{id: MEX, name: Mexico}]\nevents: [{id: flow}]\n"
    write(tmp_path, {"dataset.yaml": BASICS, "e.yaml": "events:\n" + many, "f.yaml": later, "g.yaml": "x: y"})
    beginning = begin(tmp_path, 1000)
    assert [part.path.name for part in beginning.parts] == ["e.yaml"] * len(beginning.parts)
    assert len(beginning.parts) == 7
    assert all(part.size > 1000 for part in beginning.parts[:-1])
    assert list(beginning.collected.countries) == ["CUB", "CHN", "MEX"]
    assert beginning.events_before(0) == beginning.events_before(7) == []
    found = [read_part(part, beginning) for part in beginning.parts]
    assert [event.id for part in found if part for event in part.events] == [f"e{n}" for n in range(40)]


def test_a_part_with_an_alias_or_an_open_quote_says_that_it_cannot_be_read(tmp_path: Path) -> None:
    cut_quote = GOOD_EVENT.replace("Cuba recognises China", "'Cuba\n  - recognises\n  China'")
    write(tmp_path, {"dataset.yaml": BASICS, "e.yaml": "events:\n" + cut_quote + GOOD_EVENT})
    beginning = begin(tmp_path, 1)
    assert None in [read_part(part, beginning) for part in beginning.parts]


@pytest.mark.parametrize("change", ["same size", "longer", "gone", "a folder"])
def test_a_file_that_changes_meanwhile_is_noticed(tmp_path: Path, change: str) -> None:
    write(tmp_path, {"dataset.yaml": BASICS, "e.yaml": "events:\n" + GOOD_EVENT})
    beginning, path = begin(tmp_path), tmp_path / "e.yaml"
    text = path.read_text()
    path.unlink()
    if change == "a folder":
        path.mkdir()
    elif change != "gone":
        path.write_text(text.replace("1960", "1961") + "# more\n" * (change == "longer"))
    assert read_part(beginning.parts[0], beginning) is None


def test_a_repeated_id_is_told_as_the_loader_tells_it(tmp_path: Path) -> None:
    text = "events:\n  -   date: 1961\n      id: good\n      countries: [CUB]\n      type: visit\n"
    text += "      title: x\n      sources: [{document: letter, quote: Cuba}]\n"
    write(tmp_path, {"dataset.yaml": MAIN, "e.yaml": text})
    beginning = begin(tmp_path)
    found = [read_part(part, beginning) for part in beginning.parts]
    first, second = found
    assert first is not None
    assert second is not None
    (repeats,) = second.events
    problem = repeated("good", second.place_of_id(repeats), first.events[0].place)
    assert (problem,) == load(tmp_path).problems
    assert (problem.line, problem.column) == (3, 11)


def test_bounds_that_hold_for_the_whole_are_left_to_the_loader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"dataset.yaml": MAIN, "e.yaml": "events:\n" + "".join(DEFECTS)})
    assert in_parts(tmp_path, 1) is not None
    monkeypatch.setattr("explorer.loading.parts.MOST_COMPARISONS", 30)
    monkeypatch.setattr(suggestions.Suggester.__init__, "__defaults__", (30,))
    assert in_parts(tmp_path, 1) is None
    monkeypatch.undo()
    monkeypatch.setattr(contents, "LARGE", 0)
    monkeypatch.setattr(problem_log.ProblemLog.__init__, "__defaults__", (5,))
    assert in_parts(tmp_path, 1) is None


def test_what_the_loader_looked_at_is_told(tmp_path: Path) -> None:
    documents = "documents: [{id: a, title: A, file: texts/a.txt}, {id: b, title: B, file: gone.txt}]\n"
    documents += "  # \n"
    files: dict[str, str | bytes] = {
        "sub/d.yaml": documents,
        "texts/a.txt": "A",
        "other.txt": "",
        "c.yaml": "",
    }
    seen: list[Path] = []
    load(write(tmp_path, files), seen=seen)
    names = ["", "c.yaml", "dataset.yaml", "gone.txt", "sub", "sub/d.yaml", "texts", "texts/a.txt"]
    assert sorted(set(seen)) == [tmp_path / name for name in names]
    of_parts: list[Path] = []
    begin(tmp_path, seen=of_parts)
    assert set(of_parts) == set(seen)
