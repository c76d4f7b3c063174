"""What shows that something was done: photos, documents, recordings."""

from django.db import models

from haidang.activities.models.log import Activity
from haidang.documents.models import StoredFile
from haidang.orgs.models import User


class Evidence(models.Model):
    """A photo or file that shows an activity. Photos were made anew, without their position."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="evidence", verbose_name="hoạt động"
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    name = models.CharField("tên tệp", max_length=200)
    caption = models.CharField("chú thích", max_length=200, blank=True)
    attached_at = models.DateTimeField("lúc")
    attached_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người đính kèm"
    )

    class Meta:
        verbose_name = "minh chứng"
        constraints = [models.UniqueConstraint("activity", "file", name="evidence_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_photo(self) -> bool:
        """Whether it is shown as a picture; other files are links."""
        return self.file.content_type.startswith("image/")

    @property
    def is_recording(self) -> bool:
        """Whether it is listened to in the page."""
        return self.file.content_type.startswith("audio/")
