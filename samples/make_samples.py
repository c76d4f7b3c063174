"""Makes 99-KH-UBND.docx and .pdf from 99-KH-UBND.txt, the same words laid out as on paper.

The scan that the text comes from lost its letterhead; here it stands again. Run from the root of
the project: `python samples/make_samples.py`. Needs LibreOffice (Debian: libreoffice-writer-nogui)
and a face with Vietnamese letters as wide as Times New Roman (Debian: fonts-croscore).
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))

from haidang.text.blocks import Block, Document, Header, Heading, Paragraph, Signature  # noqa: E402
from haidang.text.writing import write_docx  # noqa: E402

NAME = "99-KH-UBND"
ROMAN = re.compile(r"([IVX]+)\. (.+)")
ARABIC = re.compile(r"(\d+)\. (.+)")
NUMBER = re.compile(r"Số:\s*(\d+)\s*/(\S+)")
DATED = re.compile(r"(.+), ngày (\d+) tháng (\d+) năm (\d+)")


def founding_plan(text: str) -> Document:
    """The plan as blocks; its structure is known, so its numbering is enough to see it."""
    top, _, rest = text.partition("\nThực hiện ")
    body, _, foot = rest.partition("\nNơi nhận:")
    recipients, drafter, signature = foot_of(foot)
    return Document(
        header=header_of(top),
        blocks=tuple(map(block_of, paragraphs_of("Thực hiện " + body))),
        recipients=recipients,
        signature=signature,
        drafter=drafter,
    )


def header_of(top: str) -> Header:
    number = NUMBER.search(top)
    dated = DATED.search(top)
    assert number, "the plan has a number"
    assert dated, "the plan has a date"
    place, day, month, year = dated.groups()
    *_, kind, title = top.strip().splitlines()
    return Header(
        issuer="Ủy ban nhân dân huyện Cầu Ngang",
        number=number[1],
        symbol=number[2],
        place=place.strip(),
        date=f"{year}-{month.zfill(2)}-{day.zfill(2)}",
        document_type=kind.capitalize(),
        title=title,
    )


def paragraphs_of(body: str) -> list[str]:
    """Paragraphs, those put together again that a page break had cut within a sentence."""
    paragraphs: list[str] = []
    for paragraph in re.split(r"\n\s*\n", body.strip()):
        if paragraphs and paragraph[0].islower():
            paragraphs[-1] += f" {paragraph}"
        else:
            paragraphs.append(paragraph)
    return paragraphs


def block_of(paragraph: str) -> Block:
    if match := ROMAN.fullmatch(paragraph):
        return Heading(1, match[1], match[2])
    if match := ARABIC.fullmatch(paragraph):
        return Heading(2, match[1], match[2])
    return Paragraph(paragraph.removeprefix("- "), bullet=paragraph.startswith("- "))


def foot_of(foot: str) -> tuple[tuple[str, ...], str, Signature]:
    lines = [line.strip(" *") for line in foot.splitlines() if line.strip(" *")]
    recipients = tuple(line for line in lines if line.startswith("- "))
    drafter, authority, title, name = lines[len(recipients) :]
    return recipients, drafter, Signature((authority,), title, name)


def make() -> None:
    text = (HERE / f"{NAME}.txt").read_text(encoding="utf-8")
    docx = HERE / f"{NAME}.docx"
    docx.write_bytes(write_docx(founding_plan(text)))
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(  # noqa: S603
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless",  # noqa: S607
             "--convert-to", "pdf", "--outdir", HERE, docx],
            check=True, timeout=120, capture_output=True,
        )  # fmt: skip


if __name__ == "__main__":
    make()
