"""The PDF of a document made by a template: by LibreOffice, for only it knows the template's look.

Where LibreOffice is not there, whoever asks writes the decree's plain layout and says so. The PDF
of an issued document is always the plain one, which is rebuilt to the byte (docs/decisions/0012).
"""

from haidang.text.reading.libreoffice import converted, is_installed
from haidang.text.reading.programs import TooSlow
from haidang.text.reading.unreadable import Unreadable


def pdf_by_template(filled: bytes) -> bytes | None:
    """The filled template as a PDF; None where LibreOffice is not installed.

    Refuses with Unreadable where LibreOffice takes too long or cannot open it. What is given was
    filled by us, so it holds no macro and no link; LibreOffice is told to follow none all the same.
    """
    if not is_installed():
        return None
    try:
        made = converted(filled, "docx", "pdf")
    except TooSlow as error:
        raise Unreadable("too-slow", "LibreOffice làm PDF quá lâu, đã dừng.") from error
    if made is None:
        raise Unreadable("broken", "LibreOffice không làm được PDF từ tệp này.")
    return made
