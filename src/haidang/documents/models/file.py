"""Files, each kept once."""

from pathlib import Path

from django.conf import settings
from django.db import models


class StoredFile(models.Model):
    """A file kept once, outside the web root, under the hash of its bytes."""

    sha256 = models.CharField("mã", max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField("cỡ (byte)")
    content_type = models.CharField("loại", max_length=100)
    stored_at = models.DateTimeField("lúc lưu")

    class Meta:
        verbose_name = "tệp"

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def path(self) -> Path:
        """Where the bytes are."""
        return Path(settings.FILES) / self.sha256[:2] / self.sha256

    def read(self) -> bytes:
        """Return the bytes."""
        return self.path.read_bytes()
