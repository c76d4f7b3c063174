"""Portals of several units: the front pages that stood alone get one, with its sections."""

from uuid import uuid4

from django.db import migrations
from django.utils.text import slugify

STEP = 4  # letters of a path for each level of the tree
# As the sections are called on the day of this step.
SECTIONS = {
    "dau-tu": ("Đầu tư", "Invest"),
    "du-lich": ("Du lịch, văn hóa", "Visit, culture"),
    "kieu-bao": ("Kiều bào", "Overseas Vietnamese"),
    "bien-dao": ("Biển, đảo quê hương", "Sea and islands"),
    "tin": ("Tin, bài", "Articles"),
    "lam-ro": ("Giải thích, làm rõ", "Clarifications"),
    "van-ban": ("Văn bản", "Documents"),
    "gioi-thieu": ("Giới thiệu", "About"),
}


def give_a_portal(apps, schema_editor):
    FrontPage = apps.get_model("newsroom", "FrontPage")
    fronts = list(FrontPage.objects.filter(depth=2).order_by("path"))
    if not fronts:
        return
    portal = _portal(apps, fronts[0])
    keys = {key: uuid4() for key in SECTIONS}
    for number, front in enumerate(fronts, start=1):
        front.path = f"{portal.path}{number:0{STEP}d}"
        front.depth, front.numchild = 3, len(SECTIONS)
        front.url_path = f"{portal.url_path}{front.slug}/"
        front.save(update_fields=["path", "depth", "numchild", "url_path"])
        _lay_sections(apps, front, keys)


def _portal(apps, front):
    pages = apps.get_model("wagtailcore", "Page").objects
    root = pages.get(depth=1)
    others = pages.filter(depth=2).exclude(frontpage__isnull=False)
    # Behind all that stands there: the front pages leave their places free.
    last = pages.filter(depth=2).order_by("path").last().path[-STEP:]
    slug = slugify((front.unit.place or front.unit.short_name).replace("đ", "d").replace("Đ", "D"))
    portal = apps.get_model("newsroom", "Portal").objects.create(
        **_page(apps, "portal", front.unit.name, slug or "cong"),
        path=f"{root.path}{_next(last)}",
        depth=2,
        numchild=apps.get_model("newsroom", "FrontPage").objects.filter(depth=2).count(),
        url_path=f"/{slug or 'cong'}/",
        locale=apps.get_model("wagtailcore", "Locale").objects.get(language_code="vi"),
        translation_key=uuid4(),
        unit=front.unit,
    )
    pages.filter(pk=root.pk).update(numchild=others.exclude(pk=portal.pk).count() + 1)
    apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True).update(
        root_page_id=portal.pk
    )
    return portal


def _next(step):
    """The place behind another one; places are counted in 36 signs."""
    signs, number = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", int(step, 36) + 1
    written = ""
    while number:
        number, at = divmod(number, 36)
        written = signs[at] + written
    return written.rjust(STEP, "0")


def _lay_sections(apps, front, keys):
    for number, (key, (vi, en)) in enumerate(SECTIONS.items(), start=1):
        title = en if front.locale.language_code == "en" else vi
        apps.get_model("newsroom", "SectionPage").objects.create(
            **_page(apps, "sectionpage", title, key),
            path=f"{front.path}{number:0{STEP}d}",
            depth=4,
            numchild=0,
            url_path=f"{front.url_path}{key}/",
            locale_id=front.locale_id,
            translation_key=keys[key],
            key=key,
        )


def _page(apps, model, title, slug):
    types = apps.get_model("contenttypes", "ContentType").objects
    kind, _ = types.get_or_create(app_label="newsroom", model=model)
    return {"title": title, "draft_title": title, "slug": slug, "content_type": kind, "live": True}


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0002_the_desk"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(give_a_portal, migrations.RunPython.noop)]
