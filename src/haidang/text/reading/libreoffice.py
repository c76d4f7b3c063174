"""LibreOffice makes .docx of .doc, .odt and .rtf; without it the reader says what to install.

It works in a folder of its own, in memory where the machine lends some, that is gone afterwards,
profile and all: conversions do not meet, and no secret touches a disk (N19). It runs no macro and
fetches nothing that a document links to.
"""

import shutil

from haidang.text.blocks import Source
from haidang.text.reading.docx import read_docx
from haidang.text.reading.programs import TooSlow, output_of
from haidang.text.reading.shelter import shelter
from haidang.text.reading.unreadable import Unreadable

PACKAGE = "libreoffice-writer-nogui"
SECONDS = 90.0
_COMMAND = "soffice"
# Told which it is, for what it does not know it would take for plain text
_FILTERS = {"doc": "MS Word 97", "odt": "writer8", "rtf": "Rich Text Format"}
_FILTERS |= {"docx": "MS Word 2007 XML"}
_SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _SETTING.format("BlockUntrustedRefererLinks", "true")
    + _SETTING.format("DisableMacrosExecution", "true")
    + _SETTING.format("MacroSecurityLevel", "3")
    + "</oor:items>"
)
_MADE: list[tuple[bytes, bytes]] = []  # the last file, and the .docx of it


def is_installed() -> bool:
    """Whether LibreOffice is there."""
    return shutil.which(_COMMAND) is not None


def read_converted(data: bytes, ending: str) -> Source:
    """Read a document of another program, named by its ending ("doc", "odt", "rtf").

    Refuses with Unreadable where LibreOffice is not there, takes too long, or cannot read it.
    """
    if not is_installed():
        raise Unreadable(
            f"needs-libreoffice-{ending}",
            f"Muốn đọc tệp .{ending}, hãy cài gói {PACKAGE}, hoặc lưu lại tệp thành .docx.",
        )
    try:
        made = converted(data, ending)
    except TooSlow as error:
        raise Unreadable("too-slow", f"Đọc tệp .{ending} quá lâu, đã dừng.") from error
    if made is None:
        raise Unreadable("broken", f"Tệp .{ending} hỏng, không mở được.")
    _MADE[:] = [(data, made)]
    return read_docx(made)


def made_of(data: bytes) -> bytes | None:
    """The .docx that was made of the file that was read last; None for any other file."""
    return next((made for given, made in _MADE if given == data), None)


def converted(data: bytes, ending: str, wanted: str = "docx") -> bytes | None:
    """The document as "docx" or "pdf"; None where LibreOffice cannot. Raises TooSlow."""
    with shelter(len(data)) as folder:
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, "utf-8")
        given, made = folder / f"document.{ending}", folder / "made" / f"document.{wanted}"
        given.write_bytes(data)
        command = [
            _COMMAND,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nolockcheck"),
            f"--infilter={_FILTERS[ending]}",
            *("--convert-to", wanted, "--outdir", str(made.parent), str(given)),
        ]
        output_of(command, b"", SECONDS, {"HOME": str(folder), "TMPDIR": str(folder)})
        return made.read_bytes() if made.is_file() else None
