"""Pictures of the newsroom and the sizes of them that are served."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.images.models import Image as WagtailImage

from haidang.newsroom.enums import Consent
from haidang.newsroom.lighter import MOST_BYTES, lighter
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
    folded = models.TextField("chữ không dấu", blank=True, editable=False)
    version = models.PositiveIntegerField("số lần đổi", default=0)

    admin_form_fields = (*WagtailImage.admin_form_fields, "caption", "rights", "source", "consent")

    class Meta:
        verbose_name = "ảnh"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "unit", "digest", name="picture_once_in_a_unit", condition=~Q(digest="")
            )
        ]

    @property
    def focus(self) -> str:
        """Its middle for crops, in percent of its width and height; blank where nobody chose it."""
        if self.focal_point_x is None or self.focal_point_y is None:
            return ""
        across, down = self.focal_point_x / self.width, self.focal_point_y / self.height
        return f"{round(100 * across)},{round(100 * down)}"

    @focus.setter
    def focus(self, percent: str) -> None:
        across, _, down = percent.partition(",")
        self.focal_point_x = round(int(across) * self.width / 100) if percent else None
        self.focal_point_y = round(int(down) * self.height / 100) if percent else None
        self.focal_point_width = self.focal_point_height = 1 if percent else None

    # Wagtail names its argument so.
    def generate_rendition_file(self, filter: Filter, *, source: Any = None) -> Any:  # noqa: A002
        """Make a size of it, with as much quality as a slow line carries: at most 60 kB."""
        whole = source.read() if source is not None else self._bytes()
        left = list(lighter(filter.spec))
        while True:
            with super().generate_rendition_file(Filter(left[0]), source=BytesIO(whole)) as made:
                made.seek(0)
                content, name = made.read(), made.name
            if len(content) <= MOST_BYTES or len(left) == 1:
                return ContentFile(content, name=name)
            # What is far too heavy is not made a little lighter step by step.
            left = left[min(len(left) - 1, len(content) // MOST_BYTES) :]

    def _bytes(self) -> bytes:
        with self.open_file() as file:
            return bytes(file.read())


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
