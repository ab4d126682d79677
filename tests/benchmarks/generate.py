"""Datasets of any size for benchmarks: the same seed gives the same bytes.

    python tests/benchmarks/generate.py EVENTS FOLDER [--seed N] [--per-file N]

An event has about 590 bytes of YAML: a title of 60 characters, a summary of 200, one or two quotes of 120
that stand word for word in a document of 20 kB.  The words follow Zipf's law.  Three events are landmarks:
the first and the last in time, and one that alone holds a certain word.
"""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from vocabulary import Vocabulary, vocabulary, vocabulary_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEED = 4
# A file may have 256 MiB; what reading is compared with was measured on one file.
EVENTS_PER_FILE = 100_000
COUNTRIES = 60
EVENTS_PER_DOCUMENT = 50
MAX_DOCUMENTS = 2_000
PARAGRAPHS = 20
SENTENCES_PER_PARAGRAPH = 8
FIRST_TITLE = "First on record of all that there is"
LAST_TITLE = "Last on record of all that there is"
UNIQUE_WORD = "zugzwang"
UNIQUE_TITLE_REST = "of both neighbours"

_TYPES = ("recognition", "visit", "meeting", "agreement", "aid", "trade", "statement", "message", "vote",
          "conflict", "crisis", "cooperation", "warming", "cooling", "other")  # fmt: skip
# Every form of date as often as it stands here; {y} is a year, {z} a later one, {d} its decade.
_DATES = (*["{y}-{m:02}-{n:02}"] * 11, *["{y}-{m:02}"] * 3, *["{y}"] * 2, "{y}~", "{y}?", "{y}/{z}", "{d}X")


class Paragraph(NamedTuple):
    """What can be cited: some sentences of a document (its number), and the countries that they are about."""

    document: int
    sentences: list[str]
    countries: list[int]


def generate(events: int, folder: Path, seed: int = SEED, per_file: int = EVENTS_PER_FILE) -> None:
    """Write a dataset of so many events (three at least) into a folder, which is made.

    No file has more than `per_file` of them.
    """
    random = Random(seed)
    words = vocabulary(vocabulary_size(events), seed)
    for made in (folder, folder / "documents", folder / "events"):
        made.mkdir(parents=True, exist_ok=True)
    _write(folder / "dataset.yaml", [f"title: {events:,} generated events\nversion: 1\n"])
    names = [f"{name.capitalize()}land" for name in random.sample(words.words[100:1500], COUNTRIES)]
    _write(folder / "countries.yaml", _countries(names))
    documents = min(MAX_DOCUMENTS, -(-events // EVENTS_PER_DOCUMENT))
    paragraphs = _write_documents(folder, documents, names, random, words)
    files = -(-events // per_file)
    for file in range(files):
        numbers = range(file * events // files, (file + 1) * events // files)
        path = folder / "events" / f"{file:03}.yaml"
        _write(path, ["events:\n", *_events(numbers, events, paragraphs, random, words)])


def _write(path: Path, parts: Sequence[str] | Iterator[str]) -> None:
    path.write_text("".join(parts), encoding="utf-8", newline="\n")


def country_id(number: int) -> str:
    """The id of a country, from 0."""
    return f"C{number:02}"


def _countries(names: list[str]) -> Iterator[str]:
    yield "countries:\n"
    for number, name in enumerate(names):
        yield f"  - {{id: {country_id(number)}, name: {name}}}\n"


def _write_documents(
    folder: Path, count: int, names: list[str], random: Random, words: Vocabulary
) -> list[Paragraph]:
    """Write the documents and their index; returns all their paragraphs."""
    index, found = ["documents:\n"], []
    for number in range(count):
        paragraphs = [_paragraph(number, random, words) for _ in range(PARAGRAPHS)]
        _write(folder / "documents" / f"d{number:04}.txt", (_text(each, names) for each in paragraphs))
        index.append(f"  - {{id: d{number:04}, title: Report {number}, file: documents/d{number:04}.txt}}\n")
        found += paragraphs
    _write(folder / "documents.yaml", index)
    return found


def _paragraph(document: int, random: Random, words: Vocabulary) -> Paragraph:
    sentences = [_cut(words.draw(random, 24), 120).capitalize() for _ in range(SENTENCES_PER_PARAGRAPH)]
    return Paragraph(document, sentences, sorted({_country(random) for _ in range(3)}))


def _text(paragraph: Paragraph, names: list[str]) -> str:
    about = ", ".join(names[country] for country in paragraph.countries)
    return f"{about}. {'. '.join(paragraph.sentences)}.\n\n"


def _events(
    numbers: range, events: int, paragraphs: list[Paragraph], random: Random, words: Vocabulary
) -> Iterator[str]:
    drawn = iter(words.draw(random, 52 * len(numbers)))
    landmarks = _landmarks(events)
    for number in numbers:
        title = _cut(list(islice(drawn, 12)), 60).capitalize()
        summary = _cut(list(islice(drawn, 40)), 200).capitalize()
        date, title = landmarks.get(number) or (_date(random), title)
        cited = random.choices(paragraphs, k=1 + (random.random() < 0.5))
        countries = ", ".join(country_id(country) for country in cited[0].countries[:2])
        yield (
            f"  - id: e{number:07}\n    date: {date}\n    countries: [{countries}]\n"
            f"    type: {_TYPES[int(random.random() * len(_TYPES))]}\n"
            f"    title: {title}\n    summary: {summary}.\n    sources:\n"
        )
        for paragraph in cited:
            quote = paragraph.sentences[int(random.random() * SENTENCES_PER_PARAGRAPH)]
            yield f"      - document: d{paragraph.document:04}\n        quote: {quote}\n"


def _landmarks(events: int) -> dict[int, tuple[str, str]]:
    """The events that a benchmark looks for: number, date and title."""
    return {
        events // 3: ("1799-01-01", FIRST_TITLE),
        events // 2: ("1911-06-15", f"{UNIQUE_WORD.capitalize()} {UNIQUE_TITLE_REST}"),
        events - 1: ("2025-12-31", LAST_TITLE),
    }


def _country(random: Random) -> int:
    """The number of a country; some are in the news more than others."""
    return int(random.random() ** 2 * COUNTRIES)


def _date(random: Random) -> str:
    year = 1800 + int(random.random() ** 0.5 * 224)
    form = _DATES[int(random.random() * len(_DATES))]
    month, day = 1 + int(random.random() * 12), 1 + int(random.random() * 28)
    return form.format(y=year, z=year + 1 + day % 5, d=year // 10, m=month, n=day)


def _cut(words: list[str], length: int) -> str:
    """The first words, as many as fit into the length."""
    text = " ".join(words)
    return text if len(text) <= length else text[: text.rindex(" ", 0, length + 1)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Write a dataset for benchmarks.")
    parser.add_argument("events", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--per-file", type=int, default=EVENTS_PER_FILE, help="events in a file at most")
    options = parser.parse_args(arguments)
    if options.events < 3:
        parser.error("a dataset has three events at least")
    generate(options.events, options.folder, options.seed, options.per_file)


if __name__ == "__main__":
    main()
