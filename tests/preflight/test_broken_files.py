"""Every rule of files catches a file that breaks it, and it alone does."""

from io import BytesIO

import pikepdf
import pytest
from broken_files import BROKEN, Way

from layout.catalogue import codes
from layout.preflight.registry import FILE, PROOF, QUICK, THOROUGH
from layout.preflight.runner import check_file

CASES = [pytest.param(code, way, id=f"{code} {way.name}") for code, ways in BROKEN.items() for way in ways]

# Not about a file that can be edited, so tested elsewhere: by name.
ELSEWHERE = {"P207": "the copy is needed too", "P307": "the theme is needed too"}


def broken(data: bytes, way: Way) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        way.edit(pdf)
        pdf.save(out, **way.save)
    return out.getvalue()


@pytest.mark.parametrize("base", ("pdf/x-4", "pdf/x-1a", "pdf/a-2a"))
def test_a_good_file_is_clean(good, base):
    assert check_file(good[base], "good.pdf") == ()


@pytest.mark.parametrize("base", ("pdf/x-4", "pdf/x-1a", "pdf/a-2a"))
def test_saving_alone_breaks_nothing(good, base):
    assert check_file(broken(good[base], Way("", lambda pdf: None)), "saved.pdf") == ()


@pytest.mark.parametrize(("code", "way"), CASES)
def test_a_file_that_breaks_one_rule(good, code, way):
    found = check_file(broken(good[way.base], way), "broken.pdf")
    known = {"P216"} if way.base == "plain" else set()  # a file that claims nothing has no intent
    assert {one.code for one in found} - known == {code}
    assert {one.severity for one in found if one.code == code} == {way.severity}
    assert all(one.where.document == "broken.pdf" for one in found)


def test_every_rule_has_its_broken_file():
    rules = {name.partition("_")[0].upper() for name in (*QUICK, *THOROUGH, *FILE, *PROOF)}
    assert rules == BROKEN.keys() | ELSEWHERE.keys()
    assert rules <= set(codes())
