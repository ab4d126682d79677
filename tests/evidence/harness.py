"""Zero silent wrong anchors: quotes are drawn from long texts, the texts altered, and the verdicts judged.

Run it for the table: python tests/evidence/harness.py [number of texts] [characters of each]
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from alterations import ALTERATIONS, SETTINGS, Alteration, Edit, Setting, edited, offsets
from prose import Writer

from explorer.evidence import DocumentText, Passage, locate

TEXTS, CHARACTERS = 3, 90_000
SHORTEST, LONGEST = 30, 260
# With so many of the words the same a quote must be told as changed, with no more than so many as missing.
CLOSE, NOT_CLOSE = 0.8, 0.6
AS_GOOD = 0.9

Span = tuple[int, int]


class Quote(NamedTuple):
    """A quote at its place in a text, and the span of the whole sentences that it touches."""

    text: str
    span: Span
    sentences: Span


class Trial(NamedTuple):
    """A quote sought in a document, and what must come of it."""

    document: DocumentText
    quote: str
    is_right: Callable[[Passage], bool]
    prefix: str = ""
    suffix: str = ""


@dataclass
class Tally:
    """What came of the trials of one kind."""

    verdicts: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Trial, Passage]] = field(default_factory=list)

    def add(self, trial: Trial) -> None:
        passage = locate(trial.document, trial.quote, trial.prefix, trial.suffix)
        self.verdicts[passage.verdict] += 1
        if not trial.is_right(passage):
            self.wrong.append((trial, passage))


def draw(rng: random.Random, text: str) -> list[Quote]:
    """Quotes of whole words that stand once, no two in one sentence."""
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s)", text)]
    starts = [0, *(end + len(text[end:]) - len(text[end:].lstrip()) for end in ends[:-1])]
    quotes: list[Quote] = []
    free_from = 0
    for start, end in zip(starts, ends, strict=True):
        if start < free_from:
            continue
        words = [match.start() for match in re.finditer(r"(?<!\S)[\w“]", text[start:end])]
        first = start + rng.choice(words)
        last = text.rfind(" ", first, first + rng.randint(SHORTEST, LONGEST))
        quote = text[first:last].rstrip(" —")
        if len(quote) >= SHORTEST and text.count(quote) == 1:
            span = first, first + len(quote)
            quotes.append(Quote(quote, span, (start, next(end for end in ends if end >= span[1]))))
            free_from = quotes[-1].sentences[1]
    return quotes


def words_shared(a: str, b: str) -> float:
    """Twice the number of words that two texts share in order, over the number in both."""
    here, there = (re.findall(r"\w+(?:[.,]\w+)*", text) for text in (a, b))
    return SequenceMatcher(None, here, there, autojunk=False).ratio()


def changed_at(text: str, quote: str, span: Span) -> Callable[[Passage], bool]:
    """Told as changed, there or where about as many of the words stand; if few are left, as missing."""
    left = words_shared(quote, text[slice(*span)])

    def is_right(passage: Passage) -> bool:
        if passage.verdict == "missing":
            return left < CLOSE
        start, end = passage.start or 0, passage.end or 0
        is_there = start < span[1] and end > span[0]
        is_near = is_there or words_shared(quote, text[start:end]) >= AS_GOOD * left
        return passage.verdict == "changed" and passage.why != "" and is_near

    return is_right


def missing_from(text: str, quote: str) -> Callable[[Passage], bool]:
    """Told as missing, or as changed where another sentence has as good as the same words."""

    def is_right(passage: Passage) -> bool:
        if passage.verdict == "changed":
            return words_shared(quote, text[passage.start : passage.end]) > NOT_CLOSE
        return passage.verdict == "missing"

    return is_right


def found_at(verdict: str, span: Span) -> Callable[[Passage], bool]:
    return lambda p: (p.verdict, p.start, p.end) == (verdict, *span)


def altered(rng: random.Random, text: str, quotes: list[Quote], alteration: Alteration) -> Iterator[Trial]:
    edits: list[Edit] = []
    touched: list[Quote] = []
    for quote in quotes:
        made = alteration(rng, quote.text)
        if made:
            touched.append(quote)
            edits += [Edit(quote.span[0] + start, quote.span[0] + end, by) for start, end, by in made]
    cells = edited(text, edits)
    document, at = DocumentText("".join(cells)), offsets(cells)
    for quote in touched:
        span = at[quote.span[0]], at[quote.span[1]]
        if quote.text not in document.text[slice(*span)]:
            yield Trial(document, quote.text, changed_at(document.text, quote.text, span))


def reset(rng: random.Random, text: str, quotes: list[Quote], setting: Setting) -> Iterator[Trial]:
    cells = setting(rng, text)
    document, at = DocumentText("".join(cells)), offsets(cells)
    for quote in quotes:
        span = at[quote.span[0]], at[quote.span[1]]
        same = document.text[slice(*span)] == quote.text
        yield Trial(document, quote.text, found_at("exact" if same else "typography", span))


def unaltered(text: str, quotes: list[Quote]) -> Iterator[Trial]:
    document = DocumentText(text)
    for quote in quotes:
        yield Trial(document, quote.text, found_at("exact", quote.span))


def deleted(text: str, quotes: list[Quote]) -> Iterator[Trial]:
    """The sentences are gone; a quarter of them at a time, so that much is left to be mistaken for them."""
    for part in (quotes[at::4] for at in range(4)):
        document = DocumentText("".join(edited(text, [Edit(*quote.sentences, "") for quote in part])))
        for quote in part:
            yield Trial(document, quote.text, missing_from(document.text, quote.text))


def moved(text: str, quotes: list[Quote]) -> Iterator[Trial]:
    rest = "".join(edited(text, [Edit(*quote.sentences, "") for quote in quotes]))
    spans: list[Span] = []
    for quote in reversed(quotes):
        start = len(rest) + 1 + quote.span[0] - quote.sentences[0]
        spans.append((start, start + len(quote.text)))
        rest += "\n" + text[slice(*quote.sentences)]
    document = DocumentText(rest)
    for quote, span in zip(reversed(quotes), spans, strict=True):
        yield Trial(document, quote.text, found_at("exact", span))


def duplicated(text: str, quotes: list[Quote], context: str) -> Iterator[Trial]:
    """The sentences stand a second time at the end; the words around them tell the two places apart."""
    copy = "\n".join("Once more: " + text[slice(*quote.sentences)] + " So it goes on." for quote in quotes)
    document = DocumentText(text + copy + "\n")
    for quote in quotes:
        (first, last), (start, end) = quote.sentences, quote.span
        if context == "prefix" and first > 20:
            yield Trial(document, quote.text, found_at("exact", quote.span), prefix=text[first - 20 : start])
        elif context == "suffix" and last < len(text) - 20:
            yield Trial(document, quote.text, found_at("exact", quote.span), suffix=text[end : last + 20])
        elif not context:
            yield Trial(document, quote.text, lambda p: p.verdict == "ambiguous" and len(p.places) == 2)


def cut_short(rng: random.Random, text: str, quotes: list[Quote], at_end: bool) -> Iterator[Trial]:
    """The quote begins or ends within a word or a number."""
    document = DocumentText(text)
    for quote in quotes:
        word = re.search(r"\w+$" if at_end else r"^\w+", quote.text)
        if word and len(word.group()) > 1:
            lost = rng.randint(1, len(word.group()) - 1)
            cut = quote.text[:-lost] if at_end else quote.text[lost:]
            yield Trial(document, cut, changed_at(text, cut, quote.span))


def elided(
    rng: random.Random, text: str, quotes: list[Quote], alteration: Alteration | None
) -> Iterator[Trial]:
    document = DocumentText(text)
    for quote in quotes:
        words = quote.text.split(" ")
        if len(words) < 18:
            continue
        first = rng.randint(6, len(words) - 12)
        mark = rng.choice(("[…]", "…", "[...]", "..."))
        shorter = " ".join((*words[:first], mark, *words[first + 6 :]))
        if alteration is None:
            yield Trial(document, shorter, found_at("typography", quote.span))
        elif made := alteration(rng, shorter):
            wrong = "".join(edited(shorter, made))
            yield Trial(document, wrong, changed_at(text, quote.text, quote.span))


def first_letter(text: str, quotes: list[Quote]) -> Iterator[Trial]:
    document = DocumentText(text)
    for quote in quotes:
        if quote.text[0].isalpha():
            other = quote.text[0].swapcase() + quote.text[1:]
            yield Trial(document, other, found_at("typography", quote.span))


def trials(rng: random.Random, text: str, quotes: list[Quote]) -> Iterator[tuple[str, Iterator[Trial]]]:
    """All trials of a text, by what is done to it."""
    yield "nothing", unaltered(text, quotes)
    for name, alteration in ALTERATIONS.items():
        yield name, altered(rng, text, quotes, alteration)
    yield "the quote begins within a word", cut_short(rng, text, quotes, at_end=False)
    yield "the quote ends within a word", cut_short(rng, text, quotes, at_end=True)
    yield "the sentences are deleted", deleted(text, quotes)
    yield "the sentences are moved", moved(text, quotes)
    yield "the sentences are duplicated", duplicated(text, quotes, "")
    yield "duplicated, the quote has a prefix", duplicated(text, quotes, "prefix")
    yield "duplicated, the quote has a suffix", duplicated(text, quotes, "suffix")
    yield "the quote elides", elided(rng, text, quotes, None)
    yield "the quote elides, a digit is changed", elided(rng, text, quotes, ALTERATIONS["a digit is changed"])
    yield "the quote's first letter changes case", first_letter(text, quotes)
    for name, setting in SETTINGS.items():
        yield name, reset(rng, text, quotes, setting)


def run(texts: int, characters: int) -> tuple[int, dict[str, Tally]]:
    """The number of quotes drawn, and what came of the trials, by what was done."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    drawn = 0
    for seed in range(texts):
        rng = random.Random(seed)
        text = Writer(seed).text(characters)
        quotes = draw(rng, text)
        drawn += len(quotes)
        for name, made in trials(rng, text, quotes):
            for trial in made:
                tallies[name].add(trial)
    return drawn, dict(tallies)


VERDICTS = ("exact", "typography", "changed", "ambiguous", "missing")


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield f"| what is done | {' | '.join(VERDICTS)} | wrong |"
    yield "| --- |" + " ---: |" * (len(VERDICTS) + 1)
    for name, tally in tallies.items():
        counts = " | ".join(str(tally.verdicts[verdict] or "") for verdict in VERDICTS)
        yield f"| {name} | {counts} | {len(tally.wrong)} |"


def main() -> int:
    texts, characters = [*map(int, sys.argv[1:]), *(TEXTS, CHARACTERS)[len(sys.argv) - 1 :]]
    drawn, tallies = run(texts, characters)
    wrong = [case for tally in tallies.values() for case in tally.wrong]
    lines = [
        f"{drawn} quotes of {SHORTEST} to {LONGEST} characters from {texts} texts of {characters:,}:",
        "",
    ]
    lines += [
        *table(tallies),
        "",
        f"{len(wrong)} wrong of {sum(t.verdicts.total() for t in tallies.values()):,}",
    ]
    for trial, passage in wrong[:20]:
        lines += ["", f"quote   {trial.quote!r}", f"passage {passage}"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
