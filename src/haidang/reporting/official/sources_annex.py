"""The list “Nguồn của từng câu” on paper, for the office: it is never issued with the report."""

from collections.abc import Mapping, Sequence

from haidang.reporting.official.cited import Cited, Kind
from haidang.reporting.official.saying import as_written
from haidang.reporting.official.titles import title_of
from haidang.reporting.sheet import Content
from haidang.text.blocks import Document, Header, Paragraph, Signature, Table

WAITS = "Chưa có nguồn"


def sources_document(
    rows: Sequence[Cited], content: Content, people: Mapping[str, str]
) -> Document:
    """Each sentence with what stands behind it; `people` says who took which."""
    round = content["round"]
    cells = [
        (str(one.number), as_written(one.text), as_written(source_words(one, people)))
        for one in rows
    ]
    return Document(
        header=Header(
            issuer=round["receiver"],
            place=round["place"],
            date=content["frozen"]["at"][:7],
            document_type="NGUỒN CỦA TỪNG CÂU",
            title=f"{title_of(content)} (tài liệu làm việc, không ban hành)",
        ),
        blocks=(
            Paragraph(f"Số liệu chốt lần {content['frozen']['ordinal']}."),
            Table(("STT", "Câu trong dự thảo", "Nguồn"), tuple(cells), widths=(1, 12, 9)),
        ),
        recipients=("Lưu hồ sơ công việc",),
        signature=Signature(),
    )


def source_words(one: Cited, people: Mapping[str, str]) -> str:
    """What stands behind a sentence, in words."""
    if one.statement:
        said = [
            f"{source.name}, đoạn {source.paragraph} câu {source.sentence}"
            for source in (*one.statement.sources, *one.statement.merged)
        ]
        return "; ".join(said)
    if one.kind is Kind.FIGURES:
        return (
            f"Số liệu đã chốt: {len(one.paths)} số" if one.paths else "Mẫu câu của chế độ báo cáo"
        )
    return people.get(one.name, WAITS)
