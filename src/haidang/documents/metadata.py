"""The metadata of electronic documents, outgoing and incoming (NĐ 30/2020, Điều 5, Phụ lục VI).

Names and greatest lengths are those of the annex; what an authority does not know stays blank.
"""

from haidang.documents.models import Arrival, Issue
from haidang.documents.plain_names import in_text

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
    "ToPlaces": 1000,
}


def metadata_of(issue: Issue) -> dict[str, object]:
    """The fields of an outgoing document, in the order of the annex."""
    number, unit = issue.number, issue.edition.document.unit
    return {
        **_filed(unit.code, issue.issued_on.year),
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
            "Position": _cut("Position", in_text(number.signer_post)),
            "FullName": _cut("FullName", number.signer),
        },
        "To": [_to("", name) for name in number.recipients.splitlines() if name.strip()],
        "Priority": number.priority,
        "IssuedAmount": number.copies or None,  # nobody said how many
        "DueDate": "",
    }


def metadata_of_arrival(arrival: Arrival) -> dict[str, object]:
    """The fields of an incoming document; what the sender did not say stays blank."""
    number, _, symbol = arrival.number_symbol.partition("/")
    handed = [str(one) for one in (arrival.handed_to, arrival.handed_to_person) if one]
    return {
        **_filed(arrival.unit.code, arrival.year),
        "TypeName": _cut("TypeName", arrival.document_type),
        "CodeNumber": _cut("CodeNumber", number),
        "CodeNotation": _cut("CodeNotation", symbol),
        "IssuedDate": arrival.issued_on.isoformat() if arrival.issued_on else "",
        "OrganName": _cut("OrganName", in_text(arrival.issuer)),
        "Subject": _cut("Subject", arrival.subject),
        "Language": "Tiếng Việt",
        "PageAmount": arrival.pages,
        "Description": _cut("Description", arrival.note),
        "SignerInfo": {
            "Position": _cut("Position", in_text(arrival.signer_post)),
            "FullName": _cut("FullName", arrival.signer),
        },
        "To": [_to(arrival.unit.code, arrival.unit.name)],
        "Priority": arrival.priority,
        "IssuedAmount": 1,
        "DueDate": arrival.due_on.isoformat() if arrival.due_on else "",
        "ArrivalDate": arrival.arrived_on.isoformat(),
        "ArrivalNumber": str(arrival.number),
        "ToPlaces": _cut("ToPlaces", "; ".join(handed)),
        "TraceHeaderList": "",
    }


def _filed(organ: str, year: int) -> dict[str, object]:
    code = {"OrganId": _cut("OrganId", organ), "FileCatalog": year, "FileNotation": ""}
    return {"FileCode": code, "DocOrdinal": None}


def _to(organ: str, name: str) -> dict[str, str]:
    return {"OrganId": _cut("OrganId", organ), "OrganName": _cut("OrganName", name)}


def _cut(field: str, words: str) -> str:
    return " ".join(words.split())[: LENGTHS[field]]
