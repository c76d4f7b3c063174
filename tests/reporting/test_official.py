"""Outlines as data, what people decide about words, sentences taken, and where each comes from."""

import dataclasses

import pytest
from django.db import DatabaseError, transaction

from haidang.documents.coming_back import document_of as text_of
from haidang.documents.commands import redraft_document
from haidang.documents.gates import issues_at_gates
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.document import document_of
from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Choice, Outline, Taken
from haidang.reporting.official.cited import Kind, cited
from haidang.reporting.official.narrative import gathered
from haidang.reporting.official.parts import default_parts
from haidang.reporting.queries.official import gathering_of, outline_of
from haidang.text.blocks import Heading, Paragraph
from tests.makers.official import LOUD, NEAR, keys_in, make_words, make_written
from tests.makers.orgs import make_user
from tests.makers.reporting import make_accepted, make_consolidation, make_season

pytestmark = pytest.mark.django_db


@pytest.fixture
def season():
    return make_season(3)


@pytest.fixture
def admin(season):
    return make_user(Role.ADMINISTRATOR, unit=season.authority.district)


def sections_of(season):
    return list(season.round.regime.sections.values("ordinal", "title", "kind"))


def usual(season):
    return default_parts(sections_of(season))


def issues_of(act, **asked):
    with pytest.raises(Incomplete) as refused:
        act(**asked)
    return [issue.message for issue in refused.value.issues]


def texts_in(season, ordinal=8):
    return [one.text for one in gathered(gathering_of(season.round), ordinal).passages]


def about(season, **more):
    return {"round": season.round, "section": season.section(8), "by": season.drafter, **more}


def test_set_outline_changes_parts_sentences_annexes_and_who_signs(season, admin):
    parts = usual(season)
    parts[0]["title"], parts[4]["title"] = "TRIỂN KHAI  {kỳ}", "KIẾN NGHỊ"
    commands.set_outline(
        regime=season.round.regime,
        parts=parts,
        patterns={"completeness": "Có {đã nhận} trên {tổng số} đơn vị gửi.", "none": ""},
        annexes=["results"],
        authority=["TM. ỦY BAN NHÂN DÂN"],
        signer="CHỦ TỊCH",
        by=admin,
    )

    document = document_of(make_consolidation(season).content)

    headings = [block.title for block in document.blocks if isinstance(block, Heading)]
    assert headings[0] == "TRIỂN KHAI NĂM 2024"
    assert headings[-2:] == ["KIẾN NGHỊ", "Đề xuất, kiến nghị"]
    assert "Có 3 trên 3 đơn vị gửi." in [getattr(block, "text", "") for block in document.blocks]
    assert (document.signature.authority, document.signature.title) == (
        ("TM. ỦY BAN NHÂN DÂN",),
        "CHỦ TỊCH",
    )
    assert [one.label for one in document.appendices] == ["Phụ lục"]
    assert Outline.objects.get().patterns == {
        "completeness": "Có {đã nhận} trên {tổng số} đơn vị gửi."
    }


def test_set_outline_keeps_what_was_frozen_before_as_it_was(season, admin):
    frozen = make_consolidation(season)
    before = document_of(frozen.content)

    commands.set_outline(
        regime=season.round.regime, parts=usual(season), signer="CHỦ TỊCH", by=admin
    )

    frozen.refresh_from_db()
    assert document_of(frozen.content) == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda parts: parts[1]["sections"].pop(), "Mục 6 chưa vào phần nào."),
        (lambda parts: parts[0]["sections"].append(1), "Mục 1 chỉ đứng ở một phần."),
        (lambda parts: parts[0]["sections"].append(77), "Chế độ báo cáo không có mục 77."),
        (lambda parts: parts[0].update(title=" "), "Phần 1: chưa có tiêu đề."),
        (lambda parts: parts[0].update(title="NĂM {nam}"), "Phần 1: không có trường {nam}."),
        (lambda parts: parts[0].update(title="[[1|/so/]]"), "Phần 1: tiêu đề có dấu"),
        (lambda parts: parts[0].update(title="A" * 130), "Phần 1: tiêu đề dài quá 120 chữ."),
        (lambda parts: parts[0].update(says=["eval"]), "Không có nội dung tự lập nào tên eval."),
    ],
)
def test_set_outline_refuses_what_would_not_serve(season, admin, change, words):
    parts = usual(season)
    change(parts)

    told = issues_of(commands.set_outline, regime=season.round.regime, parts=parts, by=admin)

    assert any(one.startswith(words) for one in told)
    assert not Outline.objects.exists()


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("none", "Không có: {các số}.", "không có trường {các số}; dùng được: {các chỉ tiêu}"),
        ("done", "Đã làm.", "thiếu trường {các số}"),
        ("done", "{các số}. {", "dấu { và } phải đi thành cặp"),
        ("done", "{các số} [[1|/so/1/]]", "không dùng [["),
        ("done", "{các số}\nhai dòng", "viết trong một dòng"),
        ("done", "{các số}" + "x" * 600, "dài quá 500 chữ"),
        ("closing", "Hết: {trích yếu}.", "./."),
        ("closing.__class__", "x", "Không có mẫu câu nào tên"),
    ],
)
def test_set_outline_refuses_a_pattern_with_strange_fields_or_signs(
    season, admin, key, text, words
):
    asked = {"regime": season.round.regime, "parts": usual(season), "by": admin}

    told = issues_of(commands.set_outline, patterns={key: text}, **asked)

    assert any(words in one for one in told)


def test_set_outline_refuses_lines_that_cannot_be_signed_and_others_than_the_administrator(
    season, admin
):
    asked = {"regime": season.round.regime, "parts": usual(season)}

    assert (
        "Ghi chức vụ"
        in issues_of(commands.set_outline, authority=["KT. CHỦ TỊCH"], by=admin, **asked)[0]
    )
    assert "in hoa" in issues_of(commands.set_outline, signer="Chủ tịch", by=admin, **asked)[0]
    assert (
        "nhiều nhất"
        in issues_of(commands.set_outline, authority=["A"] * 4, signer="B", by=admin, **asked)[0]
    )
    assert "[[" in issues_of(commands.set_outline, signer="[[A", by=admin, **asked)[0]
    for person in (season.drafter, season.reporter, season.authority.auditor):
        with pytest.raises(NotAllowed):
            commands.set_outline(by=person, **asked)


def test_a_new_version_of_a_regime_is_written_by_the_outline_of_the_one_before(season, admin):
    regime = season.round.regime
    outline = commands.set_outline(regime=regime, parts=usual(season), by=admin)

    revised = commands.revise_regime(regime=regime, by=admin)

    assert outline_of(revised) == outline


def test_leave_out_takes_words_from_the_draft_and_keeps_them_listed(season):
    make_words(season, LOUD, "Đã đủ người.")

    commands.leave_out(keys=[keys_in(season)[LOUD]], reason=" Đã sửa xong. ", **about(season))

    assert texts_in(season) == ["Đã đủ người."]
    ((one, why),) = gathered(gathering_of(season.round), 8).left_out
    assert (one.text, why["reason"]) == (LOUD, "Đã sửa xong.")
    frozen = commands.consolidate_round(round=season.round, by=season.drafter)
    assert LOUD not in str(document_of(frozen.content))
    assert Entry.objects.filter(event="leave_out").count() == 1


def test_leave_out_asks_for_a_reason_and_for_words_that_stand(season):
    make_words(season, LOUD)

    assert (
        "lý do"
        in issues_of(commands.leave_out, keys=[keys_in(season)[LOUD]], reason=" ", **about(season))[
            0
        ]
    )
    for strange in ([], ["0" * 12]):
        assert (
            "không còn"
            in issues_of(commands.leave_out, keys=strange, reason="x", **about(season))[0]
        )


def test_put_back_undoes_what_was_left_out_or_merged(season):
    make_words(season, LOUD, NEAR)
    named = keys_in(season)
    commands.leave_out(keys=[named[LOUD]], reason="x", **about(season))

    commands.put_back(keys=[named[LOUD]], **about(season))

    assert set(texts_in(season)) == {LOUD, NEAR}
    with pytest.raises(WrongState):
        commands.put_back(keys=[named[NEAR]], **about(season))


def test_merge_words_lets_one_stand_for_both_units(season):
    make_words(season, LOUD, NEAR)
    named = keys_in(season)

    commands.merge_words(key=named[NEAR], into=named[LOUD], **about(season))

    (passage,) = gathered(gathering_of(season.round), 8).passages
    assert (passage.text, len(passage.units)) == (LOUD, 2)
    told = issues_of(commands.merge_words, key=named[NEAR], into=named[LOUD], **about(season))
    assert "hai câu khác nhau" in told[0]


def test_move_words_changes_the_order_and_stops_at_the_ends(season):
    make_words(season, LOUD, "Đã có 3 tổ.")
    first, second = texts_in(season)

    commands.move_words(key=keys_in(season)[second], up=True, **about(season))

    assert texts_in(season) == [second, first]
    with pytest.raises(WrongState):
        commands.move_words(key=keys_in(season)[second], up=True, **about(season))
    commands.move_words(key=keys_in(season)[second], up=False, **about(season))
    assert texts_in(season) == [first, second]


def test_words_are_chosen_by_the_office_alone_and_only_where_words_are(season):
    make_words(season, LOUD)
    named = {"keys": [keys_in(season)[LOUD]], "reason": "x"}

    for person in (season.reporter, season.authority.leader, season.authority.auditor):
        with pytest.raises(NotAllowed):
            commands.leave_out(**named, **about(season) | {"by": person})
    with pytest.raises(WrongState):
        commands.leave_out(**named, **about(season) | {"section": season.section(1)})


def test_choices_and_outlines_are_never_changed_in_the_database(season, admin):
    make_words(season, LOUD)
    commands.leave_out(keys=[keys_in(season)[LOUD]], reason="x", **about(season))
    commands.set_outline(regime=season.round.regime, parts=usual(season), by=admin)

    for model in (Choice, Outline):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            model.objects.all().delete()


@pytest.fixture
def written(season):
    make_words(season, f"{LOUD} Đã có 3 tổ.", LOUD, "Không có.")
    return make_written(season)


def kinds(frozen, document=None, taken=()):
    rows = cited(document or text_of(frozen.revision), frozen.content, dict.fromkeys(taken))
    return {one.text: one.kind for one in rows}


def with_words(document, *texts):
    blocks = [Paragraph(text) for text in texts]
    return dataclasses.replace(
        document, blocks=(*document.blocks[:-1], *blocks, document.blocks[-1])
    )


@pytest.mark.promise("N12")
def test_every_sentence_of_the_written_report_has_its_sources(written, season, proof):
    """Dự thảo vừa lập: mọi câu đều mở được về đoạn báo cáo của đơn vị hoặc về số liệu đã chốt."""
    rows = cited(text_of(written.revision), written.content, {})

    assert {one.kind for one in rows} == {Kind.FIGURES, Kind.UNITS}
    loud = next(one for one in rows if one.text.endswith(LOUD))
    assert [(one.report, one.paragraph) for one in loud.statement.sources] == [
        (report.pk, 1) for report in season.reports[:2]
    ]
    proof(times=len(rows), figure=f"{len(rows)} câu, 0 câu không nguồn")


@pytest.mark.promise("N12")
def test_a_sentence_of_a_person_has_no_source_until_somebody_takes_it(written, season):
    """Câu người soạn viết thêm: đánh dấu chưa có nguồn cho đến khi một người nhận."""
    own = "Huyện sẽ mua 5 bộ loa."
    document = with_words(text_of(written.revision), own)
    redraft_document(edition=written.revision.edition, document=document, by=season.drafter)

    assert [text for text, kind in kinds(written, document).items() if kind is Kind.NOBODY] == [own]
    refused = issues_at_gates(written.revision.edition)
    assert [one.message[:50] for one in refused if one.name == "unsourced"] == [
        "Còn 1 câu chưa có nguồn và chưa có người nhận, câu"
    ]
    taken = commands.take_sentence(edition=written.revision.edition, text=own, by=season.drafter)

    assert kinds(written, document, [taken.key])[own] is Kind.PERSON
    assert "unsourced" not in {one.name for one in issues_at_gates(written.revision.edition)}
    with pytest.raises(WrongState):
        commands.take_sentence(edition=written.revision.edition, text=f" {own}", by=season.drafter)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Taken.objects.all().delete()


def test_a_sentence_that_was_changed_by_hand_is_nobodys(written):
    document = text_of(written.revision)
    changed = tuple(
        dataclasses.replace(block, text=block.text.replace("xuống cấp", "rất tốt"))
        if isinstance(block, Paragraph)
        else block
        for block in document.blocks
    )

    told = kinds(written, dataclasses.replace(document, blocks=changed))

    assert [kind for text, kind in told.items() if "rất tốt" in text] == [Kind.NOBODY]


def test_take_sentence_refuses_others(written, season):
    edition = written.revision.edition
    for person in (season.reporter, season.authority.auditor):
        with pytest.raises(NotAllowed):
            commands.take_sentence(edition=edition, text="x", by=person)


def test_prose_sections_are_what_the_choices_speak_of(season):
    assert season.section(8).kind == SectionKind.PROSE
    make_accepted(season)
    assert keys_in(season) == {"Đã làm tốt.": keys_in(season)["Đã làm tốt."]}
