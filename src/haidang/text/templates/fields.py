"""The fields of a template, each with its meaning: the one table, and how a name is told."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from haidang.text.layout import boxes
from haidang.text.layout.body import BASIS, BODY
from haidang.text.layout.component import Component

_BLANKS = re.compile(r"[\s\u00a0_]+")
_NEAR = 60  # of 100: below it a name is more likely to be of another kind of template
FIELD = re.compile(r"\{\{([^{}]*)\}\}")


class Takes(StrEnum):
    """What a field becomes: words in a sentence, its own paragraph again and again, or blocks."""

    WORDS = "words"
    LINES = "lines"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `components` are the parts of a document that it stands for.

    A `needed` one must stand in every template: without it words of a document would be lost.
    """

    name: str
    meaning: str
    takes: Takes
    components: tuple[Component, ...] = ()
    needed: bool = False

    @property
    def spelled(self) -> str:
        """As it is typed into a template.

        >>> FIELDS["trích yếu"].spelled
        '{{trích yếu}}'
        """
        return f"{{{{{self.name}}}}}"


_ADDRESSEES = (boxes.ADDRESSEE, boxes.ADDRESSEE_HEAD, boxes.ADDRESSEE_ITEM)
_ALL = (
    Field("cơ quan chủ quản", "Tên cơ quan chủ quản trực tiếp, nếu có", Takes.LINES,
          (boxes.SUPERIOR,)),
    Field("tên cơ quan", "Tên cơ quan ban hành", Takes.LINES, (boxes.ISSUER,)),
    Field("số", "Số văn bản, hoặc chỗ trống để văn thư ghi", Takes.WORDS,
          (boxes.NUMBER,), needed=True),
    Field("ký hiệu", "Ký hiệu, như KH-UBND", Takes.WORDS, (boxes.NUMBER,), needed=True),
    Field("địa danh", "Nơi cơ quan đóng", Takes.WORDS, (boxes.PLACE_DATE,)),
    Field("ngày ban hành", "ngày … tháng … năm …", Takes.WORDS,
          (boxes.PLACE_DATE,), needed=True),
    Field("tên loại", "Tên loại văn bản, viết hoa", Takes.LINES,
          (boxes.TYPE_NAME, boxes.TYPE_ALONE)),
    Field("trích yếu", "Trích yếu nội dung; của công văn có V/v ở trước", Takes.LINES,
          (boxes.SUBJECT, boxes.DISPATCH_SUBJECT), needed=True),
    Field("độ khẩn", "Dấu chỉ độ khẩn, nếu có", Takes.BLOCKS, (boxes.URGENCY,)),
    Field("phạm vi lưu hành", "Dấu phạm vi lưu hành, nếu có", Takes.BLOCKS,
          (boxes.CIRCULATION,)),
    Field("kính gửi", "Kính gửi và các nơi kính gửi", Takes.BLOCKS, _ADDRESSEES),
    Field("căn cứ", "Các căn cứ ban hành, mỗi căn cứ một đoạn", Takes.BLOCKS, (BASIS,)),
    Field("nội dung", "Toàn bộ nội dung: tiêu đề, đoạn văn, bảng", Takes.BLOCKS,
          (BODY,), needed=True),
    Field("nơi nhận", "Danh sách nơi nhận, mỗi nơi một dòng", Takes.LINES,
          (boxes.RECIPIENT,), needed=True),
    Field("người soạn", "Ký hiệu người soạn thảo và số bản", Takes.LINES, (boxes.DRAFTER,)),
    Field("quyền hạn", "Các dòng TM., KT., TL., TUQ. của người ký", Takes.LINES,
          (boxes.AUTHORITY,), needed=True),
    Field("chức vụ", "Chức vụ của người ký", Takes.LINES, (boxes.AUTHORITY,), needed=True),
    Field("họ tên", "Họ và tên người ký", Takes.LINES, (boxes.SIGNER,), needed=True),
    Field("người cùng ký", "Chữ ký của những người cùng ký", Takes.BLOCKS),
    Field("phần cuối", "Phần dưới chữ ký, như xác nhận của nơi khác", Takes.BLOCKS),
    Field("địa chỉ", "Địa chỉ cơ quan ở chân trang đầu", Takes.LINES, (boxes.CONTACT,)),
    Field("phụ lục", "Các phụ lục, mỗi phụ lục từ một trang mới", Takes.BLOCKS),
)  # fmt: skip
FIELDS = {field.name: field for field in _ALL}


def name_of(typed: str) -> str:
    """The name as the table has it: composed, in small letters, blanks and underscores alike.

    >>> name_of(" TÊN_CƠ  QUAN ")
    'tên cơ quan'
    """
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", typed)).strip().casefold()


def nearest(typed: str) -> Field | None:
    """The field that was probably meant; None where nothing is like it.

    >>> nearest("trich yeu").name
    'trích yếu'
    """
    bare = {_bare(name): field for name, field in FIELDS.items()}
    found = process.extractOne(_bare(name_of(typed)), list(bare), scorer=fuzz.ratio)
    return bare[found[0]] if found and found[1] >= _NEAR else None


def _bare(name: str) -> str:
    apart = unicodedata.normalize("NFD", name.replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a field stands in the text of a paragraph; `field` is None where no such is known."""

    start: int
    end: int
    typed: str
    field: Field | None

    @property
    def is_capital(self) -> bool:
        """Whether it is typed in capitals, and so wants its words."""
        return self.typed.isupper()


def spots_in(text: str) -> Iterator[Spot]:
    """The fields that stand whole in a text, known or not."""
    for match in FIELD.finditer(text):
        yield Spot(*match.span(), match[1].strip(), FIELDS.get(name_of(match[1])))
