"""The metadata of Phụ lục VI: the decree's names in its order, and no field over its length."""

import datetime as dt
import json

import pytest

from haidang.documents import commands
from haidang.documents.metadata import LENGTHS, metadata_of, metadata_of_arrival
from tests.makers.documents import MONDAY, letter, make_arrival, make_bureau, make_issued

pytestmark = pytest.mark.django_db
# fmt: off
OUTGOING = [
    "FileCode", "DocOrdinal", "TypeName", "CodeNumber", "CodeNotation", "IssuedDate", "OrganName",
    "Subject", "Language", "PageAmount", "Description", "SignerInfo", "To", "Priority",
    "IssuedAmount", "DueDate",
]
# fmt: on
INCOMING = [*OUTGOING, "ArrivalDate", "ArrivalNumber", "ToPlaces", "TraceHeaderList"]


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def test_metadata_of_what_goes_out(bureau):
    found = metadata_of(make_issued(bureau, document=letter("Việc " + "dài " * 120)))

    assert list(found) == OUTGOING
    assert (found["CodeNumber"], found["CodeNotation"]) == ("01", "BC-UBND")
    assert (found["IssuedDate"], found["PageAmount"]) == ("2024-11-25", 1)
    assert found["SignerInfo"]["FullName"] == "Người Ký"
    assert found["To"][0] == {"OrganId": "", "OrganName": "Ủy ban nhân dân tỉnh Thử"}
    assert found["IssuedAmount"] == 5
    assert json.loads(json.dumps(found)) == found


def test_metadata_of_what_came(bureau):
    arrival = make_arrival(
        bureau,
        number_symbol="1466/QĐ-UBND",
        issued_on=dt.date(2024, 11, 20),
        signer="Người " + "Ký " * 40,
    )
    commands.hand_over(
        arrival=arrival,
        to=bureau.office,
        person=bureau.drafter,
        due_on=dt.date(2024, 11, 29),
        by=bureau.clerk,
    )
    arrival.refresh_from_db()

    found = metadata_of_arrival(arrival)

    assert list(found) == INCOMING
    assert (found["CodeNumber"], found["CodeNotation"]) == ("1466", "QĐ-UBND")
    assert (found["ArrivalDate"], found["ArrivalNumber"]) == ("2024-11-25", "1")
    assert (found["IssuedDate"], found["DueDate"]) == ("2024-11-20", "2024-11-29")
    assert found["ToPlaces"].startswith("Phòng Văn hóa và Thông tin huyện; Chuyên viên")
    assert len(found["SignerInfo"]["FullName"]) <= LENGTHS["FullName"]


def test_metadata_leaves_blank_what_nobody_knows(bureau):
    found = metadata_of_arrival(make_arrival(bureau, number_symbol=""))

    assert [found[name] for name in ("CodeNumber", "IssuedDate", "DueDate", "ToPlaces")] == [""] * 4
