"""Two files put beside each other: which parts of a .docx, which pages of a PDF, differ."""

import io
import zipfile

import pypdfium2


def parts_that_differ(kept: bytes, rebuilt: bytes) -> list[str]:
    """The parts of two .docx files that are not the same bytes; nothing where the files are equal.

    A file that is no .docx is named whole.
    """
    if kept == rebuilt:
        return []
    try:
        before, after = _parts(kept), _parts(rebuilt)
    except zipfile.BadZipFile:
        return ["cả tệp (không mở được)"]
    names = [name for name in sorted(before | after) if before.get(name) != after.get(name)]
    return names or ["cách đóng gói"]


def pages_that_differ(kept: bytes, rebuilt: bytes) -> list[str]:
    """The pages of two PDF files that do not look or read the same; "cấu trúc tệp" for the rest."""
    if kept == rebuilt:
        return []
    try:
        before, after = _pages(kept), _pages(rebuilt)
    except pypdfium2.PdfiumError:
        return ["cả tệp (không mở được)"]
    most = max(len(before), len(after))
    differing = [
        f"trang {at + 1}" for at in range(most) if before[at : at + 1] != after[at : at + 1]
    ]
    return differing or ["cấu trúc tệp (các trang như nhau)"]


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _pages(content: bytes) -> list[tuple[str, bytes]]:
    with pypdfium2.PdfDocument(content) as pdf:
        return [
            (page.get_textpage().get_text_bounded(), bytes(page.render(scale=1).buffer))
            for page in pdf
        ]
