"""A later freezing gives the draft anew, and what people wrote into it stays (N13)."""

import pytest
from django.urls import reverse

from haidang.documents.coming_back import document_of
from haidang.documents.commands import take_back_draft
from haidang.reporting.carrying import carried_over
from haidang.reporting.commands import consolidate_round
from haidang.reporting.document import TO_WRITE
from haidang.text.merge.outcome import key_of
from tests.makers.official import make_written
from tests.makers.reporting import make_accepted, make_season, make_year_of_work
from tests.text.edits import Edited

pytestmark = [pytest.mark.django_db, pytest.mark.promise("N13")]
OWN = "Năm tới tập trung sửa 3 cụm loa ở xã Long Sơn."


@pytest.fixture
def season(settings, tmp_path):
    settings.FILES = tmp_path / "files"
    season = make_season(3)
    for turn, report in enumerate(season.reports[:2], 1):
        make_year_of_work(season, report, times=turn)
        make_accepted(season, report)
    return season


def taken(season, edits, revision, **explanations):
    return take_back_draft(
        edition=revision.edition,
        content=edits.save(),
        name="bao-cao.docx",
        by=season.drafter,
        explanations=explanations,
    )


def texts_of(document):
    return [getattr(block, "text", "") for block in document.blocks]


def one_more(season):
    make_year_of_work(season, season.reports[2], times=5)
    make_accepted(season, season.reports[2])


def test_what_a_person_wrote_stands_in_the_draft_of_each_later_freezing(season):
    first = make_written(season)
    taken(season, Edited(first.revision.file.read()).swap(TO_WRITE, OWN), first.revision)
    one_more(season)

    second = make_written(season)
    third = make_written(season)

    for frozen in (second, third):
        texts = texts_of(document_of(frozen.revision))
        assert texts.count(OWN) == 1
        fresh = texts_of(document_of(first.revision))
        assert not {*texts} & {text for text in fresh if "?lan=1" in text}
        assert any("3/3" in text for text in texts)


def test_the_same_draft_without_words_of_people_is_written_from_the_freezing_alone(season):
    make_written(season)
    again = make_written(season)

    assert carried_over(again).kept is None
    assert "?lan=1" not in again.revision.source


def test_a_line_that_both_changed_is_named_and_nothing_is_lost_without_a_word(client, season):
    first = make_written(season)
    line = next(text for text in texts_of(document_of(first.revision)) if "2/3" in text)
    edits = Edited(first.revision.file.read()).swap("2/3", "đủ số, tức 2/3")
    taken(season, edits, first.revision)
    one_more(season)
    frozen = consolidate_round(round=season.round, by=season.drafter)
    client.force_login(season.drafter)

    url = reverse("write-consolidated-report", args=[season.round.pk, frozen.ordinal])
    page = client.post(url, follow=True).content.decode()

    assert "2/3" in line
    assert "lời viết tay ở bản 2 được mang sang" in page
    assert "văn bản theo số liệu mới; ở bản 2: “" in page
    assert "đủ số, tức 2/3" in page


@pytest.mark.promise("N8")
def test_a_figure_changed_by_hand_goes_on_with_its_reason_where_it_is_what_it_was(season):
    first = make_written(season)
    path = f"/so/{season.round.pk}/5.1/?lan=1"
    value = first.revision.source.split(f"|{path}")[0].rsplit("[[", 1)[1]
    edits = Edited(first.revision.file.read()).swap(f"{value} pa nô", "99 pa nô")
    taken(season, edits, first.revision, **{key_of(path, value, "99", 0): "Đếm lại tại chỗ"})

    second = make_written(season)

    (row,) = second.revision.explained
    assert (row["old"], row["new"], row["reason"]) == (value, "99", "Đếm lại tại chỗ")
    assert row["path"] == path.replace("lan=1", "lan=2")
    assert f"[[99|{row['path']}#sua-tay]]" in second.revision.source
