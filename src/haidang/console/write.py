"""`haidang write IN OUT [--template MẪU.docx] [--json]`: a document laid out anew by the decree."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from haidang.console.opening import opened, piped_in, secret
from haidang.console.paper_page import write_page
from haidang.console.saving import save
from haidang.console.say import complain
from haidang.text.blocks import Document, Reading
from haidang.text.contract import refusal
from haidang.text.drafting import Draft, drafted
from haidang.text.reading.apart import read_apart
from haidang.text.reading.unreadable import Unreadable
from haidang.text.templates import fill, pdf_by_template
from haidang.text.writing import write_docx, write_plain

_USAGE = (
    "Cách dùng: ./haidang write VÀO RA [--template MẪU.docx] [--json]; "
    "RA có đuôi .docx, .pdf, .html hoặc .txt"
)
_WITHOUT_TEMPLATE = "PDF theo bố cục của nghị định, không theo mẫu: máy này không có LibreOffice."
Writer = Callable[[Document], bytes]


@dataclass(frozen=True, slots=True)
class _Order:
    file: str
    out: Path
    template: str | None
    as_json: bool


def run(arguments: list[str]) -> int:
    """Write one document. Exit status 1 where nothing was written."""
    order = _ordered(arguments)
    if order is None:
        return complain(_USAGE)
    writer = _writer(order)
    if writer is None:
        return complain(f"{order.out}: không viết được đuôi “{order.out.suffix}”. {_USAGE}")
    if order.out.is_dir() or _is_same(order.file, order.out):
        return complain(f"{order.out}: không ghi đè lên tệp nguồn hay thư mục; hãy đặt tên khác.")
    try:
        reading = _read(order.file)
        draft = drafted(reading)
        data = writer(draft.document)
    except Unreadable as error:
        return _refuse(error, order)
    save(order.out, data)
    _tell(order, reading, draft, len(data))
    return 0


def _ordered(arguments: list[str]) -> _Order | None:
    words = [word for word in arguments if word != "--json"]
    template = None
    if "--template" in words:
        at = words.index("--template")
        template = "".join(words[at + 1 : at + 2])
        del words[at : at + 2]
    options = [word for word in words if word.startswith("-") and word != "-"]
    if options or len(words) != 2 or template == "":
        return None
    return _Order(words[0], Path(words[1]), template, "--json" in arguments)


def _is_same(file: str, out: Path) -> bool:
    return file != "-" and out.exists() and Path(file).exists() and out.samefile(file)


def _writer(order: _Order) -> Writer | None:
    template = order.template
    writers: dict[str, Writer] = {
        ".docx": partial(_filled, template) if template else write_docx,
        ".pdf": partial(_as_pdf, template),
        ".html": lambda document: write_page(document).encode(),
        ".txt": lambda document: write_plain(document).encode(),
    }
    return writers.get(order.out.suffix.lower())


def _filled(template: str, document: Document) -> bytes:
    return fill(opened(template, b""), document)


def _as_pdf(template: str | None, document: Document) -> bytes:
    if template and (data := pdf_by_template(_filled(template, document))):
        return data
    if template:
        print(_WITHOUT_TEMPLATE, file=sys.stderr)
    from haidang.console.printing import printed  # it loads a typesetter

    return printed(document)


def _read(file: str) -> Reading:
    """Refuses with Unreadable what cannot be read, and what is stamped as a secret (N19)."""
    reading, degree = read_apart(opened(file, piped_in([file])))
    if degree:
        raise secret(degree)
    return reading


def _tell(order: _Order, reading: Reading, draft: Draft, size: int) -> None:
    told = {"file": order.file, "out": str(order.out), "bytes": size}
    if order.as_json:
        more = {"left_out": list(draft.left_out), "warnings": list(reading.warnings)}
        print(json.dumps({**told, **more}, ensure_ascii=False), flush=True)
        return
    print(f"{order.out}: đã viết {draft.document.header.document_type or 'văn bản'}")
    for words in reading.warnings:
        print(f"  · {words}", file=sys.stderr)
    for words in draft.left_out:
        print(f"  · không đưa vào: {words}", file=sys.stderr)


def _refuse(error: Unreadable, order: _Order) -> int:
    if order.as_json:
        print(json.dumps(refusal(error, order.file), ensure_ascii=False), flush=True)
        return 1
    return complain(f"{order.file}: {error.message} [{error.code}]")
