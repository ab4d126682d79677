"""The verdicts on a dataset, and the problems that come of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from explorer.dates import parse
from explorer.evidence import Evidence, Passage, verify
from explorer.model import Citation, Dataset, Document, Event, Place

TEXT = "In 1960 Cuba recognised China.\n\nThey met in May.\r\nThey met in June.\rThe ﬁnal talks failed."


def cite(quote: str, document: str = "doc", prefix: str = "", line: int = 7) -> Citation:
    place = Place("events.yaml", line, 9)
    return Citation(document=document, quote=quote, prefix=prefix, place=place)


def dataset(*events: tuple[Citation, ...], texts: dict[str, str] | None = None) -> Dataset:
    place = Place("events.yaml", 1, 1)
    return Dataset(
        path=Path(),
        title="Test",
        countries={},
        documents={
            id_: Document(id=id_, title=id_, text=text, place=place)
            for id_, text in (texts or {"doc": TEXT}).items()
        },
        types={},
        events=tuple(
            Event(
                id=f"event-{number}",
                date=parse("1960"),
                countries=(),
                type="other",
                title="Event",
                sources=sources,
                place=place,
            )
            for number, sources in enumerate(events)
        ),
        problems=(),
    )


def verdicts(evidence: Evidence) -> list[list[str]]:
    return [[passage.verdict for passage in passages] for passages in evidence.passages]


def test_passages_stand_in_the_order_of_the_events_and_their_citations() -> None:
    evidence = verify(
        dataset(
            (cite("In 1960 Cuba recognised China"), cite("They met in May")), (), (cite("the final talks"),)
        )
    )
    assert verdicts(evidence) == [["exact", "exact"], [], ["typography"]]
    assert evidence.documents["doc"].text == TEXT
    assert evidence.problems == ()


def test_a_changed_quote_is_a_problem_that_says_what_differs_and_where() -> None:
    (problem,) = verify(dataset((cite("In 1961 Cuba recognised China", line=12),))).problems
    assert (problem.file, problem.line, problem.column) == ("events.yaml", 12, 9)
    assert (problem.severity, problem.code, problem.event) == ("error", "quote-changed", "event-0")
    assert problem.message == "the quote differs from doc, line 1: the number 1961 reads 1960 in the document"
    assert problem.hint == "The document has: “In 1960 Cuba recognised China”."


def test_an_ambiguous_quote_is_a_problem_that_names_its_lines() -> None:
    (problem,) = verify(dataset((cite("They met in"),))).problems
    assert (problem.severity, problem.code) == ("error", "quote-ambiguous")
    assert problem.message == "the quote stands twice in doc, lines 3 and 4"
    assert "prefix or suffix" in problem.hint


def test_a_quote_that_stands_often_is_counted_and_its_first_lines_named() -> None:
    texts = {"doc": "so it was\n" * 9, "one": "so it was " * 9, "many": "so it was\n" * 1000}
    citations = tuple(cite("so it was", document) for document in texts)
    messages = [problem.message for problem in verify(dataset(citations, texts=texts)).problems]
    assert messages == [
        "the quote stands 9 times in doc, lines 1, 2, 3, 4, 5, 6 …",
        "the quote stands 9 times in one, line 1",
        "the quote stands at least 100 times in many, lines 1, 2, 3, 4, 5, 6 …",
    ]


def test_a_missing_quote_is_a_problem_that_offers_the_nearest_passage() -> None:
    evidence = verify(dataset((cite("Then the final words failed badly"), cite("Nothing near"))))
    near, far = evidence.problems
    assert (near.severity, near.code, near.message) == ("error", "quote-missing", "the quote is not in doc")
    assert near.hint == "Nearest, on line 5: “The ﬁnal talks failed”."
    assert far.hint == "Nothing in the document comes near; is it the right one?"


def test_a_long_passage_is_cut_in_a_hint() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    (problem,) = verify(dataset((cite(text.replace("word7 ", "other ")),), texts={"doc": text})).problems
    assert len(problem.hint) < 200
    assert problem.hint.endswith("…”.")


def test_typography_is_no_problem() -> None:
    assert verify(dataset((cite("the final talks"), cite("In 1960 […] China")))).problems == ()


def test_a_quote_that_the_loader_has_complained_about_is_missing_without_a_second_problem() -> None:
    evidence = verify(dataset((cite(""), cite(" \n"), cite("They met", document="unknown"))))
    assert verdicts(evidence) == [["missing", "missing", "missing"]]
    assert evidence.problems == ()


def test_a_prefix_of_the_citation_decides() -> None:
    evidence = verify(dataset((cite("They met in", prefix="China."),)))
    assert evidence.passages == ((Passage("exact", 32, 43),),)


def test_nothing_is_sought_again_where_nothing_has_changed() -> None:
    before = verify(dataset((cite("They met in May"),), (cite("In 1961 Cuba recognised China"),)))
    again = verify(dataset((cite("They met in May"),), (cite("In 1961 Cuba recognised China"),)), before)
    assert again == before
    assert all(old is new for old, new in zip(before.passages, again.passages, strict=True))
    assert again.documents["doc"] is before.documents["doc"]


def test_a_new_quote_and_a_new_order_of_events_are_seen() -> None:
    first, second = (cite("They met in May"),), (cite("They met in June"),)
    before = verify(dataset(first, second))
    changed = dataset(first, (cite("They met in July"),))
    assert verdicts(verify(changed, before)) == [["exact"], ["changed"]]
    turned = replace(changed, events=changed.events[::-1])
    assert verdicts(verify(turned, before)) == [["changed"], ["exact"]]


def test_a_document_that_has_changed_is_read_again() -> None:
    citations = (cite("They met in May"), cite("Nobody came", document="other"))
    before = verify(dataset(citations, texts={"doc": TEXT, "other": "Nobody came."}))
    after = verify(dataset(citations, texts={"doc": TEXT, "other": "Somebody came."}), before)
    assert verdicts(after) == [["exact", "changed"]]
    gone = verify(dataset(citations, texts={"doc": TEXT}), before)
    assert verdicts(gone) == [["exact", "missing"]]


def test_a_problem_stands_at_the_quote_where_that_has_moved_to() -> None:
    before = verify(dataset((cite("They met in July", line=5),)))
    (problem,) = verify(dataset((cite("They met in July", line=9),)), before).problems
    assert problem.line == 9
