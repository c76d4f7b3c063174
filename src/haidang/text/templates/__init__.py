"""Templates of documents: ordinary .docx files with fields in plain Vietnamese, no programming.

`{{số}}` or `{{nội dung}}` is typed in Word or LibreOffice; here it is filled, and a changed
template is checked before it serves. Values are text, never code: nothing of a template is run.
"""

from haidang.text.templates.fields import FIELDS, Field
from haidang.text.templates.filling import fill
from haidang.text.templates.judging import check_template, needed_fields
from haidang.text.templates.printing import pdf_by_template
from haidang.text.templates.samples import sample_of
from haidang.text.templates.starting import starting_template

__all__ = [
    "FIELDS",
    "Field",
    "check_template",
    "fill",
    "needed_fields",
    "pdf_by_template",
    "sample_of",
    "starting_template",
]
