"""A flash report sent twice at the same moment is one report with one receipt."""

import datetime as dt
from uuid import uuid4

import pytest

from haidang.ledger.models import Entry
from haidang.reporting import commands
from haidang.reporting.models import Flash
from tests.at_once import at_once
from tests.makers import make_authority
from tests.makers.regimes import make_flash_regime

pytestmark = pytest.mark.django_db(transaction=True)
SAID = {"title": "Tàu vào tránh bão", "words": "Đã hướng dẫn.", "place": "Cửa sông"}


def test_two_sendings_at_once_have_one_receipt(settings):
    settings.AS_OF = dt.date(2024, 11, 25)
    authority = make_authority(1)
    by = authority.reporters[0]
    given = {"id": uuid4(), "regime": make_flash_regime(authority), "unit": by.unit, "by": by}

    def send():
        return commands.send_flash(**given, **SAID, happened="sáng nay", no_secret=True)

    receipts = {flash.receipt for flash in at_once(send, send, send)}

    assert receipts == {Flash.objects.get().receipt}
    assert Entry.objects.filter(event="send_flash").count() == 1
