"""The parser beside the `edtf` package, on examples that both understand."""

from __future__ import annotations

import pytest

from explorer.dates import civil, parse

edtf = pytest.importorskip("edtf")

# Left out are winters, of which the package knows only December, and `1984-1X`, at which it breaks.
TEXTS = """
1985-04-12 1985-04 1985 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2005/2006-02 1984? 2004-06~ -0044
2004-06-11% 2001-21 2001-22 2001-23 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX 2004-06~-11 ?2004-06-~11 1900-02
2004-%06-11 156X-12-25 15XX-12-25 1XXX-12 2004-06-~01/2004-06-~20 2001-26 2001-29 2001-34 2001-37 2001-41
"""


@pytest.mark.parametrize("text", TEXTS.split())
def test_the_bounds_are_those_of_the_edtf_package(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = edtf.parse_edtf(text)
    capsys.readouterr()
    ours = parse(text)
    assert ours.earliest is not None
    assert ours.latest is not None
    assert civil(ours.earliest) == tuple(theirs.lower_strict()[:3])
    assert civil(ours.latest) == tuple(theirs.upper_strict()[:3])
