"""Edits of a .docx as people make them in a word processor, for tests of what comes back."""

import io
import subprocess
from copy import deepcopy

import docx


class Edited:
    """A .docx opened with another's library, changed, and saved again."""

    def __init__(self, data):
        self.file = docx.Document(io.BytesIO(data))

    @property
    def paragraphs(self):
        cells = [cell for table in self.file.tables for row in table.rows for cell in row.cells]
        return [*self.file.paragraphs, *(one for cell in cells for one in cell.paragraphs)]

    def paragraph(self, words):
        return next(one for one in self.paragraphs if words in one.text)

    def swap(self, was, now):
        """Type over some words where they first stand, whatever runs they are in."""
        paragraph = self.paragraph(was)
        text = paragraph.text.replace(was, now, 1)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text
        return self

    def add_after(self, words, text):
        """Type a new paragraph below one."""
        before = self.paragraph(words)
        copy = deepcopy(before._p)
        before._p.addnext(copy)
        added = docx.text.paragraph.Paragraph(copy, before._parent)
        for run in added.runs[1:]:
            run.text = ""
        added.runs[0].text = text
        return self

    def delete(self, words):
        element = self.paragraph(words)._p
        element.getparent().remove(element)
        return self

    def split_runs(self):
        """Cut every run into runs of three letters, as a spelling check does."""
        for paragraph in self.paragraphs:
            for run in paragraph.runs:
                pieces = [run.text[at : at + 3] for at in range(0, len(run.text), 3)]
                last = run._r
                for piece in pieces[1:]:
                    more = deepcopy(run._r)
                    last.addnext(more)
                    docx.text.run.Run(more, paragraph).text = piece
                    last = more
                run.text = pieces[0] if pieces else ""
        return self

    def save(self):
        out = io.BytesIO()
        self.file.save(out)
        return out.getvalue()


def saved_by_libreoffice(data, folder):
    """The same document opened in LibreOffice and saved as .docx."""
    (folder / "draft.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "docx:MS Word 2007 XML"]
    command += ["--outdir", str(folder / "out"), str(folder / "draft.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return (folder / "out" / "draft.docx").read_bytes()
