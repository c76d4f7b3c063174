"""Which of the documents that we hold a text cites."""

import datetime as dt

import pytest

from haidang.documents.commands import register_document
from haidang.documents.queries import Cited, editions_cited
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 9, 29)


@pytest.fixture
def province():
    return make_unit("tỉnh Thử", kind="tinh")


@pytest.fixture
def clerk(province):
    return make_user(Role.CLERK, unit=province)


def held(unit, by, number="1", symbol="QĐ-UBND", issued_on=DAY):
    revision = register_document(
        document_type="Quyết định",
        title="về công tác thông tin",
        unit=unit,
        text="văn bản",
        by=by,
        number=number,
        symbol=symbol,
        issued_on=issued_on,
    )
    return revision.edition


def meant(user, code, date="2023-09-29", issuer=None):
    (edition,) = editions_cited([Cited(code, date, issuer)], user)
    return edition


@pytest.mark.parametrize(
    ("code", "issuer"),
    [
        ("1/QĐ-UBND", "Ủy ban nhân dân tỉnh"),
        ("01/QĐ-UBND", None),
        ("001/QĐ – UBND", "UBND tỉnh Thử"),
        ("1/qđ-ubnd", "Uỷ ban nhân dân tỉnh Thử"),
    ],
)
def test_a_citation_finds_the_document_however_it_is_written(province, clerk, code, issuer):
    edition = held(province, clerk)

    assert meant(clerk, code, issuer=issuer) == edition


@pytest.mark.parametrize(
    ("code", "date", "issuer"),
    [
        ("2/QĐ-UBND", "2023-09-29", None),
        ("1/KH-UBND", "2023-09-29", None),
        ("1/QĐ-UBND", "2022-09-29", None),
        ("1/QĐ-UBND", None, None),
        ("1/QĐ-UBND", "2023-09", None),
        ("1/QĐ-UBND", "2023-09-29", "Ủy ban nhân dân huyện"),
        (None, "2023-09-29", None),
        ("không số", "2023-09-29", None),
    ],
)
def test_a_citation_of_something_else_finds_nothing(province, clerk, code, date, issuer):
    held(province, clerk)

    assert meant(clerk, code, date, issuer) is None


def test_a_year_within_the_number_stands_for_the_date(province, clerk):
    decree = held(province, clerk, "30", "NĐ-CP", dt.date(2020, 3, 5))

    assert meant(clerk, "30/2020/NĐ-CP", None) == decree
    assert meant(clerk, "30/2021/NĐ-CP", None) is None
    assert meant(clerk, "14-KH/TU") is None


def test_what_two_authorities_issued_alike_is_neither_until_one_is_named(province, clerk):
    district = make_unit("huyện Thử", kind="huyen", parent=province)
    of_district = held(district, make_user(Role.CLERK, unit=district))
    of_province = held(province, clerk)

    assert meant(clerk, "1/QĐ-UBND") is None
    assert meant(clerk, "1/QĐ-UBND", issuer="UBND huyện") == of_district
    assert meant(clerk, "1/QĐ-UBND", issuer="UBND tỉnh") == of_province


def test_a_document_entered_twice_is_the_last_of_the_two(province, clerk):
    _, last = held(province, clerk), held(province, clerk)

    assert meant(clerk, "1/QĐ-UBND") == last


def test_drafts_and_what_a_person_may_not_see_are_not_found(province, clerk):
    stranger = make_unit("tỉnh Lạ", kind="tinh")
    held(stranger, make_user(Role.CLERK, unit=stranger))
    held(province, clerk, issued_on=None)

    assert meant(clerk, "1/QĐ-UBND") is None


def test_a_district_finds_what_stands_above_it(province, clerk):
    edition = held(province, clerk)
    district = make_unit("huyện Thử", kind="huyen", parent=province)

    assert meant(make_user(unit=district), "1/QĐ-UBND") == edition


def test_all_citations_cost_one_question(province, clerk, django_assert_num_queries):
    held(province, clerk)
    clerk.roles()
    with django_assert_num_queries(1):
        found = editions_cited([Cited(f"{n}/QĐ-UBND", "2023-09-29") for n in range(9)], clerk)
    with django_assert_num_queries(0):
        assert [edition and str(edition.document.unit) for edition in found].count(None) == 8
        assert editions_cited([Cited(None)], clerk) == [None]
