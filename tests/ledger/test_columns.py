"""One step that changes a table in several ways, there and back, with rows in it."""

import pytest
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.state import ProjectState

from haidang.ledger.columns import Columns
from haidang.ledger.tables import Tables

KEY = ("id", models.BigAutoField(primary_key=True))
MADE = Tables(
    [
        migrations.CreateModel("Port", [KEY]),
        migrations.CreateModel(
            "Ship",
            [
                KEY,
                ("name", models.CharField(max_length=50)),
                ("crew", models.PositiveIntegerField()),
                ("home", models.ForeignKey("ledger.port", models.PROTECT, related_name="+")),
            ],
            {
                "constraints": [
                    models.CheckConstraint(condition=models.Q(crew__lt=9), name="ship_is_small"),
                    models.CheckConstraint(condition=~models.Q(name=""), name="ship_has_a_name"),
                ]
            },
        ),
    ]
)
CHANGED = Columns(
    "ship",
    {
        "flag": models.CharField(max_length=40, default="đỏ, sao vàng 'năm cánh'"),
        "sister": models.OneToOneField("ledger.ship", models.PROTECT, null=True, related_name="+"),
        "facts": models.JSONField(default=dict),
        "home": models.ForeignKey("ledger.port", models.PROTECT, null=True, related_name="+"),
    },
    [models.CheckConstraint(condition=models.Q(crew__lt=99), name="ship_is_small")],
    without=["ship_has_a_name"],
)

pytestmark = pytest.mark.django_db(transaction=True)


def take(step, before, *, back=None):
    after = back or before.clone()
    if not back:
        step.state_forwards("ledger", after)
    act = step.database_backwards if back else step.database_forwards
    with connection.schema_editor() as editor:
        act("ledger", editor, before, after)
    return after, after.apps.get_model("ledger", "Ship").objects


def refuses(ships, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        ships.create(**values)


def test_rows_stay_get_the_defaults_and_obey_the_new_constraints():
    made, ships = take(MADE, ProjectState())
    home = made.apps.get_model("ledger", "Port").objects.create()
    first = ships.create(name="Một", crew=3, home_id=home.pk)
    refuses(ships, name="Hai", crew=9, home_id=home.pk)

    changed, ships = take(CHANGED, made)

    row = ships.values_list("name", "crew", "home", "flag", "sister", "facts")
    assert list(row) == [("Một", 3, home.pk, "đỏ, sao vàng 'năm cánh'", None, {})]
    ships.create(name="", crew=98, sister_id=first.pk)  # no home, no name, and a crew that is new
    refuses(ships, name="Ba", crew=99)
    refuses(ships, name="Ba", crew=9, sister_id=first.pk)

    ships.filter(name="").delete()
    _, ships = take(CHANGED, changed, back=made)

    assert list(ships.values_list("name", "crew", "home")) == [("Một", 3, home.pk)]
    for wrong in ({"crew": 9}, {"name": ""}, {"home_id": None}):
        refuses(ships, **{"name": "Hai", "crew": 1, "home_id": home.pk} | wrong)


def test_a_step_says_what_it_changes():
    assert CHANGED.describe() == "Alter columns and constraints of ship"
    assert MADE.describe() == "Create model Port; Create model Ship"
