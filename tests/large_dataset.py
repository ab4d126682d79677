"""A dataset of some thousand events in several files, with defects of every kind."""

from __future__ import annotations

from pathlib import Path

HEAD = """title: Large
version: 1
countries: [{id: CUB, name: Cuba}, {id: CHN, name: China}]
documents:
  - {id: paper, title: A paper, file: paper.txt}
  - {id: lost, title: A lost paper, file: lost.txt}
"""
PARAGRAPHS = [f"On day {number} Cuba and China spoke of matter {number * 7}." for number in range(400)]
DEFECTS = """  - {id: nowhere, date: 1960, countries: [NIL], type: visit, title: Unknown country}
  - {id: broken, date: 19x0, countries: [CUB], type: visit, title: No date}
  - {id: event-5, date: 1960, countries: [CUB], type: visit, title: An id of another file}
  - just words
  - id: misquoted
    date: 1960
    countries: [CUB]
    type: visit
    title: Quotes what stands there often, and what is not there
    sources: [{document: paper, quote: Cuba and China}, {document: lost, quote: Cuba}]
"""


def events(numbers: range) -> str:
    return "".join(
        f"""  - id: event-{number}
    date: {1850 + number * 37 % 170}-{number % 12 + 1:02}
    countries: [{"CUB, CHN" if number % 3 else "CHN"}]
    type: {"visit" if number % 2 else "aid"}
    title: Word{number % 700} of the matter
    summary: {"A longer summary of what was said that day. " * 7}
    sources:
      - document: paper
        quote: Cuba and China spoke of matter {number % 400 * 7}
"""
        for number in numbers
    )


def large_dataset(folder: Path, count: int = 3000, files: int = 3, *, defects: str = DEFECTS) -> Path:
    """Write the dataset to a folder; returns the folder."""
    folder.mkdir(exist_ok=True)
    (folder / "paper.txt").write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    per_file = count // files
    (folder / "dataset.yaml").write_text(
        HEAD if files > 1 else f"{HEAD}events:\n{events(range(count))}{defects}", encoding="utf-8"
    )
    for number in range(files if files > 1 else 0):
        numbers = range(number * per_file, (number + 1) * per_file)
        text = f"events:\n{events(numbers)}{defects if number == files - 1 else ''}"
        (folder / f"events-{number}.yaml").write_text(text, encoding="utf-8")
    return folder
