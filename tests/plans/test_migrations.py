"""An installation that has plans already is carried over: nothing is lost, and it works on."""

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from haidang.plans import commands, queries
from haidang.plans.models import Task
from tests.makers import make_authority
from tests.makers.plans import make_plan

FIRST = [("plans", "0001_initial")]


def migrate(targets):
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


def latest():
    return [
        key for key in MigrationExecutor(connection).loader.graph.leaf_nodes() if key[0] == "plans"
    ]


@pytest.mark.django_db(transaction=True)
def test_plans_of_an_older_installation_are_carried_over():
    authority = make_authority(communes=1)
    plan = make_plan(authority)
    before = list(plan.tasks.values_list("pk", "label", "text", "unit", "group"))

    old = migrate(FIRST)
    with pytest.raises(FieldDoesNotExist):
        old.get_model("plans", "Task")._meta.get_field("version")
    migrate(latest())

    assert list(plan.tasks.values_list("pk", "label", "text", "unit", "group")) == before
    assert set(plan.tasks.values_list("version", flat=True)) == {0}
    assert (queries.page_count(plan), queries.places_of(plan, 0, 99)) == (0, [])
    task = commands.accept_task(task=plan.tasks.get(label="III.2.b"), by=authority.drafter, seen=0)
    assert [change.event for change in queries.history_of_task(task)] == ["accept_task", "read_in"]
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(text="khác")
