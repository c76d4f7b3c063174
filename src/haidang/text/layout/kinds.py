"""The types of administrative document, abbreviated (NĐ 30/2020, Điều 7 and Phụ lục III)."""

import unicodedata
from dataclasses import dataclass

DISPATCH = "công văn"
TELEGRAM = "công điện"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of document; `abbreviation` is None for the two that have none.

    What is false is left out where nothing is given for it. `is_dated_above` is false where the
    template has place and date in the text, `is_signed_once` where several sign side by side.
    """

    name: str
    abbreviation: str | None
    template: str = "1.4"  # Phụ lục III; 1.4 serves every type without one of its own
    has_number: bool = True
    has_subject: bool = True
    has_recipients: bool = True
    is_dated_above: bool = True
    is_signed_once: bool = True


KINDS = (
    Kind("nghị quyết", "NQ", "1.1"),
    Kind("quyết định", "QĐ", "1.2"),
    Kind("chỉ thị", "CT"),
    Kind("quy chế", "QC", has_recipients=False),
    Kind("quy định", "QyĐ", has_recipients=False),
    Kind("thông cáo", "TC"),
    Kind("thông báo", "TB"),
    Kind("hướng dẫn", "HD"),
    Kind("chương trình", "CTr", has_recipients=False),
    Kind("kế hoạch", "KH"),
    Kind("phương án", "PA", has_recipients=False),
    Kind("đề án", "ĐA", has_recipients=False),
    Kind("dự án", "DA", has_recipients=False),
    Kind("báo cáo", "BC"),
    Kind(
        "biên bản", "BB", "1.9", has_subject=False, has_recipients=False,
        is_dated_above=False, is_signed_once=False,
    ),
    Kind("tờ trình", "TTr"),
    Kind(
        "hợp đồng", "HĐ", has_number=False, has_subject=False, has_recipients=False,
        is_dated_above=False, is_signed_once=False,
    ),
    Kind(DISPATCH, None, "1.5"),
    Kind(TELEGRAM, "CĐ", "1.6"),
    Kind(
        "bản ghi nhớ", "BGN", has_subject=False, has_recipients=False, is_signed_once=False,
    ),
    Kind(
        "bản thỏa thuận", "BTT", has_subject=False, has_recipients=False, is_signed_once=False,
    ),
    Kind("giấy ủy quyền", "GUQ", has_subject=False, has_recipients=False),
    Kind("giấy mời", "GM", "1.7", has_subject=False),
    Kind("giấy giới thiệu", "GGT", "1.8", has_subject=False, has_recipients=False),
    Kind(
        "giấy nghỉ phép", "GNP", "1.10", has_number=False, has_subject=False,
        has_recipients=False,
    ),
    Kind("phiếu gửi", "PG", has_subject=False, has_recipients=False),
    Kind("phiếu chuyển", "PC", has_subject=False, has_recipients=False),
    Kind("phiếu báo", "PB", has_subject=False, has_recipients=False),
    Kind(
        "thư công", None, has_number=False, has_subject=False, has_recipients=False,
        is_dated_above=False,
    ),
)  # fmt: skip


def kind_of(document_type: str | None) -> Kind | None:
    """The kind with that name, in any case, whatever the office adds to it; None for no such type.

    Example: `kind_of("KẾ HOẠCH").abbreviation` is "KH", that of "Báo cáo nhanh" is "BC".
    """
    wanted = unicodedata.normalize("NFC", document_type or "").strip().casefold()
    return next((kind for kind in KINDS if f"{wanted} ".startswith(f"{kind.name} ")), None)
