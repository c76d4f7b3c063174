"""What reading costs: a plan in each format, how it grows, a page, a start, many files, memory.

What one process does is measured in time of its processor, which others take nothing from.
"""

import copy
import io
import sys
import zipfile
from collections.abc import Callable
from time import process_time

import docx
import pypdfium2
from lxml import etree

from bench.cold import cold_rows
from bench.ground import ROOT
from bench.measure import against, median, seconds, table, times_of

LIMITS = {"txt": 0.010, "docx": 0.3, "pdf": 0.3}  # a text at once; a person sees no wait
GROWTH = 7.0  # six times as much text may take seven times as long: nothing quadratic
TIMES = 6
PAGE = 0.040
SAMPLE = ROOT / "samples/99-KH-UBND"


def main() -> None:
    sys.path.insert(0, str(ROOT / "src"))
    rows = [_row(suffix, longer) for suffix, longer in LONGER.items()]
    head = ["a plan of 10 kB", "median", "limit", "", f"×{TIMES}", f"limit ×{GROWTH:g}"]
    table("Reading and understanding a plan", head, rows)
    table("A page of a pdf", ["pages", "median a page", "limit", ""], [_page()])
    head = ["a process of its own", "measured", "limit", "", "of the processor"]
    table("Starting, many documents, memory, both cores", head, cold_rows())
    _beside_python_docx()


def _row(suffix: str, longer: Callable[[bytes, int], bytes]) -> list[str]:
    from haidang.text import read

    content = SAMPLE.with_suffix(f".{suffix}").read_bytes()
    more = longer(content, TIMES)
    one = median(times_of(lambda: read(content), at_least=15, clock=process_time))
    grown = median(times_of(lambda: read(more), clock=process_time)) / one
    limit = LIMITS[suffix]
    share = f"×{grown:.1f}"
    return [
        suffix,
        seconds(one),
        seconds(limit),
        against(one, limit),
        share,
        against(grown, GROWTH),
    ]


def _page() -> list[str]:
    from haidang.text import read

    content = _more_pages(SAMPLE.with_suffix(".pdf").read_bytes(), TIMES)
    pages = len(pypdfium2.PdfDocument(content))
    one = median(times_of(lambda: read(content), clock=process_time)) / pages
    return [str(pages), seconds(one), seconds(PAGE), against(one, PAGE)]


def _more_text(content: bytes, factor: int) -> bytes:
    return b"\n".join([content] * factor)


def _more_word(content: bytes, factor: int) -> bytes:
    packed = zipfile.ZipFile(io.BytesIO(content))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in packed.namelist():
            part = packed.read(name)
            target.writestr(name, _longer_body(part, factor) if "document.xml" in name else part)
    return out.getvalue()


def _longer_body(part: bytes, factor: int) -> bytes:
    root = etree.fromstring(part)
    if not root.tag.endswith("}document"):
        return part
    body = root[0]
    *blocks, section = list(body)
    for _ in range(factor - 1):
        for block in blocks:
            section.addprevious(copy.deepcopy(block))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _more_pages(content: bytes, factor: int) -> bytes:
    source, target, out = pypdfium2.PdfDocument(content), pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(factor):
        target.import_pages(source)
    target.save(out)
    return out.getvalue()


LONGER = {"txt": _more_text, "docx": _more_word, "pdf": _more_pages}


def _beside_python_docx() -> None:
    from haidang.text.reading import read_source

    content = SAMPLE.with_suffix(".docx").read_bytes()

    def theirs() -> str:
        document = docx.Document(io.BytesIO(content))
        cells = (cell.text for t in document.tables for row in t.rows for cell in row.cells)
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])

    ours, peer = median(times_of(lambda: read_source(content))), median(times_of(theirs))
    rows = [
        ["ours, with a place for each letter", seconds(ours), f"{peer / ours:.1f} times as fast"]
    ]
    rows.append(["python-docx, text alone", seconds(peer), "1"])
    table("Only the words of the .docx, nothing understood", ["reader", "median", ""], rows)


if __name__ == "__main__":
    main()
