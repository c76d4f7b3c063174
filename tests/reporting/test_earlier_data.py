"""What was accepted and frozen before there was a place for accepted figures stays readable."""

from importlib import import_module

import pytest
from django.apps import apps

from haidang.reporting import commands
from haidang.reporting.document import document_of
from haidang.reporting.models import Acceptance, Consolidation, Value
from haidang.reporting.queries.adjustments import adjusted
from haidang.reporting.queries.lineage import figure_source, total_source
from haidang.reporting.queries.sums import frame_of
from haidang.reporting.sheet import Sheet, fingerprint
from haidang.text.writing import write_docx
from tests.makers.reporting import make_accepted, make_season, make_year_of_work
from tests.makers.tampering import take_guards_away

pytestmark = pytest.mark.django_db
NEW = {"how"}
NEW_OF_UNITS = {"sent", "first_sent", "sources"}
migration = import_module("haidang.reporting.migrations.0006_accepted")


@pytest.fixture
def season():
    season = make_season(3)
    for report in season.reports[:2]:
        make_year_of_work(season, report)
        make_accepted(season, report)
    return season


def as_before(frozen):
    """The content as it was frozen when everything was in it by value."""
    content = frozen.content
    without = [
        {name: value for name, value in row.items() if name not in NEW_OF_UNITS}
        for row in content["units"]
    ]
    rows = [
        {name: value for name, value in row.items() if name not in NEW}
        for row in content["indicators"]
    ]
    return content | {"format": 1, "units": without, "indicators": rows}


@pytest.fixture
def old(season):
    frozen = commands.consolidate_round(round=season.round, by=season.drafter)
    kept = as_before(frozen)
    return Consolidation.objects.create(
        round=season.round,
        ordinal=2,
        frozen_at=frozen.frozen_at,
        frozen_by=season.drafter,
        kept=kept,
        sha256=fingerprint(kept),
    )


def test_an_old_freezing_is_whole_and_gives_the_same_document(season, old):
    new = season.round.consolidations.get(ordinal=1)

    assert old.is_whole
    assert old.content == old.kept
    assert write_docx(document_of(old.content)) == write_docx(document_of(new.content))
    assert commands.write_consolidated_report(consolidation=old, by=season.drafter)


def test_an_old_freezing_opens_to_its_records(season, old, client):
    sheet, unit = Sheet(old.kept), season.report.unit_id

    assert total_source(sheet, "3.2").total.units == 2
    assert figure_source(sheet, "3.2", unit).is_whole
    assert adjusted(old.kept) == {}
    client.force_login(season.drafter)
    for path in (f"bao-cao/{season.round.pk}/tong-hop/", f"so/{season.round.pk}/3.2/",
                 f"so/{season.round.pk}/3.2/{unit}/"):  # fmt: skip
        assert client.get(f"/{path}?lan=2").status_code == 200


def test_what_was_accepted_before_is_kept_as_rows_by_the_migration(season):
    before = frame_of(season.round)
    take_guards_away("reporting_value")
    take_guards_away("reporting_acceptance")
    Value.objects.all().delete()
    Acceptance.objects.all().delete()
    assert frame_of(season.round)["totals"] != before["totals"]

    migration.keep_earlier(apps, None)

    assert frame_of(season.round) == before


def test_a_sending_that_was_altered_makes_a_freezing_not_whole(season):
    frozen = commands.consolidate_round(round=season.round, by=season.drafter)
    sent = season.report.submissions.get()
    take_guards_away("reporting_submission")
    sent.content["figures"]["3.2"][0] = "999"
    sent.save()

    assert not Consolidation.objects.get(pk=frozen.pk).is_whole
