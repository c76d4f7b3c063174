"""Accepted values as rows, and what corrects them later."""

from typing import ClassVar

from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import PROTECT

from haidang.ledger.append_only import append_only
from haidang.ledger.tables import Tables
from haidang.reporting.models.hundredths import Hundredths

TABLE, NAME = "reporting_value", "reporting_value_covering"
KEY = "round_id, indicator_id, unit_id"
SUMMED = "value, estimate, weight, weighted"


def cover(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Let a total of one indicator be read from its index alone, as many as it has rows."""
    if schema.connection.vendor == "postgresql":
        drop = f"ALTER TABLE {TABLE} DROP CONSTRAINT {TABLE}_pkey"
        schema.execute(f"{drop}, ADD PRIMARY KEY ({KEY}) INCLUDE ({SUMMED})")
    else:
        schema.execute(f"CREATE INDEX {NAME} ON {TABLE} ({KEY}, {SUMMED})")


def uncover(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Back to the plain primary key; on PostgreSQL nothing needs to be undone."""
    schema.execute(f"DROP INDEX IF EXISTS {NAME}")


def keep_earlier(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Keep the figures of reports that were accepted before there was a place for them."""
    from haidang.reporting.sheet import fingerprint
    from haidang.reporting.values import earlier_of, shared_in

    made = {name: apps.get_model("reporting", name) for name in ("Report", "Acceptance", "Value")}
    keys = dict(apps.get_model("activities", "Indicator").objects.values_list("code", "pk"))
    for report in made["Report"].objects.filter(status="accepted").iterator():
        *before, sent = report.submissions.order_by("attempt")
        made["Acceptance"].objects.create(
            report=report,
            round_id=report.round_id,
            submission=sent,
            sha256=fingerprint(sent.content),
            joint=shared_in(sent.content),
            earlier=earlier_of(before, sent.content),
        )
        of = {"report": report, "round_id": report.round_id, "unit_id": report.unit_id}
        made["Value"].objects.bulk_create(
            made["Value"](indicator_id=keys[code], value=row[0], estimate=row[1], **of)
            for code, row in sent.content["figures"].items()
            if code in keys and row[0] is not None
        )


def to(model: str, words: str, **options: object) -> models.ForeignKey:
    return models.ForeignKey(model, PROTECT, verbose_name=words, **{"related_name": "+"} | options)


ACCEPTANCE = [
    (
        "report",
        models.OneToOneField(
            "reporting.report",
            PROTECT,
            primary_key=True,
            related_name="acceptance",
            serialize=False,
            verbose_name="báo cáo",
        ),
    ),
    ("round", to("reporting.round", "kỳ báo cáo", related_name="acceptances")),
    (
        "submission",
        models.OneToOneField(
            "reporting.submission", PROTECT, related_name="acceptance", verbose_name="lần gửi"
        ),
    ),
    ("sha256", models.CharField("mã nội dung", max_length=64)),
    ("joint", models.JSONField("hoạt động chung", default=dict)),
    ("earlier", models.JSONField("số của các lần gửi trước", default=dict)),
]
VALUE = [
    (
        "pk",
        models.CompositePrimaryKey(
            "round",
            "indicator",
            "unit",
            blank=True,
            editable=False,
            primary_key=True,
            serialize=False,
        ),
    ),
    ("round", to("reporting.round", "kỳ báo cáo", db_index=False)),
    ("indicator", to("activities.indicator", "chỉ tiêu", db_index=False)),
    ("unit", to("orgs.unit", "đơn vị", db_index=False)),
    ("report", to("reporting.report", "báo cáo", related_name="values")),
    ("value", Hundredths("số thực hiện")),
    ("estimate", Hundredths("ước thực hiện cả năm", null=True, blank=True)),
    ("weight", models.PositiveIntegerField("của mấy đơn vị", default=1)),
    ("weighted", Hundredths("tổng của các đơn vị đó", null=True, blank=True)),
]
ADJUSTMENT = [
    (
        "id",
        models.BigAutoField(
            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
        ),
    ),
    ("report", to("reporting.report", "báo cáo", related_name="adjustments")),
    ("indicator", to("activities.indicator", "chỉ tiêu", db_index=False)),
    ("delta", Hundredths("điều chỉnh")),
    ("on", models.DateField("ngày")),
    ("reason", models.CharField("lý do", max_length=300)),
    ("by", to(settings.AUTH_USER_MODEL, "người điều chỉnh", db_index=False)),
    ("made_at", models.DateTimeField("ghi lúc")),
    ("entries", models.JSONField("hoạt động đã đổi", default=list)),
]
KEPT = models.JSONField("số liệu đã chốt", db_column="content")


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("activities", "0005_aggregation"),
        ("orgs", "0002_digest"),
        ("reporting", "0005_levels"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        Tables(
            [
                migrations.CreateModel(
                    "Acceptance", ACCEPTANCE, {"verbose_name": "báo cáo đã tiếp nhận"}
                ),
                migrations.CreateModel("Value", VALUE, {"verbose_name": "số liệu đã tiếp nhận"}),
                migrations.CreateModel(
                    "Adjustment",
                    ADJUSTMENT,
                    {"verbose_name": "điều chỉnh số đã báo cáo", "ordering": ["made_at", "pk"]},
                ),
                # What pages and the document read is put together from what was kept.
                migrations.SeparateDatabaseAndState(
                    state_operations=[
                        migrations.RenameField("consolidation", "content", "kept"),
                        migrations.AlterField("consolidation", "kept", KEPT),
                    ]
                ),
            ]
        ),
        migrations.RunPython(cover, uncover, elidable=False),
        append_only("reporting_acceptance"),
        append_only("reporting_value"),
        append_only("reporting_adjustment"),
        migrations.RunPython(keep_earlier, migrations.RunPython.noop),
    ]
