"""The receipt that stays of a file with a secrecy mark, which is not received."""

import hashlib

from django.db import transaction

from haidang.errors import Incomplete, Issue
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User

WORDS = (
    "Văn bản này mang dấu chỉ độ mật nên không được nhận; hệ thống không lưu gì của tệp."
    " Hãy dùng đường văn bản giấy hoặc mạng độc lập dành cho tài liệu mật."
)


def note_secret_file(*, content: bytes, unit: Unit, by: User) -> Incomplete:
    """Leave a receipt of a file that bears a secrecy mark, and return the refusal to raise.

    When and who, and by size and hash which file it was; the name and the mark could tell what is
    in it (Luật Bảo vệ bí mật nhà nước 117/2025/QH15; promise N19).
    """
    # Its own transaction, so that the receipt stays although the command refuses.
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic(durable=True):
        record("refuse_secret_document", target=unit, by=by, size=len(content), sha256=digest)
    return Incomplete([Issue("secret", WORDS, "file")])
