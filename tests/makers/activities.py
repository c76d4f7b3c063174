"""Adopted plans with tasks, logged activities and photos for tests."""

import io
from uuid import uuid4

from PIL import Image

from haidang import clock
from haidang.activities import commands
from haidang.activities.models import Kind
from haidang.documents.commands import register_document
from haidang.orgs.enums import Role
from haidang.plans.enums import Part, PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Assignment, Plan, Task
from tests.makers.orgs import make_user

SENTENCE = "Tuyên truyền Luật Biên phòng Việt Nam trên hệ thống phát thanh"


def make_adopted_plan(unit, drafter=None, year=None):
    """Make an adopted plan of a unit, with an empty text."""
    drafter = drafter or make_user(Role.DRAFTER, unit=unit)
    revision = register_document(
        document_type="Kế hoạch", title="công tác", unit=unit, text="Văn bản", by=drafter
    )
    return Plan.objects.create(
        revision=revision,
        unit=unit,
        year=year or clock.today().year,
        status=PlanStatus.ADOPTED,
        header={},
        adopted_at=clock.now(),
        adopted_by=drafter,
    )


def make_adopted_task(plan, *units, title="Phát thanh", text=SENTENCE, part=Part.DOES, **fields):
    """Make an accepted task of a plan and give it to units."""
    fields = {"kind": TaskKind.DUTY, "label": "III.1", "start": 0, "end": 9} | fields
    task = Task.objects.create(
        plan=plan, title=title, text=text, status=TaskStatus.ACCEPTED, **fields
    )
    Assignment.objects.bulk_create(Assignment(task=task, unit=unit, part=part) for unit in units)
    return task


def make_activity(unit, by=None, *, kind="talk", quantities=None, **fields):
    """Log an activity of a unit through the command; the catalogue is loaded if need be."""
    commands.load_catalogue()
    row = Kind.objects.get(pk=kind)
    amounts = {measure.code: measure.example for measure in row.measures.all()}
    facts = {"id": uuid4(), "title": "Luật Biên phòng, tại ấp", "on": clock.today()} | fields
    return commands.log_activity(
        unit=unit,
        kind=row,
        quantities=amounts if quantities is None else quantities,
        by=by or make_user(Role.REPORTER, unit=unit),
        **facts,
    )


def make_photo(size=(64, 48), kind="JPEG", colour="navy", **options):
    """Make the bytes of a picture of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind, **options)
    return buffer.getvalue()


def make_phone_photo(size=(64, 48)):
    """Make a JPEG as a phone does: on its side, with the position and the device."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Hãng máy".encode().decode("latin-1")
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (9.0, 48.0, 12.5)
    gps[3], gps[4] = "E", (106.0, 27.0, 3.0)
    return make_photo(size, exif=exif, comment=b"chup tai nha", icc_profile=b"ICC" * 40)
