"""The disagreement view: who says when, as bars on one axis and as passages side by side."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from explorer.dates import contains, describe
from explorer.tui.actions import binding
from explorer.tui.date_bars import axis_of, bar, scale
from explorer.tui.drawing import Run, drawable, fit
from explorer.tui.paragraphs import padded, wrapped
from explorer.tui.screens.dialog import Dialog
from explorer.tui.verdicts import verdict_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.dates import EdtfDate
    from explorer.evidence import Pair
    from explorer.tui.paragraphs import Line
    from explorer.tui.rows import Disagreement, Said

_LABEL = 34
# Two full dates and a line between them need as much.
_NARROWEST_BARS = 30
_CARD = 46
_GAP = 3
_STYLES = {"bars--bar": "text--bar", "bars--axis": "text--quiet", "": ""}


class DisagreementScreen(Dialog):
    """What each source of an event says on when it was, and how that agrees."""

    BINDINGS: ClassVar = [binding("disagreement", "dismiss")]

    def __init__(self, view: Disagreement) -> None:
        super().__init__()
        self._view = view
        self.title_text = f"Who says when: {drawable(view.event.title)}"

    def lines(self, width: int) -> list[Line]:
        """The bars, the agreement in words, the passages: beside each other where there is room."""
        view = self._view
        if not view.said:
            return wrapped("No source is cited for this event.", width)
        lines = _dates(view) if self.in_words else _bars(view, width)
        for text in verdicts_in_words(view):
            lines += wrapped(text, width, "text--title")
        return [
            *lines,
            [],
            *_cards(view.said, width, most_columns=1 if self.in_words else len(view.said)),
        ]


def verdicts_in_words(view: Disagreement) -> list[str]:
    """How the sources agree with each other and with the editor, a sentence each."""
    dates = {number: said.comparison.date for number, said in enumerate(view.said)}
    sentences = [_pair_in_words(pair, dates) for pair in view.pairs]
    for number, said in enumerate(view.said):
        if said.comparison.agreement == "conflicts":
            sentences.append(f"Source {number + 1} conflicts with the editor's date.")
    return sentences or ["Fewer than two sources say when: there is nothing to compare."]


def _pair_in_words(pair: Pair, dates: dict[int, EdtfDate | None]) -> str:
    first, second = pair.first + 1, pair.second + 1
    one, other = dates[pair.first], dates[pair.second]
    if pair.agreement == "refines" and one is not None and other is not None:
        finer, coarser = (second, first) if contains(one, other) else (first, second)
        return f"Source {finer} refines source {coarser}: it is more exact, and within the other."
    return {
        "same": f"Sources {first} and {second} give the same date.",
        "overlaps": f"Sources {first} and {second} overlap only in part.",
        "conflicts": f"Sources {first} and {second} conflict: both cannot be right.",
    }[pair.agreement]


def _dates(view: Disagreement) -> list[Line]:
    """The dates alone, for somebody who does not see the bars."""
    return [[Run(drawable(" ".join(label.split())))] for label, _ in _rows(view)]


def _rows(view: Disagreement) -> list[tuple[str, EdtfDate | None]]:
    """Who says it, and when."""
    rows: list[tuple[str, EdtfDate | None]] = [(f"editor   {describe(view.event.date)}", view.event.date)]
    for number, said in enumerate(view.said):
        date = said.comparison.date
        rows.append((f"source {number + 1} {describe(date) if date else 'does not say'}", date))
    return rows


def _bars(view: Disagreement, width: int) -> list[Line]:
    """Each date as a bar, beside who says it; below, where there is no room beside."""
    rows = _rows(view)
    beside = width - _LABEL >= _NARROWEST_BARS
    axis = axis_of([date for _, date in rows if date], width - _LABEL if beside else width)
    lines: list[Line] = []
    for label, date in rows:
        runs = bar(date, axis) if date and axis else []
        text = drawable(label if beside else " ".join(label.split()))
        if beside:
            lines.append([Run(fit(text, _LABEL - 1) + " "), *_styled(runs)])
        else:
            lines += [*wrapped(text, width), *([_styled(runs)] if runs else [])]
    if axis:
        lines.append([Run(" " * (_LABEL if beside else 0)), *_styled(scale(axis))])
    return lines


def _styled(runs: Sequence[Run]) -> Line:
    return [Run(run.text, _STYLES[run.style]) for run in runs]


def _cards(said: Sequence[Said], width: int, most_columns: int) -> list[Line]:
    """The passages in as many columns as have room."""
    columns = max(1, min(most_columns, (width + _GAP) // (_CARD + _GAP)))
    card_width = (width - _GAP * (columns - 1)) // columns
    cards = [_card(number, each, card_width) for number, each in enumerate(said)]
    lines: list[Line] = []
    for start in range(0, len(cards), columns):
        for row in zip_longest(*cards[start : start + columns], fillvalue=()):
            *left, last = row
            lines.append([*(run for cell in left for run in padded(cell, card_width + _GAP)), *last])
        lines.append([])
    return lines


def _card(number: int, said: Said, width: int) -> list[Line]:
    cited, comparison = said.cited, said.comparison
    document, source, passage = cited.document, cited.source, cited.passage
    if document is None or source is None or passage is None:
        return []
    found = " (found in its words)" if comparison.found else ""
    says = f"says {describe(comparison.date)}{found}" if comparison.date else "does not say when"
    voice = f"{source.voice}, in " if source.voice else ""
    paragraphs = [
        [Run(f"Source {number + 1}  {says}", "text--title")],
        [Run(drawable(f"{voice}{document.title}"), "text--name")],
        [Run(drawable(document.stance), "text--quiet")],
        *verdict_notes(document, source, passage),
    ]
    if passage.is_verified:
        paragraphs.append([Run(f"“{drawable(document.text[passage.start : passage.end])}”")])
    if source.note:
        paragraphs.append([Run(drawable(f"Note: {source.note}"), "text--aside")])
    return [line for paragraph in paragraphs for line in wrapped(paragraph, width)]
