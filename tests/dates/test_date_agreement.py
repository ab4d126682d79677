from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

import pytest
from edtf_strategies import dates, nearby_masks
from hypothesis import given

from explorer.dates import EdtfDate, compare, contains, iso_day, parse, possibly_within

AGREEMENTS = """
1960-09         1960-09-28              refines
1960            1960                    same
1957~           1957?                   same
1960            1960-01-01/1960-12-31   same
1957            1964                    conflicts
1960/1964       1963/1967               overlaps
1960/1964       1962                    refines
1989/..         1995                    refines
1989/..         1985                    conflicts
1989/..         1980/..                 refines
1989/..         ../1990                 overlaps
../1950         ../1960                 refines
196X            1964-04                 refines
1950S2          1950                    refines
-0043           -0043-03-15             refines
Y17E7           Y170000000              same
Y1E999          1961                    conflicts
[1957,1960]     1957                    refines
[1957,1960]     1958                    conflicts
[1957,1960]     1957/1960               refines
[1957,1960]     1957/1959               overlaps
[1957,1960]     {1960,1957}             same
[1960,1961]     1960/1961               same
[1957..1960]    1957/1960               same
[1957,1960..]   1970                    refines
[1957,1960..]   1959                    conflicts
[1957,1960]     [1957,1958,1960]        refines
156X-12-25      1565-12-25              refines
156X-12-25      1565-06                 conflicts
156X-12-25      1565-12                 overlaps
156X-12-25      156X-12-25              same
156X-12-25      156X-12                 refines
156X-12-25      156X-06                 conflicts
1960-XX-28      1960-09-28              refines
1960-XX-28      1960-09-27              conflicts
1960-1X         1960-10/1960-12         same
XXXX-04         1961-04-16              refines
XXXX-04         1961-04                 refines
XXXX-04         1961-05                 conflicts
XXXX-04         1961                    overlaps
XXXX-04         1961/..                 overlaps
XXXX-04         XXXX-04-16              refines
XXXX-04         XXXX-05                 conflicts
XXXX-04         196X-04                 refines
XXXX            1961-04-16              refines
XXXX            1961/..                 refines
XXXX            XXXX                    same
XXXX            XXXX-04                 refines
XXXX            ../..                   same
-XXXX           -0043                   refines
-XXXX           1961                    conflicts
XXXX-02-29      1960-02-29              refines
XXXX-02-29      1961                    conflicts
XXXX-02-29      1897/1903               conflicts
XXXX-02-29      1896/1903               overlaps
XXXX-12-31      1960-12-31/1961-01-02   overlaps
XXXX-24         1961-01-05              refines
XXXX-24         1961-03                 conflicts
XXXX-06-05/XXXX-06-09  1961-06-07       refines
XXXX-06-05/XXXX-06-09  1961-06-10       conflicts
XXXX-12/XXXX-02        1961-01          refines
XXXX-12/XXXX-02        1961-03          conflicts
XXXX-24/XXXX-03        1961-03-05       refines
XXXX-04/..             1961-05          refines
[XXXX-04,1961]         1958             refines
"""
CASES = [tuple(line.split()) for line in AGREEMENTS.strip().splitlines()]


@pytest.mark.parametrize(("a", "b", "agreement"), CASES, ids=[" and ".join(case[:2]) for case in CASES])
def test_two_dates_agree_or_not(a: str, b: str, agreement: str) -> None:
    assert compare(parse(a), parse(b)) == agreement
    assert compare(parse(b), parse(a)) == agreement


def test_a_month_contains_its_day_and_not_the_other_way() -> None:
    month, day = parse("1960-09"), parse("1960-09-28")
    assert contains(month, day)
    assert not contains(day, month)


@given(dates, dates)
def test_agreement_does_not_depend_on_who_speaks_first(a: EdtfDate, b: EdtfDate) -> None:
    assert compare(a, b) == compare(b, a)


@given(dates)
def test_a_date_is_the_same_as_itself(date: EdtfDate) -> None:
    assert compare(date, date) == "same"


@given(dates, dates)
def test_agreement_follows_from_containment(a: EdtfDate, b: EdtfDate) -> None:
    agreement = compare(a, b)
    assert (agreement == "same") == (contains(a, b) and contains(b, a))
    assert (agreement == "refines") == (contains(a, b) != contains(b, a))


@given(dates, dates, dates)
def test_containment_is_transitive(a: EdtfDate, b: EdtfDate, c: EdtfDate) -> None:
    for outer, middle, inner in ((a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, a, b), (c, b, a)):
        if contains(outer, middle) and contains(middle, inner):
            assert contains(outer, inner)


@given(dates, dates)
def test_dates_with_bounds_that_share_no_day_conflict(a: EdtfDate, b: EdtfDate) -> None:
    bounded = a.earliest is not None or a.latest is not None
    if bounded and (b.earliest or b.latest) and not possibly_within(a, b.earliest, b.latest):
        assert compare(a, b) == "conflicts"


# Enough years around the nearby ones that what holds in them holds always.
_DAYS = [str(date(1940, 1, 1) + timedelta(days)) for days in range(40 * 365)]


@lru_cache(maxsize=512)
def _days_that_fit(mask: str) -> frozenset[str]:
    fits = re.compile(mask.replace("X", "[0-9]")).match
    return frozenset(day for day in _DAYS if fits(day))


@given(nearby_masks, nearby_masks)
def test_agreement_is_that_of_the_days_one_by_one(a: str, b: str) -> None:
    days_a, days_b = _days_that_fit(a), _days_that_fit(b)
    assert contains(parse(a), parse(b)) == (days_a >= days_b)
    assert (compare(parse(a), parse(b)) == "conflicts") == days_a.isdisjoint(days_b)


@given(nearby_masks)
def test_bounds_are_the_first_and_the_last_day_that_fits(mask: str) -> None:
    dated = parse(mask)
    if not mask.startswith("XXXX"):
        days = _days_that_fit(mask)
        assert (iso_day(dated.earliest), iso_day(dated.latest)) == (min(days), max(days))
