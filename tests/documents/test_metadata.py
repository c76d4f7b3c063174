"""The metadata of what went out, field by field as the decree's annex VI names it."""

import pytest

from haidang.documents.metadata import LENGTHS, metadata_of
from tests.makers.documents import make_bureau, make_issued

pytestmark = pytest.mark.django_db


def test_metadata_names_the_fields_of_the_annex(settings):
    issue = make_issued(make_bureau(), title="Tăng  cường\nthông tin")

    said = metadata_of(issue)

    assert list(said) == [
        "FileCode",
        "DocOrdinal",
        "TypeName",
        "CodeNumber",
        "CodeNotation",
        "IssuedDate",
        "OrganName",
        "Subject",
        "Language",
        "PageAmount",
        "Description",
        "SignerInfo",
        "To",
        "Priority",
        "IssuedAmount",
        "DueDate",
    ]
    assert said["TypeName"] == "Báo cáo"
    assert said["Subject"] == "Tăng cường thông tin"
    assert said["OrganName"] == "Ủy ban nhân dân huyện Thử"
    assert said["SignerInfo"] == {
        "Position": "Phó Chủ tịch",
        "FullName": "Người Ký",
    }
    assert said["IssuedAmount"] == 5
    assert {row["OrganName"] for row in said["To"]} >= {"Ủy ban nhân dân tỉnh Thử"}


def test_metadata_keeps_to_the_lengths_of_the_annex():
    issue = make_issued(make_bureau())
    issue.number.note = issue.number.subject = "dài " * 300
    issue.number.signer = "Tên " * 40

    said = metadata_of(issue)

    assert len(said["Description"]) == LENGTHS["Description"]
    assert len(said["Subject"]) == LENGTHS["Subject"]
    assert len(said["SignerInfo"]["FullName"]) == LENGTHS["FullName"]
