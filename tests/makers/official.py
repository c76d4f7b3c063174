"""Rounds whose units say something in their own words, for tests of the official report."""

from haidang.reporting import commands
from haidang.reporting.official.narrative import gathered
from haidang.reporting.queries.official import gathering_of
from tests.makers.reporting import make_complete, make_year_of_work

LOUD = "Loa truyền thanh xuống cấp, cần sửa."
NEAR = "Loa truyền thanh đã xuống cấp, cần sửa."


def make_words(season, *texts, ordinal=8, times=0):
    """Accept a report of each unit that says these words, with some work where asked."""
    for report, text in zip(season.reports, texts, strict=False):
        if times:
            make_year_of_work(season, report, times=times)
        make_complete(season, report)
        reporter = season.reporter_of(report)
        section = season.section(ordinal)
        commands.save_prose(report=report, section=section, text=text, by=reporter)
        sent = commands.submit_report(report=report, by=reporter, no_secret=True)
        taken_up = commands.begin_review(report=sent, by=season.drafter)
        commands.accept_report(report=taken_up, by=season.drafter)


def make_written(season):
    """Freeze the round and write the report of it."""
    frozen = commands.consolidate_round(round=season.round, by=season.drafter)
    commands.write_consolidated_report(consolidation=frozen, by=season.drafter)
    frozen.refresh_from_db()
    return frozen


def keys_in(season, ordinal=8):
    """The keys of what stands in the draft for a section, by its words."""
    found = gathered(gathering_of(season.round), ordinal)
    return {one.text: one.key for passage in found.passages for one in passage.statements}
