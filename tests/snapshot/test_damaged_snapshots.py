"""A snapshot that is not as it was written is found out, whichever of its bits it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stores import store_of
from small_folder import small_dataset
from store_contents import contents, questions

from explorer.building import sections_of
from explorer.evidence import verify
from explorer.snapshot import Container, DamagedSnapshotError, Sections, container, write_sections
from explorer.store import Store


def written(sections: Sections) -> bytes:
    *pieces, header = write_sections(sections)
    return header + b"".join(pieces)


def is_found_out(snapshot: bytes) -> bool:
    try:
        Container(snapshot).check_all()
    except DamagedSnapshotError:
        return True
    return False


@pytest.fixture(scope="module")
def sections() -> Sections:
    dataset = small_dataset()
    return sections_of(dataset, verify(dataset))


@pytest.fixture(scope="module")
def snapshot(sections: Sections) -> bytes:
    return written(sections)


def test_the_snapshot_itself_is_sound(snapshot: bytes) -> None:
    assert not is_found_out(snapshot)
    assert len(snapshot) < 20_000
    assert contents(Store(Container(snapshot))) == contents(store_of(small_dataset()))


@pytest.mark.parametrize("size", range(18))
def test_a_last_section_of_any_length_is_sound(size: int) -> None:
    snapshot = Container(written({"first": [b"abc"], "last": [b"x"] * size}))
    snapshot.check_all()
    assert snapshot.section("last") == b"x" * size


def test_a_snapshot_without_sections_is_sound() -> None:
    assert not is_found_out(written({}))


def test_every_truncation_is_found_out(snapshot: bytes) -> None:
    assert [size for size in range(len(snapshot)) if not is_found_out(snapshot[:size])] == []


@pytest.mark.parametrize("bit", range(8))
def test_every_flipped_bit_is_found_out(snapshot: bytes, bit: int) -> None:
    missed = []
    damaged = bytearray(snapshot)
    for place in range(len(snapshot)):
        damaged[place] ^= 1 << bit
        if not is_found_out(bytes(damaged)):
            missed.append(place)
        damaged[place] ^= 1 << bit
    assert missed == []


@given(garbage=st.binary(min_size=1, max_size=100))
def test_appended_garbage_is_found_out(snapshot: bytes, garbage: bytes) -> None:
    assert is_found_out(snapshot + garbage)


@given(data=st.data())
def test_overwritten_bytes_are_found_out(snapshot: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, 1 << 20)) % len(snapshot)
    patch = data.draw(st.binary(min_size=1, max_size=60))[: len(snapshot) - place]
    damaged = snapshot[:place] + patch + snapshot[place + len(patch) :]
    assert is_found_out(damaged) == (damaged != snapshot)


@given(st.binary(max_size=300))
def test_any_other_bytes_are_no_snapshot(found: bytes) -> None:
    assert is_found_out(found)


@given(st.binary(max_size=300))
def test_any_other_bytes_behind_the_magic_are_no_snapshot(found: bytes) -> None:
    assert is_found_out(container.MAGIC + found)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "BLOCK", 64)


def damages(snapshot: bytes) -> Iterator[bytes]:
    """One damaged bit at a time, in every other block of 64 bytes."""
    for place in range(0, len(snapshot), 131):
        damaged = bytearray(snapshot)
        damaged[place] ^= 1 << place % 8
        yield bytes(damaged)


@pytest.mark.usefixtures("small_blocks")
def test_a_store_on_a_damaged_snapshot_answers_right_or_tells_so(sections: Sections) -> None:
    snapshot = written(sections)
    right = contents(Store(Container(snapshot)))
    answered = refused = 0
    for damaged in damages(snapshot):
        try:
            asked = [*questions(Store(Container(damaged)))]
        except DamagedSnapshotError:
            continue
        for question, answer in zip(asked, right, strict=True):
            try:
                assert question() == answer
                answered += 1
            except DamagedSnapshotError:
                refused += 1
    # Only what lies in a damaged block is refused.
    assert refused
    assert answered > refused


@pytest.mark.usefixtures("small_blocks")
def test_a_damaged_block_is_found_out_whenever_it_is_looked_at() -> None:
    snapshot = bytearray(written({"texts": [bytes(range(256))]}))
    snapshot[64 + 130] ^= 1
    damaged = Container(bytes(snapshot))
    start, end = damaged.span("texts")
    assert damaged.read(start, start + 128) == bytes(range(128))
    for _ in range(2):
        with pytest.raises(DamagedSnapshotError):
            damaged.section("texts")
    assert damaged.read(end - 8, end) == bytes(range(248, 256))
