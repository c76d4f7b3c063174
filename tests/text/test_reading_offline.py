"""Reading asks nobody: no socket is opened, and it is the same where there is no network at all."""

import os
import subprocess
import sys

import pytest

from haidang.console.installation import ROOT
from tests.system import needs
from tests.text.files import docx, p
from tests.text.plans import FOUNDING

SAMPLES = [FOUNDING.with_suffix(f".{ending}") for ending in ("txt", "docx", "pdf")]
NO_NETWORK = ["unshare", "--map-root-user", "--net"]
# Every use of the network passes Python's audit; what C libraries do is held by the other proof.
LISTENING = """
import sys
asked = []
sys.addaudithook(lambda event, _: asked.append(event) if event.startswith("socket.") else None)
from haidang.text import contract, read
for file in sys.argv[1:]:
    contract(read(open(file, "rb").read()), file)
print(len(sys.argv) - 1, asked)
"""
LINKS = (
    '<w:p><w:hyperlink r:id="a" xmlns:r="x"><w:r><w:t>Trang</w:t></w:r></w:hyperlink><w:r>'
    "<w:instrText>INCLUDEPICTURE http://192.0.2.1/x.png</w:instrText></w:r></w:p>"
)
PAGE = (
    '<html><head><link rel=stylesheet href="http://192.0.2.1/a.css"><base href="http://192.0.2.1/">'
    '<script src="http://192.0.2.1/a.js"></script></head><p>KẾ HOẠCH<img src="http://192.0.2.1/a.png">'
)
# Parts of the suite that show each kind of file; the whole of it runs so with `unshare -rn`.
PIECE = ["test_reading_files.py", "test_reading_docx.py", "test_reading_pdf.py", "test_contract.py"]


@pytest.fixture
def linked(tmp_path):
    """Files that point into the network."""
    (tmp_path / "a.docx").write_bytes(docx(p("KẾ HOẠCH") + LINKS))
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    return [tmp_path / "a.docx", tmp_path / "a.html"]


def run(*command):
    around = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        list(map(str, command)),
        cwd=ROOT,
        env=around,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


@pytest.mark.promise("N29")
def test_reading_opens_no_socket(linked):
    """Đọc txt, docx, pdf, html có đường dẫn ra mạng: không mở kết nối nào."""
    ran = run(sys.executable, "-c", LISTENING, *SAMPLES, *linked)

    assert ran.stdout == "5 []\n", ran.stderr


@pytest.mark.promise("N29")
@needs("unshare", "util-linux")
def test_reading_without_a_network_is_the_same_reading(linked):
    """Đọc trong máy không có đường mạng nào: cùng kết quả từng chữ."""
    command = [sys.executable, "-m", "haidang", "read", "--json", *SAMPLES, *linked]

    with_it, without = run(*command), run(*NO_NETWORK, *command)

    assert without.returncode == with_it.returncode == 0, without.stderr
    assert without.stdout == with_it.stdout


@pytest.mark.promise("N29")
@needs("unshare", "util-linux")
def test_a_piece_of_the_suite_passes_with_no_route_out(proof):
    proof(tried="một phần bộ phép thử đọc văn bản, chạy khi không có tuyến ra")

    piece = [f"tests/text/{name}" for name in PIECE]
    ran = run(*NO_NETWORK, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *piece)

    assert ran.returncode == 0, ran.stdout
    assert " passed" in ran.stdout
