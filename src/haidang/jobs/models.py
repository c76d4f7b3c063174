"""Rows of the jobs room. The jobs themselves are the library's rows (`DBTaskResult`)."""

from django.conf import settings
from django.db import models
from django_tasks_db.models import DBTaskResult

Row = DBTaskResult[..., object]


class Lease(models.Model):
    """A worker has a job until a moment; after it, the job is anybody's again."""

    job = models.OneToOneField(
        DBTaskResult, models.CASCADE, primary_key=True, related_name="lease", verbose_name="việc"
    )
    worker = models.CharField("tiến trình", max_length=64, db_index=True)
    until = models.DateTimeField("đến lúc", db_index=True)

    class Meta:
        verbose_name = "việc đang chạy"

    def __str__(self) -> str:
        return f"{self.job_id}: {self.worker}"


class Rhythm(models.Model):
    """When a periodic job is next due. Who moves `next_at` on is who starts it: nobody else can."""

    name = models.CharField("việc", max_length=200, primary_key=True)
    beat = models.CharField("nhịp", max_length=40)
    next_at = models.DateTimeField("lần tới", db_index=True)
    last_at = models.DateTimeField("lần trước", null=True)

    class Meta:
        verbose_name = "việc định kỳ"

    def __str__(self) -> str:
        return f"{self.name}: {self.beat}"


class Mail(models.Model):
    """One mail to one person. Its key says what it is about: the same key is the same mail.

    The address is the person's at the moment of sending, and is not kept here.
    """

    key = models.CharField("khoá", max_length=120, unique=True)
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="mails", verbose_name="gửi cho"
    )
    subject = models.CharField("tiêu đề", max_length=200)
    text = models.TextField("nội dung")
    html = models.TextField("nội dung có định dạng")
    made_at = models.DateTimeField("viết lúc", db_index=True)
    sent_at = models.DateTimeField("gửi lúc", null=True)
    dropped_at = models.DateTimeField("bỏ lúc", null=True)

    class Meta:
        verbose_name = "thư"

    def __str__(self) -> str:
        return self.key
