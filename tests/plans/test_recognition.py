"""Which unit the words of a document mean: exactly, nearly, or nobody."""

import datetime as dt

import pytest

from haidang.orgs import commands as orgs
from haidang.plans.recognition import Gazetteer, Recognised
from tests.makers import make_authority, make_unit

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 1, 1)


@pytest.fixture
def authority():
    return make_authority()


@pytest.fixture
def gazetteer(authority):
    return Gazetteer(authority.district, DAY)


def test_a_name_is_recognised_exactly(authority, gazetteer):
    found = gazetteer.recognise("phòng Văn hoá – Thông tin huyện")

    assert found == Recognised(unit=authority.office, is_exact=True)


def test_a_group_is_recognised(authority, gazetteer):
    found = gazetteer.recognise("UBND các xã, thị trấn")

    assert found == Recognised(group=authority.group, is_exact=True)


def test_a_district_may_leave_its_own_name_out(authority, gazetteer):
    assert gazetteer.recognise("Ủy ban nhân dân huyện").unit == authority.district


def test_a_near_name_is_recognised_but_not_surely(authority, gazetteer):
    found = gazetteer.recognise("Phòng Văn hóa và Thônh tin huyện")

    assert found == Recognised(unit=authority.office, is_exact=False)


@pytest.mark.parametrize("phrase", ["", "Sở Tài chính", "các cơ quan có liên quan", "xã Thử 9"])
def test_what_is_unknown_stays_a_phrase(gazetteer, phrase):
    assert not gazetteer.recognise(phrase).is_found


def test_a_name_that_two_units_bear_is_nobody(authority):
    for _ in range(2):
        make_unit("Trạm Y tế", kind="tram", parent=authority.district)

    assert not Gazetteer(authority.district, DAY).recognise("Trạm Y tế").is_found


def test_units_of_others_and_units_that_ended_are_nobody(authority):
    make_unit("Trạm của người khác", kind="tram")
    ended = make_unit("Trạm cũ", kind="tram", parent=authority.district)
    heir = make_unit("Trạm mới", kind="tram", parent=authority.district)
    orgs.replace_units(
        predecessors=[ended], successors=[heir], on=dt.date(2020, 1, 1), how="rename", by=None
    )
    gazetteer = Gazetteer(authority.district, DAY)

    assert not gazetteer.recognise("Trạm của người khác").is_found
    assert not gazetteer.recognise("Trạm cũ").is_found


def test_candidates_are_the_likeliest_names(authority, gazetteer):
    assert gazetteer.candidates("Phòng Văn hóa, Thể thao và Thông tin")[0] == authority.office
    assert gazetteer.candidates("zzz") == []
