"""Files, each kept once."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.db import models

from haidang.errors import Refused

LOST = "tệp lưu không còn"
CHANGED = "tệp lưu không còn đúng mã của nó"
UNREADABLE = "không đọc được tệp lưu"


class FileFault(Refused):
    """A kept file is not there any more, or not the bytes that were kept; `what` says which."""

    status = 503

    def __init__(self, sha256: str, what: str) -> None:
        super().__init__(
            f"Không đưa ra được tệp {sha256[:12]}: {what}. Hãy báo quản trị lấy lại tệp từ bản"
            " sao lưu."
        )
        self.sha256, self.what = sha256, what


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
        """Return the bytes. Refuses with FileFault where they are lost or were changed."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError as error:
            raise FileFault(self.sha256, LOST) from error
        except OSError as error:
            raise FileFault(self.sha256, UNREADABLE) from error
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise FileFault(self.sha256, CHANGED)
        return content
