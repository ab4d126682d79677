"""The generated datasets are whole, the same every time, and cite what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from generate import FIRST_TITLE, LAST_TITLE, UNIQUE_WORD, generate
from opening import open_store
from queries import prefixes, typed_words
from vocabulary import vocabulary

from explorer.search import parse, run

EVENTS = 200


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "dataset"
    generate(EVENTS, folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}


def test_a_generated_dataset_opens_without_a_problem(dataset: Path) -> None:
    store = open_store(dataset)
    assert len(store.events) == EVENTS
    assert not store.all_problems


def test_every_quote_stands_word_for_word_in_its_document(dataset: Path) -> None:
    store = open_store(dataset)
    verdicts = {passage.verdict for number in range(EVENTS) for passage in store.passages(number)}
    assert verdicts == {"exact"}


def test_landmarks_are_where_benchmarks_look_for_them(dataset: Path) -> None:
    store = open_store(dataset)
    assert store.events[0].title == FIRST_TITLE
    assert store.events[EVENTS - 1].title == LAST_TITLE
    found = run(store, parse(UNIQUE_WORD)).selection
    assert found is not None
    assert len(found) == 1


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(dataset: Path, tmp_path: Path) -> None:
    generate(EVENTS, tmp_path / "again")
    generate(EVENTS, tmp_path / "other", seed=5)
    assert contents(tmp_path / "again") == contents(dataset)
    assert contents(tmp_path / "other") != contents(dataset)


@pytest.mark.parametrize("events", [3, 99, 101])
def test_a_dataset_has_as_many_events_as_were_asked_for(events: int, tmp_path: Path) -> None:
    generate(events, tmp_path / "dataset")
    texts = (path.read_text("utf-8") for path in (tmp_path / "dataset" / "events").iterdir())
    assert sum(text.count("  - id: ") for text in texts) == events


def test_an_event_has_about_as_many_bytes_as_it_says(tmp_path: Path) -> None:
    generate(1000, tmp_path / "dataset")
    size = sum(path.stat().st_size for path in (tmp_path / "dataset" / "events").iterdir())
    assert 560 < size / 1000 < 640


def test_words_are_distinct_and_the_first_ones_the_most_frequent() -> None:
    words = vocabulary(2000, 1)
    assert len(set(words.words)) == 2000
    weights = [b - a for a, b in zip((0.0, *words.cumulative), words.cumulative, strict=False)]
    assert weights == sorted(weights, reverse=True)


def test_every_text_on_the_way_to_a_word_is_typed_once() -> None:
    assert prefixes(["ab", "abc", "b"]) == ["a", "ab", "abc", "b"]
    assert typed_words(EVENTS, 0) == typed_words(EVENTS, 0) != typed_words(EVENTS, 1)
