"""Writing a report of ten pages as .docx and as PDF, beside LibreOffice, and what more pages cost.

Each time another text is written, for the typesetter remembers what it has set before.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pypdfium2

from bench.cold import printed_by
from bench.ground import ROOT
from bench.measure import against, median, once, seconds, table, times_of, work_of_children

if TYPE_CHECKING:
    from haidang.text.blocks import Document

LIMITS = {"docx": 0.060, "pdf": 0.150}  # a click: nobody sees that something was made
FASTER = 20  # times, than LibreOffice turns the same .docx into a PDF
GROWTH = 5.0  # four times the pages may take five times as long
LONGEST, LONGEST_LIMIT, MEMORY = 300, 3.0, 300.0
PARTS = 9  # so many make ten pages and one
WORDS = (
    "Các cơ quan, đơn vị bám sát phương châm chính xác, kịp thời, linh hoạt, phù hợp từng đối "
    "tượng, lồng ghép thông tin đối ngoại với quảng bá hình ảnh địa phương trong cả năm. "
)
# Long ones are set in a process of their own
WRITE_ONE = f"""
import resource
from bench.writing import PARTS, document
from haidang.text.writing.pdf import write_pdf
write_pdf(document({LONGEST} * PARTS // 10))
whose = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
print(max(resource.getrusage(one).ru_maxrss for one in whose) / 1024)
"""
NUMBERS = count()


def main() -> None:
    sys.path.insert(0, str(ROOT / "src"))
    from haidang.text.writing import write_docx
    from haidang.text.writing.pdf import write_pdf

    # Before this process is large: a child's greatest memory counts that of its parent
    most = float(printed_by("-c", WRITE_ONE))
    first = once(lambda: write_pdf(document(PARTS)))
    docx, pdf = (_taken(write, PARTS) for write in (write_docx, write_pdf))
    rows = [
        ["docx", seconds(docx), against(docx, LIMITS["docx"]), seconds(LIMITS["docx"])],
        ["PDF", seconds(pdf), against(pdf, LIMITS["pdf"]), seconds(LIMITS["pdf"])],
        ["PDF, the first of a process", seconds(first), "", ""],
    ]
    table(f"A report of {_pages(PARTS)} pages", ["written as", "median", "", "limit"], rows)
    _beside_libreoffice(write_docx(document(PARTS)), pdf)
    _growth(most)


def document(parts: int) -> "Document":
    """A report of so many parts, no two of which say the same; every fourth has a table."""
    from haidang.text.blocks import Document, Header, Heading, Paragraph, Signature, Table

    own = next(NUMBERS)
    header = Header(
        issuer="Ủy ban nhân dân xã Mỹ Long", number="5", symbol="BC-UBND", place="Mỹ Long",
        date="2026-11-25", document_type="Báo cáo", title=f"Kết quả đợt {own} năm 2026",
    )  # fmt: skip
    blocks: list[Heading | Paragraph | Table] = [Heading(1, "I", "Kết quả thực hiện")]
    for number in range(1, parts + 1):
        blocks.append(Heading(2, str(number), f"Kết quả đợt {own}"))
        blocks += [Paragraph(f"{own}.{number}.{at} {WORDS * 3}") for at in range(5)]
        rows = tuple((str(row), f"Mỹ Long {own}", str(row * number * own)) for row in range(8))
        if number % 4 == 1:
            blocks.append(Table(("TT", "Đơn vị", "Lượt người"), rows, frozenset({2}), (1, 5, 3)))
    signature = Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", None)
    return Document(header, tuple(blocks), ("UBND tỉnh", "Lưu: VT"), signature)


def worked() -> float:
    """Seconds that this process and those it started had of a processor, all threads together."""
    return process_time() + work_of_children()


def _taken(write: Callable[["Document"], bytes], parts: int, at_least: int = 5) -> float:
    return median(times_of(lambda: write(document(parts)), at_least=at_least, clock=worked))


def _set_here(document: "Document") -> bytes:
    from haidang.text.layout.page import Margins
    from haidang.text.writing.pdf.paper import paper_of
    from haidang.text.writing.pdf.typesetter import typeset_here
    from haidang.text.writing.sheets import sheets_of

    return typeset_here(paper_of(document, sheets_of(document, Margins())))


def _pages(parts: int) -> int:
    from haidang.text.writing.pdf import write_pdf

    with pypdfium2.PdfDocument(write_pdf(document(parts))) as pdf:
        return len(pdf)


def _beside_libreoffice(docx: bytes, pdf: float) -> None:
    if not shutil.which("soffice"):
        print("\nLibreOffice is not here to be compared with.")
        return
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "a.docx"
        file.write_bytes(docx)
        command = ["soffice", f"-env:UserInstallation=file://{name}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", name, str(file)]
        convert = lambda: subprocess.run(command, check=True, capture_output=True)  # noqa: E731
        other = median(times_of(convert, at_least=3, seconds=0, clock=work_of_children))
    times = other / pdf
    said = f"×{times:.0f}{' UNDER' if times < FASTER else ''}"
    rows = [["LibreOffice, headless", seconds(other), said, f"×{FASTER}"]]
    table("The same .docx turned into a PDF", ["by", "median", "of ours", "at least"], rows)


def _growth(most: float) -> None:
    from haidang.text.writing import write_docx
    from haidang.text.writing.pdf import write_pdf

    rows = []
    for name, write in (("docx", write_docx), ("PDF, set in one process", _set_here)):
        fewer, more = (_taken(write, PARTS * factor, at_least=3) for factor in (2, 8))
        times = more / fewer
        rows.append([f"{name}, 20 to 80 pages", f"×{times:.1f}", against(times, GROWTH)])
    longest = _taken(write_pdf, LONGEST * PARTS // 10, at_least=3)
    rows.append([f"PDF, {LONGEST} pages", seconds(longest), against(longest, LONGEST_LIMIT)])
    rows.append([f"memory, {LONGEST} pages", f"{most:.0f} MB", against(most, MEMORY)])
    limits = [f"×{GROWTH:g}", f"×{GROWTH:g}", seconds(LONGEST_LIMIT), f"{MEMORY:.0f} MB"]
    rows = [[*row, limit] for row, limit in zip(rows, limits, strict=True)]
    table("What more pages cost", ["document", "measured", "", "limit"], rows)


if __name__ == "__main__":
    main()
