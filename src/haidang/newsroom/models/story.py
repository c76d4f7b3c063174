"""A story in one language: what the public reads, as a page with revisions."""

from typing import Any

from django.db import models
from django.utils.text import slugify
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page
from wagtail_localize.fields import TranslatableField

from haidang.documents.models import StoredFile
from haidang.newsroom.enums import Content, Finding, StoryKind
from haidang.newsroom.models.picture import Picture
from haidang.newsroom.opening import NotCleared, refuse_closed
from haidang.occasions.models import Occasion
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task

# What is put into other languages, in the order in which it is read.
WORDS = ("title", "standfirst", "body", "where", "contact", "claim", "claim_where", "answered_by")
# What a body may hold; pictures and files stand beside it.
FEATURES = ["h2", "h3", "bold", "italic", "link", "ol", "ul", "blockquote"]


class Story(Page):  # type: ignore[misc] # Wagtail ships no types
    """A story of a unit in one language; its translations share its translation key.

    The row holds what is public; what is being written stands in its newest revision. Facts that
    a kind does not ask for stay empty.
    """

    slug: str  # Wagtail's, which ships no types
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="stories", verbose_name="của")
    kind = models.CharField("loại", max_length=20, choices=StoryKind, default=StoryKind.NEWS)
    content = models.CharField(
        "nội dung đối ngoại", max_length=20, choices=Content, default=Content.IMAGE
    )
    standfirst = models.CharField("sapo", max_length=400, blank=True)
    body = RichTextField("nội dung", features=FEATURES, blank=True)
    byline = models.CharField("ghi tên", max_length=100, blank=True)
    task = models.ForeignKey(
        Task, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="nhiệm vụ"
    )
    occasion = models.ForeignKey(
        Occasion, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dịp"
    )
    is_shared = models.BooleanField("cho cổng cấp dưới hiện cùng", default=False)

    where = models.CharField("ở đâu", max_length=200, blank=True)
    starts_on = models.DateField("từ ngày", null=True, blank=True)
    ends_on = models.DateField("đến hết ngày", null=True, blank=True)
    contact = models.CharField("liên hệ", max_length=300, blank=True)
    video = models.URLField("video", max_length=300, blank=True)

    claim = models.CharField("thông tin sai đang lan truyền", max_length=500, blank=True)
    claim_where = models.CharField("xuất hiện ở đâu", max_length=200, blank=True)
    claim_at = models.DateTimeField("biết lúc", null=True, blank=True)
    finding = models.CharField("kết luận", max_length=20, choices=Finding, blank=True)
    answered_by = models.CharField("nơi trả lời", max_length=200, blank=True)

    written_from = models.CharField(
        "dịch từ bản", max_length=64, blank=True, editable=False
    )  # the fingerprint of the words it was translated from
    is_machine_made = models.BooleanField("có câu máy dịch", default=False, editable=False)
    reviewed_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người soát dịch",
    )
    folded = models.TextField("chữ không dấu", blank=True, editable=False)

    translatable_fields = [TranslatableField(name) for name in WORDS]
    template = "newsroom/story.html"
    wagtail_reference_index_ignore = True  # only Wagtail's own desk asks it, which has no stories
    parent_page_types = ["newsroom.SectionPage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []

    class Meta:
        verbose_name = "tin, bài"

    @property
    def language(self) -> str:
        """The language it is written in and for."""
        return str(self.locale.language_code)

    def publish(self, *args: Any, **kwargs: Any) -> None:
        """Refuse with NotCleared, before anything is done, what comes past our commands."""
        refuse_closed(self)
        super().publish(*args, **kwargs)

    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        """Refuse with NotCleared, as `publish`: what leaves the portal leaves a notice there."""
        refuse_closed(self)
        super().unpublish(*args, **kwargs)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse with NotCleared to write over a revision: each was seen by somebody as it is."""
        if kwargs.get("overwrite_revision") is not None:
            raise NotCleared
        return super().save_revision(*args, **kwargs)

    def full_clean(self, exclude: Any = None, **kwargs: Any) -> None:
        """Give a story without an address one of its title's letters.

        What a story refers to is not looked for once more: the database holds it.
        """
        if not self.slug:
            words = self.title.replace("đ", "d").replace("Đ", "D")
            self.slug = slugify(words)[:60].strip("-") or "bai"
        super().full_clean(exclude={*(exclude or ()), *REFERRED}, **kwargs)

    @classmethod
    def from_serializable_data(cls, data: Any, check_fks: bool = False, **kwargs: Any) -> Any:
        """A story out of a revision. What it refers to stands: nothing of that is ever deleted."""
        return super().from_serializable_data(data, check_fks=check_fks, **kwargs)

    def with_content_json(self, content: Any) -> Any:
        """The story with the words of a revision, in the language that it is read in already."""
        written = super().with_content_json(content)
        written.live_revision_id = self.live_revision_id
        if Story._meta.get_field("locale").is_cached(self):
            written.locale = self.locale
        return written


# Rows that a story names, which the database holds. A language it has once: that is looked at.
REFERRED = {field.name for field in Story._meta.fields if field.remote_field} - {"locale"}


class StoryPicture(Orderable):  # type: ignore[misc] # Wagtail ships no types
    """A picture in a story, with the words that it has there."""

    story = ParentalKey(
        Story, on_delete=models.CASCADE, related_name="pictures", verbose_name="tin, bài"
    )
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="+", verbose_name="ảnh")
    alt = models.CharField("mô tả cho người không nhìn thấy", max_length=300, blank=True)
    caption = models.CharField("chú thích", max_length=300, blank=True)
    # As the library had them when it was placed: what a story shows changes with the story alone.
    rights = models.CharField("tác giả, quyền sử dụng", max_length=200, blank=True)
    focus = models.CharField("tâm ảnh", max_length=9, blank=True)  # percent: "50,33"

    class Meta(Orderable.Meta):  # type: ignore[misc] # as above
        verbose_name = "ảnh trong bài"


class StoryFile(Orderable):  # type: ignore[misc] # Wagtail ships no types
    """A file that readers may take along: a document, a recording, a video."""

    story = ParentalKey(
        Story, on_delete=models.CASCADE, related_name="files", verbose_name="tin, bài"
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    name = models.CharField("tên tệp", max_length=200)
    words = models.CharField("nói rõ", max_length=300, blank=True)

    class Meta(Orderable.Meta):  # type: ignore[misc] # as above
        verbose_name = "tệp kèm"


class StorySource(Orderable):  # type: ignore[misc] # Wagtail ships no types
    """Where facts of a story come from."""

    story = ParentalKey(
        Story, on_delete=models.CASCADE, related_name="sources", verbose_name="tin, bài"
    )
    words = models.CharField("nguồn", max_length=300)
    link = models.URLField("đường dẫn", max_length=300, blank=True)

    class Meta(Orderable.Meta):  # type: ignore[misc] # as above
        verbose_name = "nguồn"
