"""A figure of the report that was changed by hand is told on the page of its source (N8)."""

import pytest
from django.urls import reverse

from haidang.documents.coming_back import document_of
from haidang.documents.commands import redraft_document, take_back_draft
from haidang.reporting.commands import write_consolidated_report
from haidang.reporting.facts import facts_of
from haidang.reporting.queries.handmade import hand_changes
from haidang.reporting.sheet import Sheet
from haidang.text.merge.outcome import key_of
from tests.makers.reporting import make_consolidation, make_season
from tests.text.edits import Edited

pytestmark = pytest.mark.django_db


@pytest.fixture
def season(settings, tmp_path):
    settings.FILES = tmp_path / "files"
    return make_season(2)


@pytest.fixture
def frozen(season):
    frozen = make_consolidation(season)
    write_consolidated_report(consolidation=frozen, by=season.drafter)
    frozen.refresh_from_db()
    return frozen


def path_of(frozen):
    return f"/so/{frozen.round_id}/5.1/?lan=1"


@pytest.fixture
def taken(frozen, season):
    value = next(
        row.split("[[")[1].split("|")[0]
        for row in map(str, document_of(frozen.revision).blocks)
        if "pa nô" in row and path_of(frozen) in row
    )
    edits = Edited(frozen.revision.file.read()).swap(f"{value} pa nô", "99 pa nô")
    key = key_of(path_of(frozen), value, "99", 0)
    return value, take_back_draft(
        edition=frozen.revision.edition,
        content=edits.save(),
        name="bao-cao.docx",
        by=season.drafter,
        explanations={key: "Đếm lại tại chỗ"},
    )


@pytest.mark.promise("N8")
def test_the_source_of_a_figure_tells_that_it_was_changed_by_hand(client, frozen, season, taken):
    """Số bị sửa tay: trang nguồn của số nêu số cũ, số mới, lý do, người sửa."""
    old, revision = taken
    client.force_login(season.drafter)

    page = client.get(reverse("figure-total", args=[frozen.round_id, "5.1"])).content.decode()

    assert 'id="sua-tay"' in page
    assert f"<s>{old}</s> thành <b>99</b>" in page
    assert "Lý do: Đếm lại tại chỗ" in page
    assert f"?ban={revision.ordinal}" in page
    other = client.get(reverse("figure-total", args=[frozen.round_id, "5.2"])).content.decode()
    assert 'id="sua-tay"' not in other


@pytest.mark.promise("N8")
def test_the_preview_marks_the_figure_and_the_list_counts_it(client, frozen, season, taken):
    _, revision = taken
    client.force_login(season.drafter)

    facts = facts_of(document_of(revision), Sheet(frozen.content))
    page = client.get(reverse("document", args=[revision.edition.document_id])).content.decode()

    assert "1 con số sửa tay" in [fact.text for fact in facts]
    assert f'href="{path_of(frozen)}#sua-tay">99</a>' in page


def test_a_change_that_was_taken_back_again_says_so(frozen, season, taken):
    (change,) = hand_changes(frozen, path_of(frozen))
    original = document_of(frozen.revision)
    redraft_document(edition=frozen.revision.edition, document=original, by=season.drafter)

    (later,) = hand_changes(frozen, path_of(frozen))

    assert (change.stands, later.stands) == (True, False)
    assert (change.new, change.by) == ("99", season.drafter)


def test_before_a_document_is_written_nothing_was_changed(season):
    frozen = make_consolidation(season)

    assert hand_changes(frozen, path_of(frozen)) == ()
