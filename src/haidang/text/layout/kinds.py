"""The types of administrative document, abbreviated (NĐ 30/2020, Điều 7 and Phụ lục III)."""

import unicodedata
from dataclasses import dataclass

DISPATCH = "công văn"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of document; `abbreviation` is None for the two that have none."""

    name: str
    abbreviation: str | None
    template: str = "1.4"  # Phụ lục III; 1.4 serves every type without one of its own


KINDS = (
    Kind("nghị quyết", "NQ", "1.1"),
    Kind("quyết định", "QĐ", "1.2"),
    Kind("chỉ thị", "CT"),
    Kind("quy chế", "QC"),
    Kind("quy định", "QyĐ"),
    Kind("thông cáo", "TC"),
    Kind("thông báo", "TB"),
    Kind("hướng dẫn", "HD"),
    Kind("chương trình", "CTr"),
    Kind("kế hoạch", "KH"),
    Kind("phương án", "PA"),
    Kind("đề án", "ĐA"),
    Kind("dự án", "DA"),
    Kind("báo cáo", "BC"),
    Kind("biên bản", "BB", "1.9"),
    Kind("tờ trình", "TTr"),
    Kind("hợp đồng", "HĐ"),
    Kind(DISPATCH, None, "1.5"),
    Kind("công điện", "CĐ", "1.6"),
    Kind("bản ghi nhớ", "BGN"),
    Kind("bản thỏa thuận", "BTT"),
    Kind("giấy ủy quyền", "GUQ"),
    Kind("giấy mời", "GM", "1.7"),
    Kind("giấy giới thiệu", "GGT", "1.8"),
    Kind("giấy nghỉ phép", "GNP", "1.10"),
    Kind("phiếu gửi", "PG"),
    Kind("phiếu chuyển", "PC"),
    Kind("phiếu báo", "PB"),
    Kind("thư công", None),
)


def kind_of(document_type: str | None) -> Kind | None:
    """The kind with that name, in any case; None where the decree knows no such type.

    Example: `kind_of("KẾ HOẠCH").abbreviation` is "KH".
    """
    wanted = unicodedata.normalize("NFC", document_type or "").strip().casefold()
    return next((kind for kind in KINDS if kind.name == wanted), None)
