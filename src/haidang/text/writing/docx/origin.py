"""The custom property of a .docx that says which document it was written from."""

from haidang.text.blocks import Document
from haidang.text.origin import NAME, PART, origin_of
from haidang.text.writing.docx.xml import DECLARATION

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f'<Relationship Id="rIdOrigin" Type="{_OFFICE}/relationships/custom-properties"'
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # that of all custom properties


def with_origin(parts: dict[str, str], document: Document) -> dict[str, str]:
    """The parts of a .docx with the property added."""
    relations, types = parts["_rels/.rels"], parts["[Content_Types].xml"]
    override = f'<Override PartName="/{PART}" ContentType="{_TYPE}"/>'
    return parts | {
        "_rels/.rels": relations.replace(
            "</Relationships>", f'{_RELATION} Target="{PART}"/></Relationships>'
        ),
        "[Content_Types].xml": types.replace("</Types>", f"{override}</Types>"),
        PART: (
            f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties"'
            f' xmlns:vt="{_OFFICE}/docPropsVTypes"><property fmtid="{_FORMAT}" pid="2"'
            f' name="{NAME}"><vt:lpwstr>{origin_of(document)}</vt:lpwstr></property></Properties>'
        ),
    }
