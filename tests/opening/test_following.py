"""A dataset that is followed is read again whenever what it was read from has changed, and only then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from explorer.opening import Following, following, open_store
from explorer.store import Store

MORE = "events:\n  - {id: more, date: 1962, countries: [CUB], type: visit, title: One more}\n"
PATIENCE = 30.0

Told = SimpleQueue[Store | str]
Follow = Callable[..., tuple[Following, Told]]


@pytest.fixture
def follow(cache: Path, dataset: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Follow]:
    """Follows the dataset, looking often."""
    monkeypatch.setattr(following, "LOOKS_EVERY", 0.05)
    monkeypatch.setattr(following, "RESTS_FOR", 0.05)
    begun: list[Following] = []

    def begin(*, use_cache: bool = True, lasts_for: float = 0.0) -> tuple[Following, Told]:
        monkeypatch.setattr(following, "LASTS_FOR", lasts_for)
        told: Told = SimpleQueue()
        store = open_store(dataset, use_cache=use_cache)
        followed = Following(dataset, store, use_cache=use_cache, on_store=told.put, on_failure=told.put)
        begun.append(followed)
        followed.start()
        return followed, told

    yield begin
    for each in begun:
        each.stop()


def ids(store: Store | str) -> set[str]:
    assert isinstance(store, Store)
    return {event.id for event in store.events}


@pytest.mark.parametrize("use_cache", [True, False])
def test_a_new_file_and_its_going_are_told(follow: Follow, dataset: Path, use_cache: bool) -> None:
    before = ids(open_store(dataset))
    _, told = follow(use_cache=use_cache)
    (dataset / "more.yaml").write_text(MORE, encoding="utf-8")
    assert ids(told.get(timeout=PATIENCE)) == before | {"more"}
    (dataset / "more.yaml").unlink()
    assert ids(told.get(timeout=PATIENCE)) == before


def test_a_file_that_is_put_in_the_place_of_another_is_told(follow: Follow, dataset: Path) -> None:
    (dataset / "more.yaml").write_text(MORE, encoding="utf-8")
    _, told = follow()
    (dataset / "saved").write_text(MORE.replace("id: more", "id: other"), encoding="utf-8")
    (dataset / "saved").replace(dataset / "more.yaml")
    assert "other" in ids(told.get(timeout=PATIENCE))


def test_where_nothing_has_changed_nothing_is_told(follow: Follow) -> None:
    followed, told = follow()
    followed.look()
    with pytest.raises(Empty):
        told.get(timeout=0.5)


def test_what_is_broken_for_a_moment_is_not_told(follow: Follow, dataset: Path) -> None:
    (dataset / "more.yaml").write_text(MORE, encoding="utf-8")
    _, told = follow(lasts_for=PATIENCE)
    (dataset / "more.yaml").write_text(MORE[:30], encoding="utf-8")
    with pytest.raises(Empty):
        told.get(timeout=0.7)


def test_what_was_broken_and_is_mended_meanwhile_is_told_once(follow: Follow, dataset: Path) -> None:
    (dataset / "more.yaml").write_text(MORE, encoding="utf-8")
    _, told = follow(lasts_for=1.0)
    (dataset / "more.yaml").write_text(MORE[:30], encoding="utf-8")
    with pytest.raises(Empty):
        told.get(timeout=0.5)
    (dataset / "more.yaml").write_text(MORE.replace("One more", "Mended"), encoding="utf-8")
    store = told.get(timeout=PATIENCE)
    assert isinstance(store, Store)
    assert [event.title for event in store.events if event.id == "more"] == ["Mended"]
    assert told.empty()


def test_what_is_broken_on_purpose_is_told_at_once(follow: Follow, dataset: Path) -> None:
    (dataset / "more.yaml").write_text(MORE, encoding="utf-8")
    followed, told = follow(lasts_for=PATIENCE)
    (dataset / "more.yaml").write_text("events: [\n", encoding="utf-8")
    followed.look()
    assert "more" not in ids(told.get(timeout=PATIENCE))


@pytest.mark.parametrize("use_cache", [True, False])
def test_a_dataset_that_is_gone_and_comes_back_is_told(
    follow: Follow, dataset: Path, use_cache: bool
) -> None:
    before = ids(open_store(dataset))
    _, told = follow(use_cache=use_cache)
    dataset.rename(dataset.with_name("away"))
    assert isinstance(told.get(timeout=PATIENCE), str)
    dataset.with_name("away").rename(dataset)
    assert ids(told.get(timeout=PATIENCE)) == before


def test_nothing_is_told_after_the_end(follow: Follow, dataset: Path) -> None:
    followed, told = follow()
    followed.stop()
    (dataset / "more.yaml").write_text(MORE, encoding="utf-8")
    with pytest.raises(Empty):
        told.get(timeout=0.5)
