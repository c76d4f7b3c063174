"""Whether every file that was kept is still there, and still the bytes that were kept."""

from collections.abc import Iterator

from haidang.documents.models import FileFault, StoredFile


def file_faults() -> Iterator[FileFault | None]:
    """Each file that is kept, in the order of their hashes: what is wrong with it, or nothing."""
    for file in StoredFile.objects.order_by("pk").iterator():
        try:
            file.read()
        except FileFault as error:
            yield error
        else:
            yield None
