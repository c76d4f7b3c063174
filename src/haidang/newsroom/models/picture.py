"""Pictures of the newsroom and the sizes of them that are served."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from haidang.newsroom.enums import Consent
from haidang.orgs.models import Unit


class Picture(AbstractImage):  # type: ignore[misc] # Wagtail ships no types
    """A picture, made anew without its position, with who made it and whether people agreed.

    `description` (Wagtail's) is the text for who does not see it.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="pictures", verbose_name="của")
    caption = models.CharField("chú thích", max_length=300, blank=True)
    rights = models.CharField("tác giả, quyền sử dụng", max_length=200)
    source = models.CharField("nguồn", max_length=300, blank=True)
    consent = models.CharField(
        "người trong ảnh", max_length=20, choices=Consent, default=Consent.UNKNOWN
    )
    digest = models.CharField("băm của tệp", max_length=64, db_index=True, editable=False)
    likeness = models.CharField("dấu hình", max_length=16, blank=True, editable=False)
    version = models.PositiveIntegerField("số lần đổi", default=0)

    admin_form_fields = (*WagtailImage.admin_form_fields, "caption", "rights", "source", "consent")

    class Meta:
        verbose_name = "ảnh"
        ordering = ["-created_at", "-pk"]


class Rendition(AbstractRendition):  # type: ignore[misc] # Wagtail ships no types
    """A picture in one size and format, made when first asked for."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = "cỡ ảnh"
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="size_once"
            )
        ]
