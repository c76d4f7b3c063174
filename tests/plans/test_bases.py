"""The legal bases of a plan are linked to documents that the register holds, also later ones."""

import datetime as dt

import pytest

from haidang.documents.commands import register_document
from haidang.plans import queries
from tests.makers import make_authority
from tests.makers.plans import PLAN, make_plan

pytestmark = pytest.mark.django_db
SECOND = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;"
TEXT = PLAN.replace("Thực hiện Quyết định", f"{SECOND}\n\nThực hiện Quyết định")


@pytest.fixture
def authority():
    return make_authority(communes=1)


def register(authority, **facts):
    given = {"number": "1", "symbol": "QĐ-UBND", "issued_on": dt.date(2023, 9, 29)} | facts
    return register_document(
        document_type="Quyết định",
        title="về công tác thông tin",
        unit=authority.district,
        text="văn bản",
        by=authority.drafter,
        **given,
    )


def test_bases_of_are_as_they_were_read_and_not_linked_without_the_document(authority):
    bases = queries.bases_of(make_plan(authority, text=TEXT), authority.drafter)

    assert [basis.cited["kind"] for basis in bases] == ["Nghị định", "Quyết định"]
    assert [basis.document for basis in bases] == [None, None]


def test_a_document_registered_later_is_linked_from_then_on(authority):
    plan = make_plan(authority, text=TEXT.replace("của Ủy ban nhân dân tỉnh về", "về"))

    edition = register(authority).edition

    bases = queries.bases_of(plan, authority.drafter)
    assert [basis.edition for basis in bases] == [None, edition]
    assert bases[1].document == edition.document


def test_a_document_of_another_authority_is_not_taken_for_the_one_cited(authority):
    plan = make_plan(authority, text=TEXT)  # it cites the province's, of the same number and day
    register(authority)

    assert [basis.edition for basis in queries.bases_of(plan, authority.drafter)] == [None, None]


def test_bases_of_a_plan_read_in_before_are_found_as_well(authority):
    plan = make_plan(authority, text=TEXT.replace("của Ủy ban nhân dân tỉnh về", "về"))
    edition = register(authority).edition
    del plan.header["references"]

    assert [basis.edition for basis in queries.bases_of(plan, authority.drafter)][-1] == edition


def test_bases_of_cost_one_question(authority, django_assert_num_queries):
    plan = make_plan(authority, text=TEXT)
    queries.bases_of(plan, authority.drafter)  # what is known of the person stays known
    with django_assert_num_queries(1):
        queries.bases_of(plan, authority.drafter)


def test_bases_of_a_plan_without_any_ask_nothing(authority, django_assert_num_queries):
    text = "\n".join(line for line in PLAN.splitlines() if not line.startswith("Thực hiện"))
    plan = make_plan(authority, text=text)

    with django_assert_num_queries(0):
        assert queries.bases_of(plan, authority.drafter) == []
