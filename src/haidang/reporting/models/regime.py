"""Regimes of reporting (Nghị định 09/2019/NĐ-CP): who reports what to whom, and in what outline."""

from typing import Self

from django.db import models
from django.db.models import Q

from haidang.activities.models import Indicator
from haidang.orgs.enums import Frequency
from haidang.orgs.models import Unit, UnitGroup, User
from haidang.reporting.enums import ContentKind, Preset, RegimeKind, SectionKind


class RegimeQuerySet(models.QuerySet["Regime"]):
    """Regimes that run, and those that a person may see."""

    def in_use(self) -> Self:
        """Keep those by which rounds may still be opened: neither retired nor replaced."""
        return self.filter(is_retired=False, replaced_by=None)

    def visible_to(self, user: User) -> Self:
        """Keep those that the person's authority receives, and those by which its unit reports."""
        if user.sees_everything():
            return self
        if user.unit is None:
            return self.none()
        asked = Q(reporters__parent=user.unit.parent_id, reporters__kinds=user.unit.kind_id)
        receives = Q(receiver__path__startswith=user.seat.path)
        return self.filter(receives | asked | Q(rounds__reports__unit=user.unit_id)).distinct()


class Regime(models.Model):
    """A duty to report, with the fields that Nghị định 09/2019/NĐ-CP asks of one.

    The data window and the sending deadline are two things. `data_from` and `data_to` are days of
    the year as "MM-DD", for the year's window; `data_from` falls in the year before where it is
    later in the year than `data_to` (Điều 12: 15/12 to 14/12); shorter periods have the windows of
    the decree. `cut_off` is the last day that a programme's report counts where it is sent before
    the window ends; blank: the day on which it is written. `due_rule` is read by `due.DueRule`.
    """

    name = models.CharField("tên chế độ báo cáo", max_length=200)
    title = models.CharField("trích yếu của báo cáo", max_length=300)
    kind = models.CharField(
        "loại báo cáo", max_length=10, choices=RegimeKind, default=RegimeKind.PERIODIC
    )
    basis = models.CharField("căn cứ", max_length=500, blank=True)
    content_kind = models.CharField(
        "nội dung yêu cầu", max_length=10, choices=ContentKind, default=ContentKind.BOTH
    )
    frequency = models.CharField("tần suất", max_length=10, choices=Frequency, blank=True)
    reporters = models.ForeignKey(
        UnitGroup, models.PROTECT, related_name="+", verbose_name="đối tượng báo cáo"
    )
    receiver = models.ForeignKey(
        Unit, models.PROTECT, related_name="regimes", verbose_name="cơ quan nhận"
    )
    through = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="qua đơn vị"
    )
    upper = models.ManyToManyField(
        Unit, blank=True, related_name="+", verbose_name="báo cáo tiếp lên"
    )
    sending = models.CharField("cách gửi", max_length=300, blank=True)
    preset = models.CharField("kỳ số liệu", max_length=1, choices=Preset, default=Preset.PROGRAMME)
    data_from = models.CharField("số liệu từ ngày (tháng-ngày)", max_length=5, default="12-15")
    data_to = models.CharField("đến ngày (tháng-ngày)", max_length=5, default="12-14")
    cut_off = models.CharField("số thực hiện tính đến ngày (tháng-ngày)", max_length=5, blank=True)
    due_rule = models.JSONField("cách tính hạn gửi", default=dict, blank=True)
    guidance = models.TextField("hướng dẫn", blank=True)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name="thay cho",
    )
    is_retired = models.BooleanField("thôi dùng", default=False)
    # A body outside the tree whose opinion is waited for; the regime one level below, whose frozen
    # sums fill the reports of this one.
    reviewer = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="xin ý kiến"
    )
    fed_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="feeds",
        verbose_name="lấy số từ chế độ báo cáo cấp dưới",
    )

    objects = RegimeQuerySet.as_manager()

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

    `words` say its figure inside a sentence: "{số} buổi phát thanh". Blank: name and figure. The
    figure of an indicator that no kind of activity feeds is typed, with a note of its source.
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
