"""The plan that the product was founded on, read whole, in each of the forms it comes in."""

import datetime as dt
import json
import os
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from haidang.plans import commands, queries
from haidang.plans.enums import Certainty, Part, TaskKind, TaskStatus
from haidang.plans.models import Assignment
from tests.makers import make_authority, make_unit
from tests.makers.plans import FOUNDING_PLAN

pytestmark = pytest.mark.django_db
CORPUS = Path(os.environ.get("HAIDANG_CORPUS", settings.ROOT.parent / "shared" / "corpus"))


@pytest.fixture
def authority():
    made = make_authority(communes=15)
    for name in ("Trung tâm Văn hóa - Thông tin và Thể thao huyện", "Đồn Biên phòng Mỹ Long"):
        make_unit(name, kind="phong", parent=made.district)
    return made


def read(authority, suffix=".txt"):
    file = FOUNDING_PLAN.with_suffix(suffix)
    return commands.read_in(
        content=file.read_bytes(),
        file_name=file.name,
        unit=authority.district,
        by=authority.drafter,
    )


@pytest.mark.promise("N1")
@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf"])
def test_the_founding_plan_is_accounted_for_whole(authority, suffix, proof):
    plan = read(authority, suffix)
    text, items = plan.revision.text, list(plan.items.all())

    assert "".join(text[item.start : item.end] for item in items) == text
    counts = Counter(item.bucket for item in items if item.is_sentence)
    proof(
        tried=f"kế hoạch gốc, tệp {suffix}: mỗi câu trong đúng một loại",
        times=len(items),
        figure=f"{counts.total()} câu, 0 ký tự mất, 0 ký tự lặp",
    )
    assert counts.total() == 30
    assert counts == {
        "basis": 1,
        "formality": 1,
        "purpose": 5,
        "requirement": 5,
        "direction": 7,
        "task": 11,
    }


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf"])
def test_the_founding_plan_gives_seventeen_tasks_in_every_form(authority, suffix):
    plan = read(authority, suffix)
    tasks = list(plan.tasks.all())

    assert [task.label for task in tasks if task.kind == TaskKind.DIRECTION] == [
        f"II.{n}" for n in range(1, 7)
    ]
    assert [task.label for task in tasks if task.kind == TaskKind.DUTY] == [
        *("III.1.a", "III.1.b", "III.1.c", "III.1.d", "III.2.a", "III.3.a", "III.3.b", "III.3.c"),
        *("III.4.a", "III.4.b", "III.4.c"),
    ]
    assert all(task.has_owner for task in tasks if task.kind == TaskKind.DUTY)
    # "trước ngày 30 tháng 11" may mean the year of signing as well.
    assert [task.label for task in tasks if task.certainty != Certainty.HIGH] == ["III.4.c"]


def test_the_founding_plan_gives_the_tasks_of_its_gold_answer(authority):
    gold = CORPUS / "gold" / "000.json"
    if not gold.exists():
        pytest.skip("không có kho văn bản mẫu (HAIDANG_CORPUS)")
    wanted = json.loads(gold.read_text("utf-8"))["tasks"]

    tasks = list(read(authority).tasks.all())

    assert [task.text[:40] for task in tasks] == [task["text_start"][:40] for task in wanted]
    assert [task.unit_phrase or None for task in tasks] == [task["unit"] for task in wanted]
    assert [task.lead_phrase or None for task in tasks] == [task["lead"] for task in wanted]


@pytest.mark.promise("N3")
def test_the_deadline_of_the_report_is_read_and_confirmed_by_name(authority, proof):
    plan = read(authority)
    task = commands.accept_task(task=plan.tasks.get(label="III.4.c"), by=authority.drafter)

    proof(tried="hạn III.4.c của kế hoạch gốc", figure=f"“{task.deadline_phrase}” → {task.due_on}")
    assert task.deadline_phrase == "trước ngày 30 tháng 11"
    assert (task.due_on, task.due_year_from) == (dt.date(2024, 11, 29), "plan")
    assert task.due_or_on == dt.date(2023, 11, 29)
    assert (task.due_confirmed_by, queries.report_task(plan)) == (authority.drafter, task)


@pytest.mark.promise("N6")
def test_the_founding_plan_is_adopted_with_fifteen_communes_and_six_unowned(authority, proof):
    plan = read(authority)
    for task in plan.tasks.filter(status=TaskStatus.PROPOSED):
        commands.accept_task(task=task, by=authority.drafter)

    plan = commands.adopt_plan(plan=plan, by=authority.leader)

    given = Assignment.objects.filter(task__plan=plan)
    assert given.filter(task__label="III.4.c").count() == 15
    assert Counter(given.values_list("part", flat=True)) == {
        Part.LEAD: 2,
        Part.DOES: 51,
        Part.COORDINATE: 1,
    }
    unowned = queries.unowned_directions(plan)
    proof(tried="phương hướng của kế hoạch gốc", times=17, figure=f"{len(unowned)} chưa ai nhận")
    assert [task.label for task in unowned] == [f"II.{n}" for n in range(1, 7)]
