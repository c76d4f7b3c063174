"""The metadata of an electronic document that goes out (NĐ 30/2020, Điều 5, Phụ lục VI).

Names and greatest lengths are those of the annex; what an authority does not know stays blank.
"""

from haidang.documents.models import Issue

LENGTHS = {
    "OrganId": 13,
    "TypeName": 100,
    "CodeNumber": 11,
    "CodeNotation": 30,
    "OrganName": 200,
    "Subject": 500,
    "Language": 30,
    "Description": 500,
    "Position": 100,
    "FullName": 50,
}


def metadata_of(issue: Issue) -> dict[str, object]:
    """The fields of an outgoing document, in the order of the annex."""
    number, unit = issue.number, issue.edition.document.unit
    return {
        "FileCode": {"OrganId": "", "FileCatalog": issue.issued_on.year, "FileNotation": ""},
        "DocOrdinal": None,
        "TypeName": _cut("TypeName", number.document_type),
        "CodeNumber": _cut("CodeNumber", number.written),
        "CodeNotation": _cut("CodeNotation", number.symbol),
        "IssuedDate": issue.issued_on.isoformat(),
        "OrganName": _cut("OrganName", unit.name),
        "Subject": _cut("Subject", number.subject),
        "Language": "Tiếng Việt",
        "PageAmount": number.pages,
        "Description": _cut("Description", number.note),
        "SignerInfo": {
            "Position": _cut("Position", number.signer_post),
            "FullName": _cut("FullName", number.signer),
        },
        "To": [
            {"OrganId": "", "OrganName": _cut("OrganName", name)}
            for name in number.recipients.splitlines()
            if name.strip()
        ],
        "Priority": number.priority,
        "IssuedAmount": number.copies,
        "DueDate": "",
    }


def _cut(field: str, words: str) -> str:
    return " ".join(words.split())[: LENGTHS[field]]
