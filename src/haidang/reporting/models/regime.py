"""Regimes of reporting (Nghị định 09/2019/NĐ-CP): who reports what to whom, and in what outline."""

from django.db import models

from haidang.activities.models import Indicator
from haidang.orgs.enums import Frequency
from haidang.orgs.models import Unit, UnitGroup
from haidang.reporting.enums import SectionKind


class Regime(models.Model):
    """A standing duty to report. The data window and the sending deadline are two things.

    `data_from` and `data_to` are days of the year as "MM-DD"; `data_from` falls in the year before
    where it is later in the year than `data_to` (NĐ 09/2019, Điều 12: 15/12 to 14/12).
    """

    name = models.CharField("tên chế độ báo cáo", max_length=200)
    title = models.CharField("trích yếu của báo cáo", max_length=300)
    frequency = models.CharField("tần suất", max_length=10, choices=Frequency)
    reporters = models.ForeignKey(
        UnitGroup, models.PROTECT, related_name="+", verbose_name="đối tượng báo cáo"
    )
    receiver = models.ForeignKey(
        Unit, models.PROTECT, related_name="regimes", verbose_name="cơ quan nhận"
    )
    through = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="+", verbose_name="qua đơn vị"
    )
    upper = models.ManyToManyField(
        Unit, blank=True, related_name="+", verbose_name="báo cáo tiếp lên"
    )
    data_from = models.CharField("số liệu từ ngày (tháng-ngày)", max_length=5, default="12-15")
    data_to = models.CharField("đến ngày (tháng-ngày)", max_length=5, default="12-14")

    class Meta:
        verbose_name = "chế độ báo cáo"

    def __str__(self) -> str:
        return self.name


class Section(models.Model):
    """A part of the outline: a group of figures, or a piece of prose with a question.

    `opening` begins the sentence that carries its figures, in suggestions and in the document.
    """

    regime = models.ForeignKey(
        Regime, models.CASCADE, related_name="sections", verbose_name="chế độ báo cáo"
    )
    ordinal = models.PositiveSmallIntegerField("số thứ tự")
    title = models.CharField("tiêu đề", max_length=100)
    kind = models.CharField("loại", max_length=10, choices=SectionKind)
    hint = models.CharField("hướng dẫn", max_length=300, blank=True)
    opening = models.CharField("lời dẫn trong văn bản", max_length=200, blank=True)

    class Meta:
        verbose_name = "mục của đề cương"
        ordering = ["regime", "ordinal"]
        constraints = [models.UniqueConstraint("regime", "ordinal", name="section_once")]

    def __str__(self) -> str:
        return f"{self.ordinal}. {self.title}"


class Line(models.Model):
    """An indicator that a section asks for.

    `words` say its figure inside a sentence: "{số} buổi phát thanh". Blank: name and figure.
    """

    section = models.ForeignKey(
        Section, models.CASCADE, related_name="lines", verbose_name="mục của đề cương"
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="+", verbose_name="chỉ tiêu"
    )
    position = models.PositiveSmallIntegerField("thứ tự")
    words = models.CharField("lời văn", max_length=200, blank=True)

    class Meta:
        verbose_name = "dòng chỉ tiêu"
        ordering = ["section", "position"]
        constraints = [models.UniqueConstraint("section", "indicator", name="line_once")]

    def __str__(self) -> str:
        return str(self.indicator)
