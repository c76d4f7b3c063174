"""How the work of units is scored."""

from typing import ClassVar

from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT, F, Q

from haidang.ledger.append_only import append_only
from haidang.ledger.tables import Tables

CRITERIA = [
    ("on_time", "gửi báo cáo đúng hạn"),
    ("once", "báo cáo không bị trả lại"),
    ("tasks", "hoàn thành nhiệm vụ được giao"),
    ("goals", "đạt chỉ tiêu được giao"),
    ("quality", "chất lượng báo cáo"),
]
ONLY_ADDED = ("scoringrule", "contest", "ruling", "commendation")


def key() -> tuple[str, models.Field]:
    return "id", models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


def to(model: str, words: str, **options: object) -> models.ForeignKey:
    return models.ForeignKey(model, PROTECT, verbose_name=words, **{"related_name": "+"} | options)


def person(words: str) -> models.ForeignKey:
    return to(settings.AUTH_USER_MODEL, words)


RULE = [
    key(),
    ("ordinal", models.PositiveSmallIntegerField("lần")),
    ("criteria", models.JSONField("các tiêu chí")),
    ("reason", models.CharField("căn cứ, lý do", max_length=300, blank=True)),
    ("set_at", models.DateTimeField("đặt lúc")),
    ("authority", to("orgs.unit", "cơ quan chấm", related_name="scoring_rules")),
    ("set_by", person("người đặt")),
]
CONTEST = [
    key(),
    ("criterion", models.CharField("tiêu chí", max_length=10, choices=CRITERIA)),
    ("words", models.CharField("đề nghị xem lại", max_length=500)),
    ("at", models.DateTimeField("lúc")),
    ("by", person("người đề nghị")),
    ("report", to("reporting.report", "báo cáo", related_name="contests")),
]
RULING = [
    key(),
    (
        "percent",
        models.PositiveSmallIntegerField("được bao nhiêu phần trăm", null=True, blank=True),
    ),
    ("words", models.CharField("trả lời", max_length=500)),
    ("at", models.DateTimeField("lúc")),
    ("by", person("người trả lời")),
    (
        "contest",
        models.OneToOneField(
            "reporting.contest", PROTECT, related_name="ruling", verbose_name="đề nghị"
        ),
    ),
]
COMMENDATION = [
    key(),
    ("ordinal", models.PositiveSmallIntegerField("lần")),
    ("content", models.JSONField("điểm và minh chứng")),
    ("at", models.DateTimeField("lúc")),
    ("by", person("người lập")),
    (
        "revision",
        models.OneToOneField(
            "documents.revision", PROTECT, related_name="commendation", verbose_name="tờ trình"
        ),
    ),
    ("round", to("reporting.round", "kỳ báo cáo", related_name="commendations")),
]
A_SHARE = models.CheckConstraint(
    condition=Q(("percent", None), ("percent__lte", 100), _connector="OR"), name="ruling_is_a_share"
)


def once(name: str, of: str) -> list[models.UniqueConstraint]:
    return [models.UniqueConstraint(F(of), F("ordinal"), name=name)]


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("reporting", "0007_official"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        Tables(
            [
                migrations.CreateModel(
                    "ScoringRule",
                    RULE,
                    {
                        "verbose_name": "cách chấm điểm",
                        "ordering": ["authority", "-ordinal"],
                        "constraints": once("scoring_rule_once", "authority"),
                    },
                ),
                migrations.CreateModel(
                    "Contest",
                    CONTEST,
                    {"verbose_name": "đề nghị xem lại điểm", "ordering": ["report", "pk"]},
                ),
                migrations.CreateModel(
                    "Ruling",
                    RULING,
                    {"verbose_name": "trả lời đề nghị xem lại", "constraints": [A_SHARE]},
                ),
                migrations.CreateModel(
                    "Commendation",
                    COMMENDATION,
                    {
                        "verbose_name": "đề nghị khen thưởng",
                        "ordering": ["round", "-ordinal"],
                        "constraints": once("commendation_once", "round"),
                    },
                ),
            ]
        ),
        *(append_only(f"reporting_{name}") for name in ONLY_ADDED),
    ]
