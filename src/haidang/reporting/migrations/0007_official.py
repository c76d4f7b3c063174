"""What the official report is written from."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.append_only import append_only
from haidang.ledger.columns import Columns
from haidang.ledger.tables import Tables

PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0006_accepted"),
    ]

    operations = [
        Tables([
            Columns("prose", {
                "sources": models.JSONField(blank=True, default=list, verbose_name="nguồn của từng câu"),
            }),
            migrations.CreateModel(
                name="Outline",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("ordinal", models.PositiveSmallIntegerField(verbose_name="lần")),
                    ("parts", models.JSONField(verbose_name="các phần")),
                    ("patterns", models.JSONField(blank=True, default=dict, verbose_name="mẫu câu")),
                    ("annexes", models.JSONField(blank=True, default=list, verbose_name="phụ lục")),
                    ("authority", models.JSONField(blank=True, default=list, verbose_name="quyền hạn người ký")),
                    ("signer", models.CharField(blank=True, max_length=100, verbose_name="chức vụ người ký")),
                    ("set_at", models.DateTimeField(verbose_name="đặt lúc")),
                    ("regime", models.ForeignKey(on_delete=PROTECT, related_name="outlines", to="reporting.regime", verbose_name="chế độ báo cáo")),
                    ("set_by", models.ForeignKey(null=True, on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người đặt")),
                ],
                options={
                    "verbose_name": "đề cương báo cáo chính thức",
                    "ordering": ["regime", "-ordinal"],
                    "constraints": [models.UniqueConstraint(models.F("regime"), models.F("ordinal"), name="outline_once")],
                },
            ),
            migrations.CreateModel(
                name="Choice",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("kind", models.CharField(choices=[("leave_out", "để ngoài"), ("put_back", "đưa lại"), ("merge", "gộp"), ("order", "xếp lại")], max_length=10, verbose_name="việc đã chọn")),
                    ("key", models.CharField(blank=True, max_length=16, verbose_name="mã câu")),
                    ("into", models.CharField(blank=True, max_length=16, verbose_name="gộp vào câu")),
                    ("order", models.JSONField(blank=True, default=list, verbose_name="thứ tự")),
                    ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                    ("at", models.DateTimeField(verbose_name="lúc")),
                    ("by", models.ForeignKey(on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người chọn")),
                    ("round", models.ForeignKey(on_delete=PROTECT, related_name="choices", to="reporting.round", verbose_name="kỳ báo cáo")),
                    ("section", models.ForeignKey(on_delete=PROTECT, related_name="+", to="reporting.section", verbose_name="mục")),
                ],
                options={"verbose_name": "lựa chọn lời văn", "ordering": ["pk"]},
            ),
            migrations.CreateModel(
                name="Taken",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("key", models.CharField(max_length=16, verbose_name="mã câu")),
                    ("text", models.TextField(verbose_name="câu")),
                    ("at", models.DateTimeField(verbose_name="lúc")),
                    ("by", models.ForeignKey(on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người nhận")),
                    ("edition", models.ForeignKey(on_delete=PROTECT, related_name="taken", to="documents.edition", verbose_name="văn bản")),
                ],
                options={
                    "verbose_name": "câu đã có người nhận",
                    "ordering": ["pk"],
                    "constraints": [models.UniqueConstraint(models.F("edition"), models.F("key"), name="sentence_taken_once")],
                },
            ),
        ]),
        append_only("reporting_outline"),
        append_only("reporting_choice"),
        append_only("reporting_taken"),
    ]
