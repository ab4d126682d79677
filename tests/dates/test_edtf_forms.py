"""Every form of the specification, with the days that it means."""

from __future__ import annotations

import pytest
from edtf_examples import FORMS

from explorer.dates import EdtfDate, iso_day, parse


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), FORMS, ids=[form[0] for form in FORMS])
def test_a_form_means_its_days(text: str, earliest: str, latest: str, precision: str) -> None:
    date = parse(text)
    assert (str(iso_day(date.earliest)), str(iso_day(date.latest)), date.precision) == (
        earliest,
        latest,
        precision,
    )
    assert date.text == text


@pytest.mark.parametrize("form", FORMS, ids=[form[0] for form in FORMS])
def test_qualifiers_anywhere_count_for_the_whole(form: tuple[str, ...]) -> None:
    date = parse(form[0])
    assert date.uncertain == any(sign in date.text for sign in "?%")
    assert date.approximate == any(sign in date.text for sign in "~%")


@pytest.mark.parametrize("qualifier", "?~%")
@pytest.mark.parametrize("text", ["1957", "1957-03", "1957-03-02", "195X", "1957-21", "Y17000", "1957S2"])
def test_qualifiers_do_not_move_the_bounds(text: str, qualifier: str) -> None:
    plain, qualified = parse(text), parse(text + qualifier)
    assert (qualified.earliest, qualified.latest, qualified.precision) == (
        plain.earliest,
        plain.latest,
        plain.precision,
    )


def test_a_date_is_a_frozen_value() -> None:
    assert parse("1960") == EdtfDate("1960", 715510, 715875, "year")
    with pytest.raises(AttributeError):
        parse("1960").text = "1961"  # type: ignore[misc]
