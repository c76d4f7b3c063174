"""Makes 99-KH-UBND.docx and .pdf from 99-KH-UBND.txt, the same words laid out as on paper.

The scan that the text comes from lost its letterhead; here it stands again. Run from the root of
the project: `python samples/make_samples.py`.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))

from haidang.text import read  # noqa: E402
from haidang.text.blocks import Document  # noqa: E402
from haidang.text.drafting import draft_of  # noqa: E402
from haidang.text.writing import write_docx  # noqa: E402
from haidang.text.writing.pdf import write_pdf  # noqa: E402

NAME = "99-KH-UBND"


def founding_plan(text: str) -> Document:
    """The plan as it is read, a document to be written."""
    return draft_of(read(text.encode()))


def make() -> None:
    plan = founding_plan((HERE / f"{NAME}.txt").read_text(encoding="utf-8"))
    (HERE / f"{NAME}.docx").write_bytes(write_docx(plan))
    (HERE / f"{NAME}.pdf").write_bytes(write_pdf(plan))


if __name__ == "__main__":
    make()
