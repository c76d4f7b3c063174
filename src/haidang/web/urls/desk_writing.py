"""Addresses of writing: the list of stories, one story, its form, its pictures and files."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.desk import attaching, choosing, pasting, preview, stories, story, writing

urlpatterns: list[URLPattern | URLResolver] = [
    path("bai/", stories.stories, name="stories"),
    path("bai/moi/", writing.draft_story, name="draft-story"),
    path("bai/dan/", pasting.paste_words, name="paste-words"),
    path("bai/<int:pk>/", story.story, name="story"),
    path("bai/<int:pk>/sua/", writing.edit_story, name="edit-story"),
    path("bai/<int:pk>/xem/", preview.preview_story, name="preview-story"),
    path("bai/<int:pk>/anh/", choosing.choose_pictures, name="choose-pictures"),
    path("bai/<int:pk>/tep/", attaching.story_files, name="story-files"),
    path(
        "bai/<int:pk>/tep/<str:sha256>/bo/", attaching.detach_from_story, name="detach-from-story"
    ),
    path("bai/<int:pk>/bo/", writing.drop_draft, name="drop-draft"),
]
