"""How names and contested terms are written in each language, and who answers for that."""

from django.db import models

from haidang.orgs.models import Unit, User


class Term(models.Model):
    """A name or term in the languages of the portal, with the person who owns its wording."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="terms", verbose_name="của")
    vi = models.CharField("tiếng Việt", max_length=200)
    en = models.CharField("tiếng Anh", max_length=200, blank=True)
    km = models.CharField("tiếng Khmer", max_length=200, blank=True)
    note = models.CharField("cách dùng", max_length=300, blank=True)
    is_contested = models.BooleanField("từ ngữ nhạy cảm", default=False)
    owner = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người chịu trách nhiệm"
    )
    is_retired = models.BooleanField("không dùng nữa", default=False)
    version = models.PositiveIntegerField("số lần đổi", default=0)

    class Meta:
        verbose_name = "thuật ngữ"
        ordering = ["vi"]
        constraints = [models.UniqueConstraint("unit", "vi", name="term_once_in_a_unit")]

    def __str__(self) -> str:
        return self.vi
