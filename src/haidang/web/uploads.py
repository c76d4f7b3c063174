"""Uploads wait in memory until a command has looked at them: none touches a disk before (N19)."""

from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler


class InMemory(MemoryFileUploadHandler):
    """Keeps every upload in memory, and refuses a request that is larger than any of ours."""

    def handle_raw_input(
        self, input_data: IO[bytes], meta: dict[str, str], content_length: int, *args: Any
    ) -> None:
        """Refuse by the announced length, before a file is read."""
        if content_length > settings.UPLOAD_LIMIT:
            raise RequestDataTooBig("larger than UPLOAD_LIMIT")
        self.activated = True
