"""Emergency messages are valid by the rules of CAP 1.2, and what is not is told in words."""

import pytest
from lxml import etree

from haidang.broadcast.cap import LARGEST, NAMESPACE, cap_faults, cap_message

FACTS = {
    "identifier": "vn.1.20261126T080000.ab12",
    "sender": "1@hai-dang.vn",
    "sent": "2026-11-26T15:00:00+07:00",
    "status": "Actual",
    "msgType": "Alert",
    "scope": "Public",
    "language": "vi-VN",
    "category": ["Met"],
    "event": "Bão & nước dâng",
    "urgency": "Immediate",
    "severity": "Severe",
    "certainty": "Likely",
    "expires": "2026-11-26T18:00:00+07:00",
    "senderName": "UBND huyện Thử",
    "headline": "Bão số 12 <đổ bộ>",
    "description": "Dòng một.\nDòng hai.",
    "instruction": "Tàu thuyền về nơi trú.",
    "area": ["xã Mỹ Long", "xã Vinh Kim"],
}


def test_a_message_is_valid_and_says_what_was_given():
    message = cap_message(FACTS)
    assert cap_faults(message) == []
    root = etree.fromstring(message)
    assert etree.QName(root).namespace == NAMESPACE
    assert root.findtext(f".//{{{NAMESPACE}}}headline") == FACTS["headline"]
    areas = root.findall(f".//{{{NAMESPACE}}}areaDesc")
    assert [area.text for area in areas] == FACTS["area"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"identifier": "has space"}, "identifier"),
        ({"identifier": "a,b"}, "identifier"),
        ({"sender": ""}, "sender"),
        ({"sent": "2026-11-26T08:00:00Z"}, "sent"),  # the standard takes no Z
        ({"sent": "2026-13-26T08:00:00+07:00"}, "sent"),
        ({"status": "Real"}, "status"),
        ({"msgType": "Stop"}, "msgType"),
        ({"msgType": "Cancel"}, "references"),
        ({"msgType": "Cancel", "references": "x"}, "references"),
        ({"status": "Exercise"}, "note"),
        ({"scope": "Everybody"}, "scope"),
        ({"scope": "Restricted"}, "restriction"),
        ({"scope": "Private"}, "addresses"),
        ({"category": []}, "category"),
        ({"category": ["Storm"]}, "category"),
        ({"event": " "}, "event"),
        ({"urgency": "Now"}, "urgency"),
        ({"severity": "Very"}, "severity"),
        ({"certainty": None}, "certainty"),
        ({"language": "tiếng Việt"}, "language"),
        ({"expires": "2026-11-26T15:00:00+07:00"}, "expires"),
        ({"headline": ["one", "two"]}, "headline"),
    ],
)
def test_what_breaks_the_standard_is_told_by_its_element(changed, told):
    assert [fault.split(":")[0] for fault in cap_faults(cap_message(FACTS | changed))] == [told]


def test_a_message_may_be_for_very_many_areas():
    areas = [f"xã {number}" for number in range(1500)]
    assert cap_faults(cap_message(FACTS | {"area": areas})) == []


def test_an_update_names_what_it_replaces():
    named = "1@hai-dang.vn,vn.1.1,2026-11-26T08:00:00+07:00"
    assert cap_faults(cap_message(FACTS | {"msgType": "Update", "references": named})) == []
    two = FACTS | {"msgType": "Update", "references": f"{named} {named}"}
    assert cap_faults(cap_message(two)) == []


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"no xml",
        b"<alert/>",
        b'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.1"/>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>',
        b" " * (LARGEST + 1),
        cap_message(FACTS).replace(b"<scope>", b"<scope><b/>"),
        cap_message(FACTS).replace(b"<event>", b"<web>x</web><event>"),
        cap_message(FACTS).replace(b"<info>", b"<new>1</new><info>"),
    ],
)
def test_what_is_no_message_is_refused(message):
    assert cap_faults(message)
