"""Where the words of a plan stand in its file: the line, the cell, the page and its box."""

import pytest

from haidang.plans import queries
from haidang.plans.keeping import add_original
from haidang.plans.models import Original
from haidang.text.blocks import Place
from tests.makers import make_authority
from tests.makers.plans import FOUNDING_PLAN, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan(make_authority(communes=1))


def test_places_of_a_text_are_its_lines(plan):
    task = plan.tasks.get(label="III.2.b")

    places = queries.places_of(plan, task.start, task.end)

    line = plan.revision.text[: task.start].count("\n") + 1
    assert [place.where for place in places] == [f"dòng {line}"]
    assert queries.page_count(plan) == 0


def test_places_come_back_as_they_were_kept(plan):
    Original.objects.all().delete()
    kept = [
        Place(0, 9, "trang 1", page=1, box=(0.1, 0.2, 0.5, 0.25)),
        Place(9, 20, "bảng 1, hàng 2, ô 3", cell=(1, 2, 3)),
        Place(20, 30, "trang 2", is_recognised=True, page=2, box=(0.0, 0.0, 1.0, 1.0)),
    ]
    add_original(plan, kept)

    assert queries.places_of(plan, 0, 30) == kept
    assert queries.places_of(plan, 8, 10) == kept[:2]
    assert queries.places_of(plan, 9, 9) == []
    assert queries.places_of(plan, 30, 99) == []
    assert queries.page_count(plan) == 2


def test_a_plan_of_before_has_no_places(plan):
    Original.objects.all().delete()

    assert (queries.places_of(plan, 0, 99), queries.page_count(plan)) == ([], 0)


def test_a_pdf_gives_pages_and_boxes():
    authority = make_authority(communes=1)
    from haidang.plans.commands import read_in

    plan = read_in(
        content=FOUNDING_PLAN.with_suffix(".pdf").read_bytes(),
        file_name="ke-hoach.pdf",
        unit=authority.district,
        by=authority.drafter,
    )
    task = plan.tasks.get(label="III.4.c")

    places = queries.places_of(plan, task.start, task.end)

    assert queries.page_count(plan) >= max(place.page for place in places) >= 1
    for left, top, right, bottom in (place.box for place in places):
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1
    assert str(plan.original) == "bản gốc của 99/KH-UBND"


def test_places_and_pages_cost_one_question_each(plan, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.places_of(plan, 0, 10**6)
    with django_assert_num_queries(1):
        queries.page_count(plan)
