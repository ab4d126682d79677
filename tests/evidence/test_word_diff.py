"""The word diff that is shown with a changed quote."""

from __future__ import annotations

from explorer.evidence import DiffPart, word_diff


def marked(quote: str, found: str) -> str:
    signs = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(signs[part.kind][0] + part.text + signs[part.kind][1] for part in word_diff(quote, found))


def test_a_part_is_a_kind_and_a_text() -> None:
    assert word_diff("in 1961 they", "in 1960 they") == (
        DiffPart("same", "in"),
        DiffPart("removed", " 1961"),
        DiffPart("added", " 1960"),
        DiffPart("same", " they"),
    )


def test_words_left_out_and_put_in_stand_where_they_belong() -> None:
    assert marked("Cuba did not recognise China", "Cuba recognised China") == (
        "Cuba[- did not recognise-]{+ recognised+} China"
    )
    assert marked("relations cooled", "relations with Cuba cooled") == "relations{+ with Cuba+} cooled"


def test_two_names_that_changed_places_are_two_differences() -> None:
    assert marked("Cuba recognised China", "China recognised Cuba") == (
        "[-Cuba-]{+China+} recognised[- China-]{+ Cuba+}"
    )


def test_punctuation_is_a_difference_of_its_own() -> None:
    assert (
        marked("They met, and parted.", "They met; and parted!") == "They met[-,-]{+;+} and parted[-.-]{+!+}"
    )


def test_a_number_and_a_word_with_an_apostrophe_are_whole() -> None:
    assert marked("1,400 didn’t go", "11,400 didn't go") == "[-1,400-]{+11,400+} didn't go"


def test_another_setting_is_no_difference_and_is_shown_as_it_is_in_the_text() -> None:
    assert marked("the final “co-operation”", "The\nﬁnal 'co-operation'") == "The ﬁnal 'co-operation'"


def test_a_hyphen_makes_another_word() -> None:
    assert marked("re-sign it", "resign it") == "[-re-sign-]{+resign+} it"
    assert marked("Sino Soviet pact", "Sino-Soviet pact") == "Sino[- Soviet-]{+-Soviet+} pact"


def test_nothing_differs_from_nothing() -> None:
    assert word_diff("", "") == ()
    assert marked("", "word") == "{+word+}"
    assert marked("—", "") == "[-—-]"


def test_long_texts_are_compared_word_by_word_too() -> None:
    words = [f"word{number}" for number in range(5_000)]
    changed = [*words[:2_500], "other", *words[2_501:]]
    kinds = [(part.kind, len(part.text.split())) for part in word_diff(" ".join(words), " ".join(changed))]
    assert kinds == [("same", 2_500), ("removed", 1), ("added", 1), ("same", 2_499)]
