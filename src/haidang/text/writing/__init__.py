"""Writes an official document: as .docx, as a preview in HTML, as plain text.

The layout comes from `text.layout`, the words from `sheets`; each format only draws them.
"""

from haidang.text.writing.docx import write_docx
from haidang.text.writing.grids import UnevenTableError
from haidang.text.writing.html import write_html
from haidang.text.writing.plain import write_plain

__all__ = ["UnevenTableError", "write_docx", "write_html", "write_plain"]
