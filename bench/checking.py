"""Checking a document of ten pages against the decree, mending it, and what more pages cost."""

import io
import sys
import zipfile
from dataclasses import replace
from time import process_time

import pypdfium2

from bench.ground import ROOT
from bench.measure import against, median, seconds, table, times_of

LIMIT = 0.06  # a person who opens a document sees its faults at once
GROWTH = 10.0  # eight times the pages may take ten times as long
PAGES = 10
WORDS = (
    "Các cơ quan, đơn vị bám sát phương châm chính xác, kịp thời, linh hoạt, phù hợp từng đối "
    "tượng, lồng ghép thông tin đối ngoại với quảng bá hình ảnh địa phương trong cả năm. "
)


def main() -> None:
    sys.path.insert(0, str(ROOT / "src"))
    from haidang.text.checking import check, repaired

    ten = document(PAGES)
    flawed = _flawed(ten)
    checked, found, fixed = (
        median(times_of(act, clock=process_time))
        for act in (lambda: check(ten), lambda: check(flawed), lambda: repaired(flawed))
    )
    rows = [
        ["check, no fault", seconds(checked), against(checked, LIMIT)],
        ["check, every page with faults", seconds(found), against(found, LIMIT)],
        ["mend", seconds(fixed), ""],
    ]
    table(f"A document of {PAGES} pages", ["act", "median", f"of {seconds(LIMIT)}"], rows)
    grown = []
    for factor in (2, 4, 8, 30):
        more = document(PAGES * factor)
        taken = (
            median(times_of(lambda more=more: check(more), at_least=3, clock=process_time))
            / checked
        )
        over = against(taken, GROWTH) if factor == 8 else ""
        grown.append([f"{PAGES * factor} pages", f"×{taken:.1f}", over])
    table("What more pages cost", ["document", "time", f"of ×{GROWTH:g}"], grown)
    _pdf()


def document(pages: int) -> bytes:
    """A report of so many pages, some forty lines each."""
    from haidang.text.blocks import Document, Header, Heading, Paragraph, Signature
    from haidang.text.writing import write_docx

    header = Header(
        issuer="Ủy ban nhân dân xã Mỹ Long", number="5", symbol="BC-UBND", place="Mỹ Long",
        date="2026-11-25", document_type="Báo cáo", title="Kết quả thông tin đối ngoại năm 2026",
    )  # fmt: skip
    page = (Heading(2, "1", "Kết quả"), *(Paragraph(WORDS * 3) for _ in range(6)))
    blocks = [Heading(1, "I", "Kết quả thực hiện")]
    blocks += [
        replace(block, label=str(number)) if isinstance(block, Heading) else block
        for number in range(1, pages + 1)
        for block in page
    ]
    signature = Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", None)
    return write_docx(Document(header, tuple(blocks), ("UBND tỉnh", "Lưu: VT"), signature))


def _flawed(data: bytes) -> bytes:
    """The same, every style in another font."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as target:
        for name in packed.namelist():
            part = packed.read(name)
            styles = name == "word/styles.xml"
            target.writestr(name, part.replace(b"Times New Roman", b"Arial") if styles else part)
    return out.getvalue()


def _pdf() -> None:
    from haidang.text.checking import check

    content = (ROOT / "samples/99-KH-UBND.pdf").read_bytes()
    pages = len(pypdfium2.PdfDocument(content))
    taken = median(times_of(lambda: check(content), clock=process_time))
    table("A PDF", ["document 000", "median"], [[f"{pages} pages", seconds(taken)]])


if __name__ == "__main__":
    main()
