"""Parts of the system that some tests need; where one is missing, the skip says what to install.

With CI=true a skipped test is a failure: see conftest.py.
"""

import shutil
from pathlib import Path

import pytest

SERVER = "usr/lib/postgresql/*/bin/initdb"


def needs(program: str, package: str) -> pytest.MarkDecorator:
    """Skip where a program, or a file given as a path from the root, is not there."""
    here = list(Path("/").glob(program)) if "/" in program else shutil.which(program)
    return pytest.mark.skipif(not here, reason=f"thiếu {program}: apt-get install {package}")


needs_chromium = needs("chromium", "chromium")
needs_libreoffice = needs("soffice", "libreoffice-writer-nogui")
needs_poppler = needs("pdftotext", "poppler-utils")
needs_postgresql = needs(SERVER, "postgresql")
needs_sqlite_shell = needs("sqlite3", "sqlite3")
needs_tesseract = needs("usr/share/tesseract-ocr/*/tessdata/vie.traineddata", "tesseract-ocr-vie")
