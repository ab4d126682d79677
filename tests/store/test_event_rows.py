"""Whatever an event and its passages hold, their row holds the same."""

from __future__ import annotations

from typing import get_args

from hypothesis import example, given
from hypothesis import strategies as st

from explorer.dates import parse
from explorer.evidence import Passage, Standing
from explorer.model import Citation, Event, Place, StatedDate
from explorer.store import Brief
from explorer.store.event_codec import (
    decode_brief,
    decode_event,
    decode_head,
    decode_verdicts,
    encode_event,
)

FILES = ["a.yaml", "more/b.yaml"]
# With what YAML's escapes can name: a NUL, which parts the fields of a row, and a lone surrogate.
TEXTS = st.text(st.sampled_from('ab \0\1\n[",éЖ\ud800🜚'), max_size=6)
NAMES = st.lists(TEXTS, max_size=6).map(tuple)
PLACES = st.builds(Place, st.just(FILES[1]), st.integers(1, 10**9), st.integers(1, 300))
DATES = st.sampled_from(["1962", "1962-10/1963", "../1963", "1962-10?", "196X"]).map(parse)
STATED = st.none() | st.builds(StatedDate, text=TEXTS, calendar=st.just("julian"))
OFFSETS = st.none() | st.integers(0, 10**7)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99))
PASSAGES = st.builds(Passage, st.sampled_from(["exact", "missing"]), OFFSETS, OFFSETS) | st.builds(
    Passage,
    st.sampled_from(["changed", "ambiguous"]),
    OFFSETS,
    OFFSETS,
    st.lists(SPANS, max_size=2).map(tuple),
    st.none() | SPANS,
    TEXTS,
)
SOURCES = st.builds(
    Citation,
    document=TEXTS,
    quote=TEXTS,
    prefix=TEXTS,
    suffix=TEXTS,
    date=st.none() | DATES,
    date_stated=STATED,
    voice=TEXTS,
    note=TEXTS,
    place=PLACES,
)
CITED = st.lists(st.tuples(SOURCES, PASSAGES), max_size=3)


@st.composite
def cited_events(draw: st.DrawFn) -> tuple[Event, tuple[Passage, ...]]:
    cited = draw(CITED)
    event = Event(
        id=draw(TEXTS.filter(bool)),
        date=draw(DATES),
        date_stated=draw(STATED),
        countries=draw(NAMES),
        type=draw(TEXTS),
        tone=draw(st.none() | st.integers(-5, 5)),
        title=draw(TEXTS),
        summary=draw(TEXTS),
        tags=draw(NAMES),
        sources=tuple(source for source, _ in cited),
        place=draw(PLACES),
    )
    return event, tuple(passage for _, passage in cited)


def plain(**changed: object) -> tuple[Event, tuple[Passage, ...]]:
    place = Place(FILES[0], 7, 3)
    source = Citation(document="doc", quote="She came.", place=place)
    fields = {"tone": 0, "title": "A visit", "countries": ("CUB", "MEX"), "tags": (), **changed}
    event = Event(id="e", date=parse("1962"), type="visit", sources=(source,) * 2, place=place, **fields)  # type: ignore[arg-type]
    return event, (Passage("exact", 0, 9), Passage("missing"))


@given(cited_events(), st.sampled_from(get_args(Standing)))
@example(plain(), "sound")
@example(plain(title="a\0b"), "conflicts")
@example(plain(countries=(), tags=("",)), "unsourced")
@example(plain(countries=("CUB", "MEX", "CHN", "SUN", "USA")), "refines")
def test_a_row_holds_the_event_and_its_passages(
    cited: tuple[Event, tuple[Passage, ...]], stands: Standing
) -> None:
    event, passages = cited
    row = encode_event(event, passages, stands, {name: number for number, name in enumerate(FILES)})
    assert decode_event(row, FILES) == (event, passages)
    assert decode_brief(row) == Brief(event.date, event.title, event.countries, stands, len(event.sources))
    assert decode_verdicts(row) == [passage.verdict for passage in passages]
    assert decode_head(row) == (event.id, event.date.text, FILES.index(event.place.file))


def test_most_events_have_plain_rows() -> None:
    rows = [encode_event(*plain(**changed), "sound", {FILES[0]: 0}) for changed in ({}, {"title": "a\0b"})]
    assert [row.startswith(b"\0") for row in rows] == [False, True]
