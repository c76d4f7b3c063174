"""Comparing and merging a draft that came back: ten pages, three hundred, and unkind ones."""

import sys
from time import process_time

from bench.ground import ROOT
from bench.measure import against, median, seconds, table, times_of

LIMIT = 0.1  # of ten pages; reading the file takes longer
LONG_LIMIT = 5.0  # of three hundred, whatever is in them
PAGES, LONG = 10, 300
LINES = 20  # paragraphs of a page
WORDS = (
    "Các cơ quan, đơn vị bám sát phương châm chính xác, kịp thời, linh hoạt, phù hợp từng đối "
    "tượng, lồng ghép thông tin đối ngoại với quảng bá hình ảnh địa phương"
)


def main() -> None:
    sys.path.insert(0, str(ROOT / "src"))
    from haidang.text.compare import compare
    from haidang.text.merge import merge

    rows = []
    for name, pages, old, new in (
        ("one word in ten", PAGES, "cuối", "giữa"),
        ("one word in ten", LONG, "cuối", "giữa"),
        ("every paragraph", LONG, "kịp thời", "đúng lúc"),
        ("all paragraphs equal, half gone", LONG, None, None),
        ("another document", LONG, None, "khác"),
    ):
        base, other = _pair(pages, old, new)
        limit = LIMIT if pages == PAGES else LONG_LIMIT
        compared, merged = (
            median(times_of(act, at_least=2, seconds=1.0, clock=process_time))
            for act in (
                lambda base=base, other=other: compare(base, other),
                lambda base=base, other=other: merge(base, other),
            )
        )
        shown = [f"{pages} pages", name, seconds(compared), against(compared, limit)]
        rows.append([*shown, seconds(merged), against(merged, limit)])
    head = ["document", "changed", "compare", "of limit", "merge", "of limit"]
    table(f"A draft that came back ({seconds(LIMIT)} and {seconds(LONG_LIMIT)})", head, rows)


def _pair(pages: int, old: str | None, new: str | None):
    """A draft with a figure in each paragraph, and what a word processor made of it."""
    count = range(pages * LINES)
    texts = [f"{WORDS} [[{n}|/so/1/{n}/?lan=1]] lượt{' cuối' * (n % 10 == 0)}." for n in count]
    back = [f"{WORDS} {n} lượt{' cuối' * (n % 10 == 0)}." for n in count]
    if old and new:
        return _document(texts), _document([text.replace(old, new) for text in back])
    if new:  # nothing in common
        strange = [f"Việc {n * 7} của bên {new} {n}, xong trong tuần {n * 3}." for n in count]
        return _document(texts), _document(strange)
    return _document([WORDS] * len(texts)), _document([WORDS] * (len(texts) // 2))


def _document(texts: list[str]):
    from haidang.text.blocks import Document, Header, Paragraph, Signature

    header = Header(document_type="Báo cáo", title="Kết quả năm 2026")
    return Document(header, tuple(map(Paragraph, texts)), ("Lưu: VT",), Signature())


if __name__ == "__main__":
    main()
