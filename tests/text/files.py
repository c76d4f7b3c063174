"""Makes the files that the tests of reading open: .docx from its XML, .pdf from lines on a page."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx(body, **parts):
    """A .docx whose body is this XML; further parts by name (`numbering`, `styles`)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
        )
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return made.getvalue()


def p(words, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"


def cell(*paragraphs, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def pdf(*pages, paper="/MediaBox[0 0 595 842]", at="{x} {y} Td".format):
    """A .pdf of pages of lines: (distance from the left, from the foot, words)."""
    letters = sorted({letter for page in pages for _, _, words in page for letter in words})
    codes = {letter: code for code, letter in enumerate(letters, start=33)}
    names = " ".join(f"/uni{ord(letter):04X}" for letter in letters)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        (
            f"<</Type/Pages/Kids[{' '.join(f'{4 + 2 * n} 0 R' for n in range(len(pages)))}]"
            f"/Count {len(pages)}>>"
        ),
        (
            f"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding"
            f"<</Type/Encoding/Differences[33 {names}]>>>>"
        ),
    ]
    for number, page in enumerate(pages):
        shown = "".join(
            f"BT /F 10 Tf {at(x=x, y=y)} <{''.join(f'{codes[c]:02X}' for c in words)}> Tj ET\n"
            for x, y, words in page
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R{paper}/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>"
        )
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}endstream")
    return _assembled(objects)


def _assembled(objects):
    made, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj{words}endobj\n".encode("latin-1")
    table_at = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    made += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table_at}\n%%EOF".encode()
    return made
