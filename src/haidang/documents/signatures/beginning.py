"""How a PDF begins: told before anything is loaded that could open one."""

from haidang.text.reading.unreadable import Unreadable


def refuse_no_pdf(data: bytes) -> None:
    """Raise Unreadable for what does not even begin as a PDF, whatever it is called."""
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("not-pdf", "Tệp không phải PDF. Hãy tải lên tệp PDF đã ký số.")
